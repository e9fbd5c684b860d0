import { series } from './series.ts'

/** What is rated against what was expected: 1, 2, 3 in SIASN. */
export type PerformanceRating = 'di_atas' | 'sesuai' | 'di_bawah'
export const performanceRatings: readonly PerformanceRating[] = ['di_atas', 'sesuai', 'di_bawah']

/** 1 to 5 in SIASN (kuadran kinerja). */
export type PerformancePredicate = 'sangat_baik' | 'baik' | 'butuh_perbaikan' | 'kurang' | 'sangat_kurang'
export const performancePredicates: readonly PerformancePredicate[] = [
  'sangat_baik',
  'baik',
  'butuh_perbaikan',
  'kurang',
  'sangat_kurang',
]

export type PerformancePeriod = 'tahunan' | 'triwulan' | 'bulanan'
/** How many periods of a kind a year has. */
export const periodsInYear: Record<PerformancePeriod, number> = { tahunan: 1, triwulan: 4, bulanan: 12 }

/** `matrix[result][behaviour]` */
export type PredicateMatrix = Record<PerformanceRating, Record<PerformanceRating, PerformancePredicate>>

const words: Record<PerformancePredicate, string> = {
  sangat_baik: 'sangat baik',
  baik: 'baik',
  butuh_perbaikan: 'butuh perbaikan',
  kurang: 'kurang',
  sangat_kurang: 'sangat kurang',
}
const expected: Record<PerformanceRating, [id: string, en: string]> = {
  di_atas: ['di atas', 'above'],
  sesuai: ['sesuai', 'as expected'],
  di_bawah: ['di bawah', 'below'],
}

/** The predicate of performance from the rating of results and of behaviour, by the last day of the period that was rated. */
export const predicateMatrix = series<PredicateMatrix>(
  {
    key: 'performance_predicate',
    name: { id: 'Matriks predikat kinerja', en: 'Matrix of performance predicates' },
    usedBy: {
      id: 'Kinerja (formulir dan impor), kebutuhan jenis kinerja',
      en: 'Performance (form and import), needs of kind performance',
    },
    checked: '2026-11-22',
    reads: matrix => {
      const rows = (language: 0 | 1) =>
        performanceRatings
          .map(result => {
            const cells = performanceRatings.map(
              behaviour => `${expected[behaviour][language]} ${words[matrix[result][behaviour]]}`,
            )
            return `${language === 0 ? 'hasil' : 'result'} ${expected[result][language]}: ${cells.join(', ')}`
          })
          .join('; ')
      return {
        id: `menurut perilaku di atas, sesuai, di bawah ekspektasi. ${rows(0)}`,
        en: `by behaviour above, as, below expectation. ${rows(1)}`,
      }
    },
  },
  [
    {
      from: '2022-01-01',
      value: {
        di_atas: { di_atas: 'sangat_baik', sesuai: 'baik', di_bawah: 'kurang' },
        sesuai: { di_atas: 'baik', sesuai: 'baik', di_bawah: 'kurang' },
        di_bawah: { di_atas: 'butuh_perbaikan', sesuai: 'butuh_perbaikan', di_bawah: 'sangat_kurang' },
      },
      act: 'PermenPANRB 6/2022',
      article: null,
      source: 'Dua program kepegawaian yang memakai matriks yang sama; lampiran resminya belum terbaca',
      verified: false,
    },
  ],
)

/** What a predicate is worth where it is turned into credits, in percent. */
export const predicatePercent = series<Record<PerformancePredicate, number>>(
  {
    key: 'performance_predicate_percent',
    name: { id: 'Nilai predikat kinerja untuk angka kredit', en: 'Worth of a performance predicate in credits' },
    usedBy: { id: 'Kinerja (keterangan pada matriks)', en: 'Performance (beside the matrix)' },
    checked: '2026-11-22',
    reads: percent => {
      const all = performancePredicates.map(predicate => `${words[predicate]} ${percent[predicate]} %`).join(', ')
      return { id: all, en: all }
    },
  },
  [
    {
      from: '2023-01-01',
      value: { sangat_baik: 150, baik: 100, butuh_perbaikan: 75, kurang: 50, sangat_kurang: 25 },
      act: 'PermenPANRB 1/2023; Peraturan BKN 3/2023',
      article: null,
      source: 'Paparan Direktorat Jabatan ASN BKN, Juli 2023 (Scribd 694983391, 695385622); rujukan SIASN',
      verified: true,
    },
  ],
)
