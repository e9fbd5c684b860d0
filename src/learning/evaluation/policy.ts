import { z } from 'zod'
import type { PolicyKind } from '../../policies/index.ts'
import { evaluationMessages } from './messages.ts'

const { id, en } = evaluationMessages
export type EvaluationRule = {
  /** Later evaluation is asked of classes of so many JP or more. */
  minJp: number
  firstMonths: number
  /** 0: no second time. */
  secondMonths: number
  peers: number
  openDays: number
  threshold: number
}
const range = {
  minJp: [0, 2000],
  firstMonths: [1, 12],
  secondMonths: [0, 24],
  peers: [0, 5],
  openDays: [7, 90],
  threshold: [2, 10],
} as const satisfies Record<keyof EvaluationRule, readonly [number, number]>
const names = Object.keys(range) as (keyof EvaluationRule)[]

/** When a class is asked after: which classes, after how many months, of whom. */
export const evaluationPolicy: PolicyKind<EvaluationRule> = {
  kind: 'evaluation',
  path: 'evaluasi-belajar',
  name: { id: id.policyName, en: en.policyName },
  lead: { id: id.policyLead, en: en.policyLead },
  schema: z.object(
    Object.fromEntries(names.map(name => [name, z.number().int().min(range[name][0]).max(range[name][1])])) as Record<
      keyof EvaluationRule,
      z.ZodNumber
    >,
  ),
  fields: names.map(name => ({
    name,
    label: { id: id.policyFields[name], en: en.policyFields[name] },
    kind: 'integer',
    min: range[name][0],
    max: range[name][1],
    unit: { id: id.policyUnits[name], en: en.policyUnits[name] },
  })),
  defaultAt: () => ({
    value: { minJp: 20, firstMonths: 3, secondMonths: 6, peers: 2, openDays: 30, threshold: 3 },
    source: 'Praktik BPSDM Jawa Barat (evaluasi pascapelatihan) dan pilihan Piawai; tenggat dalam peraturan tidak ditemukan',
    verified: false,
  }),
  flaws: value =>
    value.secondMonths > 0 && value.secondMonths <= value.firstMonths
      ? [{ field: 'secondMonths', words: { id: id.secondBeforeFirst, en: en.secondBeforeFirst } }]
      : [],
}
