import { sql, type Tx } from '../../platform/db/index.ts'
import type { Choice } from '../rules/choice.ts'
import type { JpmSums } from '../rules/jpm.ts'
import { chosenLevels } from './refresh.ts'

/** Active people of the instansi with what they hold, in sums over what was assessed and still counts on the day. */
const sumsByPerson = (instansiIds: readonly number[], today: string) => sql`
  SELECT p.pegawai_id, sum(c.level)::int AS held, sum(least(c.level, r.level))::int AS capped, sum(r.level)::int AS required
  FROM pegawai p
  JOIN jabatan_requirement r ON r.jabatan_id = p.jabatan_id
  JOIN competency_profile c ON c.pegawai_id = p.pegawai_id AND c.competency_id = r.competency_id AND c.valid_until >= ${today}::date
  WHERE p.instansi_id = ANY (${[...instansiIds]}::int[]) AND p.status = 'aktif'
  GROUP BY p.pegawai_id`

/** How many people have which sums: few rows, however many people. */
export async function jpmSums(tx: Tx, instansiIds: readonly number[], today: string): Promise<(JpmSums & { people: number })[]> {
  const { rows } = await sql<JpmSums & { people: number }>`
    SELECT held, capped, required, count(*)::int AS people FROM (${sumsByPerson(instansiIds, today)}) s
    GROUP BY held, capped, required`.execute(tx)
  return rows
}

export type IkkSums = JpmSums & { potential: number; potentialOf: number; people: number }

/** The same with the sum of the aspects of potential, of those who have both; and how many active people have not. */
export async function ikkSums(
  tx: Tx,
  instansiIds: readonly number[],
  today: string,
  highest: number,
): Promise<{ known: IkkSums[]; unknown: number }> {
  const { rows } = await sql<IkkSums & { active: number }>`
    WITH aspect AS (
      SELECT DISTINCT ON (pegawai_id, aspect) pegawai_id, aspect, score FROM potential_result
      WHERE instansi_id = ANY (${[...instansiIds]}::int[]) AND replaced_at IS NULL
        AND assessed_on <= ${today}::date AND valid_until >= ${today}::date
      ORDER BY pegawai_id, aspect, assessed_on DESC, id DESC),
    potential AS (
      SELECT pegawai_id, sum(score)::int AS potential, (count(*) * ${highest}::int)::int AS "potentialOf" FROM aspect GROUP BY pegawai_id)
    SELECT s.held, s.capped, s.required, t.potential, t."potentialOf", count(*)::int AS people
    FROM (${sumsByPerson(instansiIds, today)}) s JOIN potential t USING (pegawai_id)
    GROUP BY 1, 2, 3, 4, 5`.execute(tx)
  const { rows: staff } = await sql<{ active: number }>`
    SELECT count(*)::int AS active FROM pegawai
    WHERE instansi_id = ANY (${[...instansiIds]}::int[]) AND status = 'aktif'`.execute(tx)
  return { known: rows, unknown: staff[0]!.active - rows.reduce((sum, row) => sum + row.people, 0) }
}

export type Validity = { years: number; warningDays: number }
export type ValidityMove = {
  id: number
  name: string
  active: number
  before: number
  after: number
  lose: number
  gain: number
  warnedBefore: number
  warnedAfter: number
}

/**
 * Who would be mapped by another validity: of each office where one instansi is asked about, else of each instansi. A result that
 * names another day than `now` gives it keeps that day.
 */
export async function validityMoves(
  tx: Tx,
  instansiIds: readonly number[],
  today: string,
  { now, next }: { now: Validity; next: Validity },
): Promise<ValidityMove[]> {
  const ids = sql`${[...instansiIds]}::int[]`
  const place =
    instansiIds.length === 1
      ? sql`SELECT u.id AS unit_id, h.id, h.name FROM unit u JOIN unit h ON h.id = coalesce(u.top_id, u.id) WHERE u.instansi_id = ANY (${ids})`
      : sql`SELECT u.id AS unit_id, i.id, i.name FROM unit u JOIN instansi i ON i.id = u.instansi_id WHERE u.instansi_id = ANY (${ids})`
  const warned = (until: string, days: number) =>
    sql`count(*) FILTER (WHERE ${sql.ref(until)} BETWEEN ${today}::date AND ${today}::date + ${days}::int)::int`
  const { rows } = await sql<ValidityMove>`
    WITH place AS MATERIALIZED (${place}),
    result AS (
      SELECT p.pegawai_id, max(p.valid_until) AS before,
             max(CASE WHEN p.valid_until = (p.assessed_on + make_interval(years => ${now.years}::int))::date
                      THEN (p.assessed_on + make_interval(years => ${next.years}::int))::date ELSE p.valid_until END) AS after
      FROM competency_profile p JOIN competency c ON c.id = p.competency_id
      WHERE p.instansi_id = ANY (${ids}) AND c.pillar IN ('manajerial', 'sosial_kultural') GROUP BY p.pegawai_id)
    SELECT l.id, l.name, count(*)::int AS active,
           count(*) FILTER (WHERE r.before >= ${today}::date)::int AS before,
           count(*) FILTER (WHERE r.after >= ${today}::date)::int AS after,
           count(*) FILTER (WHERE r.before >= ${today}::date AND r.after < ${today}::date)::int AS lose,
           count(*) FILTER (WHERE r.before < ${today}::date AND r.after >= ${today}::date)::int AS gain,
           ${warned('r.before', now.warningDays)} AS "warnedBefore", ${warned('r.after', next.warningDays)} AS "warnedAfter"
    FROM pegawai p JOIN place l ON l.unit_id = p.unit_id LEFT JOIN result r ON r.pegawai_id = p.pegawai_id
    WHERE p.instansi_id = ANY (${ids}) AND p.status = 'aktif'
    GROUP BY l.id, l.name ORDER BY l.name, l.id`.execute(tx)
  return rows
}

export type LevelMove = {
  code: string
  name: string
  nameEn: string | null
  raised: number
  lowered: number
  found: number
  lost: number
}

/** Per competency, the people whose level that counts today would be another by another rule of choice; and how many people in all. */
export async function levelMoves(
  tx: Tx,
  instansiIds: readonly number[],
  today: string,
  { now, next }: { now: Choice; next: Choice },
): Promise<{ competencies: LevelMove[]; people: number; of: number }> {
  const one = instansiIds.length === 1 ? instansiIds[0]! : null
  const held = (choice: Choice) => sql`
    SELECT l.pegawai_id, l.competency_id, l.level FROM (${chosenLevels(one, today, { from: 0, to: 2 ** 31 - 1 }, choice)}) l
    JOIN pegawai p ON p.pegawai_id = l.pegawai_id
    WHERE l.valid_until >= ${today}::date AND p.status = 'aktif' AND p.instansi_id = ANY (${[...instansiIds]}::int[])`
  const { rows } = await sql<{ competencies: LevelMove[] | null; people: number; of: number }>`
    WITH both_ways AS MATERIALIZED (
      SELECT pegawai_id, competency_id, b.level AS before, a.level AS after
      FROM (${held(now)}) b FULL JOIN (${held(next)}) a USING (pegawai_id, competency_id)),
    by_competency AS (
      SELECT c.code, c.name, c.name_en AS "nameEn", count(*) FILTER (WHERE after > before)::int AS raised,
             count(*) FILTER (WHERE after < before)::int AS lowered, count(*) FILTER (WHERE before IS NULL)::int AS found,
             count(*) FILTER (WHERE after IS NULL)::int AS lost, count(*) AS moved
      FROM both_ways JOIN competency c ON c.id = competency_id WHERE before IS DISTINCT FROM after GROUP BY c.id)
    SELECT (SELECT jsonb_agg(to_jsonb(b) - 'moved' ORDER BY b.moved DESC, b.code) FROM by_competency b) AS competencies,
           (SELECT count(DISTINCT pegawai_id)::int FROM both_ways WHERE before IS DISTINCT FROM after) AS people,
           (SELECT count(DISTINCT pegawai_id)::int FROM both_ways) AS "of"`.execute(tx)
  return { competencies: rows[0]!.competencies ?? [], people: rows[0]!.people, of: rows[0]!.of }
}
