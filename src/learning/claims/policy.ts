import { z } from 'zod'
import type { PolicyKind } from '../../policies/index.ts'
import { jpOfAWholeDay } from './rules/duplicates.ts'

export type ClaimDayValue = { mostADay: number }

/** How many JP a day of learning holds before a claim is looked at twice. */
export const claimDayPolicy: PolicyKind<ClaimDayValue> = {
  kind: 'claim_day',
  path: 'jp-sehari',
  name: { id: 'JP sehari pada klaim', en: 'Hours a day in claims' },
  lead: {
    id: 'Bila klaim belajar seorang pegawai pada satu hari melebihi angka ini, petugas diminta memeriksanya. Tidak ada JP yang dipotong karenanya.',
    en: 'Where the claims of a person on one day pass this figure, whoever verifies is asked to look. No hour is cut by it.',
  },
  schema: z.object({ mostADay: z.number().int().min(1).max(jpOfAWholeDay) }),
  fields: [
    {
      name: 'mostADay',
      label: { id: 'JP paling banyak dalam sehari', en: 'Most hours (JP) in a day' },
      help: {
        id: '1 JP dihitung 45 menit; 12 JP sama dengan 9 jam. Sehari semalam memuat 32 JP: lebih dari itu klaim tidak dapat diverifikasi.',
        en: 'One JP is taken as 45 minutes; 12 JP are 9 hours. A whole day holds 32: a claim beyond that cannot be verified.',
      },
      kind: 'integer',
      min: 1,
      max: jpOfAWholeDay,
      unit: { id: 'JP', en: 'JP' },
    },
  ],
  defaultAt: () => ({
    value: { mostADay: 12 },
    source: 'Pilihan Piawai: sembilan jam belajar sehari, 1 JP = 45 menit; tidak ada peraturan yang menyebut angkanya',
    verified: false,
  }),
}
