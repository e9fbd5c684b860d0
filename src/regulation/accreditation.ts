import { series } from './series.ts'

/** Years that an accreditation holds, by its peringkat; null: not known, what the decree says counts. */
export const accreditationYears = series<{ A: number; B: number | null; C: number | null }>(
  {
    key: 'accreditation_years',
    name: { id: 'Masa berlaku akreditasi menurut peringkat', en: 'How long an accreditation holds, by grade' },
    usedBy: { id: 'Daftar akreditasi (tanggal akhir yang diusulkan)', en: 'Register of accreditation (the last day proposed)' },
    checked: '2026-11-22',
    reads: ({ A }) => ({ id: `A ${A} tahun; B dan C belum diketahui`, en: `A ${A} years; B and C not known` }),
  },
  [
    {
      from: '2012-01-01',
      value: { A: 5, B: null, C: null },
      act: null,
      article: null,
      source: 'Kaltim 2012–2017 (kaltim.antaranews 10119); naskah peraturannya belum dilihat',
      verified: false,
    },
  ],
)
