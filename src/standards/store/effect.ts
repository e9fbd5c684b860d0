import { sql, type Tx } from '../../platform/db/index.ts'
import { activateDrafts } from './draft.ts'

/** Of the people asked for a competency: how many are assessed, how many of them are below what is asked. */
export type CompetencyCount = { competencyId: number; asked: number; assessed: number; below: number }
export type PeopleCount = { people: number; peopleBelow: number; instansi: number; byCompetency: CompetencyCount[] }

/** How many hold these jabatan, and how they stand to what is demanded of them on a day. Counted by assessment, which lies above. */
export type CountPeople = (tx: Tx, jabatanIds: readonly number[], today: string) => Promise<PeopleCount>

/** What a count says now, and what it would say with a draft in force. Writes nothing that lasts. */
export async function asIfSet<T>(
  tx: Tx,
  draftId: number,
  today: string,
  count: () => Promise<T>,
): Promise<{ before: T; after: T }> {
  const before = await count()
  await sql`SAVEPOINT as_if_set`.execute(tx)
  try {
    await activateDrafts(tx, [{ id: draftId, revision: null }], { by: '', at: new Date(0), today, legalBasis: null })
    return { before, after: await count() }
  } finally {
    await sql`ROLLBACK TO SAVEPOINT as_if_set`.execute(tx)
  }
}
