import { series } from './series.ts'

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

const source = 'Tiga pelaksana penilaian (BKD Jawa Timur, BKD Kalimantan Timur, satu lagi) memakai batas yang sama'

/** The bands of the job person match, for filling a post and for mapping. */
export const jpmBands: Record<JpmPurpose, ReturnType<typeof series<readonly JpmBand[]>>> = {
  pengisian: series('kategori JPM, pengisian jabatan', [
    {
      from: '2017-01-01',
      value: [
        { from: 80, category: 'memenuhi_syarat' },
        { from: 68, category: 'masih_memenuhi_syarat' },
        { from: 0, category: 'kurang_memenuhi_syarat' },
      ],
      source,
      verified: true,
    },
  ]),
  pemetaan: series('kategori JPM, pemetaan', [
    {
      from: '2017-01-01',
      value: [
        { from: 90, category: 'optimal' },
        { from: 78, category: 'cukup_optimal' },
        { from: 0, category: 'kurang_optimal' },
      ],
      source,
      verified: true,
    },
  ]),
}

/** Whether a level above the standard may make up for another below it. No source says: the instansi chooses (assessment, jpm_policy). */
export type JpmCap = 'item' | 'total' | 'none'
