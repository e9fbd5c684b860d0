import { type Db, sql } from '../../platform/db/index.ts'

export type Counts = {
  offers: number
  rooms: number
  seats: number
  beds: number
  trainers: number
  accreditations: number
  staff: number
}

/** What an institution holds that is in use. */
export async function countsOf(db: Db, providerId: number): Promise<Counts> {
  const { rows } = await sql<Counts>`
    SELECT (SELECT count(*)::int FROM offer WHERE provider_id = p.id AND closed_at IS NULL) AS offers,
           r.rooms, r.seats, r.beds, (SELECT count(*)::int FROM trainer WHERE provider_id = p.id AND closed_at IS NULL) AS trainers,
           (SELECT count(*)::int FROM accreditation WHERE provider_id = p.id) AS accreditations,
           (SELECT count(*)::int FROM provider_staff WHERE provider_id = p.id) AS staff
    FROM provider p CROSS JOIN LATERAL (
      SELECT count(*)::int AS rooms, coalesce(sum(capacity) FILTER (WHERE kind <> 'asrama'), 0)::int AS seats,
             coalesce(sum(capacity) FILTER (WHERE kind = 'asrama'), 0)::int AS beds FROM room WHERE provider_id = p.id AND closed_at IS NULL) r
    WHERE p.id = ${providerId}`.execute(db)
  return rows[0]!
}
