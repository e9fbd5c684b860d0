import { z } from 'zod'
import type { Tx } from '../platform/db/index.ts'
import { type PolicyField, type PolicyKind, policyAt } from '../policies/index.ts'
import { type Method, methodLabels } from './labels.ts'
import { messages } from './messages.ts'
import { type Choice, type ChoiceRule, choiceRules } from './rules/choice.ts'
import { simulateChoice } from './simulations.ts'

const { id, en } = messages
const methods = Object.keys(methodLabels.id) as Method[]

type Key = `rank_${Method}` | `weight_${Method}`
export type ChoiceValue = { rule: ChoiceRule; atLeast: number } & Record<Key, number>

/** What ships: the latest result; what one says of oneself is kept and shown but does not speak until the instansi says so. */
const shipped: Record<Method, [rank: number, weight: number]> = {
  assessment_center: [1, 40],
  cact: [2, 25],
  uji_kompetensi: [3, 20],
  wawancara: [4, 10],
  psikometri: [5, 5],
  penilaian_360: [6, 10],
  penilaian_atasan: [7, 10],
  penilaian_rekan: [8, 5],
  penilaian_bawahan: [9, 5],
  penilaian_diri: [0, 0],
  pembelajaran: [10, 5], // written only where the rule of learning raises, or somebody accepted it
}

const perMethod = <V>(make: (method: Method) => [Key, V][]) => Object.fromEntries(methods.flatMap(make)) as Record<Key, V>

const small = z.number().int().min(0).max(100)
const integer = (name: string, label: { id: string; en: string }, max: number): PolicyField => ({
  name,
  label,
  kind: 'integer',
  min: 0,
  max,
})

/** Which of the kept results speaks in the profile. */
export const choicePolicy: PolicyKind<ChoiceValue> = {
  kind: 'choice',
  path: 'pilihan-hasil',
  name: { id: id.choiceName, en: en.choiceName },
  lead: { id: id.choiceLead, en: en.choiceLead },
  schema: z.object({
    rule: z.enum(choiceRules as [ChoiceRule, ...ChoiceRule[]]),
    atLeast: z.number().int().min(2).max(5),
    ...perMethod(method => [
      [`rank_${method}`, small],
      [`weight_${method}`, small],
    ]),
  }),
  fields: [
    {
      name: 'rule',
      label: { id: id.choiceRule, en: en.choiceRule },
      kind: 'choice',
      choices: choiceRules.map(value => ({
        value,
        label: { id: id.choiceRules[value], en: en.choiceRules[value] },
        help: { id: id.choiceRuleHelp[value], en: en.choiceRuleHelp[value] },
      })),
    },
    { ...integer('atLeast', { id: id.choiceAtLeast, en: en.choiceAtLeast }, 5), min: 2 } as PolicyField,
    ...methods.flatMap(method => [
      integer(
        `rank_${method}`,
        { id: id.choiceRank(methodLabels.id[method]), en: en.choiceRank(methodLabels.en[method]) },
        methods.length,
      ),
      integer(
        `weight_${method}`,
        { id: id.choiceWeight(methodLabels.id[method]), en: en.choiceWeight(methodLabels.en[method]) },
        100,
      ),
    ]),
  ],
  defaultAt: () => ({
    value: {
      rule: 'latest',
      atLeast: 2,
      ...perMethod(method => [
        [`rank_${method}`, shipped[method][0]],
        [`weight_${method}`, shipped[method][1]],
      ]),
    },
    source: 'Bawaan Piawai; belum ditetapkan instansi (tidak ada aturan pemilihan hasil dalam peraturan)',
    verified: false,
  }),
  flaws: value =>
    methods.every(method => value[`rank_${method}`] === 0)
      ? [{ field: `rank_${methods[0]}`, words: { id: id.choiceNoMethod, en: en.choiceNoMethod } }]
      : value.rule === 'weighted' && methods.every(method => value[`rank_${method}`] === 0 || value[`weight_${method}`] === 0)
        ? [{ field: `weight_${methods[0]}`, words: { id: id.choiceNoWeight, en: en.choiceNoWeight } }]
        : [],
  simulate: (tx, change) => simulateChoice(tx, change, { now: choiceOf(change.now), next: choiceOf(change.next) }),
}

export const choiceOf = (value: ChoiceValue): Choice => ({
  rule: value.rule,
  atLeast: value.atLeast,
  ranks: Object.fromEntries(methods.map(method => [method, value[`rank_${method}`]])) as Record<Method, number>,
  weights: Object.fromEntries(methods.map(method => [method, value[`weight_${method}`]])) as Record<Method, number>,
})

/** The rule of choice of an instansi on a date, and the row that says so (null: what ships). */
export async function choiceAt(tx: Tx, instansiId: number, date: string): Promise<{ choice: Choice; policyId: number | null }> {
  const policy = await policyAt(tx, choicePolicy, instansiId, date)
  return { choice: choiceOf(policy.value), policyId: policy.id }
}
