import { beginning, containing, sql, type Tx } from '../../platform/db/index.ts'

/** One word that is looked for, with what it may mean: verbs and kinds of subject by their words on screen, the system itself. */
export type SoughtWord = { text: string; verbs: string[]; kinds: string[]; system: boolean }

export type TrailFilter = {
  /** Of which instansi the asker may read; null: all, and what belongs to none. */
  instansiIds: readonly number[] | null
  /** Of those only one; 0: what belongs to none. */
  only: number | null
  words: readonly SoughtWord[]
  /** Name, account name or NIP of who did it; exactly an account name finds that account alone. */
  who: string
  verb: string | null
  /** Exactly what it was done to, such as `import:7`. */
  subject: string | null
  /** Instants: from this one on, and before that one. */
  from: string | null
  before: string | null
}

export type TrailRow = {
  id: number
  at: Date
  who: string | null
  username: string | null
  instansi: string | null
  verb: string
  subject: string
  /** Whom or what it is about by name, where it has one. */
  about: string | null
  rows: number
  detail: unknown
  sealed: boolean
  erased: boolean
  digest: string
}

/** What one word may be found in: who did it, what was done, what it was done to. */
const holds = ({ text, verbs, kinds, system }: SoughtWord) => sql`(
  e.verb = ANY (${verbs}::text[]) OR split_part(e.subject, ':', 1) = ANY (${kinds}::text[]) OR split_part(e.subject, ':', 2) = ${text}
  OR (${system}::boolean AND e.account_id IS NULL)
  OR e.account_id IN (SELECT a.id FROM identity.user_account a WHERE a.name ILIKE ${containing(text)} OR a.username ILIKE ${containing(text)})
  OR e.subject IN (SELECT 'account:' || a.id FROM identity.user_account a WHERE a.name ILIKE ${containing(text)} OR a.username ILIKE ${containing(text)})
  OR e.subject IN (SELECT 'pegawai:' || p.pegawai_id FROM pegawai p WHERE p.name ILIKE ${containing(text)} OR p.nip LIKE ${beginning(text)}))`

const doneBy = (who: string) => sql`e.account_id IN (
  SELECT a.id FROM identity.user_account a LEFT JOIN pegawai p ON p.pegawai_id = a.pegawai_id
  WHERE a.username = lower(${who}) OR (NOT EXISTS (SELECT FROM identity.user_account x WHERE x.username = lower(${who}))
    AND (a.name ILIKE ${containing(who)} OR a.username ILIKE ${containing(who)} OR p.nip LIKE ${beginning(who.replace(/\s/g, ''))})))`

function matching(filter: TrailFilter) {
  const conditions = [sql`true`]
  if (filter.instansiIds !== null) conditions.push(sql`e.instansi_id = ANY (${[...filter.instansiIds]}::int[])`)
  if (filter.only !== null) conditions.push(filter.only === 0 ? sql`e.instansi_id IS NULL` : sql`e.instansi_id = ${filter.only}`)
  if (filter.verb !== null) conditions.push(sql`e.verb = ${filter.verb}`)
  if (filter.subject !== null) conditions.push(sql`e.subject = ${filter.subject}`)
  if (filter.who !== '') conditions.push(doneBy(filter.who))
  if (filter.from !== null) conditions.push(sql`e.at >= ${filter.from}::timestamptz`)
  if (filter.before !== null) conditions.push(sql`e.at < ${filter.before}::timestamptz`)
  for (const word of filter.words) conditions.push(holds(word))
  return sql.join(conditions, sql` AND `)
}

const about = sql`CASE
  WHEN e.subject ~ '^pegawai:[0-9]{1,9}$' THEN (SELECT p.name FROM pegawai p WHERE p.pegawai_id = split_part(e.subject, ':', 2)::int)
  WHEN e.subject ~ '^instansi:[0-9]{1,9}$' THEN (SELECT n.name FROM instansi n WHERE n.id = split_part(e.subject, ':', 2)::int)
  WHEN e.subject LIKE 'account:%' THEN (SELECT n.name FROM identity.user_account n WHERE n.id = split_part(e.subject, ':', 2)) END`

/** What is said of an entry, by name where there is one; for the rows of a page only. */
const columns = sql`e.id, e.at, a.name AS who, a.username, i.name AS instansi, e.verb, e.subject, ${about} AS about, e.rows, e.detail,
  e.sealed_in IS NOT NULL AS sealed, e.salt = '' AND e.detail IS NULL AS erased, e.digest`
const names = sql`LEFT JOIN identity.user_account a ON a.id = e.account_id LEFT JOIN instansi i ON i.id = e.instansi_id`

export type TrailPage = { descending: boolean; offset: number; limit: number }

/** Entries that match, in the order of their time. */
export async function listTrail(tx: Tx, filter: TrailFilter, { descending, offset, limit }: TrailPage): Promise<TrailRow[]> {
  const order = descending ? sql`e.at DESC, e.id DESC` : sql`e.at, e.id`
  const { rows } = await sql<TrailRow>`
    WITH page AS MATERIALIZED (
      SELECT * FROM audit_entry e WHERE ${matching(filter)} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset})
    SELECT ${columns} FROM page e ${names} ORDER BY ${order}`.execute(tx)
  return rows
}

export type TrailCount = { found: number; unsealed: number }

/** How many match, counted up to `most`; and how many of all that the asker may read no seal holds yet. */
export async function countTrail(tx: Tx, filter: TrailFilter, most: number): Promise<TrailCount> {
  const all = { ...filter, only: null, words: [], who: '', verb: null, subject: null, from: null, before: null }
  const { rows } = await sql<TrailCount>`
    SELECT (SELECT count(*)::int FROM (SELECT FROM audit_entry e WHERE ${matching(filter)} LIMIT ${most}) f) AS found,
           (SELECT count(*)::int FROM audit_entry e WHERE e.sealed_in IS NULL AND ${matching(all)}) AS unsealed`.execute(tx)
  return rows[0]!
}

export type TrailEntry = TrailRow & {
  accountId: string | null
  instansiId: number | null
  salt: string
  sealedAt: Date | null
  /** The entry that erased its detail. */
  erasedBy: number | null
}

/** Entries by id, as far as the asker may read them, the newest first. */
export async function entriesById(tx: Tx, instansiIds: readonly number[] | null, ids: readonly number[]): Promise<TrailEntry[]> {
  const { rows } = await sql<TrailEntry>`
    SELECT ${columns}, e.account_id AS "accountId", e.instansi_id AS "instansiId", e.salt, e.sealed_in AS "sealedAt",
           CASE WHEN e.salt = '' THEN (
             SELECT max(x.id) FROM audit_entry x
             WHERE x.verb = 'erase_audit_detail' AND x.detail->'entries' @> jsonb_build_array(jsonb_build_object('id', e.id))) END AS "erasedBy"
    FROM audit_entry e ${names}
    WHERE e.id = ANY (${[...ids]}::bigint[])
      AND (${instansiIds === null}::boolean OR e.instansi_id = ANY (${instansiIds === null ? [] : [...instansiIds]}::int[]))
    ORDER BY e.at DESC, e.id DESC`.execute(tx)
  return rows
}
