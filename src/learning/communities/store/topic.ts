import { sql, type Tx } from '../../../platform/db/index.ts'

export type TopicKind = 'bahasan' | 'tanya'
export type Topic = {
  id: number
  authorId: number
  author: string
  kind: TopicKind
  title: string
  body: string
  madeAt: Date
  closed: boolean
  replies: number
  answered: boolean
}

const columns = sql`
  t.id, t.pegawai_id AS "authorId", t.author, t.kind, t.title, t.body, t.made_at AS "madeAt", t.closed_at IS NOT NULL AS closed,
  (SELECT count(*)::int FROM community_reply r WHERE r.community_id = t.community_id AND r.topic_id = t.id AND r.removed_at IS NULL) AS replies,
  EXISTS (SELECT FROM community_reply r WHERE r.community_id = t.community_id AND r.topic_id = t.id AND r.accepted_at IS NOT NULL) AS answered`

/** What is talked of in a community, questions without an answer first; run it, and all below, as that community. */
export async function listTopics(
  tx: Tx,
  communityId: number,
  page: { offset: number; limit: number },
): Promise<(Topic & { found: number })[]> {
  const { rows } = await sql<Topic & { found: number }>`
    SELECT x.*, count(*) OVER ()::int AS found FROM (SELECT ${columns} FROM community_topic t WHERE t.community_id = ${communityId}::int) x
    ORDER BY (x.kind = 'tanya' AND NOT x.answered) DESC, x.id DESC LIMIT ${page.limit} OFFSET ${page.offset}`.execute(tx)
  return rows
}

export async function topicById(tx: Tx, communityId: number, id: number, hold = false): Promise<Topic | null> {
  const { rows } = await sql<Topic>`
    SELECT ${columns} FROM community_topic t WHERE t.community_id = ${communityId}::int AND t.id = ${id}::int
    ${hold ? sql`FOR UPDATE OF t` : sql``}`.execute(tx)
  return rows[0] ?? null
}

type Author = { pegawaiId: number; instansiId: number; name: string }
export async function insertTopic(
  tx: Tx,
  communityId: number,
  by: Author,
  v: { kind: TopicKind; title: string; body: string },
  at: Date,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO community_topic (pegawai_id, community_id, instansi_id, author, kind, title, body, made_at)
    VALUES (${by.pegawaiId}, ${communityId}, ${by.instansiId}, ${by.name}, ${v.kind}, ${v.title}, ${v.body}, ${at}) RETURNING id`.execute(
    tx,
  )
  return rows[0]!.id
}

export type Reply = { id: number; authorId: number; author: string; body: string; madeAt: Date; accepted: boolean }
export async function repliesOf(tx: Tx, communityId: number, topicId: number): Promise<Reply[]> {
  const { rows } = await sql<Reply>`
    SELECT id, pegawai_id AS "authorId", author, body, made_at AS "madeAt", accepted_at IS NOT NULL AS accepted FROM community_reply
    WHERE community_id = ${communityId}::int AND topic_id = ${topicId}::int AND removed_at IS NULL
    ORDER BY accepted_at IS NULL, id LIMIT 500`.execute(tx)
  return rows
}

export async function insertReply(
  tx: Tx,
  communityId: number,
  topicId: number,
  by: Author,
  body: string,
  at: Date,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO community_reply (pegawai_id, topic_id, community_id, instansi_id, author, body, made_at)
    VALUES (${by.pegawaiId}, ${topicId}, ${communityId}, ${by.instansiId}, ${by.name}, ${body}, ${at}) RETURNING id`.execute(tx)
  return rows[0]!.id
}

export async function acceptReply(tx: Tx, communityId: number, id: number, at: Date): Promise<void> {
  await sql`UPDATE community_reply SET accepted_at = ${at} WHERE community_id = ${communityId}::int AND id = ${id}::int`.execute(
    tx,
  )
}

/** Takes a reply out of sight; it stays to be read by who may look into it. */
export async function removeReply(
  tx: Tx,
  communityId: number,
  id: number,
  by: { account: string; why: string; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE community_reply SET removed_at = ${by.at}, removed_by = ${by.account}, removed_why = ${by.why}
    WHERE community_id = ${communityId}::int AND id = ${id}::int AND removed_at IS NULL AND accepted_at IS NULL`.execute(tx)
  return Number(numAffectedRows ?? 0) > 0
}
