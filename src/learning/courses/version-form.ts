import { type LearningForm, learningForms } from '../../regulation/index.ts'
import { componentKey, type PassRule, scoreSources } from '../rules/pass.ts'
import type { CourseMessages } from './messages.ts'
import { conformities, openings, type Reached, type Subject, type VersionContent } from './rules/version.ts'
import type { VersionCard } from './store/version.ts'

export type FormError = { field: string; message: string }
type Field = (name: string) => string
export type Read<T> = { values: T; errors: [] } | { values: null; errors: FormError[] }

const read = <T>(errors: FormError[], values: () => T): Read<T> =>
  errors.length > 0 ? { values: null, errors } : { values: values(), errors: [] }

/** The fields of the card, as they were typed. */
export const cardFields = [
  'judul',
  'ringkasan',
  'sasaran',
  'bentuk',
  'internasional',
  'program',
  'biaya',
  'kesesuaian',
  'dasar_kesesuaian',
  'jp',
] as const
export type CardForm = Record<(typeof cardFields)[number], string>

export const blankCard: CardForm = {
  judul: '',
  ringkasan: '',
  sasaran: '',
  bentuk: '',
  internasional: '',
  program: '',
  biaya: '',
  kesesuaian: 'belum',
  dasar_kesesuaian: '',
  jp: '',
}

export const cardForm = (v: VersionContent): CardForm => ({
  judul: v.title,
  ringkasan: v.summary,
  sasaran: v.audience ?? '',
  bentuk: v.form,
  internasional: v.international ? '1' : '',
  program: v.programme ?? '',
  biaya: v.costParticipant === null ? '' : rupiahTyped(v.costParticipant),
  kesesuaian: v.conformity,
  dasar_kesesuaian: v.conformityBasis ?? '',
  jp: String(v.jp),
})

export const typedCard = (field: Field): CardForm => Object.fromEntries(cardFields.map(name => [name, field(name)])) as CardForm

/** 2400000 → `2.400.000`, as it is typed. */
const rupiahTyped = (rupiah: number) => String(rupiah).replace(/\B(?=(\d{3})+$)/g, '.')
/** `Rp2.400.000` → 2400000; null: no whole rupiah, or more than a trillion. */
function rupiah(text: string): number | null {
  const plain = text.replace(/^rp/i, '').replace(/[.\s]/g, '')
  return /^\d{1,12}$/.test(plain) ? Number(plain) : null
}
const wholeJp = (text: string): number | null =>
  /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 2000 ? Number(text) : null

export function readCard(form: CardForm, m: CourseMessages): Read<VersionCard> {
  const errors: FormError[] = []
  const refuse = (field: keyof CardForm, message: string) => void errors.push({ field, message })
  if (form.judul === '' || form.judul.length > 200) refuse('judul', m.flaws.title)
  if (form.ringkasan.length > 1000) refuse('ringkasan', m.flaws.long)
  if (form.sasaran.length > 300) refuse('sasaran', m.flaws.long)
  if (form.program.length > 100) refuse('program', m.flaws.long)
  if (form.dasar_kesesuaian.length > 500) refuse('dasar_kesesuaian', m.flaws.long)
  const learningForm = learningForms.find(one => one === form.bentuk)
  if (!learningForm) refuse('bentuk', m.flaws.form)
  const conformity = conformities.find(one => one === form.kesesuaian)
  if (!conformity) refuse('kesesuaian', m.flaws.conformity)
  const cost = form.biaya === '' ? null : rupiah(form.biaya)
  if (form.biaya !== '' && cost === null) refuse('biaya', m.flaws.cost)
  const jp = wholeJp(form.jp)
  if (jp === null) refuse('jp', m.flaws.jp)
  return read(errors, () => ({
    title: form.judul,
    summary: form.ringkasan,
    audience: form.sasaran || null,
    form: learningForm as LearningForm,
    international: form.internasional !== '',
    programme: form.program || null,
    jp: jp!,
    conformity: conformity!,
    conformityBasis: form.dasar_kesesuaian || null,
    costParticipant: cost,
  }))
}

export function readCourse(field: Field, m: CourseMessages) {
  const code = field('kode').toUpperCase()
  const openTo = openings.find(one => one === field('terbuka'))
  const errors: FormError[] = []
  if (!/^[A-Z0-9][A-Z0-9-]{1,29}$/.test(code)) errors.push({ field: 'kode', message: m.flaws.code })
  if (!openTo) errors.push({ field: 'terbuka', message: m.flaws.opening })
  return read(errors, () => ({ code, openTo: openTo! }))
}

/** More rows than anybody needs are read no further. */
const mostRows = 60

/** Rows `nama_0`, `jp_0` …; those left empty fall away. */
export const typedRows = <K extends string>(field: Field, keys: readonly K[]): Record<K, string>[] => {
  const count = Math.min(mostRows, Number(field('baris')) || 0)
  return Array.from(
    { length: count },
    (_, index) => Object.fromEntries(keys.map(key => [key, field(`${key}_${index}`)])) as Record<K, string>,
  ).filter(row => keys.some(key => row[key] !== ''))
}

export type SubjectRow = { nama: string; jp: string }
export function readSubjects(rows: readonly SubjectRow[], jpTyped: string, m: CourseMessages) {
  const errors: FormError[] = []
  rows.forEach((row, index) => {
    if (row.nama === '' || row.nama.length > 200)
      errors.push({ field: `nama_${index}`, message: m.flaws.subjectTitle(index + 1) })
    if (wholeJp(row.jp) === null) errors.push({ field: `jp_${index}`, message: m.flaws.subjectJp(index + 1) })
  })
  const jp = jpTyped === '' ? null : wholeJp(jpTyped)
  const sum = rows.reduce((total, row) => total + (wholeJp(row.jp) ?? 0), 0)
  if ((jpTyped !== '' && jp === null) || sum > 2000) errors.push({ field: 'jp', message: m.flaws.jp })
  return read(errors, () => ({
    jp,
    subjects: rows.map((row): Subject => ({ title: row.nama, jp: Number(row.jp) })),
  }))
}

export type CompetencyRow = { kompetensi: string; tingkat: string }
export function readCompetencies(rows: readonly CompetencyRow[], choices: readonly { id: number }[], m: CourseMessages) {
  const errors: FormError[] = []
  const seen = new Set<string>()
  rows.forEach((row, index) => {
    const known = choices.some(one => String(one.id) === row.kompetensi)
    if (!known || !/^[1-5]$/.test(row.tingkat)) errors.push({ field: `kompetensi_${index}`, message: m.flaws.level(index + 1) })
    else if (seen.has(row.kompetensi)) errors.push({ field: `kompetensi_${index}`, message: m.flaws.twice(index + 1) })
    seen.add(row.kompetensi)
  })
  return read(errors, () => rows.map((row): Reached => ({ competencyId: Number(row.kompetensi), level: Number(row.tingkat) })))
}

/** `asal`: the lessons that give the score; blank: it is typed. */
export type ComponentRow = { nama: string; bobot: string; asal: string }
export type PassForm = { nilai: string; kehadiran: string; pelajaran: string }
export const passForm = ({ mark, attendance, lessons }: PassRule): PassForm => ({
  nilai: mark === null ? '' : String(mark).replace('.', ','),
  kehadiran: attendance === null ? '' : String(attendance).replace('.', ','),
  pelajaran: lessons,
})

const percent = (text: string): number | null => {
  const value = Number(text.replace(',', '.'))
  return /^\d{1,3}([.,]\d{1,2})?$/.test(text) && value <= 100 ? value : null
}

export function readPass(form: PassForm, rows: readonly ComponentRow[], m: CourseMessages): Read<PassRule> {
  const errors: FormError[] = []
  const mark = form.nilai === '' ? null : percent(form.nilai)
  const attendance = form.kehadiran === '' ? null : percent(form.kehadiran)
  if (form.nilai !== '' && mark === null) errors.push({ field: 'nilai', message: m.flaws.percent })
  if (form.kehadiran !== '' && attendance === null) errors.push({ field: 'kehadiran', message: m.flaws.percent })
  if (mark !== null && rows.length === 0) errors.push({ field: 'nilai', message: m.flaws.markAlone })
  const keys = rows.map(row => componentKey(row.nama))
  rows.forEach((row, index) => {
    if (keys[index] === '' || row.nama.length > 60)
      errors.push({ field: `nama_${index}`, message: m.flaws.componentName(index + 1) })
    else if (keys.indexOf(keys[index]!) < index)
      errors.push({ field: `nama_${index}`, message: m.flaws.componentTwice(index + 1) })
    if (!/^\d{1,3}$/.test(row.bobot) || Number(row.bobot) < 1 || Number(row.bobot) > 100)
      errors.push({ field: `bobot_${index}`, message: m.flaws.weight(index + 1) })
  })
  if (errors.length === 0 && rows.length > 0 && rows.reduce((sum, row) => sum + Number(row.bobot), 0) !== 100)
    errors.push({ field: 'bobot_0', message: m.flaws.weights })
  return read(errors, () => ({
    mark,
    attendance,
    lessons: form.pelajaran === 'all' ? 'all' : 'required',
    components: rows.map((row, index) => {
      const from = scoreSources.find(source => source === row.asal)
      return { key: keys[index]!, name: row.nama, weight: Number(row.bobot), ...(from && { from }) }
    }),
  }))
}
