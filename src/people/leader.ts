import type { Scope } from '../platform/actor.ts'
import { asJob, type Db, inScope } from '../platform/db/index.ts'
import { isVisible, type Leader, leader } from './store/person.ts'

/**
 * Who leads a person that the scope holds, also where the scope does not reach the leader: everybody may know the own atasan by name.
 * Null where nobody does, or where the scope does not hold the person.
 */
export async function leaderOf(db: Db, scope: Scope, pegawaiId: number): Promise<Leader | null> {
  if (!(await inScope(db, scope, tx => isVisible(tx, pegawaiId)))) return null
  return asJob(db, tx => leader(tx, pegawaiId))
}
