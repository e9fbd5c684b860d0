import { daysAfter } from '../../src/learning/evaluation/rules/days.ts'
import { behaviourItems, laterItems, organiserItems, trainerItems } from '../../src/learning/evaluation/rules/items.ts'
import { askLater, askReaction } from '../../src/learning/evaluation/store/make.ts'
import { sql, type Tx } from '../../src/platform/db/index.ts'
import { insertTests } from './evaluation-tests.ts'
import { insertEvidence } from './evidence.ts'

/** Closed classes of seeds/demo/classes.ts. Of one nobody wrote down what it cost. */
const [leaders, performance, assets, archives] = [101, 102, 103, 104]
const costs = [
  { classId: leaders, cost: 988_000_000 },
  { classId: performance, cost: 18_500_000 },
  { classId: assets, cost: 90_750_000 },
]
/** The province asks after a learning of 10 JP already. */
const rule = { minJp: 10, firstMonths: 3, secondMonths: 6, peers: 2, openDays: 30, threshold: 3 }
const usualMinJp = 20
const province = 2
const governments = [2, 3, 4, 5, 6, 7, 8, 9]
/** Days after the last day on which it is asked again: three months, six months. */
const rounds = [
  { classId: leaders, months: 3, after: 92, minJp: usualMinJp },
  { classId: performance, months: 3, after: 92, minJp: rule.minJp },
  { classId: performance, months: 6, after: 184, minJp: rule.minJp },
  { classId: assets, months: 3, after: 92, minJp: usualMinJp },
]

const suggestions = [
  'Contoh kasusnya dekat dengan pekerjaan kami. Mohon diperbanyak.',
  'Waktu praktik kurang panjang.',
  'Bahan sebaiknya dibagikan sehari sebelumnya.',
  'Ruang di lantai dua terlalu panas sesudah siang.',
  'Pengajarnya sabar menjawab pertanyaan dasar.',
  'Tambahkan kunjungan ke perangkat daerah yang sudah berhasil.',
  'Panitia cepat membantu ketika tautan tidak dapat dibuka.',
]
const notes = [
  'Sudah dipakai dalam pekerjaan mingguan, dan dibagikan kepada rekan.',
  'Sudah mulai tampak. Perlu dicoba pada kasus yang lebih rumit.',
  'Belum ada kesempatan menerapkan karena pindah tugas.',
]

const effects = [
  {
    classId: performance,
    unit: 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah',
    indicator: 'SKP yang disepakati sebelum akhir Januari',
    measure: 'persen',
    up: true,
    before: 62,
    after: 81,
  },
  {
    classId: performance,
    unit: null,
    indicator: 'Dialog kinerja yang tercatat tiap triwulan',
    measure: 'persen',
    up: true,
    before: 28,
    after: 47.5,
  },
  {
    classId: assets,
    unit: 'Badan Keuangan Daerah',
    indicator: 'Barang yang belum ditemukan saat inventarisasi',
    measure: 'barang',
    up: false,
    before: 148,
    after: 61,
  },
  {
    classId: leaders,
    unit: null,
    indicator: 'Rata-rata penyelesaian disposisi',
    measure: 'hari kerja',
    up: false,
    before: 4.2,
    after: 4.6,
  },
  {
    classId: archives,
    unit: null,
    indicator: 'Waktu menemukan kembali satu berkas',
    measure: 'menit',
    up: false,
    before: 34,
    after: null,
  },
]

/** Trainers, costs, tests, answers and indicators of the classes that ended; and what waits for those one signs in as. */
export async function insertEvaluation(tx: Tx, today: string): Promise<void> {
  await sql`
    INSERT INTO class_trainer (class_id, trainer_id)
    SELECT x.class_id, x.trainer_id FROM (
      SELECT s.class_id, t.trainer_id, row_number() OVER (PARTITION BY s.class_id ORDER BY count(*) DESC, t.trainer_id) AS n
      FROM session_trainer t JOIN class_session s ON s.id = t.session_id GROUP BY 1, 2) x
    WHERE x.n <= 3
    UNION SELECT ${performance}::int, id FROM trainer WHERE provider_id = 1 AND account_id = 'demo-fasilitator'
    ON CONFLICT DO NOTHING`.execute(tx)
  await sql`
    UPDATE course_class c SET cost_spent = g.cost
    FROM jsonb_to_recordset(${JSON.stringify(costs)}::jsonb) AS g("classId" int, cost bigint) WHERE c.id = g."classId"`.execute(
    tx,
  )
  await sql`
    INSERT INTO policy (instansi_id, kind, version, state, value, legal_basis, active_from, made_by, made_at, set_by, set_at)
    VALUES (${province}, 'evaluation', 1, 'active', ${JSON.stringify(rule)}::jsonb, 'Aturan contoh demo; bukan aturan resmi',
      (${today}::date - 365), 'demo-pengelola', ${today}::date, 'demo-pengelola', ${today}::date)`.execute(tx)
  await insertTests(tx, today)
  await ask(tx)
  await answer(tx)
  await sql`
    INSERT INTO evaluation_effect (class_id, unit_id, instansi_id, indicator, measure, higher_is_better, before_value, before_on, after_value, after_on, made_by,
      made_at)
    SELECT c.id, u.id, ${province}, g.indicator, g.measure, g.up, g.before, c.starts_on - 30, g.after, CASE WHEN g.after IS NOT NULL THEN c.ends_on + 90 END,
      'demo-penyelenggara', c.closed_at
    FROM jsonb_to_recordset(${JSON.stringify(effects)}::jsonb)
      AS g("classId" int, unit text, indicator text, measure text, up boolean, before numeric, after numeric)
    JOIN course_class c ON c.id = g."classId" LEFT JOIN unit u ON u.instansi_id = ${province} AND u.name = g.unit ORDER BY c.id, g.indicator`.execute(
    tx,
  )
  await insertEvidence(tx, [leaders, performance, assets, archives], today)
}

/** Asks as the jobs would have asked on their day. */
async function ask(tx: Tx): Promise<void> {
  const { rows: classes } = await sql<{ id: number; endsOn: string; pegawaiIds: number[] }>`
    SELECT c.id, c.ends_on AS "endsOn", array_agg(e.pegawai_id) AS "pegawaiIds" FROM course_class c JOIN enrolment e ON e.class_id = c.id
    WHERE c.id = ANY (${[leaders, performance, assets, archives]}::int[]) GROUP BY 1, 2 ORDER BY 1`.execute(tx)
  const at = (day: string) => new Date(`${day}T23:30:00Z`)
  for (const { id, endsOn, pegawaiIds } of classes)
    await askReaction(tx, id, pegawaiIds, { dueOn: daysAfter(endsOn, 15), at: at(endsOn) })
  for (const { classId, months, after, minJp } of rounds) {
    const endsOn = classes.find(one => one.id === classId)!.endsOn
    const day = daysAfter(endsOn, after)
    const when = {
      months,
      completedUntil: endsOn,
      oldest: endsOn,
      dueOn: daysAfter(day, rule.openDays),
      minJp,
      peers: rule.peers,
    }
    for (const instansiId of minJp < usualMinJp ? [province] : governments)
      await askLater(tx, instansiId, { ...when, at: at(daysAfter(day, -1)) })
  }
}

/** Most have answered. What is still due waits for those one signs in as; what they were asked before they have answered. */
async function answer(tx: Tx): Promise<void> {
  await sql`
    UPDATE evaluation_task t SET done_at = t.made_at + (x.n % 9 + 1) * interval '26 hours',
      verdict = CASE WHEN t.relation <> 'atasan' THEN NULL WHEN x.n / 3 % 10 < 6 THEN 'ya' WHEN x.n / 3 % 10 < 9 THEN 'sebagian' ELSE 'belum' END,
      note = CASE WHEN t.level <> 3 OR t.relation <> 'atasan' OR x.n % 2 = 0 THEN NULL
        ELSE (${notes}::text[])[CASE WHEN x.n / 3 % 10 < 6 THEN 1 WHEN x.n / 3 % 10 < 9 THEN 2 ELSE 3 END] END
    FROM (SELECT t.pegawai_id, t.id, a.pegawai_id IS NOT NULL AS known, abs(hashtext(t.pegawai_id || ' ' || t.rater_id || ' ' || t.class_id || ' ' || t.months)) AS n
      FROM evaluation_task t LEFT JOIN (SELECT DISTINCT pegawai_id FROM identity.user_account WHERE pegawai_id IS NOT NULL) a ON a.pegawai_id = t.rater_id) x
    WHERE x.pegawai_id = t.pegawai_id AND x.id = t.id
      AND CASE WHEN x.known THEN NOT (t.class_id = ${assets} OR t.months = 6) ELSE x.n % 100 < CASE t.months WHEN 0 THEN 88 WHEN 3 THEN 74 ELSE 20 END END`.execute(
    tx,
  )
  await sql`
    INSERT INTO evaluation_voice (class_id, trainer_id, item, score)
    SELECT t.class_id, q.trainer_id, q.item, 3 + least(2, (abs(hashtext(t.pegawai_id || q.item || coalesce(q.trainer_id, 0) || t.class_id)) % 10 + 2) / 4)
    FROM evaluation_task t CROSS JOIN LATERAL (
      SELECT NULL::int AS trainer_id, item FROM unnest(${[...organiserItems]}::text[]) AS item
      UNION ALL SELECT c.trainer_id, item FROM class_trainer c CROSS JOIN unnest(${[...trainerItems]}::text[]) AS item WHERE c.class_id = t.class_id) q
    WHERE t.level = 1 AND t.done_at IS NOT NULL ORDER BY md5(t.pegawai_id || q.item)`.execute(tx)
  await sql`
    INSERT INTO evaluation_voice (class_id, item, words)
    SELECT c.id, 'saran', w.words FROM unnest(${suggestions}::text[]) WITH ORDINALITY AS w(words, n)
    JOIN course_class c ON c.id = ANY (${[leaders, performance, assets, archives]}::int[]) AND (w.n + c.id) % 2 = 0`.execute(tx)
  await sql`
    INSERT INTO evaluation_answer (pegawai_id, task_id, item, instansi_id, class_id, relation, rater_id, score)
    SELECT t.pegawai_id, t.id, g.item, t.instansi_id, t.class_id, t.relation, t.rater_id,
      CASE WHEN x.n % 17 = 0 AND t.relation <> 'diri' THEN NULL
        ELSE least(5, greatest(1, CASE t.verdict WHEN 'belum' THEN 2 ELSE 3 END + x.n % 3 - CASE WHEN g.item = ANY (${[...behaviourItems]}::text[]) THEN 0 ELSE x.n / 3 % 2 END)) END
    FROM evaluation_task t CROSS JOIN unnest(${[...laterItems]}::text[]) AS g(item)
    CROSS JOIN LATERAL (SELECT abs(hashtext(t.pegawai_id || ' ' || t.id || g.item)) AS n) x
    WHERE t.level = 3 AND t.done_at IS NOT NULL`.execute(tx)
}
