import { z } from '@hono/zod-openapi'
import { Refusal } from '../platform/http/refusal.ts'
import type { Language } from '../platform/i18n/index.ts'
import { offerItem, providerItem } from './api-items.ts'
import type { Field, FieldErrors } from './form-reader.ts'
import { type CompetencyChoice, mostCompetencies } from './offer-form.ts'

const text = z.string().max(2000).nullish()
const whole = z.number().int().nullish()
const rupiah = z
  .union([z.string().max(30), z.number().int().nonnegative()])
  .nullish()
  .openapi({ description: 'Whole rupiah' })

export const providerBody = providerItem
  .pick({ kind: true, name: true })
  .extend({ shortName: z.string(), address: text, regionCode: text, email: text, phone: text, website: text, about: text })
  .strict()
export const offerBody = offerItem
  .pick({ title: true, form: true, pattern: true })
  .extend({
    summary: text,
    international: z.boolean().optional(),
    programme: text,
    jp: whole,
    days: whole,
    entryRules: offerItem.shape.entryRules.optional(),
    costFixed: rupiah,
    costParticipant: rupiah,
    seatsMin: whole,
    seatsMax: whole,
    place: text,
    months: offerItem.shape.months.max(12).optional(),
    source: text,
    verified: z.boolean().optional(),
    competencies: z
      .array(z.object({ code: z.string().max(60), level: z.number().int() }))
      .max(mostCompetencies)
      .optional(),
  })
  .strict()
export type OfferBody = Partial<z.infer<typeof offerBody>>
export const accreditationBody = z.strictObject({
  programme: z.string(),
  accreditor: z.string(),
  peringkat: z.string(),
  decree: z.string(),
  from: z.string(),
  until: z.string().nullish().openapi({ description: 'Left out: as long as an A holds; of others it must be said' }),
  verified: z.boolean().optional(),
})

export const agreementBody = z.strictObject({
  instansi: z.string().max(20).openapi({ example: '19', description: 'Region code of the government that it is with' }),
  number: z.string(),
  title: z.string(),
  signedOn: z.string(),
  from: z.string(),
  until: z.string(),
  scope: text,
})
export const reasonBody = z.strictObject({ reason: z.string() })
export const revokeBody = reasonBody.extend({ on: z.string().openapi({ description: 'The first day it holds no longer' }) })

// What comes in JSON goes through the same readers as the forms: one set of limits, said by the same words under the names of the API.

export const offerNames = {
  title: 'judul',
  summary: 'ringkasan',
  form: 'bentuk',
  international: 'internasional',
  pattern: 'pola',
  programme: 'program',
  jp: 'jp',
  days: 'hari',
  costFixed: 'biaya_tetap',
  costParticipant: 'biaya',
  seatsMin: 'peserta_min',
  seatsMax: 'peserta_maks',
  place: 'tempat',
  source: 'sumber',
  verified: 'dicocokkan',
}
export const accreditationNames = {
  programme: 'program',
  accreditor: 'pengakreditasi',
  peringkat: 'peringkat',
  decree: 'keputusan',
  from: 'dari',
  until: 'sampai',
  verified: 'dicocokkan',
}
export const agreementNames = {
  instansi: 'instansi',
  number: 'nomor',
  title: 'tentang',
  signedOn: 'tanda_tangan',
  from: 'dari',
  until: 'sampai',
  scope: 'lingkup',
}
export const reasonNames = { reason: 'alasan', on: 'tanggal' }

type Body = Readonly<Record<string, unknown>>
type Names = Readonly<Record<string, string>>
const nothing: Field = () => ''
const typedText = (value: unknown) =>
  value === null || value === false ? '' : value === true ? '1' : String(value).replaceAll('\0', '').trim()

/** The fields of a body as if they had been typed over those that are there. */
export const typedOver =
  (body: Body, names: Names, there: Field = nothing): Field =>
  name => {
    const key = Object.keys(names).find(one => names[one] === name)
    return key === undefined || body[key] === undefined ? there(name) : typedText(body[key])
  }

/** Months and competencies are lists here, and numbered fields in a form; each list replaces the one that is there. */
export function offerField(body: OfferBody, known: readonly CompetencyChoice[], there: Field = nothing): Field {
  const { months, competencies } = body
  const rest = typedOver(body, offerNames, there)
  return name => {
    const [, kind, number] = /^(bulan|kompetensi|tingkat)_(\d+)$/.exec(name) ?? []
    if (kind === 'bulan' && months) return months.includes(Number(number)) ? '1' : ''
    if (kind === undefined || kind === 'bulan' || !competencies) return rest(name)
    const one = competencies[Number(number) - 1]
    if (!one) return ''
    return kind === 'tingkat' ? String(one.level) : String(known.find(({ code }) => code === one.code)?.id ?? one.code)
  }
}

/** What was read. @throws Refusal 422 that says each flaw in both languages */
export function accepted<V>(read: (language: Language) => { values: V; errors: FieldErrors }, names: Names): V {
  const { values, errors } = read('id')
  if (errors.length === 0) return values
  const named = (field: string) =>
    Object.keys(names).find(key => names[key] === field) ?? field.replace(/^(kompetensi|tingkat)_/, 'competencies ')
  const said = (language: Language) =>
    read(language)
      .errors.map(({ field, message }) => `${named(field)}: ${message}`)
      .join(' ')
  throw new Refusal(422, { id: said('id'), en: said('en') })
}
