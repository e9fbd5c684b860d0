import { sql, type Tx } from '../../../platform/db/index.ts'
import type { Touched } from './change.ts'

export const reminderKinds = ['closes', 'week', 'tomorrow'] as const
export type ReminderKind = (typeof reminderKinds)[number]
export type Due = { classId: number; kind: ReminderKind }

/** Days from today, where the class is held, on which somebody is reminded. */
const local = sql`(n.at AT TIME ZONE coalesce(i.time_zone, 'Asia/Jakarta'))::date`

/**
 * Marks the reminders that are due and were not sent yet, and answers them: registration closes within two days while requests wait, the class
 * begins in at most seven days or tomorrow. Marked in the transaction that sends: each is sent once, and none is lost.
 */
export async function takeDue(tx: Tx, at: Date): Promise<Due[]> {
  const { rows } = await sql<Due>`
    WITH n AS (SELECT ${at}::timestamptz AS at),
    due AS (
      SELECT c.id, d.kind, d.day
      FROM n CROSS JOIN course_class c JOIN provider p ON p.id = c.provider_id LEFT JOIN instansi i ON i.id = p.instansi_id
      JOIN LATERAL (VALUES
        ('closes', c.registration_until, c.seats_asked > 0 AND c.registration_until - ${local} BETWEEN 0 AND 2),
        ('week', c.starts_on, c.seats_taken > 0 AND c.starts_on - ${local} BETWEEN 2 AND 7),
        ('tomorrow', c.starts_on, c.seats_taken > 0 AND c.starts_on - ${local} = 1)) AS d (kind, day, is_due) ON d.is_due
      WHERE c.state = 'open')
    INSERT INTO class_reminder (class_id, kind, due_on, sent_at) SELECT id, kind, day, ${at} FROM due
    ON CONFLICT DO NOTHING RETURNING class_id AS "classId", kind`.execute(tx)
  return rows
}

/** Whom a reminder of a class goes to: who is in it, or of registration those whose request waits. */
export async function remindedPeople(tx: Tx, { classId, kind }: Due): Promise<Touched[]> {
  const { rows } = await sql<Touched>`
    SELECT pegawai_id AS "pegawaiId", instansi_id AS "instansiId" FROM enrolment
    WHERE class_id = ${classId}::int AND state = ${kind === 'closes' ? 'requested' : 'enrolled'} ORDER BY 1`.execute(tx)
  return rows
}
