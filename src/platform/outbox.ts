import { type Fact, type FactPayload, facts } from '../events.ts'
import { sql, type Tx } from './db/index.ts'

/** Where it is said that a fact was written: whoever relays them need not wait to look. */
export const factsChannel = 'piawai_facts'

/** Writes a fact down beside the change that made it true: both are kept, or neither. Throws where it does not fit its schema. */
export async function emit<F extends Fact>(tx: Tx, fact: F, payload: FactPayload<F>): Promise<void> {
  const fitting = facts[fact].parse(payload)
  await sql`
    WITH said AS (INSERT INTO outbox (fact, payload) VALUES (${fact}, ${JSON.stringify(fitting)}::jsonb) RETURNING id)
    SELECT pg_notify(${factsChannel}, '') FROM said`.execute(tx)
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
