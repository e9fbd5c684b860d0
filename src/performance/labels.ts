import type { Catalogue } from '../platform/i18n/index.ts'
import type { PerformancePredicate, PerformanceRating } from '../regulation/index.ts'

type Labels = {
  rating: Record<PerformanceRating, string>
  /** The same under a heading that says what is rated. */
  shortRating: Record<PerformanceRating, string>
  predicate: Record<PerformancePredicate, string>
  year: string
  quarter: (number: number) => string
  months: readonly string[]
}

const roman = ['I', 'II', 'III', 'IV']

/** The closed lists of performance, in words. */
export const performanceLabels: Catalogue<Labels> = {
  id: {
    rating: { di_atas: 'Di atas ekspektasi', sesuai: 'Sesuai ekspektasi', di_bawah: 'Di bawah ekspektasi' },
    shortRating: { di_atas: 'Di atas', sesuai: 'Sesuai', di_bawah: 'Di bawah' },
    predicate: {
      sangat_baik: 'Sangat baik',
      baik: 'Baik',
      butuh_perbaikan: 'Butuh perbaikan',
      kurang: 'Kurang',
      sangat_kurang: 'Sangat kurang',
    },
    year: 'Tahunan',
    quarter: number => `Triwulan ${roman[number - 1]}`,
    months: [
      'Januari',
      'Februari',
      'Maret',
      'April',
      'Mei',
      'Juni',
      'Juli',
      'Agustus',
      'September',
      'Oktober',
      'November',
      'Desember',
    ],
  },
  en: {
    rating: { di_atas: 'Above expectation', sesuai: 'As expected', di_bawah: 'Below expectation' },
    shortRating: { di_atas: 'Above', sesuai: 'As expected', di_bawah: 'Below' },
    predicate: {
      sangat_baik: 'Very good',
      baik: 'Good',
      butuh_perbaikan: 'Needs improvement',
      kurang: 'Poor',
      sangat_kurang: 'Very poor',
    },
    year: 'Yearly',
    quarter: number => `Quarter ${roman[number - 1]}`,
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
  },
}
