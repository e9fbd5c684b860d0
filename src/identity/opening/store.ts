import { sql, type Tx } from '../../platform/db/index.ts'

export type OpeningKind = 'open' | 'renew'
export type OpeningState = 'queued' | 'done' | 'failed' | 'cancelled'
export type Opening = {
  id: number
  kind: OpeningKind
  instansiId: number
  instansi: string
  regionCode: string
  timeZone: string
  unitId: number | null
  unit: string | null
  accountId: string
  who: string
  keyFile: string | null
  state: OpeningState
  progress: number
  total: number | null
  written: number | null
  askedAt: Date
  finishedAt: Date | null
  fetchedAt: Date | null
}

const columns = sql`o.id, o.kind, o.instansi_id AS "instansiId", i.name AS instansi, i.region_code AS "regionCode", i.time_zone AS "timeZone",
  o.unit_id AS "unitId", u.name AS unit, o.account_id AS "accountId", a.name AS who, o.key_file AS "keyFile", o.state, o.progress, o.total,
  o.written, o.asked_at AS "askedAt", o.finished_at AS "finishedAt", o.fetched_at AS "fetchedAt"`
const tables = sql`identity.account_opening o JOIN instansi i ON i.id = o.instansi_id JOIN identity.user_account a ON a.id = o.account_id
  LEFT JOIN unit u ON u.id = o.unit_id`

export type Reach = { instansiId: number; unitId: number | null }

/** People of the instansi, or of a unit and those below it, who have not left service. */
const peopleOf = ({ instansiId, unitId }: Reach) => sql`
  p.instansi_id = ${instansiId} AND p.status <> 'berhenti' AND (${unitId}::int IS NULL OR p.unit_id IN (
    WITH RECURSIVE below AS (SELECT ${unitId}::int AS id UNION SELECT v.id FROM unit v JOIN below b ON v.parent_id = b.id) SELECT id FROM below))`

/** Never used, and nobody's beyond their own page: what reaches further is renewed one by one. */
const unused = sql`a.must_change_password AND a.closed_at IS NULL
  AND NOT EXISTS (SELECT FROM identity.role_grant g WHERE g.account_id = a.id AND g.ended_at IS NULL)`

export type Lacking = { people: number; without: number; unused: number }

/** How many people there are, how many of them have no account, and how many accounts were never used. */
export async function countLacking(tx: Tx, reach: Reach): Promise<Lacking> {
  const { rows } = await sql<Lacking>`
    SELECT count(*)::int AS people, (count(*) FILTER (WHERE a.id IS NULL))::int AS without, (count(*) FILTER (WHERE ${unused}))::int AS unused
    FROM pegawai p LEFT JOIN identity.user_account a ON a.pegawai_id = p.pegawai_id WHERE ${peopleOf(reach)}`.execute(tx)
  return rows[0]!
}

/** Asks for an opening; where the same waits already, answers that one. */
export async function insertOpening(
  tx: Tx,
  o: Reach & { kind: OpeningKind; accountId: string; keyFile: string },
  now: Date,
): Promise<{ id: number; isNew: boolean }> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO identity.account_opening (kind, instansi_id, unit_id, account_id, key_file, beat_at, asked_at)
    VALUES (${o.kind}, ${o.instansiId}, ${o.unitId}, ${o.accountId}, ${o.keyFile}, now(), ${now.toISOString()})
    ON CONFLICT (kind, instansi_id, unit_id) WHERE state = 'queued' DO NOTHING RETURNING id`.execute(tx)
  if (rows[0]) return { id: rows[0].id, isNew: true }
  const waiting = await sql<{ id: number }>`
    SELECT id FROM identity.account_opening
    WHERE kind = ${o.kind} AND instansi_id = ${o.instansiId} AND unit_id IS NOT DISTINCT FROM ${o.unitId}::int AND state = 'queued'`.execute(
    tx,
  )
  return { id: waiting.rows[0]!.id, isNew: false }
}

export async function openingById(tx: Tx, id: number): Promise<Opening | null> {
  const { rows } = await sql<Opening>`SELECT ${columns} FROM ${tables} WHERE o.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

/** The newest openings in these instansi (null: in all). */
export async function listOpenings(tx: Tx, instansiIds: readonly number[] | null, limit: number): Promise<Opening[]> {
  const { rows } = await sql<Opening>`
    SELECT ${columns} FROM ${tables}
    WHERE ${instansiIds === null}::boolean OR o.instansi_id = ANY (${instansiIds === null ? [] : [...instansiIds]}::int[])
    ORDER BY o.id DESC LIMIT ${limit}`.execute(tx)
  return rows
}

/** Gives the work to one attempt; null where there is nothing to do any more. */
export async function claimOpening(tx: Tx, id: number, claim: string): Promise<Opening | null> {
  const { rows } = await sql`
    UPDATE identity.account_opening SET claim = ${claim}, beat_at = now() WHERE id = ${id} AND state = 'queued' RETURNING id`.execute(
    tx,
  )
  return rows.length > 0 ? openingById(tx, id) : null
}

/** A sign of life, with how many passwords are hashed. False: another attempt has taken over, or it was cancelled. */
async function beat(tx: Tx, id: number, claim: string): Promise<boolean> {
  const { rows } = await sql`
    UPDATE identity.account_opening o SET beat_at = now(),
      progress = (SELECT count(*) FROM identity.account_opening_person s WHERE s.opening_id = o.id AND s.password IS NOT NULL)
    WHERE o.id = ${id} AND o.claim = ${claim} AND o.state = 'queued' RETURNING o.id`.execute(tx)
  return rows.length > 0
}

/** Writes down whose accounts are opened, or renewed, as they are now. Null where another attempt has taken over. */
export async function writePeople(tx: Tx, o: Opening, claim: string): Promise<number | null> {
  const whose = o.kind === 'open' ? sql`a.id IS NULL` : unused
  await sql`
    INSERT INTO identity.account_opening_person (opening_id, pegawai_id, account_id, username)
    SELECT ${o.id}::int, p.pegawai_id, coalesce(a.id, gen_random_uuid()::text), coalesce(a.username, p.nip)
    FROM pegawai p LEFT JOIN identity.user_account a ON a.pegawai_id = p.pegawai_id WHERE ${peopleOf(o)} AND ${whose}
    ON CONFLICT DO NOTHING`.execute(tx)
  const { rows } = await sql<{ total: number }>`
    UPDATE identity.account_opening o SET beat_at = now(),
      total = (SELECT count(*) FROM identity.account_opening_person s WHERE s.opening_id = o.id)
    WHERE o.id = ${o.id} AND o.claim = ${claim} AND o.state = 'queued' RETURNING o.total`.execute(tx)
  return rows[0]?.total ?? null
}

/** Some of those whose password is not hashed yet. */
export async function unhashed(tx: Tx, id: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ pegawai_id: number }>`
    SELECT pegawai_id FROM identity.account_opening_person WHERE opening_id = ${id} AND password IS NULL ORDER BY pegawai_id LIMIT ${limit}`.execute(
    tx,
  )
  return rows.map(row => row.pegawai_id)
}

export type Hashed = { pegawaiId: number; password: string }

/** Keeps what was hashed. False: another attempt has taken over, or it was cancelled. */
export async function saveHashes(tx: Tx, id: number, claim: string, hashed: readonly Hashed[]): Promise<boolean> {
  await sql`
    UPDATE identity.account_opening_person s SET password = h.password
    FROM jsonb_to_recordset(${JSON.stringify(hashed)}::text::jsonb) AS h("pegawaiId" int, password text)
    WHERE s.opening_id = ${id} AND s.pegawai_id = h."pegawaiId" AND s.password IS NULL`.execute(tx)
  return beat(tx, id, claim)
}

/** Locks an opening that this attempt is to end; false where it is no longer its own. */
export async function lockOpening(tx: Tx, id: number, claim: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM identity.account_opening WHERE id = ${id} AND claim = ${claim} AND state = 'queued' FOR UPDATE`.execute(tx)
  return rows.length > 0
}

/** Opens the accounts, each with its password. Who left, moved away or has an account by now is passed over. Answers whose were opened. */
export async function openAccounts(tx: Tx, o: Opening, addressEnd: string): Promise<Written> {
  const { rows } = await sql<Written>`
    WITH opened AS (
      INSERT INTO identity.user_account (id, name, email, username, pegawai_id, must_change_password)
      SELECT s.account_id, p.name, s.account_id || ${addressEnd}, s.username, s.pegawai_id, true
      FROM identity.account_opening_person s JOIN pegawai p ON p.pegawai_id = s.pegawai_id
      WHERE s.opening_id = ${o.id} AND s.password IS NOT NULL AND p.instansi_id = ${o.instansiId} AND p.status <> 'berhenti'
      ON CONFLICT DO NOTHING RETURNING id),
    secured AS (
      INSERT INTO identity.credential (id, external_id, provider_id, account_id, password)
      SELECT gen_random_uuid()::text, n.id, 'credential', n.id, s.password
      FROM opened n JOIN identity.account_opening_person s ON s.opening_id = ${o.id} AND s.account_id = n.id RETURNING account_id)
    SELECT ${written} FROM secured`.execute(tx)
  return rows[0]!
}

export type Written = { accounts: number; digest: string | null }
/** How many, and a digest over which. */
const written = sql`count(*)::int AS accounts, encode(sha256(convert_to(string_agg(account_id, ' ' ORDER BY account_id), 'UTF8')), 'hex') AS digest`

/** Gives accounts that are still unused their new password, and ends what sessions they have. Answers whose were renewed. */
export async function renewPasswords(tx: Tx, o: Opening): Promise<Written> {
  const { rows } = await sql<Written>`
    WITH renewed AS (
      UPDATE identity.credential c SET password = s.password, updated_at = now()
      FROM identity.account_opening_person s JOIN identity.user_account a ON a.id = s.account_id JOIN pegawai p ON p.pegawai_id = s.pegawai_id
      WHERE s.opening_id = ${o.id} AND s.password IS NOT NULL AND c.account_id = s.account_id AND c.provider_id = 'credential'
        AND p.instansi_id = ${o.instansiId} AND ${unused}
      RETURNING c.account_id),
    ended AS (DELETE FROM identity.session WHERE account_id IN (SELECT account_id FROM renewed))
    SELECT ${written} FROM renewed`.execute(tx)
  return rows[0]!
}

export async function endDone(tx: Tx, id: number, accounts: number, now: Date): Promise<void> {
  await sql`
    UPDATE identity.account_opening SET state = 'done', written = ${accounts}, finished_at = ${now.toISOString()}, claim = NULL WHERE id = ${id}`.execute(
    tx,
  )
}

/** Ends an opening that comes to nothing. False where it is over already. */
export async function endOpening(tx: Tx, id: number, state: 'failed' | 'cancelled', now: Date): Promise<boolean> {
  const { rows } = await sql`
    UPDATE identity.account_opening SET state = ${state}, finished_at = ${now.toISOString()}, claim = NULL
    WHERE id = ${id} AND state = 'queued' RETURNING id`.execute(tx)
  return rows.length > 0
}

export type PersonToTell = {
  pegawaiId: number
  nip: string
  name: string
  opd: string | null
  unit: string
  jabatan: string | null
  username: string
  /** The password of this opening is the one that holds. */
  holds: boolean
}

/** Whose passwords an opening made, by office and name. */
export async function peopleToTell(tx: Tx, id: number): Promise<PersonToTell[]> {
  const { rows } = await sql<PersonToTell>`
    SELECT s.pegawai_id AS "pegawaiId", p.nip, p.name, top.name AS opd, u.name AS unit, j.name AS jabatan, s.username,
           coalesce(a.must_change_password AND a.closed_at IS NULL AND c.password = s.password, false) AS holds
    FROM identity.account_opening_person s JOIN pegawai p ON p.pegawai_id = s.pegawai_id JOIN unit u ON u.id = p.unit_id
    LEFT JOIN unit top ON top.id = u.top_id LEFT JOIN jabatan j ON j.id = p.jabatan_id
    LEFT JOIN identity.user_account a ON a.id = s.account_id
    LEFT JOIN identity.credential c ON c.account_id = a.id AND c.provider_id = 'credential'
    WHERE s.opening_id = ${id} ORDER BY top.name NULLS FIRST, u.name, p.name, p.pegawai_id`.execute(tx)
  return rows
}

/** The passwords are told, once. False where somebody was faster. */
export async function markFetched(tx: Tx, id: number, now: Date): Promise<boolean> {
  const { rows } = await sql`
    UPDATE identity.account_opening SET fetched_at = ${now.toISOString()}
    WHERE id = ${id} AND state = 'done' AND fetched_at IS NULL AND key_file IS NOT NULL RETURNING id`.execute(tx)
  return rows.length > 0
}

export type Key = Pick<Opening, 'id' | 'keyFile'>

/** Openings whose key is of no use any more: told, come to nothing, or fetched by nobody until `before`. */
export async function spentKeys(tx: Tx, before: Date): Promise<Key[]> {
  const { rows } = await sql<Key>`
    SELECT id, key_file AS "keyFile" FROM identity.account_opening
    WHERE key_file IS NOT NULL AND (fetched_at IS NOT NULL OR state IN ('failed', 'cancelled')
      OR (state = 'done' AND finished_at < ${before.toISOString()}))`.execute(tx)
  return rows
}

/** Once its key is removed: nothing is left that a password could be found from. */
export async function forgetPasswords(tx: Tx, id: number): Promise<void> {
  await sql`UPDATE identity.account_opening SET key_file = NULL WHERE id = ${id}`.execute(tx)
  await sql`DELETE FROM identity.account_opening_person WHERE opening_id = ${id}`.execute(tx)
}

/** Openings that should be worked on, but have given no sign of life since `before`. They are taken to have given one now. */
export async function takeForsaken(tx: Tx, before: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    UPDATE identity.account_opening SET beat_at = now() WHERE state = 'queued' AND beat_at < ${before.toISOString()} RETURNING id`.execute(
    tx,
  )
  return rows.map(row => row.id)
}
