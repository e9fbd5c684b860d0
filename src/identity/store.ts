import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { RawBuilder } from 'kysely'
import type { Actor, Grant, Role } from '../platform/actor.ts'
import { type Db, sql, type Tx } from '../platform/db/index.ts'
import { placeholderAddress } from './rules/address.ts'

export const digestOf = (token: string) => createHash('sha256').update(token).digest('hex')

export async function actorById(db: Db, accountId: string): Promise<Actor | null> {
  const { rows } = await sql<{ actor: Actor | null }>`SELECT identity.actor(${accountId}) AS actor`.execute(db)
  return rows[0]?.actor ?? null
}

/** What every page shows of something above identity, such as how many messages are unread: an expression over the account. */
export type Unread = (accountId: RawBuilder<unknown>) => RawBuilder<number>
export type LiveSession = { expiresAt: Date; actor: Actor | null; agency: string | null; unread: number }

/** Everything a page needs to know of who asks, in one round trip; null where there is no such session. It may have expired. */
export async function sessionOf(db: Db, token: string, unread: Unread): Promise<LiveSession | null> {
  const { rows } = await sql<LiveSession>`
    SELECT s.expires_at AS "expiresAt", a.actor, i.name AS agency, ${unread(sql.ref('s.account_id'))} AS unread
    FROM identity.session s CROSS JOIN LATERAL (SELECT identity.actor(s.account_id) AS actor OFFSET 0) a
    LEFT JOIN instansi i ON i.id = (a.actor->>'homeInstansiId')::int
    WHERE s.token = ${token}`.execute(db)
  return rows[0] ?? null
}

export async function accountFor(db: Db, login: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`SELECT identity.account_for(${login}) AS id`.execute(db)
  return rows[0]?.id ?? null
}

export async function accountOfToken(db: Db, token: string, now: Date): Promise<string | null> {
  const { rows } = await sql<{ account_id: string }>`
    SELECT account_id FROM identity.api_token
    WHERE digest = ${digestOf(token)} AND revoked_at IS NULL AND expires_at > ${now.toISOString()}`.execute(db)
  return rows[0]?.account_id ?? null
}

export async function sessionSecret(db: Db): Promise<string> {
  const fresh = randomBytes(32).toString('base64url')
  await sql`INSERT INTO setting (key, value) VALUES ('session_secret', to_jsonb(${fresh}::text)) ON CONFLICT (key) DO NOTHING`.execute(
    db,
  )
  const { rows } = await sql<{ value: string }>`SELECT value FROM setting WHERE key = 'session_secret'`.execute(db)
  return rows[0]!.value
}

export const anyAccount = async (db: Db) => (await sql`SELECT 1 FROM identity.user_account LIMIT 1`.execute(db)).rows.length > 0

export async function demoCards(db: Db): Promise<{ username: string; name: string }[]> {
  const { rows } = await sql<{ username: string; name: string }>`
    SELECT username, name FROM identity.user_account WHERE demo_order IS NOT NULL AND closed_at IS NULL ORDER BY demo_order`.execute(
    db,
  )
  return rows
}

export type NewAccount = { username: string; name: string; pegawaiId: number | null; passwordHash: string; mustChange: boolean }

export async function insertAccount(tx: Tx, account: NewAccount): Promise<string> {
  const id = randomUUID()
  await sql`
    INSERT INTO identity.user_account (id, name, email, username, pegawai_id, must_change_password)
    VALUES (${id}, ${account.name}, ${placeholderAddress(id)}, ${account.username}, ${account.pegawaiId}, ${account.mustChange})`.execute(
    tx,
  )
  await sql`
    INSERT INTO identity.credential (id, external_id, provider_id, account_id, password)
    VALUES (${randomUUID()}, ${id}, 'credential', ${id}, ${account.passwordHash})`.execute(tx)
  return id
}

export async function passwordHash(db: Db, accountId: string): Promise<string | null> {
  const { rows } = await sql<{ password: string | null }>`
    SELECT password FROM identity.credential WHERE account_id = ${accountId} AND provider_id = 'credential'`.execute(db)
  return rows[0]?.password ?? null
}

/** Sets the password and ends every session of the account but the one given. */
export async function setPassword(
  tx: Tx,
  accountId: string,
  hash: string,
  mustChange: boolean,
  keepSession: string | null,
): Promise<void> {
  await sql`UPDATE identity.credential SET password = ${hash}, updated_at = now() WHERE account_id = ${accountId} AND provider_id = 'credential'`.execute(
    tx,
  )
  await sql`UPDATE identity.user_account SET must_change_password = ${mustChange}, updated_at = now() WHERE id = ${accountId}`.execute(
    tx,
  )
  await sql`DELETE FROM identity.session WHERE account_id = ${accountId} AND token IS DISTINCT FROM ${keepSession}`.execute(tx)
}

export async function insertGrant(
  tx: Tx,
  grant: {
    accountId: string
    role: Role
    place: Grant['place']
    instansiId: number | null
    unitId: number | null
    grantedBy: string
  },
): Promise<void> {
  await sql`
    INSERT INTO identity.role_grant (account_id, role, place, instansi_id, unit_id, granted_by)
    VALUES (${grant.accountId}, ${grant.role}, ${grant.place}, ${grant.instansiId}, ${grant.unitId}, ${grant.grantedBy})`.execute(
    tx,
  )
}

export async function endGrant(tx: Tx, accountId: string, grantId: number, now: Date): Promise<boolean> {
  const { rows } = await sql`
    UPDATE identity.role_grant SET ended_at = ${now.toISOString()} WHERE id = ${grantId} AND account_id = ${accountId} AND ended_at IS NULL
    RETURNING id`.execute(tx)
  return rows.length > 0
}

export async function setClosed(tx: Tx, accountId: string, closedAt: Date | null): Promise<void> {
  await sql`UPDATE identity.user_account SET closed_at = ${closedAt?.toISOString() ?? null} WHERE id = ${accountId}`.execute(tx)
  if (closedAt) await sql`DELETE FROM identity.session WHERE account_id = ${accountId}`.execute(tx)
}

export async function setLanguage(db: Db, accountId: string, language: string): Promise<void> {
  await sql`UPDATE identity.user_account SET language = ${language} WHERE id = ${accountId}`.execute(db)
}

export type TokenRow = { id: number; label: string; created_at: Date; expires_at: Date }

export async function listTokens(db: Db, accountId: string, now: Date): Promise<TokenRow[]> {
  const { rows } = await sql<TokenRow>`
    SELECT id, label, created_at, expires_at FROM identity.api_token
    WHERE account_id = ${accountId} AND revoked_at IS NULL AND expires_at > ${now.toISOString()} ORDER BY id`.execute(db)
  return rows
}

export async function insertToken(tx: Tx, accountId: string, label: string, token: string, expiresAt: Date): Promise<void> {
  await sql`
    INSERT INTO identity.api_token (account_id, label, digest, expires_at)
    VALUES (${accountId}, ${label}, ${digestOf(token)}, ${expiresAt.toISOString()})`.execute(tx)
}

export async function revokeToken(tx: Tx, accountId: string, id: number, now: Date): Promise<boolean> {
  const { rows } = await sql`
    UPDATE identity.api_token SET revoked_at = ${now.toISOString()} WHERE id = ${id} AND account_id = ${accountId} AND revoked_at IS NULL RETURNING id`.execute(
    tx,
  )
  return rows.length > 0
}

const setUpSetting = 'set_up_key'

export async function saveSetUpKey(db: Db, key: string): Promise<void> {
  await sql`
    INSERT INTO setting (key, value) VALUES (${setUpSetting}, to_jsonb(${digestOf(key)}::text))
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`.execute(db)
}

export async function setUpKeyHolds(db: Db, key: string): Promise<boolean> {
  const { rows } = await sql<{ value: string }>`SELECT value FROM setting WHERE key = ${setUpSetting}`.execute(db)
  return rows[0]?.value === digestOf(key)
}

/** Spends the key inside the transaction that uses it: two people with one link make one installation. */
export async function spendSetUpKey(tx: Tx, key: string): Promise<boolean> {
  const { rows } =
    await sql`DELETE FROM setting WHERE key = ${setUpSetting} AND value = to_jsonb(${digestOf(key)}::text) RETURNING key`.execute(
      tx,
    )
  return rows.length > 0
}

export type AccountWithRole = { accountId: string; name: string; pegawaiId: number | null; roles: Role[] }

/** Open accounts that hold one of these roles in the instansi: at its place, over it, or in a case. For a job's transaction. */
export async function accountsWith(tx: Tx, roles: readonly Role[], instansiId: number): Promise<AccountWithRole[]> {
  const { rows } = await sql<AccountWithRole>`
    SELECT a.id AS "accountId", a.name, a.pegawai_id AS "pegawaiId", jsonb_agg(DISTINCT g.role) AS roles
    FROM identity.role_grant g JOIN identity.user_account a ON a.id = g.account_id AND a.closed_at IS NULL
    LEFT JOIN unit u ON u.id = g.unit_id LEFT JOIN pegawai p ON p.pegawai_id = a.pegawai_id
    LEFT JOIN instansi i ON i.id = ${instansiId}
    WHERE g.ended_at IS NULL AND g.role = ANY (${[...roles]}::text[])
      AND (g.place = 'nation' OR g.instansi_id = ${instansiId} OR (g.place = 'guided' AND g.instansi_id = i.guided_by) OR u.instansi_id = ${instansiId}
           OR (g.place = 'case' AND p.instansi_id = ${instansiId}))
    GROUP BY a.id, a.name, a.pegawai_id ORDER BY a.name`.execute(tx)
  return rows
}
