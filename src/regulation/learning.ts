import { series } from './series.ts'

/** JP that every PNS earns in a year, at least. */
export const jpPerYear = series<number>(
  {
    key: 'jp_per_year',
    name: { id: 'JP paling sedikit setahun bagi PNS', en: 'JP a year, at least, for a PNS' },
    usedBy: { id: 'Buku JP, profil', en: 'JP ledger, profile' },
    checked: '2026-11-22',
    reads: jp => ({ id: `${jp} JP`, en: `${jp} JP` }),
  },
  [
    {
      from: '2017-01-01',
      value: 20,
      act: 'PP 11/2017 jo. PP 17/2020',
      article: 'Pasal 203',
      source: 'Uraian BKPSDM Parigi Moutong dan satu laman kebijakan pengadaan',
      verified: true,
    },
  ],
)

/** JP that a PPPK may be given in a year of contract, at most. */
export const pppkJpCap = series<number>(
  {
    key: 'pppk_jp_cap',
    name: { id: 'JP paling banyak setahun bagi PPPK', en: 'JP a year, at most, for a PPPK' },
    usedBy: { id: 'Buku JP (sebagai peringatan)', en: 'JP ledger (as a warning)' },
    checked: '2026-11-22',
    reads: jp => ({ id: `${jp} JP`, en: `${jp} JP` }),
  },
  [
    {
      from: '2018-01-01',
      value: 24,
      act: 'PP 49/2018; PerLAN 15/2020',
      article: null,
      source: 'Tiga uraian (smpn4kra.sch.id, Scribd 715342546, SlideShare KutsiyatinMSi); pengecualiannya belum diverifikasi',
      verified: true,
    },
  ],
)

/** Minutes that one JP lasts. */
export const jpMinutes = series<number>(
  {
    key: 'jp_minutes',
    name: { id: 'Lama satu JP', en: 'How long one JP lasts' },
    usedBy: {
      id: 'Jadwal kelas, kegiatan, komunitas; peringatan hari yang terlalu padat pada buku JP dan klaim',
      en: 'Timetables, activities, communities; the warning of crowded days in the JP ledger and of claims',
    },
    checked: '2026-11-22',
    reads: minutes => ({ id: `${minutes} menit`, en: `${minutes} minutes` }),
  },
  [
    {
      from: '2018-01-01',
      value: 45,
      act: 'PerLAN 10/2018',
      article: null,
      source: 'Tidak ditemukan pada sumber yang dibaca; menurut ingatan',
      verified: false,
    },
  ],
)

/** Minutes of one JP for what is only held to be plausible: before the first day that is known, as on it. */
export const minutesOfJp = (day: string): number =>
  (jpMinutes.entries.findLast(one => one.from <= day) ?? jpMinutes.entries[0]!).value

/** Of all development, in percent: formal, with others, at work. */
export const learningMix = series<{ formal: number; social: number; work: number }>(
  {
    key: 'learning_mix',
    name: { id: 'Acuan 10:20:70', en: 'The aim 10:20:70' },
    usedBy: { id: 'Buku JP, rekap JP', en: 'JP ledger, recap of JP' },
    checked: '2026-11-22',
    reads: ({ formal, social, work }) => ({
      id: `${formal} % formal, ${social} % sosial, ${work} % pengalaman`,
      en: `${formal} % formal, ${social} % social, ${work} % experience`,
    }),
  },
  [
    {
      from: '2018-01-01',
      value: { formal: 10, social: 20, work: 70 },
      act: null,
      article: null,
      source:
        'Berita BPSDM Kemendagri 2023 (14 K/L) dan satu naskah (studylib 26194042); pembagian menurut bentuk adalah pilihan Piawai',
      verified: false,
    },
  ],
)
