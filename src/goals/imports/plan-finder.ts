import { meant, NameIndex, plainName, type Words } from '../../imports/index.ts'
import { planKindLabels } from '../labels.ts'
import { type PlanKind, type PlanState, planKinds } from '../rules/plan.ts'

export type KnownPlan = {
  id: number
  name: string
  kind: PlanKind
  state: PlanState
  instansiId: number
  unitId: number | null
  unit: string | null
  yearFrom: number
  yearUntil: number
}
type Found = { ok: true; plan: KnownPlan } | { ok: false; words: Words }

const kindNames = new Map(
  planKinds.flatMap(kind => [kind, planKindLabels.id[kind]].map(name => [plainName(name), kind] as const)),
)

/** Finds the plan that a cell names: by its name, or by its kind where that leaves one ("RPJMD", "Renstra" with its office). */
export class PlanFinder {
  readonly #plans: readonly KnownPlan[]
  readonly #names: NameIndex
  constructor(plans: readonly KnownPlan[]) {
    this.#plans = plans
    this.#names = new NameIndex(plans.map(plan => plan.name))
  }

  /** `unitId`: the office named in the same row. */
  find(text: string, unitId: number | null): Found {
    const plain = plainName(text)
    const named = this.#plans.filter(plan => plainName(plan.name) === plain)
    const kind = kindNames.get(plain)
    const found = named.length > 0 ? named : this.#plans.filter(plan => plan.kind === kind && plan.state !== 'archived')
    const here = found.length > 1 && unitId !== null ? found.filter(plan => plan.unitId === unitId) : found
    const open = here.length > 1 ? here.filter(plan => plan.state !== 'archived') : here
    const [plan, ...others] = open
    if (!plan) return { ok: false, words: this.#unknown(text) }
    if (others.length > 0) return { ok: false, words: many(text, open) }
    if (plan.state === 'archived') return { ok: false, words: archived(plan.name) }
    return { ok: true, plan }
  }

  #unknown(text: string): Words {
    const words = {
      id: `Rencana “${text}” tidak ada di instansi ini. Buat dahulu di Rencana daerah, atau betulkan namanya.`,
      en: `This agency has no plan “${text}”. Make it first under Development plans, or correct its name.`,
    }
    return meant(words, this.#names.nearest(text))
  }
}

const many = (text: string, plans: readonly KnownPlan[]): Words => {
  const names = plans
    .slice(0, 3)
    .map(plan => `“${plan.name}”`)
    .join(', ')
  return {
    id: `Ada ${plans.length} rencana “${text}”. Tulis nama lengkapnya, atau isi perangkat daerahnya: ${names}.`,
    en: `There are ${plans.length} plans “${text}”. Write the full name, or fill in the office: ${names}.`,
  }
}
const archived = (name: string): Words => ({
  id: `“${name}” sudah diarsipkan, jadi isinya tidak diubah lagi. Pilih rencana yang masih draf atau berlaku.`,
  en: `“${name}” is archived and no longer changes. Choose a plan that is a draft or in force.`,
})
