import { type CodeFlaw, type CodeLevel, readCode } from './code.ts'
import { longestMeasure, type Measure, readMeasure } from './measure.ts'
import type { PlanOwner } from './plan.ts'

export type GoalKind = 'visi' | 'misi' | 'tujuan' | 'sasaran' | 'program' | 'kegiatan' | 'sub_kegiatan' | 'indikator'

/** From the widest to the narrowest; an indicator measures any of those from tujuan on. */
export const goalKinds: readonly GoalKind[] = [
  'visi',
  'misi',
  'tujuan',
  'sasaran',
  'program',
  'kegiatan',
  'sub_kegiatan',
  'indikator',
]

/** Under what a goal may stand in its plan; a kind never stands under itself, so that no tree has a circle. */
export const parentKinds: Record<GoalKind, readonly GoalKind[]> = {
  visi: [],
  misi: ['visi'],
  tujuan: ['visi', 'misi'],
  sasaran: ['misi', 'tujuan'],
  program: ['tujuan', 'sasaran'],
  kegiatan: ['program'],
  sub_kegiatan: ['kegiatan'],
  indikator: ['tujuan', 'sasaran', 'program', 'kegiatan', 'sub_kegiatan'],
}
/** What may be put under a goal of this kind. */
export const childKinds = (kind: GoalKind): GoalKind[] => goalKinds.filter(one => parentKinds[one].includes(kind))

const standsAlone: readonly GoalKind[] = ['visi', 'misi', 'tujuan', 'sasaran']

/** These may name the goal of a plan above that they serve; an indicator measures its parent and serves what that serves. */
export const servingKinds: readonly GoalKind[] = ['misi', 'tujuan', 'sasaran', 'program', 'kegiatan', 'sub_kegiatan']

export type ParentFlaw = 'parent_missing' | 'parent_kind'
/** Whether a goal of this kind may stand under that parent (null: under none). */
export function parentFlaw(kind: GoalKind, parent: GoalKind | null): ParentFlaw | null {
  if (parent === null) return standsAlone.includes(kind) ? null : 'parent_missing'
  return parentKinds[kind].includes(parent) ? null : 'parent_kind'
}

const longestCode = 40
const codeLevels: Partial<Record<GoalKind, CodeLevel>> = {
  program: 'program',
  kegiatan: 'kegiatan',
  sub_kegiatan: 'sub_kegiatan',
}

/** Whose plan it is, as far as the code of a kegiatan tells governments apart. */
export type CodePlace = { owner: PlanOwner; isProvince: boolean }
export type GoalCodeFlaw =
  | { flaw: 'missing' | 'long' }
  | { flaw: 'shape'; part: CodeFlaw }
  /** A code, but of something else: what it is. */
  | { flaw: 'level'; level: CodeLevel }
  | { flaw: 'government'; code: string }

/**
 * The code of a goal as it is kept, or why it cannot be. Any text will do, except where the budget has a code of its own: program,
 * kegiatan and sub kegiatan of a local government bear the code of the nomenclature, of their own level of government.
 */
export function goalCode(
  kind: GoalKind,
  typed: string,
  place: CodePlace,
): { ok: true; code: string } | { ok: false; flaw: GoalCodeFlaw } {
  const text = typed.trim().replace(/\.$/, '')
  if (text === '') return { ok: false, flaw: { flaw: 'missing' } }
  if (text.length > longestCode) return { ok: false, flaw: { flaw: 'long' } }
  const level = codeLevels[kind]
  if (!level || place.owner !== 'daerah') return { ok: true, code: text }
  const reading = readCode(text)
  if (!reading.ok) return { ok: false, flaw: { flaw: 'shape', part: reading.flaw } }
  const { code, government } = reading.code
  if (reading.code.level !== level) return { ok: false, flaw: { flaw: 'level', level: reading.code.level } }
  if (government !== null && (government === 'provinsi') !== place.isProvince)
    return { ok: false, flaw: { flaw: 'government', code } }
  return { ok: true, code }
}

export type TypedGoal = {
  kind: string
  code: string
  name: string
  unitOfMeasure: string
  baseline: string
  baselineYear: string
  direction: string
  /** By year of the plan. */
  targets: ReadonlyMap<number, string>
}
export type GoalValues = {
  kind: GoalKind
  code: string
  name: string
  unitOfMeasure: string | null
  baseline: Measure | null
  baselineYear: number | null
  higherIsBetter: boolean | null
  targets: Record<string, Measure>
}
export type GoalFlaw =
  | { field: 'kind' | 'parent_missing' | 'parent_kind' | 'name_missing' | 'name_long' }
  | { field: 'unit_of_measure_missing' | 'unit_of_measure_long' | 'baseline_long' | 'baseline_year' | 'direction' }
  | { field: 'target_long'; year: number }
  | { field: 'code'; code: GoalCodeFlaw }

const longestName = 500

/** Reads the form of a goal that is to stand under a parent of that kind (null: under none). */
export function readGoal(
  typed: TypedGoal,
  parent: GoalKind | null,
  place: CodePlace,
): { ok: true; values: GoalValues } | { ok: false; flaws: GoalFlaw[] } {
  const kind = goalKinds.find(one => one === typed.kind)
  if (!kind) return { ok: false, flaws: [{ field: 'kind' }] }
  const flaws: GoalFlaw[] = []
  const misplaced = parentFlaw(kind, parent)
  if (misplaced) flaws.push({ field: misplaced })
  const code = goalCode(kind, typed.code, place)
  if (!code.ok) flaws.push({ field: 'code', code: code.flaw })
  if (typed.name === '') flaws.push({ field: 'name_missing' })
  if (typed.name.length > longestName) flaws.push({ field: 'name_long' })
  const measured = kind === 'indikator' ? readMeasures(typed, flaws) : noMeasures
  if (!code.ok || flaws.length > 0) return { ok: false, flaws }
  return { ok: true, values: { kind, code: code.code, name: typed.name, ...measured } }
}

type Measures = Pick<GoalValues, 'unitOfMeasure' | 'baseline' | 'baselineYear' | 'higherIsBetter' | 'targets'>
const noMeasures: Measures = { unitOfMeasure: null, baseline: null, baselineYear: null, higherIsBetter: null, targets: {} }

function readMeasures(typed: TypedGoal, flaws: GoalFlaw[]): Measures {
  const baseline = readMeasure(typed.baseline)
  if (typed.unitOfMeasure === '') flaws.push({ field: 'unit_of_measure_missing' })
  if (typed.unitOfMeasure.length > 60) flaws.push({ field: 'unit_of_measure_long' })
  if (isLong(baseline)) flaws.push({ field: 'baseline_long' })
  const hasYear = /^\d{4}$/.test(typed.baselineYear)
  if (typed.baselineYear !== '' && !hasYear) flaws.push({ field: 'baseline_year' })
  if (typed.direction !== 'naik' && typed.direction !== 'turun') flaws.push({ field: 'direction' })
  const targets: Record<string, Measure> = {}
  for (const [year, text] of typed.targets) {
    const target = readMeasure(text)
    if (isLong(target)) flaws.push({ field: 'target_long', year })
    if (target !== null) targets[year] = target
  }
  return {
    unitOfMeasure: typed.unitOfMeasure,
    baseline,
    baselineYear: hasYear ? Number(typed.baselineYear) : null,
    higherIsBetter: typed.direction === 'naik',
    targets,
  }
}

const isLong = (measure: Measure | null) => typeof measure === 'string' && measure.length > longestMeasure

/** Goals in the order of a plan, each with its depth: a parent before its children, an indicator right after what it measures. */
export function inTreeOrder<G extends { id: number; parentId: number | null; kind: GoalKind; code: string }>(
  goals: readonly G[],
): { goal: G; depth: number }[] {
  const known = new Set(goals.map(goal => goal.id))
  const below = new Map<number | null, G[]>()
  for (const goal of goals) {
    const parent = goal.parentId !== null && known.has(goal.parentId) ? goal.parentId : null
    below.set(parent, [...(below.get(parent) ?? []), goal])
  }
  const isMeasure = (goal: G) => (goal.kind === 'indikator' ? 0 : 1)
  const order = (a: G, b: G) => isMeasure(a) - isMeasure(b) || byCode(a.code, b.code) || a.id - b.id
  const walk = (parent: number | null, depth: number): { goal: G; depth: number }[] =>
    (below.get(parent) ?? []).sort(order).flatMap(goal => [{ goal, depth }, ...walk(goal.id, depth + 1)])
  return walk(null, 0)
}

/** 1.2 before 1.10. */
export function byCode(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')]
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const [x, y] = [left[index] ?? '', right[index] ?? '']
    if (x === y) continue
    const difference = /^\d+$/.test(x) && /^\d+$/.test(y) ? Number(x) - Number(y) : 0
    return difference || (x < y ? -1 : 1)
  }
  return 0
}
