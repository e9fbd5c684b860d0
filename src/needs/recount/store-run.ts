import { sql, type Tx } from '../../platform/db/index.ts'
import type { Words } from '../../platform/i18n/index.ts'
import type { Totals } from './rules/totals.ts'
import { type Recount, recountColumns } from './store.ts'

/** Gives a day that waits to one attempt, which begins from nothing; null where it does not wait. */
export async function claimRecount(tx: Tx, id: number, claim: string): Promise<Recount | null> {
  const { rows } = await sql<Recount & { again: boolean }>`
    WITH before AS (SELECT id, claim FROM recount WHERE id = ${id} AND state = 'waiting' FOR UPDATE)
    UPDATE recount r SET state = 'running', claim = ${claim}, beat_at = now(), people = 0, stale_since = NULL FROM before
    WHERE r.id = before.id RETURNING ${recountColumns}, before.claim IS NOT NULL AS again`.execute(tx)
  if (!rows[0]) return null
  const { again, ...run } = rows[0]
  if (again) await sql`DELETE FROM recount_gap WHERE recount_id = ${id}`.execute(tx)
  return run
}

/** A sign of life, with how many are through. False: another attempt has taken over. */
export async function beat(tx: Tx, id: number, claim: string, through: { people: number; ofPeople: number }): Promise<boolean> {
  const { rows } = await sql`
    UPDATE recount SET beat_at = now(), people = ${through.people}, of_people = ${through.ofPeople}
    WHERE id = ${id} AND claim = ${claim} AND state = 'running' RETURNING id`.execute(tx)
  return rows.length > 0
}

export type Outcome = { rules: object; totals: Totals; needs: readonly object[]; at: Date }

/** False where another attempt has taken over. */
export async function finishRecount(tx: Tx, id: number, claim: string, { rules, totals, needs, at }: Outcome): Promise<boolean> {
  const { rows } = await sql`
    UPDATE recount SET state = 'done', finished_at = ${at.toISOString()}, rules = ${JSON.stringify(rules)}::jsonb,
      totals = ${JSON.stringify(totals)}::jsonb, needs = ${JSON.stringify(needs)}::jsonb
    WHERE id = ${id} AND claim = ${claim} AND state = 'running' RETURNING id`.execute(tx)
  return rows.length > 0
}

/** Why a day comes to nothing; what was written of it goes. */
export async function failRecount(tx: Tx, id: number, problem: Words, at: Date): Promise<void> {
  const { rows } = await sql`
    UPDATE recount SET state = 'failed', finished_at = ${at.toISOString()}, problem = ${JSON.stringify(problem)}::jsonb, rows_gone_at = ${at.toISOString()}
    WHERE id = ${id} AND state IN ('waiting', 'running') RETURNING id`.execute(tx)
  if (rows.length > 0) await sql`DELETE FROM recount_gap WHERE recount_id = ${id}`.execute(tx)
}

/** Days whose attempt has been silent since `before`: they wait again, and the silent attempt, should it live, has lost them. */
export async function takeForsaken(tx: Tx, before: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    UPDATE recount SET state = 'waiting', beat_at = now()
    WHERE id IN (SELECT id FROM recount WHERE state IN ('waiting', 'running') AND beat_at < ${before.toISOString()} FOR UPDATE SKIP LOCKED)
    RETURNING id`.execute(tx)
  return rows.map(row => row.id)
}

/** What these instansi (null: all) have worked out was made from something that has changed since. */
export async function markStale(tx: Tx, instansiIds: readonly number[] | null, at: Date): Promise<void> {
  await sql`
    UPDATE recount SET stale_since = ${at.toISOString()}
    WHERE state IN ('running', 'done') AND stale_since IS NULL AND (${instansiIds === null} OR instansi_id = ANY (${[...(instansiIds ?? [])]}::int[]))`.execute(
    tx,
  )
}

export type Outlived = { kind: 'recount' | 'comparison'; id: number }

/** What was made before `before` and still has its rows person by person. */
export async function outlived(tx: Tx, before: Date): Promise<Outlived[]> {
  const { rows } = await sql<Outlived>`
    SELECT 'recount' AS kind, id FROM recount WHERE state = 'done' AND rows_gone_at IS NULL AND finished_at < ${before.toISOString()}
    UNION ALL SELECT 'comparison', id FROM comparison WHERE rows_gone_at IS NULL AND made_at < ${before.toISOString()} ORDER BY 1, 2`.execute(
    tx,
  )
  return rows
}

const rowsOf = {
  recount: { table: 'recount_gap', key: 'recount_id' },
  comparison: { table: 'comparison_move', key: 'comparison_id' },
}

/** Comparisons that came to nothing because one of their days did. */
export async function forgetUnmade(tx: Tx, before: Date): Promise<void> {
  await sql`DELETE FROM comparison WHERE summary IS NULL AND asked_at < ${before.toISOString()}`.execute(tx)
}

/** Forgets some of the rows of one; true where none is left. */
export async function forgetRows(tx: Tx, { kind, id }: Outlived, people: number, at: Date): Promise<boolean> {
  const { table, key } = rowsOf[kind]
  const rows = sql`${sql.table(table)}`
  const gone = await sql`
    DELETE FROM ${rows} WHERE ${sql.ref(key)} = ${id} AND pegawai_id IN (
      SELECT DISTINCT pegawai_id FROM ${rows} WHERE ${sql.ref(key)} = ${id} ORDER BY 1 LIMIT ${people})`.execute(tx)
  if (Number(gone.numAffectedRows ?? 0) > 0) return false
  await sql`UPDATE ${sql.table(kind)} SET rows_gone_at = ${at.toISOString()} WHERE id = ${id}`.execute(tx)
  return true
}
