import { z } from 'zod'
import type { Tx } from '../../platform/db/index.ts'
import { type PolicyField, type PolicyKind, policyAt, weightFlaws } from '../../policies/index.ts'
import { policyWords } from './policy-words.ts'
import type { RatingPolicy } from './rules/outcome.ts'

const { id, en } = policyWords
const percent = z.number().int().min(0).max(100)
const weights = ['atasan', 'rekan', 'bawahan', 'diri'] as const
const threshold = { min: 2, max: 10 }
const apart = { min: 1, max: 4 }

/** From how many raters on the anonymous are heard, what each relation weighs in the 360°, and when two asesor must settle. */
export const ratingPolicy: PolicyKind<RatingPolicy> = {
  kind: 'rating',
  path: 'penilaian',
  name: { id: id.name, en: en.name },
  lead: { id: id.lead, en: en.lead },
  schema: z.object({
    threshold: z.number().int().min(threshold.min).max(threshold.max),
    atasan: percent,
    rekan: percent,
    bawahan: percent,
    diri: percent,
    consensusFrom: z.number().int().min(apart.min).max(apart.max),
  }),
  fields: [
    {
      name: 'threshold',
      label: { id: id.threshold, en: en.threshold },
      help: { id: id.thresholdHelp, en: en.thresholdHelp },
      kind: 'integer',
      ...threshold,
      unit: { id: id.people, en: en.people },
    },
    ...weights.map(
      (name): PolicyField => ({
        name,
        label: { id: id.weights[name], en: en.weights[name] },
        kind: 'integer',
        min: 0,
        max: 100,
        unit: { id: '%', en: '%' },
      }),
    ),
    {
      name: 'consensusFrom',
      label: { id: id.consensusFrom, en: en.consensusFrom },
      help: { id: id.consensusHelp, en: en.consensusHelp },
      kind: 'integer',
      ...apart,
      unit: { id: id.levels, en: en.levels },
    },
  ],
  defaultAt: () => ({
    value: { threshold: 3, atasan: 40, rekan: 25, bawahan: 20, diri: 15, consensusFrom: 2 },
    source: 'Usulan bawaan Piawai; belum ditetapkan instansi (tidak ditemukan dalam peraturan)',
    verified: false,
  }),
  flaws: value => weightFlaws(value, weights),
}

/** The rule of rating of an instansi on a date, and the row that says so (null: what ships). */
export async function ratingPolicyAt(
  tx: Tx,
  instansiId: number,
  date: string,
): Promise<{ policy: RatingPolicy; policyId: number | null }> {
  const { value, id: policyId } = await policyAt(tx, ratingPolicy, instansiId, date)
  return { policy: value, policyId }
}
