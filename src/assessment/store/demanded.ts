import { sql, type Tx } from '../../platform/db/index.ts'
import type { CountPeople } from '../../standards/index.ts'

type Row = {
  competency_id: number | null
  asked: number
  assessed: number
  below: number
  people: number
  people_below: number
  instansi: number
}

/** How many active people hold these jabatan and how their valid levels stand to what the standards demand that day. Sums without names. */
export const countPeople: CountPeople = async (tx: Tx, jabatanIds, today) => {
  const ids = sql`${[...jabatanIds]}::int[]`
  const { rows } = await sql<Row>`
    WITH demand AS MATERIALIZED (SELECT d.jabatan_id, d.competency_id, d.level FROM demands_of(${ids}, ${today}::date) d),
    pair AS (
      SELECT p.pegawai_id, p.instansi_id, d.competency_id, d.level, CASE WHEN c.valid_until >= ${today}::date THEN c.level END AS held
      FROM pegawai p LEFT JOIN demand d ON d.jabatan_id = p.jabatan_id
      LEFT JOIN competency_profile c ON c.pegawai_id = p.pegawai_id AND c.competency_id = d.competency_id
      WHERE p.jabatan_id = ANY (${ids}) AND p.status = 'aktif')
    SELECT competency_id, count(competency_id)::int AS asked, count(held)::int AS assessed, (count(*) FILTER (WHERE held < level))::int AS below,
           count(DISTINCT pegawai_id)::int AS people, (count(DISTINCT pegawai_id) FILTER (WHERE held < level))::int AS people_below,
           count(DISTINCT instansi_id)::int AS instansi
    FROM pair GROUP BY GROUPING SETS ((competency_id), ()) HAVING competency_id IS NOT NULL OR grouping(competency_id) = 1`.execute(
    tx,
  )
  const whole = rows.find(row => row.competency_id === null)
  return {
    people: whole?.people ?? 0,
    peopleBelow: whole?.people_below ?? 0,
    instansi: whole?.instansi ?? 0,
    byCompetency: rows.flatMap(({ competency_id, asked, assessed, below }) =>
      competency_id === null ? [] : [{ competencyId: competency_id, asked, assessed, below }],
    ),
  }
}
