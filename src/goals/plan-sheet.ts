import type { Language } from '../platform/i18n/index.ts'
import type { CellToWrite, SheetToWrite } from '../platform/sheet/index.ts'
import { goalKindLabels, planKindLabels, planStateLabels } from './labels.ts'
import type { Messages } from './messages.ts'
import { inTreeOrder } from './rules/goal.ts'
import type { GoalInPlan } from './store/goal.ts'
import type { Plan, PlanRow } from './store/plan.ts'

/** The list of plans as a sheet. */
export const planSheet = (m: Messages, language: Language, title: string, rows: readonly PlanRow[]): SheetToWrite => ({
  name: m.plans,
  title,
  columns: [
    { header: m.plan, width: 56 },
    { header: m.kind, width: 14 },
    { header: m.owner, width: 36 },
    { header: m.unit, width: 44 },
    { header: m.from, width: 10, kind: 'number' },
    { header: m.until, width: 10, kind: 'number' },
    { header: m.legalBasis, width: 44 },
    { header: m.state, width: 12 },
    { header: m.sasaran, width: 10, kind: 'number' },
    { header: m.indicators, width: 10, kind: 'number' },
    { header: m.thread, width: 12, kind: 'number' },
  ],
  rows: rows.map(row => [
    row.name,
    planKindLabels[language][row.kind],
    row.owner ?? m.nation,
    row.unit,
    row.yearFrom,
    row.yearUntil,
    row.legalBasis,
    planStateLabels[language][row.state],
    row.sasaran,
    row.indicators,
    row.tied,
  ]),
})

/**
 * Everything a plan holds, in its order, under the names of the import's columns: what comes out goes in again. In Indonesian, like
 * every file that is filled in and sent back.
 */
export function goalSheet(plan: Plan, goals: readonly GoalInPlan[], years: readonly number[], m: Messages): SheetToWrite {
  const codes = new Map(goals.map(goal => [goal.id, goal.code]))
  return {
    name: 'Data',
    columns: [
      { header: 'Rencana', width: 40 },
      { header: 'Jenis', width: 14 },
      { header: 'Kode', width: 20, kind: 'text' },
      { header: 'Kode induk', width: 20, kind: 'text' },
      { header: 'Uraian', width: 70 },
      { header: 'Satuan', width: 14 },
      { header: 'Arah', width: 24 },
      { header: 'Nilai awal', width: 12, kind: 'text' },
      { header: 'Tahun nilai awal', width: 12, kind: 'number' },
      ...years.map(year => ({ header: m.targetOf(year), width: 12, kind: 'text' as const })),
      { header: 'Penanggung jawab', width: 40 },
      { header: 'Rencana yang didukung', width: 40 },
      { header: 'Kode yang didukung', width: 20, kind: 'text' },
    ],
    rows: inTreeOrder(goals).map(({ goal }) => [
      plan.name,
      goalKindLabels.id[goal.kind],
      goal.code,
      goal.parentId === null ? null : (codes.get(goal.parentId) ?? null),
      goal.name,
      goal.unitOfMeasure,
      goal.higherIsBetter === null ? null : goal.higherIsBetter ? m.directions.naik : m.directions.turun,
      cell(goal.baseline),
      goal.baselineYear,
      ...years.map(year => cell(goal.targets[year] ?? null)),
      goal.unit?.name ?? null,
      goal.serves?.plan.name ?? null,
      goal.serves?.code ?? null,
    ]),
  }
}

const cell = (value: number | string | null): CellToWrite => (typeof value === 'number' ? String(value).replace('.', ',') : value)
