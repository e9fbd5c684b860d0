import type { LearningForm } from '../../../regulation/index.ts'

/** Of 10:20:70: formal, with others, at work. */
export type Share = 10 | 20 | 70
export const shares: readonly Share[] = [10, 20, 70]

/** Forms whose share nobody is sure of: an instansi chooses. */
export const doubtfulForms = [
  'seminar',
  'workshop',
  'sosialisasi',
  'patok_banding',
  'outbound',
  'belajar_mandiri',
  'nonklasikal_lain',
] as const satisfies readonly LearningForm[]
type DoubtfulForm = (typeof doubtfulForms)[number]

const surely: Readonly<Record<Exclude<LearningForm, DoubtfulForm>, Share>> = {
  struktural: 10,
  manajerial: 10,
  teknis: 10,
  fungsional: 10,
  sosial_kultural: 10,
  kursus: 10,
  penataran: 10,
  bimtek: 10,
  klasikal_lain: 10,
  e_learning: 10,
  jarak_jauh: 10,
  coaching: 20,
  mentoring: 20,
  komunitas_belajar: 20,
  detasering: 70,
  pertukaran: 70,
  bimbingan_kerja: 70,
  magang: 70,
}

/** What an instansi chooses where no act says it. */
export type JpChoice = {
  /** JP a day of an information session (sosialisasi); null: not known, and nothing of it is recognised. */
  sosialisasiPerDay: number | null
  /** The share of each doubtful form. */
  shares: Readonly<Record<DoubtfulForm, Share>>
  /** From this month on (1 to 12) who is behind is warned. */
  warnFrom: number
  /** JP that one day can hold; above, the records are asked to be looked at. */
  dayHolds: number
}

const isDoubtful = (form: LearningForm): form is DoubtfulForm => (doubtfulForms as readonly string[]).includes(form)

/** To which of 10:20:70 a form counts. */
export const shareOf = (form: LearningForm, choice: JpChoice): Share => (isDoubtful(form) ? choice.shares[form] : surely[form])

export type ShareField = `share_${DoubtfulForm}`
/** The choice as it is stored: flat, as its form is. */
export type JpPolicyValue = Record<ShareField, `${Share}`> & {
  sosialisasiPerDay: number | null
  warnFrom: number
  dayHolds: number
}

export const choiceOf = (value: JpPolicyValue): JpChoice => ({
  sosialisasiPerDay: value.sosialisasiPerDay,
  shares: Object.fromEntries(doubtfulForms.map(form => [form, Number(value[`share_${form}`])])) as JpChoice['shares'],
  warnFrom: value.warnFrom,
  dayHolds: value.dayHolds,
})
