import { type Database, sql } from '../src/platform/db/index.ts'

// The nation of the bench, on a PostgreSQL server: the demo's governments over and over, set by set.

const governments = 511 // beside the nine of the demo
const firstId = 1000

// Numbers of the demo's own rows stay below these; a copy's number is its government's part plus the number it was copied from.
const units = sql`1000000 + n * 2000`
const posts = sql`10000000 + n * 10000`

/** A government `n` is a copy of one of the demo's seven kabupaten and kota, its people once, twice or three times. */
const copies = sql`
  SELECT n, ${firstId}::int + n AS instansi_id, 3 + n % 7 AS template, 1 + n % 2 + (n % 16 = 0)::int AS times
  FROM generate_series(0, ${governments - 1}::int) n`

/** Fills a database that holds the demo. Answers how many people there are then. */
export async function fillNation(database: Database): Promise<number> {
  return database.asOwner(async db => {
    const run = (statement: ReturnType<typeof sql>) => statement.execute(db)
    await run(sql`SET session_replication_role = replica`) // foreign keys hold by construction
    await run(sql`CREATE TEMP TABLE copy AS ${copies}`)
    // Numbered on without gaps, a government after the other, as they would come in.
    await run(sql`
      CREATE TEMP TABLE person AS
      SELECT (100000 + row_number() OVER (ORDER BY n, k, pegawai_id))::int AS id, n, k, c.instansi_id, pegawai_id AS copied
      FROM copy c CROSS JOIN LATERAL generate_series(1, c.times) k JOIN pegawai p ON p.instansi_id = c.template`)
    await run(sql`ANALYZE copy, person`)
    await run(sql`
      INSERT INTO instansi (id, kind, name, region_code, guided_by, time_zone)
      SELECT instansi_id, CASE WHEN n % 15 = 0 THEN 'provinsi' ELSE 'kabupaten' END, 'Pemerintah ' || n,
             (30 + n / 15)::text || CASE WHEN n % 15 = 0 THEN '' ELSE '.' || lpad((n % 15)::text, 2, '0') END,
             CASE WHEN n % 15 = 0 THEN 1 ELSE ${firstId}::int + n - n % 15 END, 'Asia/Jakarta' FROM copy`)
    await run(sql`
      INSERT INTO unit (id, instansi_id, parent_id, top_id, code, name, time_zone)
      SELECT ${units} + u.id, c.instansi_id, ${units} + u.parent_id, ${units} + u.top_id, u.code, u.name, u.time_zone
      FROM copy c JOIN unit u ON u.instansi_id = c.template`)
    await run(sql`
      INSERT INTO jabatan (id, instansi_id, unit_id, code, name, jenis, jenjang, urusan, is_head)
      SELECT ${posts} + j.id, c.instansi_id, ${units} + j.unit_id, j.code, j.name, j.jenis, j.jenjang, j.urusan, j.is_head
      FROM copy c JOIN jabatan j ON j.instansi_id = c.template`)
    await run(sql`
      INSERT INTO need_factor (instansi_id, jenjang, competency_id, difficulty, importance, frequency, goal_link, mandate, kind, subject)
      SELECT c.instansi_id, f.jenjang, f.competency_id, f.difficulty, f.importance, f.frequency, f.goal_link, f.mandate, f.kind, f.subject
      FROM copy c JOIN need_factor f ON f.instansi_id = c.template`)
    await run(sql`
      INSERT INTO pegawai (pegawai_id, instansi_id, unit_id, jabatan_id, jabatan_aim_id, nip, name, employment, status, sex, birth_date, golongan, education)
      SELECT c.id, c.instansi_id, ${units} + p.unit_id, ${posts} + p.jabatan_id, ${posts} + p.jabatan_aim_id, lpad(c.id::text, 18, '9'), p.name,
             p.employment, p.status, p.sex, p.birth_date, p.golongan, p.education
      FROM person c JOIN pegawai p ON p.pegawai_id = c.copied ORDER BY c.id`)
    // The same results one level up, down or as they were: governments and people differ.
    await run(sql`
      INSERT INTO assessment_result (pegawai_id, instansi_id, instansi_then, competency_id, level, method, assessed_on, valid_until)
      SELECT c.id, c.instansi_id, c.instansi_id, r.competency_id,
             least(5, greatest(1, r.level + (n * 7 + k * 3 + r.competency_id + r.pegawai_id) % 3 - 1)), r.method, r.assessed_on, r.valid_until
      FROM person c JOIN assessment_result r ON r.pegawai_id = c.copied AND r.replaced_at IS NULL ORDER BY c.id`)
    await run(sql`SET session_replication_role = DEFAULT`)
    await run(sql`ANALYZE`)
    const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM pegawai`.execute(db)
    return rows[0]!.n
  })
}
