import { sql, type Tx } from '../../platform/db/index.ts'
import type { PerformancePeriod, PerformancePredicate, PerformanceRating } from '../../regulation/index.ts'

export type RatingRow = {
  id: number
  pegawaiId: number
  /** Region code of the instansi the person belonged to then. */
  instansi: string
  year: number
  kind: PerformancePeriod
  number: number
  /** The last day of the period. */
  periodEnd: string
  result: PerformanceRating | null
  behaviour: PerformanceRating | null
  predicate: PerformancePredicate | null
  resultBelow: boolean | null
  behaviourBelow: boolean | null
  target: number | null
  achieved: number | null
  unit: string | null
  ratedOn: string | null
  raterName: string | null
  raterNip: string | null
  source: 'impor' | 'formulir'
  importId: number | null
  /** Name of the account; null where it is gone. */
  recordedBy: string | null
  recordedAt: Date
  supersededAt: Date | null
  supersededBy: string | null
  supersededWhy: string | null
}

export const ratingColumns = sql`r.id, r.pegawai_id AS "pegawaiId", i.region_code AS instansi, r.year, r.period AS kind, r.period_number AS number,
  r.period_end AS "periodEnd", r.result_rating AS result, r.behaviour_rating AS behaviour, r.predicate, r.result_below AS "resultBelow",
  r.behaviour_below AS "behaviourBelow", r.target::float8 AS target, r.achieved::float8 AS achieved, r.target_unit AS unit, r.rated_on AS "ratedOn",
  r.rater_name AS "raterName", r.rater_nip AS "raterNip", r.source, r.import_id AS "importId", r.recorded_at AS "recordedAt",
  r.superseded_at AS "supersededAt", r.superseded_why AS "supersededWhy"`

/** Every rating somebody has had, the latest period first and within it the latest record; those that were replaced included. */
export async function ratingsOf(tx: Tx, pegawaiId: number, part = { offset: 0, limit: 1000 }): Promise<RatingRow[]> {
  const { rows } = await sql<RatingRow>`
    SELECT ${ratingColumns}, a.name AS "recordedBy", s.name AS "supersededBy"
    FROM performance_rating r JOIN instansi i ON i.id = r.instansi_then
    LEFT JOIN identity.user_account a ON a.id = r.recorded_by LEFT JOIN identity.user_account s ON s.id = r.superseded_by
    WHERE r.pegawai_id = ${pegawaiId}
    ORDER BY r.period_end DESC, r.period, r.superseded_at DESC NULLS FIRST, r.id DESC LIMIT ${part.limit} OFFSET ${part.offset}`.execute(
    tx,
  )
  return rows
}

export type LatestRating = {
  year: number | null
  kind: PerformancePeriod | null
  number: number | null
  predicate: PerformancePredicate | null
}

/** The rating that counts now: nulls where there is none yet; null where the person lies outside the scope. */
export async function latestRating(tx: Tx, pegawaiId: number): Promise<LatestRating | null> {
  const { rows } = await sql<LatestRating>`
    SELECT n.year, n.period AS kind, n.period_number AS number, n.predicate
    FROM pegawai p LEFT JOIN LATERAL (SELECT * FROM performance_now o WHERE o.pegawai_id = p.pegawai_id) n ON true
    WHERE p.pegawai_id = ${pegawaiId}`.execute(tx)
  return rows[0] ?? null
}

export type NewRating = Pick<
  RatingRow,
  | 'pegawaiId'
  | 'year'
  | 'kind'
  | 'number'
  | 'result'
  | 'behaviour'
  | 'predicate'
  | 'resultBelow'
  | 'behaviourBelow'
  | 'target'
  | 'achieved'
  | 'unit'
  | 'ratedOn'
  | 'raterName'
  | 'raterNip'
> & { matrixFrom: string; recordedBy: string; recordedAt: Date }

/** Writes a rating; null where another counts for this person and period. */
export async function insertRating(tx: Tx, r: NewRating): Promise<{ id: number; instansiId: number } | null> {
  const { rows } = await sql<{ id: number; instansiId: number }>`
    INSERT INTO performance_rating (pegawai_id, instansi_id, instansi_then, year, period, period_number, result_rating, behaviour_rating, predicate,
      result_below, behaviour_below, matrix_from, target, achieved, target_unit, rated_on, rater_name, rater_nip, source, recorded_by, recorded_at)
    SELECT p.pegawai_id, p.instansi_id, p.instansi_id, ${r.year}::int, ${r.kind}, ${r.number}::int, ${r.result}::text, ${r.behaviour}::text,
      ${r.predicate}::text, ${r.resultBelow}::boolean, ${r.behaviourBelow}::boolean, ${r.matrixFrom}::date, ${r.target}::numeric, ${r.achieved}::numeric,
      ${r.unit}::text, ${r.ratedOn}::date, ${r.raterName}::text, ${r.raterNip}::text, 'formulir', ${r.recordedBy}, ${r.recordedAt.toISOString()}::timestamptz
    FROM pegawai p WHERE p.pegawai_id = ${r.pegawaiId}
    ON CONFLICT (pegawai_id, year, period, period_number) WHERE superseded_at IS NULL DO NOTHING
    RETURNING id, instansi_id AS "instansiId"`.execute(tx)
  return rows[0] ?? null
}

/** Closes a rating, which is kept; null where it does not count any more (somebody was faster). */
export async function supersede(
  tx: Tx,
  rating: { pegawaiId: number; id: number },
  by: { account: string; at: Date; why: string },
): Promise<{ instansiId: number } | null> {
  const { rows } = await sql<{ instansiId: number }>`
    UPDATE performance_rating SET superseded_at = ${by.at.toISOString()}::timestamptz, superseded_by = ${by.account}, superseded_why = ${by.why}
    WHERE pegawai_id = ${rating.pegawaiId} AND id = ${rating.id} AND superseded_at IS NULL RETURNING instansi_id AS "instansiId"`.execute(
    tx,
  )
  return rows[0] ?? null
}
