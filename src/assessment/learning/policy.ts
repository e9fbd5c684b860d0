import { z } from 'zod'
import type { PolicyKind } from '../../policies/index.ts'
import { learningMessages } from './messages.ts'
import { type LearningEffect, type LearningRule, learningEffects } from './rules/evidence.ts'

const { id, en } = learningMessages
const steps = { min: 1, max: 4 }
const score = { min: 0, max: 100 }

/** What a passed learning does to the level of who passed it. */
export const learningPolicy: PolicyKind<LearningRule> = {
  kind: 'learning_evidence',
  path: 'bukti-belajar',
  name: { id: id.policyName, en: en.policyName },
  lead: { id: id.policyLead, en: en.policyLead },
  schema: z.object({
    effect: z.enum(learningEffects as [LearningEffect, ...LearningEffect[]]),
    mostSteps: z.number().int().min(steps.min).max(steps.max),
    minScore: z.number().int().min(score.min).max(score.max),
  }),
  fields: [
    {
      name: 'effect',
      label: { id: id.effect, en: en.effect },
      kind: 'choice',
      choices: learningEffects.map(value => ({
        value,
        label: { id: id.effects[value], en: en.effects[value] },
        help: { id: id.effectHelp[value], en: en.effectHelp[value] },
      })),
    },
    {
      name: 'mostSteps',
      label: { id: id.mostSteps, en: en.mostSteps },
      kind: 'integer',
      ...steps,
      unit: { id: id.levels, en: en.levels },
    },
    {
      name: 'minScore',
      label: { id: id.minScore, en: en.minScore },
      help: { id: id.minScoreHelp, en: en.minScoreHelp },
      kind: 'integer',
      ...score,
    },
  ],
  defaultAt: () => ({
    value: { effect: 'propose', mostSteps: 1, minScore: 0 },
    source: 'Bawaan Piawai; tidak ada aturan yang ditemukan tentang akibat kelulusan belajar atas tingkat kompetensi',
    verified: false,
  }),
}
