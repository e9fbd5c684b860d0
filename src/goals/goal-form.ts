import type { Language } from '../platform/i18n/index.ts'
import { goalCodeWords } from './code-words.ts'
import type { Messages } from './messages.ts'
import type { CodePlace, GoalFlaw, GoalKind, TypedGoal } from './rules/goal.ts'
import { typedMeasure } from './rules/measure.ts'
import type { Goal } from './store/goal.ts'

/** The form of a goal, as it was typed: fields by name, `target_<year>` among them. */
export type GoalForm = Record<string, string>

const plain = [
  'jenis',
  'induk',
  'kode',
  'uraian',
  'mendukung',
  'penanggung_jawab',
  'satuan',
  'awal',
  'tahun_awal',
  'arah',
] as const
export const targetField = (year: number) => `target_${year}`

export const readGoalForm = (field: (name: string) => string, years: readonly number[]): GoalForm =>
  Object.fromEntries([...plain, ...years.map(targetField)].map(name => [name, field(name)]))

export const blankGoal = (kind: GoalKind, parentId: string): GoalForm => ({ jenis: kind, induk: parentId })

export const goalForm = (goal: Goal): GoalForm => ({
  jenis: goal.kind,
  induk: String(goal.parentId ?? ''),
  kode: goal.code,
  uraian: goal.name,
  mendukung: String(goal.serves?.id ?? ''),
  penanggung_jawab: String(goal.unit?.id ?? ''),
  satuan: goal.unitOfMeasure ?? '',
  awal: typedMeasure(goal.baseline),
  tahun_awal: String(goal.baselineYear ?? ''),
  arah: goal.higherIsBetter === null ? '' : goal.higherIsBetter ? 'naik' : 'turun',
  ...Object.fromEntries(Object.entries(goal.targets).map(([year, target]) => [targetField(Number(year)), typedMeasure(target)])),
})

export const typedGoal = (form: GoalForm, years: readonly number[]): TypedGoal => ({
  kind: form.jenis ?? '',
  code: form.kode ?? '',
  name: form.uraian ?? '',
  unitOfMeasure: form.satuan ?? '',
  baseline: form.awal ?? '',
  baselineYear: form.tahun_awal ?? '',
  direction: form.arah ?? '',
  targets: new Map(years.map(year => [year, form[targetField(year)] ?? ''])),
})

const fieldOf: Record<Exclude<GoalFlaw['field'], 'code' | 'target_long'>, string> = {
  kind: 'jenis',
  parent_missing: 'induk',
  parent_kind: 'induk',
  name_missing: 'uraian',
  name_long: 'uraian',
  unit_of_measure_missing: 'satuan',
  unit_of_measure_long: 'satuan',
  baseline_long: 'awal',
  baseline_year: 'tahun_awal',
  direction: 'arah',
}

export type FormError = { field: string; message: string }

export const goalErrors = (flaws: readonly GoalFlaw[], place: CodePlace, m: Messages, language: Language): FormError[] =>
  flaws.map(flaw => {
    if (flaw.field === 'code') return { field: 'kode', message: goalCodeWords(flaw.code, place.isProvince)[language] }
    if (flaw.field === 'target_long') return { field: targetField(flaw.year), message: m.targetLong(flaw.year) }
    return { field: fieldOf[flaw.field], message: m.goalFlaws[flaw.field] }
  })
