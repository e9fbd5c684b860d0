import type { Actor } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import type { By, Touched } from './store/change.ts'

export const byActor = (services: Services, actor: Actor): By => ({
  account: actor.accountId,
  name: actor.name,
  at: services.clock.now(),
})

/** One entry of the trail a government, of the people it keeps. */
export async function auditPeople(
  tx: Tx,
  by: By,
  verb: string,
  classId: number,
  people: readonly Touched[],
  detail: object = {},
) {
  for (const [instansiId, theirs] of Map.groupBy(people, person => person.instansiId)) {
    const pegawaiIds = theirs.map(person => person.pegawaiId)
    await audit(tx, by.account, by.at, {
      verb,
      subject: `class:${classId}`,
      instansiId,
      rows: pegawaiIds.length,
      detail: { pegawaiIds, ...detail },
    })
  }
}
