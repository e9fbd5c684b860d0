import type { Messages } from './messages.ts'
import type { PlanFlaw, TypedPlan } from './rules/plan.ts'
import type { Plan } from './store/plan.ts'

/** The fields of the form of a plan, as they were typed. */
export const planFields = ['jenis', 'unit', 'nama', 'dari', 'sampai', 'dasar_hukum', 'dicocokkan'] as const
export type PlanForm = Record<(typeof planFields)[number], string>

export const blankPlan: PlanForm = { jenis: '', unit: '', nama: '', dari: '', sampai: '', dasar_hukum: '', dicocokkan: '1' }

export const planForm = (plan: Plan): PlanForm => ({
  jenis: plan.kind,
  unit: String(plan.unit?.id ?? ''),
  nama: plan.name,
  dari: String(plan.yearFrom),
  sampai: String(plan.yearUntil),
  dasar_hukum: plan.legalBasis ?? '',
  dicocokkan: plan.verified ? '1' : '',
})

export const readPlanForm = (field: (name: string) => string): PlanForm =>
  Object.fromEntries(planFields.map(name => [name, field(name)])) as PlanForm

/** The form as the rule reads it; an office that is not among `units` is none. */
export const typedPlan = (form: PlanForm, units: readonly { id: number }[]): TypedPlan => ({
  kind: form.jenis,
  name: form.nama,
  unitId: units.find(unit => String(unit.id) === form.unit)?.id ?? null,
  from: form.dari,
  until: form.sampai,
  legalBasis: form.dasar_hukum,
  verified: form.dicocokkan !== '',
})

const fieldOf: Record<PlanFlaw, keyof PlanForm> = {
  kind: 'jenis',
  unit_missing: 'unit',
  unit_not_needed: 'unit',
  name_missing: 'nama',
  name_long: 'nama',
  from: 'dari',
  until: 'sampai',
  until_before: 'sampai',
  too_long: 'sampai',
  basis_missing: 'dasar_hukum',
  basis_long: 'dasar_hukum',
}

export const planErrors = (flaws: readonly PlanFlaw[], m: Messages) =>
  flaws.map(flaw => ({ field: fieldOf[flaw], message: m.planFlaws[flaw] }))
