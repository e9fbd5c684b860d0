import { type GivenResult, writeGiven } from '../../src/assessment/store/record.ts'
import { sql, type Tx } from '../../src/platform/db/index.ts'

/**
 * What passing these classes was taken for, under the rule that ships (propose, one level): of the governments that decide here most was
 * accepted and is a result now; of the others, and of who is not mapped, it waits. Those one signs in as are left out: their own course is what the demo plays.
 */
export async function insertEvidence(tx: Tx, classIds: readonly number[], today: string): Promise<void> {
  const { rows } = await sql<Pick<GivenResult, 'pegawaiId' | 'competencyId' | 'level' | 'assessedOn' | 'validUntil' | 'note'>>`
    WITH passed AS (
      SELECT l.pegawai_id, l.instansi_id, l.class_id, l.competency_id, l.title, l.completed_on, l.final_score, l.level AS taught, r.level AS now,
             abs(hashtext(l.pegawai_id || ' ' || l.competency_id || ' ' || l.class_id)) % 20 AS n,
             CASE WHEN EXISTS (SELECT FROM assessment_result v WHERE v.pegawai_id = l.pegawai_id AND v.valid_until >= ${today}::date)
               THEN CASE l.instansi_id WHEN 2 THEN 'demo-pengelola' WHEN 3 THEN 'demo-kabupaten' END END AS decider
      FROM learning_passed l LEFT JOIN LATERAL (
        SELECT r.level FROM assessment_result r
        WHERE r.pegawai_id = l.pegawai_id AND r.competency_id = l.competency_id AND l.completed_on BETWEEN r.assessed_on AND r.valid_until
        ORDER BY r.assessed_on DESC, r.id DESC LIMIT 1) r ON true
      WHERE l.class_id = ANY (${[...classIds]}::int[])
        AND NOT EXISTS (SELECT FROM identity.user_account a WHERE a.pegawai_id = l.pegawai_id)),
    taken AS (
      SELECT p.*, CASE WHEN now >= taught THEN NULL WHEN now IS NULL THEN taught ELSE now + 1 END AS level_to,
        CASE WHEN now >= taught THEN 'confirmed' WHEN decider IS NULL OR n >= CASE WHEN now IS NULL THEN 6 ELSE 15 END THEN 'proposed'
             WHEN n % 7 = 6 THEN 'rejected' ELSE 'accepted' END AS outcome
      FROM passed p),
    kept AS (
      INSERT INTO learning_evidence (pegawai_id, instansi_id, instansi_then, class_id, competency_id, title, completed_on, score, level_taught, level_before,
        level_to, outcome, why, made_at, decided_by, decided_name, decided_at, decided_why)
      SELECT t.pegawai_id, t.instansi_id, t.instansi_id, t.class_id, t.competency_id, t.title, t.completed_on, t.final_score, t.taught, t.now, t.level_to,
        t.outcome, CASE WHEN t.outcome = 'confirmed' THEN 'held' ELSE 'rule' END, t.completed_on + interval '1 day', d.id, d.name,
        CASE WHEN d.id IS NOT NULL THEN t.completed_on + interval '9 days' END,
        CASE WHEN t.outcome = 'rejected' THEN 'Belum tampak dalam pekerjaan; dinilai lagi pada pemetaan berikutnya.' END
      FROM taken t LEFT JOIN identity.user_account d ON d.id = t.decider AND t.outcome IN ('accepted', 'rejected')
      ON CONFLICT (pegawai_id, class_id, competency_id) DO NOTHING
      RETURNING pegawai_id, competency_id, level_to, completed_on, title, outcome)
    SELECT pegawai_id AS "pegawaiId", competency_id AS "competencyId", level_to AS level, completed_on AS "assessedOn",
      (completed_on + interval '3 years')::date AS "validUntil", 'Lulus “' || title || '”' AS note
    FROM kept WHERE outcome = 'accepted' ORDER BY 1, 2`.execute(tx)
  await writeGiven(
    tx,
    rows.map(row => ({ ...row, method: 'pembelajaran', assessor: null })),
    { by: 'demo-pengelola', importId: null, why: 'lulus lagi', at: new Date(`${rows[0]?.assessedOn ?? '2026-01-01'}T03:00:00Z`) },
  )
}
