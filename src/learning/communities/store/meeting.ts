import { type Db, sql, type Tx } from '../../../platform/db/index.ts'

export type Meeting = { id: number; title: string; on: string; minutes: number; place: string; closed: boolean }

export async function meetingsOf(db: Db | Tx, communityId: number): Promise<Meeting[]> {
  const { rows } = await sql<Meeting>`
    SELECT id, title, on_date AS "on", minutes, place, closed_at IS NOT NULL AS closed FROM community_meeting
    WHERE community_id = ${communityId}::int ORDER BY closed_at IS NOT NULL, on_date DESC, id DESC LIMIT 100`.execute(db)
  return rows
}
export async function meetingById(db: Db | Tx, communityId: number, id: number, hold = false): Promise<Meeting | null> {
  const { rows } = await sql<Meeting>`
    SELECT id, title, on_date AS "on", minutes, place, closed_at IS NOT NULL AS closed FROM community_meeting
    WHERE community_id = ${communityId}::int AND id = ${id}::int ${hold ? sql`FOR UPDATE` : sql``}`.execute(db)
  return rows[0] ?? null
}
export async function insertMeeting(
  tx: Tx,
  communityId: number,
  v: { title: string; on: string; minutes: number; place: string },
  made: { by: string; at: Date },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO community_meeting (community_id, title, on_date, minutes, place, made_by, made_at)
    VALUES (${communityId}, ${v.title}, ${v.on}, ${v.minutes}, ${v.place}, ${made.by}, ${made.at}) RETURNING id`.execute(tx)
  return rows[0]!.id
}

/** Who was there, also who has left the community since; run it as the community. */
export type Attendee = { pegawaiId: number; name: string; unit: string }
export async function attendeesOf(tx: Tx, meetingId: number): Promise<Attendee[]> {
  const { rows } = await sql<Attendee>`
    SELECT m.pegawai_id AS "pegawaiId", m.name, m.unit FROM community_attendance a
    JOIN community_member m ON m.pegawai_id = a.pegawai_id AND m.community_id = a.community_id
    WHERE a.meeting_id = ${meetingId}::int ORDER BY m.name, m.pegawai_id`.execute(tx)
  return rows
}
/** Makes it so that these members, and no others, were there. */
export async function setAttended(
  tx: Tx,
  communityId: number,
  meetingId: number,
  pegawaiIds: readonly number[],
  at: Date,
): Promise<void> {
  await sql`
    DELETE FROM community_attendance WHERE meeting_id = ${meetingId}::int AND NOT (pegawai_id = ANY (${[...pegawaiIds]}::int[]))`.execute(
    tx,
  )
  await sql`
    INSERT INTO community_attendance (pegawai_id, meeting_id, community_id, instansi_id, marked_at)
    SELECT m.pegawai_id, ${meetingId}::int, m.community_id, m.instansi_id, ${at} FROM community_member m
    WHERE m.community_id = ${communityId}::int AND m.pegawai_id = ANY (${[...pegawaiIds]}::int[]) AND m.left_at IS NULL
    ON CONFLICT DO NOTHING`.execute(tx)
}
export async function markClosed(tx: Tx, meetingId: number, at: Date): Promise<void> {
  await sql`UPDATE community_meeting SET closed_at = ${at} WHERE id = ${meetingId}::int`.execute(tx)
}
