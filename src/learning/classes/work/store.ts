import { type Db, sql } from '../../../platform/db/index.ts'
import type { Working } from './rules/next.ts'

export type WorkingClass = Working & { id: number; name: string; course: string; taken: number; seatsMax: number | null }

/** The classes that are not over of these institutions and of this trainer, the nearest first. */
export async function classesAtWork(
  db: Db,
  { providerIds, account, pegawaiId }: { providerIds: readonly number[]; account: string; pegawaiId: number | null },
  now: Date,
): Promise<WorkingClass[]> {
  const { rows } = await sql<WorkingClass>`
    SELECT c.id, c.name, v.title AS course, c.state, c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.seats_asked AS asked, c.seats_taken AS taken,
      c.seats_max AS "seatsMax", c.provider_id = ANY (${[...providerIds]}::int[]) AS plans, s.sessions, s.today AS "sessionToday", z.today
    FROM course_class c JOIN course_version v ON v.id = c.version_id JOIN provider p ON p.id = c.provider_id
    LEFT JOIN instansi i ON i.id = p.instansi_id
    CROSS JOIN LATERAL (SELECT coalesce(i.time_zone, 'Asia/Jakarta') AS zone, (${now}::timestamptz AT TIME ZONE coalesce(i.time_zone, 'Asia/Jakarta'))::date AS today) z
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS sessions, coalesce(bool_or((d.starts_at AT TIME ZONE z.zone)::date = z.today), false) AS today
      FROM class_session d WHERE d.class_id = c.id) s
    WHERE c.state IN ('draft', 'open', 'running') AND (c.provider_id = ANY (${[...providerIds]}::int[]) OR EXISTS (
      SELECT FROM class_trainer x JOIN trainer t ON t.id = x.trainer_id
      WHERE x.class_id = c.id AND (t.account_id = ${account} OR t.pegawai_id = ${pegawaiId}::int)))
    ORDER BY c.starts_on NULLS LAST, c.id LIMIT 200`.execute(db)
  return rows
}
