import { closeClass } from '../src/learning/classes/closing/actions.ts'
import { runClassById } from '../src/learning/classes/run/store.ts'
import type { Actor } from '../src/platform/actor.ts'
import { asJob, migrate, openDatabase, sql } from '../src/platform/db/index.ts'
import { runningClass } from '../test/factories/running.ts'
import { atMost, type Bench } from './figure.ts'

const people = 200
const organiser: Actor = {
  accountId: 'uji',
  username: 'uji',
  name: 'Penyelenggara',
  language: 'id',
  mustChangePassword: false,
  pegawaiId: null,
  homeInstansiId: null,
  teamIds: [],
  grants: [],
}

/** The closing of a class of 200 people with twelve sessions: results, enrolments, records, JP and facts in one transaction, embedded. */
export const bench: Bench = {
  async run() {
    const database = await openDatabase({ dataFolder: null })
    await migrate(database, 'migrations')
    const world = await runningClass(database, people)
    await asJob(database.outer, async tx => {
      await sql`
        INSERT INTO class_session (class_id, starts_at, ends_at, subject_sort, title, jp, mode, made_by, made_at)
        SELECT ${world.classId}, '2026-11-22T00:00:00Z'::timestamptz + n * interval '1 hour', '2026-11-22T00:45:00Z'::timestamptz + n * interval '1 hour', 1,
          'Perencanaan', 1, 'tatap_muka', 'uji', now() FROM generate_series(0, 11) n`.execute(tx)
      await sql`
        INSERT INTO attendance (pegawai_id, session_id, class_id, instansi_id, state, way, at, by_account, by_name)
        SELECT e.pegawai_id, s.id, s.class_id, e.instansi_id, 'hadir', 'kode', s.starts_at, 'uji', e.name
        FROM enrolment e JOIN class_session s ON s.class_id = e.class_id WHERE e.class_id = ${world.classId}`.execute(tx)
      await sql`
        INSERT INTO component_score (pegawai_id, class_id, component, instansi_id, score, by_account, at)
        SELECT e.pegawai_id, e.class_id, k, e.instansi_id, 60 + e.pegawai_id % 40, 'uji', now()
        FROM enrolment e, unnest(ARRAY['pengetahuan', 'praktik']) AS k WHERE e.class_id = ${world.classId}`.execute(tx)
    })
    world.setTime('2026-11-23T12:00:00Z')
    const cls = (await runClassById(database.outer, world.classId))!
    const started = performance.now()
    const closed = await closeClass(world.services, organiser, cls)
    const seconds = (performance.now() - started) / 1000
    if (!closed.ok || closed.passed + closed.failed !== people)
      throw new Error(`the class was not closed: ${JSON.stringify(closed)}`)
    // What the same people cost where each is written by a statement of its own, records alone.
    const again = performance.now()
    await asJob(database.outer, async tx => {
      for (const pegawaiId of world.inside)
        await sql`
          INSERT INTO learning_record (pegawai_id, instansi_id, instansi_then, form, name, ended_on, jp, source, recorded_at)
          VALUES (${pegawaiId}, ${world.instansiId}, ${world.instansiId}, 'teknis', 'Acuan', '2026-01-01', 6, 'impor', now())`.execute(
          tx,
        )
    })
    const reference = (performance.now() - again) / 1000
    world.cleanUp()
    await database.close()
    return [
      atMost(
        `closing a class of ${people}: results, enrolments, records, facts`,
        seconds,
        's',
        2,
        `one record a statement ${reference.toFixed(2)} s, ${(seconds / reference).toFixed(1)}× that`,
      ),
    ]
  },
}
