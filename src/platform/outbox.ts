import { type Db, sql, type Tx } from './db/index.ts'

/** Writes a fact down beside the change that made it true: both are kept, or neither. */
export async function emit(tx: Tx, fact: string, payload: object): Promise<void> {
  await sql`INSERT INTO outbox (fact, payload) VALUES (${fact}, ${JSON.stringify(payload)}::jsonb)`.execute(tx)
}

export type WaitingFact = { id: number; fact: string; payload: Record<string, unknown> }

/** Takes the waiting facts in order, under a lock that other processes skip. */
export async function takeFacts(tx: Tx, limit: number): Promise<WaitingFact[]> {
  const { rows } = await sql<WaitingFact>`
    UPDATE outbox SET relayed_at = now()
    WHERE id IN (SELECT id FROM outbox WHERE relayed_at IS NULL ORDER BY id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING id, fact, payload`.execute(tx)
  return rows.sort((a, b) => a.id - b.id)
}

export const hasWaitingFacts = async (db: Db) =>
  (await sql`SELECT 1 FROM outbox WHERE relayed_at IS NULL LIMIT 1`.execute(db)).rows.length > 0
