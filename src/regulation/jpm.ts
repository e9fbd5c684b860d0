import { type About, type DatedValue, series } from './series.ts'

export type JpmPurpose = 'pengisian' | 'pemetaan'
export type JpmCategory =
  | 'memenuhi_syarat'
  | 'masih_memenuhi_syarat'
  | 'kurang_memenuhi_syarat'
  | 'optimal'
  | 'cukup_optimal'
  | 'kurang_optimal'
/** `from` in percent, inclusive; the bands descend, the last one from 0. */
export type JpmBand = { from: number; category: JpmCategory }

const seen: Omit<DatedValue<unknown>, 'value'> = {
  from: '2017-01-01',
  act: null,
  article: null,
  source: 'Tiga pelaksana penilaian (BKD Jawa Timur, BKD Kalimantan Timur, satu lagi) memakai batas yang sama',
  verified: false,
}

const about = (purpose: JpmPurpose, id: string, en: string): About<readonly JpmBand[]> => ({
  key: `jpm_${purpose}`,
  name: { id: `Kategori JPM, ${id}`, en: `JPM categories, ${en}` },
  usedBy: { id: 'Profil, hasil penilaian', en: 'Profile, assessment results' },
  checked: '2026-11-22',
  reads: bands => {
    const words = bands.map(({ from, category }) => `${category.replaceAll('_', ' ')} ≥ ${from} %`).join(', ')
    return { id: words, en: words }
  },
})

/** The bands of the job person match, for filling a post and for mapping. */
export const jpmBands: Record<JpmPurpose, ReturnType<typeof series<readonly JpmBand[]>>> = {
  pengisian: series(about('pengisian', 'pengisian jabatan', 'filling a post'), [
    {
      ...seen,
      value: [
        { from: 80, category: 'memenuhi_syarat' },
        { from: 68, category: 'masih_memenuhi_syarat' },
        { from: 0, category: 'kurang_memenuhi_syarat' },
      ],
    },
  ]),
  pemetaan: series(about('pemetaan', 'pemetaan', 'mapping'), [
    {
      ...seen,
      value: [
        { from: 90, category: 'optimal' },
        { from: 78, category: 'cukup_optimal' },
        { from: 0, category: 'kurang_optimal' },
      ],
    },
  ]),
}

/** Whether a level above the standard may make up for another below it. No source says: the instansi chooses (/aturan/jpm). */
export type JpmCap = 'item' | 'total' | 'none'
