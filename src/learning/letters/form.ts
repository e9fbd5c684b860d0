import type { Signatory } from '../../platform/pdf/index.ts'
import { typedDay } from '../rules/day.ts'
import type { LetterMessages } from './messages.ts'
import { templateFlaw } from './rules/number.ts'

export type Errors = { field: string; message: string }[]
type Field = (name: string) => string

/** When a letter is dated and who signs it, as it was typed. */
export type SigningForm = { tanggal: string; tempat: string; jabatan: string; nama: string; nip: string }
export const blankSigning = (today: string, last: Signatory | null): SigningForm => ({
  tanggal: today,
  tempat: last?.place ?? '',
  jabatan: last?.title ?? '',
  nama: last?.name ?? '',
  nip: last?.nip ?? '',
})
export function readSigning(field: Field): SigningForm {
  const text = (name: keyof SigningForm) => field(name).slice(0, 200)
  return { tanggal: text('tanggal'), tempat: text('tempat'), jabatan: text('jabatan'), nama: text('nama'), nip: text('nip') }
}
export const signatoryOf = ({ tempat, jabatan, nama, nip }: SigningForm): Signatory => ({
  place: tempat,
  title: jabatan,
  name: nama,
  nip,
})
export const signingErrors = (typed: SigningForm, { flaws }: Pick<LetterMessages, 'flaws'>): Errors => [
  ...(typedDay(typed.tanggal) === null || !typed.tanggal.startsWith('20') ? [{ field: 'tanggal', message: flaws.date }] : []),
  ...(typed.tempat === '' ? [{ field: 'tempat', message: flaws.place }] : []),
  ...(typed.jabatan === '' ? [{ field: 'jabatan', message: flaws.title }] : []),
  ...(typed.nama === '' ? [{ field: 'nama', message: flaws.name }] : []),
]

/** How numbers are made and who usually signs (null: nobody in particular), as it was typed, with what is wrong with it. */
export type RuleForm = { template: string; code: string; signatory: Signatory | null; errors: Errors }
export function readRule(field: Field, { flaws }: Pick<LetterMessages, 'flaws'>): RuleForm {
  const [template, code] = [field('susunan'), field('kode')]
  const flaw = templateFlaw(template)
  const signing = {
    place: field('ttd_tempat').slice(0, 200),
    title: field('ttd_jabatan').slice(0, 200),
    name: field('ttd_nama').slice(0, 200),
    nip: field('ttd_nip').slice(0, 30),
  }
  const signatory = Object.values(signing).some(text => text !== '') ? signing : null
  const missing = (name: string, text: string | undefined, message: string) => (text === '' ? [{ field: name, message }] : [])
  const errors = [
    ...missing('ttd_tempat', signatory?.place, flaws.place),
    ...missing('ttd_jabatan', signatory?.title, flaws.title),
    ...missing('ttd_nama', signatory?.name, flaws.name),
    ...(flaw ? [{ field: 'susunan', message: flaws[flaw] }] : []),
    ...(code === '' || code.length > 30 ? [{ field: 'kode', message: flaws.code }] : []),
  ]
  return { template: template.slice(0, 200), code: code.slice(0, 60), signatory, errors }
}

/** Which letters are withdrawn and why, as it was typed, with what is wrong with it. */
export type WithdrawForm = { ids: readonly number[]; why: string; errors: Errors }
export const readWithdrawal = (
  ids: readonly number[],
  why: string,
  holding: readonly { id: number }[],
  { flaws }: Pick<LetterMessages, 'flaws'>,
): WithdrawForm => ({
  ids,
  why,
  errors: [
    ...(ids.length > 0 && ids.every(id => holding.some(one => one.id === id)) ? [] : [{ field: 'surat', message: flaws.which }]),
    ...(why.length < 10 || why.length > 500 ? [{ field: 'alasan', message: flaws.why }] : []),
  ],
})
