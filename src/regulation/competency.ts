import { series } from './series.ts'

export type Pillar = 'teknis' | 'manajerial' | 'sosial_kultural' | 'pemerintahan'
export const pillars: readonly Pillar[] = ['manajerial', 'sosial_kultural', 'teknis', 'pemerintahan']

export type Jenjang =
  | 'jpt_utama'
  | 'jpt_madya'
  | 'jpt_pratama'
  | 'administrator'
  | 'pengawas'
  | 'pelaksana'
  | 'pemula'
  | 'terampil'
  | 'mahir'
  | 'penyelia'
  | 'ahli_pertama'
  | 'ahli_muda'
  | 'ahli_madya'
  | 'ahli_utama'

/** The class that a jabatan belongs to, highest first; SIASN's codes beside it. */
export const jenjangCodes: Record<Jenjang, string> = {
  jpt_utama: '01',
  jpt_madya: '02',
  jpt_pratama: '03',
  administrator: '04',
  pengawas: '05',
  pelaksana: '06',
  pemula: '11',
  terampil: '12',
  mahir: '13',
  penyelia: '14',
  ahli_pertama: '21',
  ahli_muda: '22',
  ahli_madya: '23',
  ahli_utama: '24',
}

/** Levels run from 1 (self) to 5 (national); PermenPANRB 38/2017, annex. */
export const lowestLevel = 1
export const highestLevel = 5

/** How long an assessment result holds, in years. No act sets it; implementers use three. */
export const resultValidityYears = series('masa berlaku hasil penilaian (tahun)', [
  { from: '2017-01-01', value: 3, source: 'Praktik pelaksana; tidak ditemukan dalam peraturan', verified: false },
])

/** Warn this many days before a result expires. Ours. */
export const expiryWarningDays = 90
