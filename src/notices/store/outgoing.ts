import { sql, type Tx } from '../../platform/db/index.ts'
import type { LetterRow } from './contact.ts'

// In the transaction of a job. A letter is nobody's business but its reader's: neither account nor address nor title is read here.

export const letterStates = ['queued', 'sending', 'sent', 'refused', 'failed'] as const
export type LetterState = (typeof letterStates)[number]

export type Outgoing = LetterRow & { id: number; attempts: number; nextAt: Date }

export async function outgoing(
  tx: Tx,
  state: LetterState | null,
  page: { descending: boolean; offset: number; limit: number },
): Promise<{ rows: Outgoing[]; total: number }> {
  const matching = sql`(${state}::text IS NULL OR state = ${state}::text)`
  const { rows } = await sql<Outgoing>`
    SELECT id, kind, state, attempts, made_at AS "madeAt", settled_at AS "settledAt", next_at AS "nextAt", trouble
    FROM notices.letter WHERE ${matching} ORDER BY id ${sql.raw(page.descending ? 'DESC' : '')} LIMIT ${page.limit} OFFSET ${page.offset}`.execute(
    tx,
  )
  const count = await sql<{ n: number }>`SELECT count(*)::int AS n FROM notices.letter WHERE ${matching}`.execute(tx)
  return { rows, total: count.rows[0]!.n }
}

/** How letters stand: of those settled since then, and all that wait. */
export async function outgoingCounts(tx: Tx, since: Date): Promise<{ sent: number; lost: number; waiting: number }> {
  const { rows } = await sql<{ sent: number; lost: number; waiting: number }>`
    SELECT (count(*) FILTER (WHERE state = 'sent' AND settled_at > ${since.toISOString()}::timestamptz))::int AS sent,
      (count(*) FILTER (WHERE state IN ('refused', 'failed') AND settled_at > ${since.toISOString()}::timestamptz))::int AS lost,
      (count(*) FILTER (WHERE state IN ('queued', 'sending')))::int AS waiting
    FROM notices.letter`.execute(tx)
  return rows[0]!
}
