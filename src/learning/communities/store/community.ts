import { containing, type Db, sql, type Tx } from '../../../platform/db/index.ts'

export type OpenTo = 'instansi' | 'guided' | 'all'
export type Community = {
  id: number
  instansiId: number
  instansi: string
  timeZone: string
  name: string
  about: string
  openTo: OpenTo
  closed: boolean
}

/** From where somebody looks: the own instansi; who holds the nation sees all. */
export type Viewer = { homeInstansiId: number | null; nation: boolean }
const open = (viewer: Viewer) => sql`
  (${viewer.nation}::boolean OR c.open_to = 'all' OR c.instansi_id = ${viewer.homeInstansiId}::int
   OR (c.open_to = 'guided' AND c.instansi_id IN (SELECT g.instansi_id FROM guides_of(${viewer.homeInstansiId}::int) g)))`
const columns = sql`
  c.id, c.instansi_id AS "instansiId", i.name AS instansi, i.time_zone AS "timeZone", c.name, c.about, c.open_to AS "openTo", c.closed_at IS NOT NULL AS closed`

/** One community that is open to who looks; null otherwise. */
export async function communityById(db: Db | Tx, viewer: Viewer, id: number): Promise<Community | null> {
  const { rows } = await sql<Community>`
    SELECT ${columns} FROM community c JOIN instansi i ON i.id = c.instansi_id WHERE c.id = ${id}::int AND ${open(viewer)}`.execute(
    db,
  )
  return rows[0] ?? null
}

export type CommunityRow = Community & { found: number; nextOn: string | null }
/** Those that are open to who looks, by name; those that meet soon show when. */
export async function listCommunities(
  db: Db | Tx,
  viewer: Viewer,
  filter: { q: string; among: readonly number[] | null; today: string },
  page: { offset: number; limit: number },
): Promise<CommunityRow[]> {
  const { rows } = await sql<CommunityRow>`
    SELECT ${columns}, count(*) OVER ()::int AS found,
      (SELECT min(m.on_date) FROM community_meeting m WHERE m.community_id = c.id AND m.closed_at IS NULL AND m.on_date >= ${filter.today}::date) AS "nextOn"
    FROM community c JOIN instansi i ON i.id = c.instansi_id
    WHERE c.closed_at IS NULL AND ${open(viewer)} AND (${filter.q}::text = '' OR c.name || ' ' || c.about ILIKE ${containing(filter.q)})
      AND (${filter.among ? [...filter.among] : null}::int[] IS NULL OR c.id = ANY (${filter.among ? [...filter.among] : null}::int[]))
    ORDER BY c.name, c.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(db)
  return rows
}

/** The communities of one person; run it in that person's scope. */
export async function communitiesOf(tx: Tx, pegawaiId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT community_id AS id FROM community_member WHERE pegawai_id = ${pegawaiId}::int AND left_at IS NULL`.execute(tx)
  return rows.map(row => row.id)
}

export async function insertCommunity(
  tx: Tx,
  instansiId: number,
  v: { name: string; about: string; openTo: OpenTo },
  made: { by: string; at: Date },
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO community (instansi_id, name, about, open_to, made_by, made_at)
    VALUES (${instansiId}, ${v.name}, ${v.about}, ${v.openTo}, ${made.by}, ${made.at}) ON CONFLICT DO NOTHING RETURNING id`.execute(
    tx,
  )
  return rows[0]?.id ?? null
}

/** `joinedOn`: by the calendar of the community's instansi. */
export type Member = { pegawaiId: number; name: string; unit: string; leads: boolean; joinedOn: string }
const members = (communityId: number) => sql`(
  SELECT m.pegawai_id AS "pegawaiId", m.name, m.unit, m.leads, (m.joined_at AT TIME ZONE i.time_zone)::date AS "joinedOn"
  FROM community_member m JOIN community c ON c.id = m.community_id JOIN instansi i ON i.id = c.instansi_id
  WHERE m.community_id = ${communityId}::int AND m.left_at IS NULL)`

/** How many are in it, and who of them asks; run it, and all below, as that community. */
export async function standingOf(
  tx: Tx,
  communityId: number,
  pegawaiId: number | null,
): Promise<{ members: number; me: Member | null }> {
  const { rows } = await sql<{ members: number; me: Member | null }>`
    SELECT (SELECT count(*)::int FROM community_member WHERE community_id = ${communityId}::int AND left_at IS NULL) AS members,
      (SELECT to_jsonb(m) FROM ${members(communityId)} m WHERE m."pegawaiId" = ${pegawaiId}::int) AS me`.execute(tx)
  return rows[0]!
}

export type MemberOrder = 'nama' | 'unit' | 'sejak'
const memberOrders: Record<MemberOrder, ReturnType<typeof sql>> = {
  nama: sql`m.name`,
  unit: sql`m.unit`,
  sejak: sql`m."joinedOn"`,
}
/** Those whose name or unit has these words, who leads first where no order is asked for. */
export async function listMembers(
  tx: Tx,
  communityId: number,
  filter: { q: string },
  page: { order: MemberOrder | null; descending: boolean; offset: number; limit: number },
): Promise<(Member & { found: number })[]> {
  const asked = page.order && sql`${memberOrders[page.order]} ${page.descending ? sql`DESC` : sql`ASC`}`
  const { rows } = await sql<Member & { found: number }>`
    SELECT m.*, count(*) OVER ()::int AS found FROM ${members(communityId)} m
    WHERE ${filter.q}::text = '' OR m.name || ' ' || m.unit ILIKE ${containing(filter.q)}
    ORDER BY ${asked ?? sql`m.leads DESC`}, m.name, m."pegawaiId" LIMIT ${page.limit} OFFSET ${page.offset}`.execute(tx)
  return rows
}

/** Everybody in it, who leads first. */
export async function membersOf(tx: Tx, communityId: number): Promise<Member[]> {
  const { rows } = await sql<Member>`
    SELECT * FROM ${members(communityId)} m ORDER BY m.leads DESC, m.name, m."pegawaiId"`.execute(tx)
  return rows
}

/** Takes a person in, or back; run it in a transaction that sees the person. */
export async function join(tx: Tx, communityId: number, pegawaiId: number, leads: boolean, at: Date): Promise<void> {
  await sql`
    INSERT INTO community_member (pegawai_id, community_id, instansi_id, name, unit, leads, joined_at)
    SELECT p.pegawai_id, ${communityId}::int, p.instansi_id, p.name, u.name, ${leads}, ${at}
    FROM pegawai p JOIN unit u ON u.id = p.unit_id WHERE p.pegawai_id = ${pegawaiId}::int
    ON CONFLICT (pegawai_id, community_id) DO UPDATE SET left_at = NULL, joined_at = excluded.joined_at, name = excluded.name, unit = excluded.unit
      WHERE community_member.left_at IS NOT NULL`.execute(tx)
}

/** Lets a member go; false where nobody went, or nobody would lead the others any more. */
export async function leave(tx: Tx, communityId: number, pegawaiId: number, at: Date): Promise<boolean> {
  await sql`SELECT FROM community WHERE id = ${communityId}::int FOR UPDATE`.execute(tx)
  const { numAffectedRows } = await sql`
    UPDATE community_member m SET left_at = ${at}, leads = false
    WHERE m.pegawai_id = ${pegawaiId}::int AND m.community_id = ${communityId}::int AND m.left_at IS NULL
      AND (NOT m.leads OR EXISTS (SELECT FROM community_member o
             WHERE o.community_id = m.community_id AND o.pegawai_id <> m.pegawai_id AND o.leads AND o.left_at IS NULL)
           OR NOT EXISTS (SELECT FROM community_member o
             WHERE o.community_id = m.community_id AND o.pegawai_id <> m.pegawai_id AND o.left_at IS NULL))`.execute(tx)
  return Number(numAffectedRows ?? 0) > 0
}

export async function makeLead(tx: Tx, communityId: number, pegawaiId: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE community_member SET leads = true
    WHERE pegawai_id = ${pegawaiId}::int AND community_id = ${communityId}::int AND left_at IS NULL AND NOT leads`.execute(tx)
  return Number(numAffectedRows ?? 0) > 0
}
