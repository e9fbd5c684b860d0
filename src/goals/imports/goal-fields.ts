import type { Choice, ImportField } from '../../imports/index.ts'
import { goalKindLabels } from '../labels.ts'
import { goalKinds } from '../rules/goal.ts'

const otherNames: Partial<Record<string, string[]>> = {
  sub_kegiatan: ['Subkegiatan'],
  indikator: ['Indikator kinerja', 'IKU', 'IKD', 'Indikator kinerja utama'],
  sasaran: ['Sasaran strategis'],
  tujuan: ['Tujuan strategis'],
}
export const kindChoices: readonly Choice[] = goalKinds.map(kind => ({
  value: kind,
  label: { id: goalKindLabels.id[kind], en: goalKindLabels.en[kind] },
  names: [kind, ...(otherNames[kind] ?? [])],
}))
export const directionChoices: readonly Choice[] = [
  {
    value: 'naik',
    label: { id: 'Makin tinggi makin baik', en: 'The higher the better' },
    names: ['naik', 'positif', 'maksimal', '+', 'meningkat'],
  },
  {
    value: 'turun',
    label: { id: 'Makin rendah makin baik', en: 'The lower the better' },
    names: ['turun', 'negatif', 'minimal', 'menurun'],
  },
]

export const goalFields: readonly ImportField[] = [
  {
    key: 'plan',
    label: { id: 'Rencana', en: 'Plan' },
    headers: ['Nama rencana', 'Dokumen', 'Dokumen perencanaan'],
    required: true,
    fixable: true,
    help: {
      id: 'Nama rencana yang sudah dibuat di Rencana daerah, atau jenisnya saja (RPJMD, Renstra) bila hanya satu.',
      en: 'The name of a plan made under Development plans, or its kind alone (RPJMD, Renstra) where there is one.',
    },
    examples: ['RPJMD', 'RPJMD', 'RPJMD'],
  },
  {
    key: 'kind',
    label: { id: 'Jenis', en: 'Kind' },
    headers: ['Tingkat', 'Jenis sasaran'],
    required: true,
    fixable: true,
    choices: kindChoices,
    examples: ['Tujuan', 'Sasaran', 'Indikator'],
  },
  {
    key: 'code',
    label: { id: 'Kode', en: 'Code' },
    headers: ['No', 'Nomor', 'Kode sasaran'],
    required: true,
    help: {
      id: 'Satu kode satu kali dalam rencana. Program, kegiatan, dan sub kegiatan memakai kode nomenklatur.',
      en: 'Once in each plan. Programmes, kegiatan and sub kegiatan bear their nomenclature code.',
    },
    examples: ['1', '1.1', '1.1.a'],
  },
  {
    key: 'parentCode',
    label: { id: 'Kode induk', en: 'Parent code' },
    headers: ['Induk', 'Kode atasan', 'Di bawah'],
    examples: ['', '1', '1.1'],
  },
  {
    key: 'name',
    label: { id: 'Uraian', en: 'Description' },
    headers: ['Nama', 'Tujuan/sasaran/indikator', 'Tujuan / Sasaran / Indikator'],
    required: true,
    examples: ['Mewujudkan tata kelola yang melayani', 'Meningkatnya profesionalitas ASN', 'Indeks Profesionalitas ASN'],
  },
  {
    key: 'measure',
    label: { id: 'Satuan', en: 'Unit' },
    headers: ['Satuan indikator'],
    help: { id: 'Wajib untuk indikator.', en: 'Required of an indicator.' },
    examples: ['', '', 'indeks'],
  },
  {
    key: 'direction',
    label: { id: 'Arah', en: 'Direction' },
    headers: ['Arah indikator', 'Polarisasi', 'Polaritas'],
    choices: directionChoices,
    examples: ['', '', 'Makin tinggi makin baik'],
  },
  {
    key: 'baseline',
    label: { id: 'Nilai awal', en: 'Baseline' },
    headers: ['Kondisi awal', 'Awal', 'Baseline', 'Capaian awal', 'Data awal'],
    help: { id: 'Angka, atau kata seperti WTP.', en: 'A number, or words such as WTP.' },
    examples: ['', '', '64,3'],
  },
  {
    key: 'baselineYear',
    label: { id: 'Tahun nilai awal', en: 'Year of the baseline' },
    headers: ['Tahun awal', 'Tahun dasar', 'Tahun baseline'],
    type: 'number',
    fixable: true,
    examples: ['', '', 2024],
  },
  {
    key: 'unit',
    label: { id: 'Penanggung jawab', en: 'Answers for it' },
    headers: ['PD', 'OPD', 'Perangkat daerah', 'SKPD', 'Perangkat daerah penanggung jawab', 'PD penanggung jawab', 'Unit'],
    help: {
      id: 'Nama atau kode perangkat daerah. Untuk Renstra: yang mempunyainya.',
      en: 'Name or code of the office. Of a Renstra: whose it is.',
    },
    examples: ['', 'BKPSDMD', ''],
  },
  {
    key: 'servesPlan',
    label: { id: 'Rencana yang didukung', en: 'Plan served' },
    headers: ['Rencana di atasnya', 'Dokumen yang didukung'],
    help: {
      id: 'Hanya bila kodenya ada di lebih dari satu rencana.',
      en: 'Only where its code is in more than one plan.',
    },
    examples: ['', 'RPJMN', ''],
  },
  {
    key: 'serves',
    label: { id: 'Kode yang didukung', en: 'Code served' },
    headers: ['Mendukung', 'Kode sasaran di atasnya', 'Mendukung kode'],
    help: {
      id: 'Kode sasaran rencana di atasnya: RPJMD dari Renstra, RPJMN dari RPJMD.',
      en: 'Code of a goal of the plan above: of the RPJMD for a Renstra, of the RPJMN for an RPJMD.',
    },
    examples: ['', '7.1', ''],
  },
]

export const targetKey = (year: number) => `target:${year}`

/** A column for each year that a plan may set a target for. */
export const targetFields = (years: readonly number[]): ImportField[] =>
  years.map((year, index) => ({
    key: targetKey(year),
    label: { id: `Target ${year}`, en: `Target ${year}` },
    headers: [String(year), `Target Tahun ${year}`, `Tahun ${year}`],
    examples: ['', '', 65 + index],
  }))
