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

/** Levels run from 1 (self) to 5 (national). */
export const levelScale = series<{ lowest: number; highest: number }>(
  {
    key: 'level_scale',
    name: { id: 'Skala tingkat kompetensi', en: 'Scale of competency levels' },
    usedBy: { id: 'Kamus, standar, pemetaan, kesenjangan, impor', en: 'Dictionary, standards, mapping, gaps, imports' },
    checked: '2026-11-22',
    reads: ({ lowest, highest }) => ({ id: `tingkat ${lowest} sampai ${highest}`, en: `levels ${lowest} to ${highest}` }),
  },
  [
    {
      from: '2017-01-01',
      value: { lowest: 1, highest: 5 },
      act: 'PermenPANRB 38/2017',
      article: 'Lampiran',
      source: 'Kamus kompetensi yang disalin tiga penerap; nama sembilan kompetensi sama dengan API SIASN',
      verified: true,
    },
  ],
)
// The scale is part of the shape of the data (the tables hold 1 to 5 as well): another scale is another migration.
export const { lowest: lowestLevel, highest: highestLevel } = levelScale.at('2026-11-22').value

/** The level that ships for every competency of a class of jabatan. */
export const classLevels = series<Readonly<Record<Jenjang, number>>>(
  {
    key: 'class_levels',
    name: { id: 'Tingkat bawaan menurut jenjang jabatan', en: 'Default level by class of post' },
    usedBy: { id: 'Standar bawaan kelas jabatan', en: 'Default standards of a class of posts' },
    checked: '2026-11-22',
    reads: value => {
      const words = Object.entries(value)
        .map(([jenjang, level]) => `${jenjang.replaceAll('_', ' ').replace('jpt', 'JPT')} ${level}`)
        .join(', ')
      return { id: words, en: words }
    },
  },
  [
    {
      from: '2017-01-01',
      value: {
        jpt_utama: 5,
        jpt_madya: 4,
        jpt_pratama: 4,
        administrator: 3,
        pengawas: 2,
        pelaksana: 1,
        pemula: 1,
        terampil: 2,
        mahir: 2,
        penyelia: 3,
        ahli_pertama: 2,
        ahli_muda: 3,
        ahli_madya: 4,
        ahli_utama: 5,
      },
      act: 'PermenPANRB 38/2017',
      article: null,
      source: 'Aplikasi IDP Provinsi Lampung 2026 (tabel jenjang); untuk JPT Madya sumber lain menyebut 5',
      verified: false,
    },
  ],
)

/** Each aspect of potential is found on this scale. */
export const potentialScale = series<{ lowest: number; highest: number }>(
  {
    key: 'potential_scale',
    name: { id: 'Skala aspek potensi', en: 'Scale of the aspects of potential' },
    usedBy: { id: 'Pemetaan potensi, indeks kesenjangan (IKK)', en: 'Mapping of potential, gap index (IKK)' },
    checked: '2026-11-22',
    reads: ({ lowest, highest }) => ({ id: `${lowest} sampai ${highest}`, en: `${lowest} to ${highest}` }),
  },
  [
    {
      from: '2017-01-01',
      value: { lowest: 1, highest: 3 },
      act: null,
      article: null,
      source: 'Dua pelaksana penilaian memakai delapan aspek dengan skala 1–3; belum ditemukan dalam peraturan',
      verified: false,
    },
  ],
)

/** How long an assessment result holds, in years. No act sets it; implementers use three. */
export const resultValidityYears = series<number>(
  {
    key: 'result_validity',
    name: { id: 'Masa berlaku hasil penilaian', en: 'How long an assessment result holds' },
    usedBy: { id: 'Pemetaan, profil, impor hasil penilaian', en: 'Mapping, profile, import of results' },
    checked: '2026-11-22',
    reads: years => ({ id: `${years} tahun`, en: `${years} years` }),
  },
  [
    {
      from: '2017-01-01',
      value: 3,
      act: null,
      article: null,
      source: 'Praktik pelaksana; tidak ditemukan dalam peraturan',
      verified: false,
    },
  ],
)

/** Warn this many days before a result expires. Ours. */
export const expiryWarningDays = series<number>(
  {
    key: 'expiry_warning',
    name: { id: 'Peringatan sebelum hasil penilaian habis berlaku', en: 'Warning before a result expires' },
    usedBy: { id: 'Pemetaan, profil', en: 'Mapping, profile' },
    checked: '2026-11-22',
    reads: days => ({ id: `${days} hari`, en: `${days} days` }),
  },
  [{ from: '2017-01-01', value: 90, act: null, article: null, source: 'Pilihan Piawai; tidak ada peraturan', verified: false }],
)

export type IkkBand = 'tinggi' | 'sedang' | 'rendah' | 'tidak_ada'

/** The bands of the gap index, descending: `from` inclusive, `above` exclusive; the last one holds everything else. */
export const ikkBands = series<readonly { band: IkkBand; from?: number; above?: number }[]>(
  {
    key: 'ikk_bands',
    name: { id: 'Kategori indeks kesenjangan kompetensi (IKK)', en: 'Bands of the competency gap index (IKK)' },
    usedBy: { id: 'Profil, rekap unit, dokumen AKD', en: 'Profile, recap of a unit, AKD documents' },
    checked: '2026-11-22',
    reads: bands => {
      const limit = (one: { from?: number; above?: number }, otherwise: string) =>
        one.from !== undefined ? `≥ ${one.from}` : one.above !== undefined ? `> ${one.above}` : otherwise
      const read = (otherwise: string) => bands.map(one => `${one.band.replace('_', ' ')} ${limit(one, otherwise)}`).join(', ')
      return { id: read('selebihnya'), en: read('else') }
    },
  },
  [
    {
      from: '2017-01-01',
      value: [{ band: 'tinggi', from: 50 }, { band: 'sedang', from: 25 }, { band: 'rendah', above: 0 }, { band: 'tidak_ada' }],
      act: null,
      article: null,
      source: 'Satu pelaksana (UPTD Penilaian Kompetensi BKD Kalimantan Timur)',
      verified: false,
    },
  ],
)
