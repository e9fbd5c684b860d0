import type { Choice, ImportField, RowReader, Values } from '../../imports/index.ts'
import { nipField, type Persons, personOf } from '../../people/imports/index.ts'
import { OutsideSeries } from '../../regulation/index.ts'
import { type Method, methodLabels } from '../labels.ts'

/** Which methods a file may name, each with other spellings. */
export const methodChoices = (methods: readonly Method[], spellings: Partial<Record<Method, string[]>>): Choice[] =>
  methods.map(value => ({ value, label: { id: methodLabels.id[value], en: methodLabels.en[value] }, names: spellings[value] }))

export const whomFields: readonly ImportField[] = [
  nipField,
  {
    key: 'name',
    label: { id: 'Nama', en: 'Name' },
    headers: ['Nama Lengkap', 'Nama Peserta', 'Nama Pegawai'],
    examples: ['Siti Rahmawati', 'Budi Santoso'],
    help: { id: 'Hanya untuk dibaca; tidak dipakai mencocokkan.', en: 'For reading only; never used for matching.' },
  },
]

export const occasionFields = (methods: readonly Choice[]): readonly ImportField[] => [
  {
    key: 'assessedOn',
    label: { id: 'Tanggal penilaian', en: 'Assessed on' },
    headers: ['Tanggal', 'Tgl Penilaian', 'Tanggal Asesmen', 'Tanggal Tes', 'Tanggal Pelaksanaan'],
    required: true,
    examples: ['2025-09-15', '2025-09-15'],
    type: 'date',
    fixable: true,
  },
  {
    key: 'method',
    label: { id: 'Metode', en: 'Method' },
    headers: ['Metode Penilaian', 'Jenis Penilaian', 'Jenis Asesmen'],
    required: true,
    examples: ['Assessment center', 'CACT'],
    choices: methods,
    fixable: true,
  },
  {
    key: 'validUntil',
    label: { id: 'Berlaku sampai', en: 'Valid until' },
    headers: ['Masa Berlaku', 'Berlaku s.d.', 'Tanggal Kedaluwarsa'],
    examples: ['', ''],
    type: 'date',
  },
  {
    key: 'assessor',
    label: { id: 'Penilai', en: 'Assessor' },
    headers: ['Asesor', 'Lembaga Penilai', 'Pelaksana'],
    examples: ['UPT Penilaian Kompetensi', 'BKN'],
    fixable: true,
  },
]

export type OccasionLookup = {
  instansiId: number
  today: string
  validUntil(assessedOn: string): string | OutsideSeries
  persons: Persons
}

/** Who was assessed, when, by which method and whom, and until when it holds; what is wrong of it stands in `row.errors`. */
export function readOccasion(row: RowReader, methods: readonly Choice[], lookup: OccasionLookup) {
  const nip = row.need('nip', row.nip('nip', null))
  const found = nip === null ? null : personOf(lookup.persons, nip, lookup.instansiId)
  if (found && !found.ok) row.refuse('nip', found.words)
  const on = row.need('assessedOn', row.date('assessedOn'))
  const method = row.need('method', row.choice('method', methods))
  const until = row.date('validUntil')
  const assessor = row.text('assessor', 200)
  row.text('name') // said to be too long, where it is
  if (on !== null && on > lookup.today) {
    row.refuse('assessedOn', {
      id: 'Tanggal penilaian belum tiba. Betulkan tanggalnya.',
      en: 'This day has not come yet. Correct the date.',
    })
  }
  if (on !== null && until !== null && until < on) {
    row.refuse('validUntil', {
      id: 'Berlaku sampai mendahului tanggal penilaian. Betulkan salah satunya.',
      en: 'It expires before it was assessed. Correct one of the dates.',
    })
  }
  const defaultUntil = on === null ? null : lookup.validUntil(on)
  if (until === null && defaultUntil instanceof OutsideSeries) {
    row.refuse('assessedOn', {
      id: `Tidak diketahui berapa lama hasil pada tanggal ini berlaku (${defaultUntil.message}). Isi kolom berlaku sampai.`,
      en: `How long a result of this day holds is not known (${defaultUntil.message}). Give the day until which it is valid.`,
    })
  }
  if (!found?.ok || on === null || method === null) return null
  const { person } = found
  const values: Values = { pegawaiId: person.pegawaiId, nip: person.nip, name: person.name, assessedOn: on, method }
  if (until !== null) values.validUntil = until
  else if (typeof defaultUntil === 'string') values.defaultUntil = defaultUntil
  if (assessor !== null) values.assessor = assessor
  /** Two rows that speak of the same are one where they say the same. */
  const claim = (what: string | number, says: number) => ({
    thing: `${person.pegawaiId} ${on} ${method} ${what}`,
    says: JSON.stringify([says, until, assessor]),
  })
  return { values, claim }
}
