import { createHash } from 'node:crypto'
import { sql, type Tx } from '../../../platform/db/index.ts'

const digestOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** Whose days: what a person learns, or what an account teaches. */
export type FeedOwner = { kind: 'learner'; id: number } | { kind: 'trainer'; id: string }
const tables = {
  learner: { table: sql`calendar_feed`, key: sql`pegawai_id` },
  trainer: { table: sql`trainer_feed`, key: sql`account_id` },
}

export type Feed = { id: number; madeAt: string; fetchedAt: string | null }
/** The address of a calendar that is in force; null: there is none. */
export async function feedOf(tx: Tx, owner: FeedOwner): Promise<Feed | null> {
  const { table, key } = tables[owner.kind]
  const { rows } = await sql<Feed>`
    SELECT id, made_at AS "madeAt", fetched_at AS "fetchedAt" FROM ${table}
    WHERE ${key} = ${owner.id} AND revoked_at IS NULL ORDER BY id DESC LIMIT 1`.execute(tx)
  return rows[0] ?? null
}

/** Ends the addresses of a calendar; answers how many there were. */
export async function revokeFeeds(tx: Tx, owner: FeedOwner, at: Date): Promise<number> {
  const { table, key } = tables[owner.kind]
  const done = await sql`UPDATE ${table} SET revoked_at = ${at} WHERE ${key} = ${owner.id} AND revoked_at IS NULL`.execute(tx)
  return Number(done.numAffectedRows ?? 0)
}

export async function insertFeed(tx: Tx, owner: FeedOwner, token: string, at: Date): Promise<void> {
  const digest = digestOf(token)
  await (owner.kind === 'trainer'
    ? sql`INSERT INTO trainer_feed (account_id, token_digest, made_at) VALUES (${owner.id}, ${digest}, ${at})`
    : sql`
        INSERT INTO calendar_feed (pegawai_id, instansi_id, token_digest, made_at)
        SELECT p.pegawai_id, p.instansi_id, ${digest}, ${at} FROM pegawai p WHERE p.pegawai_id = ${owner.id}::int`
  ).execute(tx)
}

async function fetchedIn(tx: Tx, kind: FeedOwner['kind'], token: string, at: Date): Promise<number | string | null> {
  const { table, key } = tables[kind]
  const open =
    kind === 'learner'
      ? sql``
      : sql`AND EXISTS (SELECT FROM identity.user_account a WHERE a.id = account_id AND a.closed_at IS NULL)`
  const { rows } = await sql<{ owner: number | string; id: number; stale: boolean }>`
    SELECT ${key} AS owner, id, coalesce(fetched_at < ${at}::timestamptz - interval '1 hour', true) AS stale
    FROM ${table} WHERE token_digest = ${digestOf(token)} AND revoked_at IS NULL ${open} LIMIT 1`.execute(tx)
  const feed = rows[0]
  if (feed?.stale)
    await sql`UPDATE ${table} SET fetched_at = ${at} WHERE ${key} = ${feed.owner} AND id = ${feed.id}::int`.execute(tx)
  return feed?.owner ?? null
}

/** Whose address this is, as far as it is in force (a job: who asks is known by the address alone). Marks the hour it was fetched. */
export async function fetchedFeed(tx: Tx, token: string, at: Date): Promise<FeedOwner | null> {
  const pegawaiId = await fetchedIn(tx, 'learner', token, at)
  if (pegawaiId !== null) return { kind: 'learner', id: Number(pegawaiId) }
  const account = await fetchedIn(tx, 'trainer', token, at)
  return account === null ? null : { kind: 'trainer', id: String(account) }
}
