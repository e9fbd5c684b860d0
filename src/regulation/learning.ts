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
    usedBy: { id: 'Peringatan hari yang terlalu padat pada buku JP', en: 'The warning of crowded days in the JP ledger' },
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
