import { asJob, openDatabase, sql, type Tx } from '../src/platform/db/index.ts'
import { signIn, startServer, temporaryFolder } from '../test/running-server.ts'
import { atMost, type Bench } from './figure.ts'

const people = 200
const classId = 990_001

/** A class of the demo's BPSDM that ended yesterday: twelve sessions, everybody marked and scored. */
async function classToClose(tx: Tx): Promise<void> {
  await sql`
    WITH c AS (INSERT INTO course (id, provider_id, code, open_to, made_by, made_at) VALUES (${classId}, 1, 'TOLOK', 'all', 'tolok', now()) RETURNING id),
    v AS (
      INSERT INTO course_version (id, course_id, number, state, title, form, jp, pass, made_by, made_at, activated_by, activated_at)
      SELECT id, id, 1, 'active', 'Kursus tolok ukur', 'teknis', 12,
        '{"mark": 70, "components": [{"key": "a", "name": "A", "weight": 60}, {"key": "b", "name": "B", "weight": 40}], "attendance": 85}'::jsonb,
        'tolok', now(), 'tolok', now() FROM c RETURNING id)
    INSERT INTO course_class (id, provider_id, version_id, name, pattern, form, state, starts_on, ends_on, made_by, made_at)
    SELECT id, 1, id, 'Tolok ukur', 'klasikal', 'teknis', 'running', current_date - 4, current_date - 2, 'tolok', now() FROM v`.execute(
    tx,
  )
  await sql`
    INSERT INTO class_session (class_id, starts_at, ends_at, title, jp, mode, made_by, made_at)
    SELECT ${classId}, now() - interval '3 days' + n * interval '1 hour', now() - interval '3 days' + n * interval '1 hour' + interval '45 minutes', 'Sesi', 1,
      'tatap_muka', 'tolok', now() FROM generate_series(0, 11) n`.execute(tx)
  await sql`
    INSERT INTO enrolment (pegawai_id, class_id, instansi_id, instansi_then, version_id, name, nip, unit, instansi, way, state, asked_at, enrolled_at)
    SELECT pegawai_id, ${classId}, instansi_id, instansi_id, ${classId}, name, nip, 'Unit', 'Instansi', 'nominated', 'enrolled', now(), now()
    FROM (SELECT * FROM pegawai WHERE status = 'aktif' ORDER BY pegawai_id LIMIT ${people}) p`.execute(tx)
  await sql`
    INSERT INTO attendance (pegawai_id, session_id, class_id, instansi_id, state, way, at, by_account, by_name)
    SELECT e.pegawai_id, s.id, s.class_id, e.instansi_id, 'hadir', 'kode', s.starts_at, 'tolok', e.name
    FROM enrolment e JOIN class_session s ON s.class_id = e.class_id WHERE e.class_id = ${classId}`.execute(tx)
  await sql`
    INSERT INTO component_score (pegawai_id, class_id, component, instansi_id, score, by_account, at)
    SELECT e.pegawai_id, e.class_id, k, e.instansi_id, 60 + e.pegawai_id % 40, 'tolok', now()
    FROM enrolment e, unnest(ARRAY['a', 'b']) AS k WHERE e.class_id = ${classId}`.execute(tx)
}

/** Seconds that as many records take where each is written by a statement of its own. */
async function oneByOne(tx: Tx): Promise<number> {
  const { rows } = await sql<{ id: number }>`SELECT pegawai_id AS id FROM enrolment WHERE class_id = ${classId}`.execute(tx)
  const started = performance.now()
  for (const { id } of rows)
    await sql`
      INSERT INTO learning_record (pegawai_id, instansi_id, instansi_then, form, name, ended_on, jp, source, recorded_at)
      SELECT pegawai_id, instansi_id, instansi_id, 'teknis', 'Acuan tolok ukur', '2026-01-01', 6, 'impor', now() FROM pegawai WHERE pegawai_id = ${id}`.execute(
      tx,
    )
  return (performance.now() - started) / 1000
}

/** The closing of a class of 200 people over HTTP, embedded: results, enrolments, records, JP and facts in one transaction. */
export const bench: Bench = {
  async run() {
    const { folder, remove } = temporaryFolder()
    try {
      await (await startServer(folder)).stop()
      const database = await openDatabase({ dataFolder: folder })
      await asJob(database.outer, classToClose)
      const reference = await asJob(database.outer, oneByOne)
      await database.close()
      const server = await startServer(folder)
      const cookie = await signIn(server.url, 'penyelenggara')
      const path = `${server.url}/kelas/${classId}/penutupan`
      await (await fetch(path, { headers: { cookie } })).text()
      const started = performance.now()
      const closed = await fetch(path, { method: 'POST', headers: { cookie }, redirect: 'manual' })
      const seconds = (performance.now() - started) / 1000
      await server.stop()
      if (closed.status !== 303) throw new Error(`the class was not closed: ${closed.status}`)
      return [
        atMost(
          `closing a class of ${people}: results, enrolments, records, facts`,
          seconds,
          's',
          2,
          `one record a statement ${reference.toFixed(2)} s, ${(seconds / reference).toFixed(1)}× that`,
        ),
      ]
    } finally {
      remove()
    }
  },
}
