import { sql, type Tx } from '../../platform/db/index.ts'
import type { Rhythm } from '../rules/digest.ts'
import type { EmailChoice, Topic } from '../topics.ts'

export type Contact = {
  address: string | null
  askedAt: Date | null
  confirmedAt: Date | null
  refusedAt: Date | null
  rhythm: Rhythm
}
export const noContact: Contact = { address: null, askedAt: null, confirmedAt: null, refusedAt: null, rhythm: 'daily' }

// All of them in a transaction of the account itself (asAccount), where there is no other's row.

export async function contactOf(tx: Tx): Promise<Contact> {
  const { rows } = await sql<Contact>`
    SELECT address, asked_at AS "askedAt", confirmed_at AS "confirmedAt", refused_at AS "refusedAt", rhythm FROM notices.contact`.execute(
    tx,
  )
  return rows[0] ?? noContact
}

/** Asks for the address: a link goes there, and nothing else until it was opened. What waited for an address before is not sent. */
export async function askAddress(tx: Tx, accountId: string, address: string, nonce: string, at: Date): Promise<void> {
  await sql`
    INSERT INTO notices.contact (account_id, address, asked_at, nonce) VALUES (${accountId}, ${address}, ${at.toISOString()}, ${nonce})
    ON CONFLICT (account_id) DO UPDATE SET address = excluded.address, asked_at = excluded.asked_at, nonce = excluded.nonce,
      confirmed_at = NULL, refused_at = NULL`.execute(tx)
  await dropQueued(tx)
  await sql`INSERT INTO notices.letter (account_id, kind, made_at, next_at)
    VALUES (${accountId}, 'address', ${at.toISOString()}, ${at.toISOString()})`.execute(tx)
}

const dropQueued = (tx: Tx) =>
  sql`UPDATE notices.letter SET state = 'failed', settled_at = now(), trouble = 'address changed' WHERE state = 'queued'`.execute(
    tx,
  )

/** How often the link was asked for since then. */
export async function asksSince(tx: Tx, since: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM notices.letter WHERE kind = 'address' AND made_at > ${since.toISOString()}`.execute(tx)
  return rows[0]!.n
}

/** Spends the link. The first digest comes the day after. Null where the link holds no more. */
export async function confirmAddress(tx: Tx, nonce: string, askedSince: Date, at: Date, today: string): Promise<string | null> {
  const { rows } = await sql<{ address: string }>`
    UPDATE notices.contact SET confirmed_at = ${at.toISOString()}, nonce = NULL, digested_on = ${today}
    WHERE nonce = ${nonce} AND asked_at > ${askedSince.toISOString()} RETURNING address`.execute(tx)
  return rows[0]?.address ?? null
}

export async function removeAddress(tx: Tx): Promise<boolean> {
  const { rows } = await sql`
    UPDATE notices.contact SET address = NULL, asked_at = NULL, nonce = NULL, confirmed_at = NULL, refused_at = NULL
    WHERE address IS NOT NULL RETURNING 1`.execute(tx)
  if (rows.length > 0) await dropQueued(tx)
  return rows.length > 0
}

export async function setRhythm(tx: Tx, accountId: string, rhythm: Rhythm): Promise<void> {
  await sql`
    INSERT INTO notices.contact (account_id, rhythm) VALUES (${accountId}, ${rhythm})
    ON CONFLICT (account_id) DO UPDATE SET rhythm = excluded.rhythm`.execute(tx)
}

export type Choice = { topic: Topic; inApp: boolean; email: EmailChoice; push: boolean }

export async function choicesOf(tx: Tx): Promise<Choice[]> {
  const { rows } = await sql<Choice>`SELECT topic, in_app AS "inApp", email, push FROM notices.choice`.execute(tx)
  return rows
}

export async function saveChoices(tx: Tx, accountId: string, choices: readonly Choice[]): Promise<void> {
  const rows = choices.map(({ topic, inApp, email, push }) => ({ topic, in_app: inApp, email, push }))
  await sql`
    INSERT INTO notices.choice (account_id, topic, in_app, email, push)
    SELECT ${accountId}, topic, in_app, email, push
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS c(topic text, in_app boolean, email text, push boolean)
    ON CONFLICT (account_id, topic) DO UPDATE SET in_app = excluded.in_app, email = excluded.email, push = excluded.push`.execute(
    tx,
  )
}

export type LetterRow = {
  kind: 'notice' | 'digest' | 'address'
  state: string
  madeAt: Date
  settledAt: Date | null
  trouble: string | null
}

/** The last letters to the account: whether they went out. */
export async function lastLetters(tx: Tx, limit: number): Promise<LetterRow[]> {
  const { rows } = await sql<LetterRow>`
    SELECT kind, state, made_at AS "madeAt", settled_at AS "settledAt", trouble FROM notices.letter ORDER BY id DESC LIMIT ${limit}`.execute(
    tx,
  )
  return rows
}
