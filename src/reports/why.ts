import {
  choiceOf,
  explain,
  jpmShare,
  type KeptResult,
  keptResults,
  potentialResults,
  weigh,
  weighingOn,
} from '../assessment/index.ts'
import { personById, personInScope } from '../people/index.ts'
import type { Scope } from '../platform/actor.ts'
import { type Db, inScope } from '../platform/db/index.ts'
import { type Requirement, requirementsOf } from '../standards/index.ts'

/** Why each level of a person is what it is: what the post asks and by which act, every result kept, and the rule that chose. */
export async function loadWhy(db: Db, scope: Scope, levels: Scope, pegawaiId: number, today: string) {
  const person = await inScope(db, scope, tx => personById(tx, pegawaiId))
  if (!person) return null
  return inScope(db, levels, async tx => {
    if (!(await personInScope(tx, pegawaiId))) return null
    const results = await keptResults(tx, pegawaiId, person.instansi.timeZone)
    const requirements = person.jabatan ? await requirementsOf(tx, person.jabatan.id, today) : []
    const rules = await weighingOn(tx, person.instansi.id, today)
    const choice = choiceOf(rules.choice.value)
    const competencies = requirements.map(requirement => toldOf(requirement, results, choice, today))
    const share = jpmShare(sumsOf(competencies), rules.cap.value.cap)
    return {
      person,
      policy: rules.choice,
      choice,
      competencies,
      standing: weigh(await potentialResults(tx, pegawaiId), share, rules.weights.value, today),
      today,
    }
  })
}

export type Why = NonNullable<Awaited<ReturnType<typeof loadWhy>>>
export type Told = ReturnType<typeof toldOf>

const sumsOf = (all: readonly Told[]) => {
  const known = all.flatMap(({ held, requirement }) => (held === null ? [] : [{ held, required: requirement.level }]))
  return {
    held: known.reduce((sum, one) => sum + one.held, 0),
    capped: known.reduce((sum, one) => sum + Math.min(one.held, one.required), 0),
    required: known.reduce((sum, one) => sum + one.required, 0),
  }
}

function toldOf(requirement: Requirement, all: readonly KeptResult[], choice: Parameters<typeof explain>[1], today: string) {
  const results = all.filter(one => one.competencyId === requirement.competencyId)
  const { chosen, fates } = explain(results, choice, today)
  const held = chosen && chosen.validUntil >= today ? chosen.level : null
  return {
    requirement,
    chosen,
    held,
    gap: held === null ? null : Math.max(0, requirement.level - held),
    results: results.map(one => ({ ...one, fate: fates.get(one.id)! })),
  }
}
