import type { Jenjang } from './competency.ts'
import { series } from './series.ts'

/** Age in years at which service ends (batas usia pensiun), by the jenjang that is held. */
export const retirementAge = series<Readonly<Record<Jenjang, number>>>(
  {
    key: 'retirement_age',
    name: { id: 'Batas usia pensiun menurut jenjang', en: 'Age of retirement by class of post' },
    usedBy: { id: 'Syarat masuk pelatihan', en: 'Entry rules of trainings' },
    checked: '2026-11-22',
    reads: ages => ({
      id: `${ages.pelaksana} tahun; JPT Pratama ${ages.jpt_pratama}, Ahli Madya ${ages.ahli_madya}, Ahli Utama ${ages.ahli_utama}`,
      en: `${ages.pelaksana} years; JPT Pratama ${ages.jpt_pratama}, Ahli Madya ${ages.ahli_madya}, Ahli Utama ${ages.ahli_utama}`,
    }),
  },
  [
    {
      from: '2017-01-01',
      value: {
        jpt_utama: 60,
        jpt_madya: 60,
        jpt_pratama: 60,
        administrator: 58,
        pengawas: 58,
        pelaksana: 58,
        pemula: 58,
        terampil: 58,
        mahir: 58,
        penyelia: 58,
        ahli_pertama: 58,
        ahli_muda: 58,
        ahli_madya: 60,
        ahli_utama: 65,
      },
      act: 'PP 11/2017',
      article: null,
      source: 'Tidak ditemukan pada sumber yang dibaca; menurut ingatan',
      verified: false,
    },
  ],
)
