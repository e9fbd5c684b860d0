import { z } from 'zod'
import type { Messages } from './messages.ts'
import type { FieldFlaw, Typed } from './rules/content.ts'
import { longest } from './rules/content.ts'
import type { Claim } from './store/claim.ts'

/** The form of a claim as it was typed: nothing is refused here, so that nothing is lost. */
export const claimForm = z.object({
  bentuk: z.string(),
  nama: z.string(),
  penyelenggara: z.string(),
  mulai: z.string(),
  selesai: z.string(),
  jp: z.string(),
  sesi: z.string(),
  nomor: z.string(),
  internasional: z.boolean(),
  kompetensi: z.string(),
  catatan: z.string(),
})
export type ClaimForm = z.output<typeof claimForm>

export const readClaimForm = (field: (name: string) => string): ClaimForm =>
  claimForm.parse({
    ...Object.fromEntries(Object.keys(claimForm.shape).map(name => [name, field(name).toWellFormed().slice(0, 2_000)])),
    internasional: field('internasional') !== '',
  })

export const blankForm = readClaimForm(() => '')

export const formOf = (claim: Claim): ClaimForm => ({
  bentuk: claim.form ?? '',
  nama: claim.name ?? '',
  penyelenggara: claim.organiser ?? '',
  mulai: claim.startedOn ?? '',
  selesai: claim.endedOn ?? '',
  jp: String(claim.jp ?? ''),
  sesi: String(claim.sessions ?? ''),
  nomor: claim.certificateNumber ?? '',
  internasional: claim.international,
  kompetensi: String(claim.competency?.id ?? ''),
  catatan: claim.note ?? '',
})

export const typedOf = (form: ClaimForm): Typed => ({
  form: form.bentuk,
  name: form.nama,
  organiser: form.penyelenggara,
  startedOn: form.mulai,
  endedOn: form.selesai,
  jp: form.jp,
  sessions: form.sesi,
  certificateNumber: form.nomor,
  international: form.internasional,
  note: form.catatan,
})

const fieldNames: Record<FieldFlaw['field'], string> = {
  form: 'bentuk',
  name: 'nama',
  organiser: 'penyelenggara',
  startedOn: 'mulai',
  endedOn: 'selesai',
  jp: 'jp',
  sessions: 'sesi',
  certificateNumber: 'nomor',
  international: 'internasional',
  note: 'catatan',
  file: 'berkas',
}

function flawWords({ field, flaw }: FieldFlaw, form: ClaimForm, m: Messages): string {
  if (field === 'file') return m.flaws.fileMissing
  if (field === 'form') return m.flaws.form
  if (field === 'jp') return flaw === 'missing' ? m.flaws.jpMissing : m.flaws.jp
  if (field === 'sessions') return flaw === 'missing' ? m.flaws.sessionsMissing : m.flaws.sessions
  if (field === 'startedOn' || field === 'endedOn') {
    const words = {
      no_day: m.flaws.noDay(form[field === 'startedOn' ? 'mulai' : 'selesai']),
      future: m.flaws.future,
      too_early: m.flaws.tooEarly,
    }
    if (flaw === 'before_start') return m.flaws.before
    if (flaw === 'too_long') return m.flaws.tooLong
    return words[flaw as keyof typeof words] ?? m.flaws.endMissing
  }
  if (field === 'name') {
    return flaw === 'long' ? m.flaws.nameLong(longest.name) : flaw === 'short' ? m.flaws.nameShort : m.flaws.nameMissing
  }
  if (flaw === 'long') return m.flaws.long(longest[field as keyof typeof longest])
  return m.flaws.organiserMissing
}

/** What is wrong, at the fields of the form. */
export const formErrors = (flaws: readonly FieldFlaw[], form: ClaimForm, m: Messages) =>
  flaws.map(flaw => ({ field: fieldNames[flaw.field], message: flawWords(flaw, form, m) }))
