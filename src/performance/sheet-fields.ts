import type { Choice, ImportField } from '../imports/index.ts'
import {
  type PerformancePredicate,
  type PerformanceRating,
  performancePredicates,
  performanceRatings,
} from '../regulation/index.ts'
import { performanceLabels } from './labels.ts'
import { periodKindWords } from './present.ts'
import { firstDay, lastDay, type PeriodCode, periodCodes, readPeriod } from './rules/period.ts'

// Numbers and words as SIASN, e-Kinerja and people write them; “espektasi” is how SIASN spells it.

const ratingSpellings: Record<PerformanceRating, string[]> = {
  di_atas: ['Diatas ekspektasi', 'Di atas espektasi', 'Diatas espektasi', 'Di atas', 'Diatas', 'Melebihi ekspektasi'],
  sesuai: ['Sesuai espektasi', 'Sesuai', 'Memenuhi ekspektasi'],
  di_bawah: ['Dibawah ekspektasi', 'Di bawah espektasi', 'Dibawah espektasi', 'Di bawah', 'Dibawah'],
}
export const ratingChoices: readonly Choice[] = performanceRatings.map((value, index) => ({
  value,
  label: { id: performanceLabels.id.rating[value], en: performanceLabels.en.rating[value] },
  names: [String(index + 1), ...ratingSpellings[value]],
}))

const predicateSpellings: Record<PerformancePredicate, string[]> = {
  sangat_baik: ['Amat baik', 'Istimewa'],
  baik: [],
  butuh_perbaikan: ['Perlu perbaikan', 'Cukup', 'Cukup/Butuh perbaikan'],
  kurang: ['Kurang/misconduct', 'Misconduct'],
  sangat_kurang: [],
}
export const predicateChoices: readonly Choice[] = performancePredicates.map((value, index) => ({
  value,
  label: { id: performanceLabels.id.predicate[value], en: performanceLabels.en.predicate[value] },
  names: [String(index + 1), ...predicateSpellings[value]],
}))

const months = performanceLabels.id.months
const spanOf = (code: PeriodCode) => {
  const period = readPeriod(code, 2000)!
  const [from, until] = [firstDay(period), lastDay(period)].map(day => months[Number(day.slice(5, 7)) - 1]!)
  return `${from} - ${until}`
}
function periodSpellings(code: PeriodCode): string[] {
  const { kind, number } = readPeriod(code, 2000)!
  if (kind === 'tahunan') return ['Tahun', 'Setahun', '1 tahun', 'Akhir tahun', 'SKP tahunan', spanOf(code)]
  if (kind === 'triwulan') {
    const roman = ['I', 'II', 'III', 'IV'][number - 1]!
    return [`TW ${number}`, `TW ${roman}`, `Triwulan ${number}`, `Triwulan ke-${number}`, `Q${number}`, spanOf(code)]
  }
  const short = { 5: ['May'], 8: ['Agu', 'Agt', 'Aug'], 10: ['Oct'], 12: ['Dec'] }[number] ?? []
  return [months[number - 1]!.slice(0, 3), `Bulan ${number}`, `Bulan ke-${number}`, `Bulanan ${number}`, ...short]
}
export const periodChoices: readonly Choice[] = periodCodes.map(value => {
  const period = readPeriod(value, 2000)!
  return {
    value,
    label: { id: periodKindWords(period, 'id'), en: periodKindWords(period, 'en') },
    names: periodSpellings(value),
  }
})

/** The columns of a list of SKP ratings, after the NIP and the name. */
export const ratingSheetFields: readonly ImportField[] = [
  {
    key: 'year',
    label: { id: 'Tahun', en: 'Year' },
    headers: ['Tahun SKP', 'Tahun Penilaian', 'Tahun Kinerja', 'tahunMulaiPenilaian'],
    required: true,
    examples: [2025, 2025],
    fixable: true,
  },
  {
    key: 'period',
    label: { id: 'Periode', en: 'Period' },
    headers: ['Periode Penilaian', 'Periodik', 'Jenis Periode', 'periodikNama'],
    help: {
      id: 'Tahunan, Triwulan I sampai IV, atau nama bulannya. Kosong berarti tahunan.',
      en: 'Yearly, quarter I to IV, or the name of the month. Blank means yearly.',
    },
    examples: ['Tahunan', 'Tahunan'],
    choices: periodChoices,
    fixable: true,
  },
  {
    key: 'monthFrom',
    label: { id: 'Bulan mulai', en: 'First month' },
    headers: ['bulanMulaiPenilaian', 'Bulan Mulai Penilaian'],
    help: {
      id: 'Angka 1 sampai 12; menggantikan kolom periode bila keduanya terisi.',
      en: '1 to 12; with the last month it stands in for the period.',
    },
    examples: ['', ''],
    type: 'number',
  },
  {
    key: 'monthUntil',
    label: { id: 'Bulan selesai', en: 'Last month' },
    headers: ['bulanSelesaiPenilaian', 'Bulan Selesai Penilaian'],
    examples: ['', ''],
    type: 'number',
  },
  {
    key: 'result',
    label: { id: 'Hasil kerja', en: 'Results' },
    headers: [
      'hasilKinerjaNilai',
      'hasilKinerja',
      'Rating Hasil Kerja',
      'Hasil Kinerja',
      'Nilai Hasil Kerja',
      'Penilaian Hasil Kerja',
    ],
    help: {
      id: 'Di atas, sesuai, atau di bawah ekspektasi; atau 1, 2, 3.',
      en: 'Above, as, or below expectation; or 1, 2, 3.',
    },
    examples: ['Sesuai ekspektasi', 1],
    choices: ratingChoices,
  },
  {
    key: 'behaviour',
    label: { id: 'Perilaku kerja', en: 'Behaviour' },
    headers: [
      'perilakuKerjaNilai',
      'perilakuKerja',
      'Rating Perilaku Kerja',
      'Rating Perilaku',
      'Perilaku',
      'Penilaian Perilaku Kerja',
    ],
    examples: ['Di atas ekspektasi', 2],
    choices: ratingChoices,
  },
  {
    key: 'predicate',
    label: { id: 'Predikat', en: 'Predicate' },
    headers: [
      'kuadranKinerjaNilai',
      'kuadranKinerja',
      'Predikat Kinerja',
      'Predikat Kinerja Pegawai',
      'Predikat SKP',
      'Kuadran',
      'kuadranNilai',
    ],
    help: {
      id: 'Boleh kosong bila hasil dan perilaku terisi: predikat dihitung dari keduanya. Bila diisi, harus cocok.',
      en: 'May be blank where results and behaviour are given: it follows from them. Where given, it must agree.',
    },
    examples: ['Baik', ''],
    choices: predicateChoices,
  },
  {
    key: 'target',
    label: { id: 'Target', en: 'Target' },
    headers: ['Target Kinerja', 'Target SKP'],
    help: { id: 'Kosong berarti 100 %.', en: 'Blank means 100 %.' },
    examples: [100, 24],
    type: 'number',
  },
  {
    key: 'achieved',
    label: { id: 'Capaian', en: 'Achieved' },
    headers: ['Capaian Kinerja', 'Realisasi', 'Capaian SKP', 'Capaian (%)', 'Realisasi Kinerja'],
    help: {
      id: 'Angka terhadap target; untuk persen tulis 95, bukan 0,95.',
      en: 'Against the target; for percent write 95, not 0.95.',
    },
    examples: [97.5, 22],
    type: 'number',
  },
  {
    key: 'unit',
    label: { id: 'Satuan', en: 'Unit of measure' },
    headers: ['Satuan Target', 'Satuan Capaian'],
    examples: ['%', 'dokumen'],
  },
  {
    key: 'ratedOn',
    label: { id: 'Tanggal penilaian', en: 'Rated on' },
    headers: ['Tanggal', 'Tgl Penilaian', 'Tanggal Evaluasi'],
    examples: ['2026-01-12', ''],
    type: 'date',
  },
  {
    key: 'raterName',
    label: { id: 'Nama penilai', en: 'Rater' },
    headers: ['namaPenilai', 'penilaiNama', 'Pejabat Penilai', 'Pejabat Penilai Kinerja', 'Penilai', 'Atasan Langsung'],
    examples: ['Hendra Wijaya', ''],
    fixable: true,
  },
  {
    key: 'raterNip',
    label: { id: 'NIP penilai', en: 'NIP of the rater' },
    headers: ['nipNrpPenilai', 'penilaiNipNrp', 'NIP Pejabat Penilai'],
    examples: ['', ''],
  },
]
