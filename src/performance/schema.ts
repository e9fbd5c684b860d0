import { z } from 'zod'
import { performanceRatings } from '../regulation/index.ts'
import { readAmount } from './rules/achievement.ts'
import { periodCodes, readPeriod } from './rules/period.ts'

const blank = z.literal('').transform(() => null)
const rating = z.union([blank, z.enum(performanceRatings as [string, ...string[]])])
const amount = z.string().transform((text, context) => {
  if (text === '') return null
  const value = readAmount(text)
  if (value === null) context.addIssue({ code: 'custom', message: 'amount' })
  return value
})
const text = (longest: number) =>
  z
    .string()
    .max(longest, 'long')
    .transform(value => value || null)

const isDay = (value: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value)
const day = z.union([blank, z.string().refine(value => !Number.isNaN(Date.parse(value)) && isDay(value), 'date')], {
  error: 'date',
})

/** What enters through the form of a rating; each message is a key of the catalogue's `errors`. */
export const ratingForm = z
  .object({
    tahun: z.string().regex(/^20\d{2}$/, 'year'),
    periode: z.enum(periodCodes as [string, ...string[]], { error: 'period' }),
    hasil: rating,
    perilaku: rating,
    target: amount,
    capaian: amount,
    satuan: text(40),
    tanggal: day,
    penilai: text(200),
    nip_penilai: text(30),
    alasan: z.string().max(300, 'long'),
    gantikan: z.string(),
  })
  .transform(form => ({
    period: readPeriod(form.periode, Number(form.tahun))!,
    result: form.hasil as (typeof performanceRatings)[number] | null,
    behaviour: form.perilaku as (typeof performanceRatings)[number] | null,
    target: form.target,
    achieved: form.capaian,
    unit: form.satuan,
    ratedOn: form.tanggal,
    raterName: form.penilai,
    raterNip: form.nip_penilai,
    why: form.alasan,
    /** The rating that this one corrects. */
    replaces: /^\d{1,9}$/.test(form.gantikan) ? Number(form.gantikan) : null,
  }))
export type TypedRating = z.output<typeof ratingForm>

export const ratingFields = [
  'tahun',
  'periode',
  'hasil',
  'perilaku',
  'target',
  'capaian',
  'satuan',
  'tanggal',
  'penilai',
  'nip_penilai',
  'alasan',
  'gantikan',
] as const
