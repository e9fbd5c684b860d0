import { sql, type Tx } from '../../platform/db/index.ts'

export type Pair = { before: number; after: number }
/** People whose ids lie above `after`, up to and with `to`. */
export type People = { after: number; to: number }

const rowsOf = (id: number, people: People | null) =>
  sql`SELECT * FROM recount_gap WHERE recount_id = ${id} ${people ? sql`AND pegawai_id > ${people.after} AND pegawai_id <= ${people.to}` : sql``}`

/**
 * rules/cause.ts in SQL, over everybody or over some: what moved between two recounted days and why (compare.db.test.ts proves the two
 * equal).
 */
export const moved = ({ before, after }: Pair, people: People | null = null) => sql`
  SELECT * FROM (
    SELECT x.*,
      CASE WHEN had = 0 AND has > 0 THEN 'opened' WHEN had > 0 AND has = 0 THEN 'closed' WHEN has > had THEN 'widened' WHEN has < had THEN 'narrowed'
           WHEN gap_before IS NULL AND gap_after IS NOT NULL THEN 'known' WHEN gap_before IS NOT NULL AND gap_after IS NULL THEN 'unknown' ELSE 'same' END AS move,
      CASE WHEN NOT in_before THEN 'came' WHEN NOT in_after THEN 'left'
           WHEN required_before IS NULL OR required_after IS NULL THEN
             CASE WHEN person_jabatan_before = person_jabatan_after THEN 'standard' ELSE 'jabatan' END
           WHEN jabatan_before <> jabatan_after THEN 'jabatan'
           WHEN required_before <> required_after AND held_before IS NOT DISTINCT FROM held_after THEN 'standard'
           WHEN found_before IS NULL AND found_after IS NOT NULL THEN 'assessed'
           WHEN held_before IS NOT NULL AND held_after IS NULL THEN 'expired'
           WHEN ids_before IS DISTINCT FROM ids_after THEN 'result'
           WHEN required_before <> required_after THEN 'standard' ELSE 'choice' END AS cause
    FROM (
      SELECT pegawai_id, competency_id, coalesce(b.unit_id, a.unit_id) AS unit_id,
        a.jabatan_id AS jabatan_before, b.jabatan_id AS jabatan_after, a.required AS required_before, b.required AS required_after,
        a.held AS held_before, b.held AS held_after, a.found AS found_before, b.found AS found_after, a.result_ids AS ids_before, b.result_ids AS ids_after,
        a.gap AS gap_before, b.gap AS gap_after, coalesce(a.gap, 0) AS had, coalesce(b.gap, 0) AS has,
        pa.pegawai_id IS NOT NULL AS in_before, pb.pegawai_id IS NOT NULL AS in_after,
        pa.jabatan_id AS person_jabatan_before, pb.jabatan_id AS person_jabatan_after
      FROM (${rowsOf(before, people)}) a FULL JOIN (${rowsOf(after, people)}) b USING (pegawai_id, competency_id)
      LEFT JOIN (SELECT pegawai_id, min(jabatan_id) AS jabatan_id FROM (${rowsOf(before, people)}) p GROUP BY 1) pa USING (pegawai_id)
      LEFT JOIN (SELECT pegawai_id, min(jabatan_id) AS jabatan_id FROM (${rowsOf(after, people)}) p GROUP BY 1) pb USING (pegawai_id)) x) y
  WHERE move <> 'same'`

/** The last of the next `limit` people of either day above `after`; null where there are none. */
export async function nextPeople(tx: Tx, { before, after }: Pair, above: number, limit: number): Promise<number | null> {
  const { rows } = await sql<{ to: number | null }>`
    SELECT max(pegawai_id) AS to FROM (
      SELECT DISTINCT pegawai_id FROM recount_gap WHERE recount_id IN (${before}, ${after}) AND pegawai_id > ${above} ORDER BY 1 LIMIT ${limit}) p`.execute(
    tx,
  )
  return rows[0]?.to ?? null
}

/** Writes down what moved of these people; again, it says the same. The custodian is the one of now. */
export async function writeMoves(tx: Tx, comparisonId: number, pair: Pair, people: People): Promise<void> {
  await sql`
    INSERT INTO comparison_move (pegawai_id, comparison_id, competency_id, instansi_id, unit_id, cause, move, levels, required_before, required_after,
      held_before, held_after)
    SELECT m.pegawai_id, ${comparisonId}::int, m.competency_id, p.instansi_id, m.unit_id, m.cause, m.move, m.has - m.had, m.required_before,
           m.required_after, m.held_before, m.held_after
    FROM (${moved(pair, people)}) m JOIN pegawai p ON p.pegawai_id = m.pegawai_id
    ON CONFLICT (pegawai_id, comparison_id, competency_id) DO NOTHING`.execute(tx)
}
