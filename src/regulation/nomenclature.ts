import { type DatedValue, series } from './series.ts'

/** One version of the table of codes for urusan, program, kegiatan and sub kegiatan. */
export type NomenclatureVersion = {
  /** The number of the act: stored beside each code, and never changed. */
  key: string
  /** How many digits the last part of the code of a sub kegiatan has. */
  subDigits: 2 | 4
}

const version = (from: string, act: string, subDigits: 2 | 4, verified = true): DatedValue<NomenclatureVersion> => ({
  from,
  value: { key: act.replace(/^\S+ /, ''), subDigits },
  act,
  article: null,
  source: 'Tanggal penetapan: daftar peraturan github rendyrobbani/kodefikasi-pemerintah-daerah',
  verified,
})

/** The codes that plans and budgets of local governments use, from the day on which each act was set. */
export const nomenclatureVersions = series<NomenclatureVersion>(
  {
    key: 'nomenclature',
    name: {
      id: 'Nomenklatur program, kegiatan, dan sub kegiatan',
      en: 'Nomenclature of programmes, kegiatan and sub kegiatan',
    },
    usedBy: { id: 'Rencana daerah, nomenklatur, impor nomenklatur', en: 'Development plans, nomenclature, its import' },
    checked: '2026-11-22',
    reads: ({ subDigits }) => ({ id: `sub kegiatan ${subDigits} angka`, en: `sub kegiatan of ${subDigits} digits` }),
  },
  [
    version('2019-10-18', 'Permendagri 90/2019', 2),
    version('2020-10-05', 'Kepmendagri 050-3708/2020', 2, false),
    version('2021-12-27', 'Kepmendagri 050-5889/2021', 2),
    version('2023-06-23', 'Kepmendagri 900.1.15.5-1317/2023', 4, false),
    version('2024-08-27', 'Kepmendagri 900.1.15.5-3406/2024', 4),
    version('2025-07-31', 'Kepmendagri 900.1-2850/2025', 4),
    version('2026-05-07', 'Kepmendagri 900.1-861/2026', 4),
  ],
)
