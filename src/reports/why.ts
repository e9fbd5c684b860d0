import { choiceAt, choicePolicy, explain, type KeptResult, keptResults } from '../assessment/index.ts'
import { personById, personInScope } from '../people/index.ts'
import type { Scope } from '../platform/actor.ts'
import { type Db, inScope } from '../platform/db/index.ts'
import { policyAt } from '../policies/index.ts'
import { type Requirement, requirementsOf } from '../standards/index.ts'

/** Why each level of a person is what it is: what the post asks and by which act, every result kept, and the rule that chose. */
export async function loadWhy(db: Db, scope: Scope, levels: Scope, pegawaiId: number, today: string) {
  const person = await inScope(db, scope, tx => personById(tx, pegawaiId))
  if (!person) return null
  return inScope(db, levels, async tx => {
    if (!(await personInScope(tx, pegawaiId))) return null
    const results = await keptResults(tx, pegawaiId, person.instansi.timeZone)
    const requirements = person.jabatan ? await requirementsOf(tx, person.jabatan.id, today) : []
    const { choice } = await choiceAt(tx, person.instansi.id, today)
    const policy = await policyAt(tx, choicePolicy, person.instansi.id, today)
    return {
      person,
      policy,
      choice,
      competencies: requirements.map(requirement => toldOf(requirement, results, choice, today)),
    }
  })
}

export type Why = NonNullable<Awaited<ReturnType<typeof loadWhy>>>
export type Told = ReturnType<typeof toldOf>

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
