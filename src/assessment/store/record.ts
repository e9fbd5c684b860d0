import type { RawBuilder } from 'kysely'
import { sql, type Tx } from '../../platform/db/index.ts'

/** How results came in: `why` is written on the results they take the place of. */
export type Made = { by: string; importId: number | null; why: string; at?: Date }

/**
 * Writes results, each bound to what the jabatan asks for. One that says something else than the result of the same day, method and
 * campaign takes its place; the former is kept, and says why. Answers how many were written.
 * @param given pegawai_id, competency_id, level, method, assessed_on, valid_until, assessor, note, campaign_id, raters, standard_id,
 *   required_then; without standard_id the requirement of today counts
 */
export async function writeResults(tx: Tx, given: RawBuilder<unknown>, made: Made): Promise<number> {
  const at = sql`coalesce(${made.at?.toISOString() ?? null}::timestamptz, now())`
  const { numAffectedRows } = await sql`
    WITH given AS MATERIALIZED (${given}),
    former AS (
      UPDATE assessment_result r SET replaced_at = ${at}, replaced_why = ${made.why}
      FROM given g
      WHERE r.pegawai_id = g.pegawai_id AND r.competency_id = g.competency_id AND r.assessed_on = g.assessed_on AND r.method = g.method
        AND r.campaign_id IS NOT DISTINCT FROM g.campaign_id AND r.replaced_at IS NULL
        AND (r.level, r.valid_until, r.assessor, r.note) IS DISTINCT FROM (g.level, g.valid_until, g.assessor, g.note)
      RETURNING 1)
    INSERT INTO assessment_result (pegawai_id, instansi_id, instansi_then, competency_id, level, method, assessed_on, valid_until, assessor, note,
      campaign_id, raters, import_id, recorded_by, recorded_at, standard_id, required_then)
    SELECT g.pegawai_id, p.instansi_id, p.instansi_id, g.competency_id, g.level, g.method, g.assessed_on, g.valid_until, g.assessor, g.note,
      g.campaign_id, g.raters, ${made.importId}::int, ${made.by}, ${at}, coalesce(g.standard_id, q.standard_id),
      CASE WHEN g.standard_id IS NULL THEN q.level ELSE g.required_then END
    FROM given g
    JOIN pegawai p ON p.pegawai_id = g.pegawai_id
    LEFT JOIN jabatan_requirement q ON q.jabatan_id = p.jabatan_id AND q.competency_id = g.competency_id
    WHERE (SELECT count(*) FROM former) >= 0 -- only when all the former are out of the way
    ON CONFLICT DO NOTHING`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

export type GivenResult = {
  pegawaiId: number
  competencyId: number
  level: number
  method: string
  assessedOn: string
  validUntil: string
  assessor: string | null
  note?: string | null
  campaignId?: number | null
  raters?: number
  standardId?: number | null
  requiredThen?: number | null
}

/** The same for rows at hand. */
export const writeGiven = (tx: Tx, rows: readonly GivenResult[], made: Made): Promise<number> =>
  rows.length === 0
    ? Promise.resolve(0)
    : writeResults(
        tx,
        sql`SELECT "pegawaiId" AS pegawai_id, "competencyId" AS competency_id, level, method, "assessedOn" AS assessed_on,
              "validUntil" AS valid_until, assessor, note, "campaignId" AS campaign_id, coalesce(raters, 1) AS raters,
              "standardId" AS standard_id, "requiredThen" AS required_then
            FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS g("pegawaiId" int, "competencyId" int, level int, method text,
              "assessedOn" date, "validUntil" date, assessor text, note text, "campaignId" int, raters int, "standardId" int, "requiredThen" int)`,
        made,
      )
