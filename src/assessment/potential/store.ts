import type { RawBuilder } from 'kysely'
import { sql, type Tx } from '../../platform/db/index.ts'
import type { Method } from '../labels.ts'
import type { AspectResult } from './rules/potential.ts'

export type PotentialResult = AspectResult & {
  method: Method
  assessor: string | null
  replacedWhy: string | null
}

/** Every result of potential that was ever kept of a person, the newest first; those that were replaced too. */
export async function potentialResults(tx: Tx, pegawaiId: number): Promise<PotentialResult[]> {
  const { rows } = await sql<PotentialResult>`
    SELECT id, aspect, score, method, assessed_on AS "assessedOn", valid_until AS "validUntil", assessor,
           replaced_at IS NOT NULL AS replaced, replaced_why AS "replacedWhy"
    FROM potential_result WHERE pegawai_id = ${pegawaiId} ORDER BY assessed_on DESC, id DESC`.execute(tx)
  return rows
}

type Made = { by: string; importId: number | null; why: string; at?: Date }

/**
 * Writes scores. One that says something else than the score of the same aspect, day and method takes its place; the former is kept,
 * and says why. Answers how many were written.
 * @param given pegawai_id, aspect, score, method, assessed_on, valid_until, assessor
 */
export async function writePotential(tx: Tx, given: RawBuilder<unknown>, made: Made): Promise<number> {
  const at = sql`coalesce(${made.at?.toISOString() ?? null}::timestamptz, now())`
  const { numAffectedRows } = await sql`
    WITH given AS MATERIALIZED (${given}),
    former AS (
      UPDATE potential_result r SET replaced_at = ${at}, replaced_why = ${made.why}
      FROM given g
      WHERE r.pegawai_id = g.pegawai_id AND r.aspect = g.aspect AND r.assessed_on = g.assessed_on AND r.method = g.method
        AND r.replaced_at IS NULL AND (r.score, r.valid_until, r.assessor) IS DISTINCT FROM (g.score, g.valid_until, g.assessor)
      RETURNING 1)
    INSERT INTO potential_result (pegawai_id, instansi_id, instansi_then, aspect, score, method, assessed_on, valid_until, assessor, import_id,
      recorded_by, recorded_at)
    SELECT g.pegawai_id, p.instansi_id, p.instansi_id, g.aspect, g.score, g.method, g.assessed_on, g.valid_until, g.assessor,
      ${made.importId}::int, ${made.by}, ${at}
    FROM given g JOIN pegawai p ON p.pegawai_id = g.pegawai_id
    WHERE (SELECT count(*) FROM former) >= 0 -- only when all the former are out of the way
    ON CONFLICT DO NOTHING`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

type GivenScore = {
  pegawaiId: number
  aspect: string
  score: number
  method: string
  assessedOn: string
  validUntil: string
  assessor: string | null
}

/** The same for rows at hand. */
export const writeScores = (tx: Tx, rows: readonly GivenScore[], made: Made): Promise<number> =>
  writePotential(
    tx,
    sql`SELECT "pegawaiId" AS pegawai_id, aspect, score, method, "assessedOn" AS assessed_on, "validUntil" AS valid_until, assessor
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
          AS g("pegawaiId" int, aspect text, score int, method text, "assessedOn" date, "validUntil" date, assessor text)`,
    made,
  )

/** Of each aspect the latest result that holds on a day: rules/potential.ts in SQL (standings.db.test.ts proves the two equal). */
export const spokenScores = (instansiId: number, today: string) => sql`
  SELECT DISTINCT ON (pegawai_id, aspect) pegawai_id, aspect, score, valid_until FROM potential_result
  WHERE instansi_id = ${instansiId} AND replaced_at IS NULL AND assessed_on <= ${today}::date AND valid_until >= ${today}::date
  ORDER BY pegawai_id, aspect, assessed_on DESC, id DESC`
