import {
  type AcceptedRow,
  type Cells,
  type Checked,
  type FieldError,
  namedBy,
  plainName,
  RowReader,
  type Values,
  type Words,
} from '../../imports/index.ts'
import type { PostFinder } from '../../people/imports/index.ts'
import { goalCodeWords } from '../code-words.ts'
import { goalKindLabels } from '../labels.ts'
import { type CodePlace, type GoalKind, goalCode, parentFlaw, parentKinds, servingKinds } from '../rules/goal.ts'
import { longestMeasure, type Measure, readMeasure } from '../rules/measure.ts'
import { mayServe } from '../rules/plan.ts'
import type { GoalChoice } from '../store/goal.ts'
import { directionChoices, goalFields, kindChoices, targetKey } from './goal-fields.ts'
import type { KnownPlan, PlanFinder } from './plan-finder.ts'

/** What a row is checked against. */
export type Surroundings = {
  plans: PlanFinder
  posts: PostFinder
  place: CodePlace
  /** The instansi that guide this one. */
  guides: readonly number[]
  above: readonly GoalChoice[]
  years: readonly number[]
  /** Kinds by `<plan> <code>`: what the database holds, and what the file says. */
  standing: ReadonlyMap<string, GoalKind>
  inFile: ReadonlyMap<string, GoalKind>
}

export const goalKey = (planId: number, code: string) => `${planId} ${code}`
const labelOf = (kind: GoalKind) => ({ id: goalKindLabels.id[kind].toLowerCase(), en: goalKindLabels.en[kind].toLowerCase() })

/** The plan, kind and code of a row, as far as they can be read: for what other rows say of them. */
export function identify(cells: Cells, at: Pick<Surroundings, 'plans' | 'posts' | 'place'>) {
  const row = new RowReader(cells, goalFields)
  return identity(row, at)
}

function identity(row: RowReader, { plans, posts, place }: Pick<Surroundings, 'plans' | 'posts' | 'place'>) {
  const unitText = row.text('unit')
  const unit = unitText === null ? null : posts.unit(unitText, null)
  if (unit && !unit.ok) row.refuse(unit.field, unit.words)
  const planText = row.need('plan', row.text('plan'))
  const plan = planText === null ? null : plans.find(planText, unit?.ok ? unit.found.id : null)
  if (plan && !plan.ok) row.refuse('plan', plan.words)
  const kind = row.need('kind', row.choice('kind', kindChoices)) as GoalKind | null
  const typed = row.need('code', row.text('code', 60))
  const code = typed === null || kind === null ? null : goalCode(kind, typed, place)
  if (code && !code.ok) row.refuse('code', goalCodeWords(code.flaw, place.isProvince))
  return {
    plan: plan?.ok ? plan.plan : null,
    kind,
    code: code?.ok ? code.code : null,
    unit: unit?.ok ? unit.found : null,
  }
}

/** One row: a goal or an indicator of a plan. */
export function checkGoal(cells: Cells, at: Surroundings): Checked {
  const row = new RowReader(cells, goalFields)
  const { plan, kind, code, unit } = identity(row, at)
  const name = row.need('name', row.text('name', 500))
  const parentCode = kind && plan ? parentOf(row, kind, plan, at) : row.text('parentCode', 60)
  const measures = kind ? measuresOf(row, cells, kind, at.years) : null
  const serves = kind && plan ? servedBy(row, kind, plan, at) : null
  const before = plan && code ? at.standing.get(goalKey(plan.id, code)) : undefined
  if (before && kind && before !== kind) row.refuse('code', otherKind(before))
  if (row.errors.length > 0 || !plan || !kind || code === null || name === null) return { ok: false, errors: row.errors }
  const values: Values = {
    planId: plan.id,
    plan: plan.name,
    kind,
    code,
    name,
    ...(parentCode === null ? {} : { parentCode }),
    ...measures,
    // Of a Renstra the office is the plan's own.
    ...(unit && unit.id !== plan.unitId ? { unitId: unit.id, unit: unit.name } : {}),
    ...(serves ? { servesGoalId: serves.id, serves: serves.code, servesPlan: serves.plan.name } : {}),
  }
  const claim = {
    field: 'code',
    thing: goalKey(plan.id, code),
    says: JSON.stringify(values),
    name: { id: `kode ${code}`, en: `code ${code}` },
  }
  return { ok: true, values, claims: [claim] }
}

const otherKind = (kind: GoalKind): Words => ({
  id: `Kode ini sudah dipakai dalam rencana yang sama, sebagai ${labelOf(kind).id}. Pakai kode lain, atau betulkan jenisnya.`,
  en: `This code is in the same plan already, as ${labelOf(kind).en}. Use another code, or correct the kind.`,
})

function parentOf(row: RowReader, kind: GoalKind, plan: KnownPlan, at: Surroundings): string | null {
  const text = row.text('parentCode', 60)
  const code = text === null ? null : text.trim().replace(/\.$/, '')
  const wanted = parentKinds[kind].map(one => labelOf(one))
  const list = { id: wanted.map(one => one.id).join(', '), en: wanted.map(one => one.en).join(', ') }
  if (code === null) {
    if (parentFlaw(kind, null) === null) return null
    return row.refuse('parentCode', {
      id: `Kode induk kosong. ${goalKindLabels.id[kind]} selalu berada di bawah ${list.id}; isi kodenya.`,
      en: `The parent code is blank. This kind always stands under one of: ${list.en}; give its code.`,
    })
  }
  const parent = at.inFile.get(goalKey(plan.id, code)) ?? at.standing.get(goalKey(plan.id, code))
  if (!parent) return row.refuse('parentCode', noParent(code))
  if (parentFlaw(kind, parent) === null) return code
  const allowed = wanted.length > 0 ? { id: `hanya di bawah ${list.id}`, en: `only under: ${list.en}` } : alone
  return row.refuse('parentCode', {
    id: `${code} adalah ${labelOf(parent).id}, sedangkan ${labelOf(kind).id} berada ${allowed.id}. Betulkan kode induknya.`,
    en: `${code} is a ${labelOf(parent).en}, but this kind stands ${allowed.en}. Correct the parent code.`,
  })
}
const alone: Words = { id: 'langsung di bawah rencana', en: 'directly under the plan' }

const noParent = (code: string): Words => ({
  id: `Kode induk ${code} tidak ada dalam rencana ini, juga tidak di berkas ini. Betulkan kodenya, atau tambahkan barisnya.`,
  en: `Parent code ${code} is neither in this plan nor in this file. Correct it, or add its row.`,
})

function servedBy(row: RowReader, kind: GoalKind, plan: KnownPlan, at: Surroundings): GoalChoice | null {
  const code = row.text('serves', 60)?.replace(/\.$/, '') ?? null
  const planText = row.text('servesPlan')
  if (code === null) return null
  if (!servingKinds.includes(kind))
    return row.refuse('serves', {
      id: `${goalKindLabels.id[kind]} mengikuti yang didukung induknya. Kosongkan kolom ini, isi pada baris induknya.`,
      en: 'This kind serves what its parent serves. Leave this blank and fill it in the row of the parent.',
    })
  const named = (one: GoalChoice) =>
    planText === null || [one.plan.name, one.plan.kind].some(text => plainName(text) === plainName(planText))
  const found = at.above.filter(one => one.code === code && mayServe(plan, one.plan, at.guides) && named(one))
  if (found.length === 1) return found[0]!
  if (found.length === 0)
    return row.refuse('serves', {
      id: `Kode ${code} tidak ada di rencana yang berada di atas rencana ini. Masukkan rencana di atasnya dahulu, atau betulkan kodenya.`,
      en: `No plan above this one has a goal ${code}. Enter the plan above first, or correct the code.`,
    })
  const names = [...new Set(found.map(one => `“${one.plan.name}”`))].slice(0, 3).join(', ')
  return row.refuse('serves', {
    id: `Kode ${code} ada di beberapa rencana: ${names}. Isi kolom Rencana yang didukung.`,
    en: `Code ${code} is in several plans: ${names}. Fill the column Plan served.`,
  })
}

function measuresOf(row: RowReader, cells: Cells, kind: GoalKind, years: readonly number[]): Values {
  const measure = row.text('measure', 60)
  const direction = row.choice('direction', directionChoices)
  const baseline = measureOf(row, cells, 'baseline')
  const baselineYear = row.whole('baselineYear', 1990, 2100)
  const targets = years.flatMap(year => {
    const target = measureOf(row, cells, targetKey(year))
    return target === null ? [] : [[targetKey(year), target] as const]
  })
  if (kind === 'indikator') {
    row.need('measure', measure)
    return {
      ...(measure === null ? {} : { measure }),
      ...(direction === null ? {} : { direction }),
      ...(baseline === null ? {} : { baseline }),
      ...(baselineYear === null || baseline === null ? {} : { baselineYear }),
      ...Object.fromEntries(targets),
    }
  }
  const field = measure !== null ? 'measure' : baseline !== null ? 'baseline' : targets[0]?.[0]
  if (field) row.refuse(field, onlyIndicators)
  return {}
}
const onlyIndicators: Words = {
  id: 'Satuan, nilai awal, dan target hanya milik indikator. Beri indikatornya baris sendiri, dengan kode ini sebagai kode induk.',
  en: 'Only an indicator has a unit, a baseline and targets. Give it a row of its own, with this code as its parent code.',
}

/** A number stays what the sheet holds; a text is read as people write it. */
function measureOf(row: RowReader, cells: Cells, field: string): Measure | null {
  const cell = cells[field]
  if (typeof cell === 'number') return cell
  const text = row.text(field, longestMeasure)
  return text === null ? null : readMeasure(text)
}

/** Rows whose parent is neither standing nor among the rows that are written: they would hang in the air. */
export function orphans(rows: readonly AcceptedRow[], standing: ReadonlyMap<string, GoalKind>): Map<number, FieldError[]> {
  const refused = new Map<number, FieldError[]>()
  const keyOf = (values: Values, code: unknown) => goalKey(Number(values.planId), String(code))
  for (let before = -1; refused.size > before; ) {
    before = refused.size
    const left = rows.filter(row => !refused.has(row.rowNumber))
    const written = new Set(left.map(({ values }) => keyOf(values, values.code)))
    for (const { rowNumber, values } of left) {
      if (values.parentCode === undefined) continue
      const key = keyOf(values, values.parentCode)
      if (!standing.has(key) && !written.has(key))
        refused.set(rowNumber, [{ field: 'parentCode', ...refusedParent(String(values.parentCode)) }])
    }
  }
  return refused
}
const refusedParent = (code: string): Words => ({
  id: `Baris induknya (${code}) ditolak, jadi baris ini belum dapat ditulis. Betulkan baris itu dahulu.`,
  en: `The row of its parent (${code}) was refused, so this one cannot be written yet. Mend that row first.`,
})
export const subjectOf = (cells: Cells, fields: readonly string[]) => namedBy(...fields.map(field => cells[field]))
