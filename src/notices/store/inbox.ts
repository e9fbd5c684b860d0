import type { RawBuilder } from 'kysely'
import { containing, sql, type Tx } from '../../platform/db/index.ts'
import type { Language } from '../../platform/i18n/index.ts'
import type { Topic } from '../topics.ts'

/** How many notices an account has not read, as an expression: a page asks for it in the query that finds out who asks. */
export const unreadOf = (accountId: RawBuilder<unknown>, today: string): RawBuilder<number> =>
  sql<number>`notices.unread(${accountId}, ${today}::date)`

/** `q`: words of the title or the text. */
export type InboxFilter = { unread: boolean; topic: Topic | null; q?: string }
export type InboxRow = {
  id: number
  topic: Topic
  duty: boolean
  title: string
  body: string | null
  href: string
  madeAt: Date
  readAt: Date | null
  expired: boolean
}

const matching = ({ unread, topic, q }: InboxFilter, today: string) => sql`in_app
  AND (${q ?? ''}::text = '' OR concat_ws(' ', title_id, title_en, body_id, body_en) ILIKE ${containing(q ?? '')})
  AND (NOT ${unread}::boolean OR (read_at IS NULL AND (expires_on IS NULL OR expires_on >= ${today}::date)))
  AND (${topic}::text IS NULL OR topic = ${topic})`

const columns = (language: Language, today: string) => sql`id, topic, duty,
  ${sql.ref(`title_${language}`)} AS title, ${sql.ref(`body_${language}`)} AS body, href,
  made_at AS "madeAt", read_at AS "readAt", coalesce(expires_on < ${today}::date, false) AS expired`

export type InboxPage = { rows: InboxRow[]; total: number; unread: number; all: number }

/** One page of the account of the transaction, the newest first unless it says otherwise, and how many there are. */
export async function inbox(
  tx: Tx,
  filter: InboxFilter,
  at: { language: Language; today: string; oldestFirst?: boolean; offset: number; limit: number },
): Promise<InboxPage> {
  const { rows } = await sql<InboxRow>`
    SELECT ${columns(at.language, at.today)} FROM notices.notice WHERE ${matching(filter, at.today)}
    ORDER BY id ${sql.raw(at.oldestFirst ? '' : 'DESC')} LIMIT ${at.limit} OFFSET ${at.offset}`.execute(tx)
  const counts = await sql<{ total: number; unread: number; all: number }>`
    SELECT (count(*) FILTER (WHERE ${matching(filter, at.today)}))::int AS total, count(*)::int AS all,
           (count(*) FILTER (WHERE ${matching({ unread: true, topic: null }, at.today)}))::int AS unread
    FROM notices.notice WHERE in_app`.execute(tx)
  return { rows, ...counts.rows[0]! }
}

/** For the API: those before an id (0: from the newest). */
export async function inboxBefore(
  tx: Tx,
  filter: InboxFilter,
  at: { language: Language; today: string; beforeId: number; limit: number },
): Promise<InboxRow[]> {
  const { rows } = await sql<InboxRow>`
    SELECT ${columns(at.language, at.today)} FROM notices.notice
    WHERE ${matching(filter, at.today)} AND (${at.beforeId}::bigint = 0 OR id < ${at.beforeId})
    ORDER BY id DESC LIMIT ${at.limit}`.execute(tx)
  return rows
}

/** Marks one as read; answers where it leads, or null where the account has no such notice. */
export async function readOne(tx: Tx, id: number, at: Date): Promise<string | null> {
  const { rows } = await sql<{ href: string }>`
    UPDATE notices.notice SET read_at = coalesce(read_at, ${at.toISOString()}::timestamptz) WHERE id = ${id} RETURNING href`.execute(
    tx,
  )
  return rows[0]?.href ?? null
}

/** Marks all that came until this one as read, of a topic or of all; what comes while somebody presses the button stays unread. */
export async function readAll(tx: Tx, topic: Topic | null, untilId: number, at: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    WITH read AS (
      UPDATE notices.notice SET read_at = ${at.toISOString()}::timestamptz
      WHERE read_at IS NULL AND id <= ${untilId} AND (${topic}::text IS NULL OR topic = ${topic}) RETURNING 1)
    SELECT count(*)::int AS n FROM read`.execute(tx)
  return rows[0]!.n
}
