import { createServer } from 'vite'
import type * as recalculate from '../src/learning/jp/recalculate.ts'
import { fixedClock } from '../src/platform/clock.ts'
import { asJob, type Database, migrate, openDatabase, sql, type Tx } from '../src/platform/db/index.ts'
import { learningForms } from '../src/regulation/index.ts'
import { temporaryFolder } from '../test/running-server.ts'
import { atMost, type Bench, quantile, timed } from './figure.ts'

const people = 6_129
const recordsEach = 12
const few = 60 // people whose records changed before all are recomputed
const clock = fixedClock('2026-11-22T03:00:00Z')

/** A province of people, each with a dozen records of every form over three years. */
async function fill(tx: Tx): Promise<void> {
  await sql`INSERT INTO instansi (id, kind, name, region_code) VALUES (1, 'provinsi', 'Provinsi', '19')`.execute(tx)
  await sql`INSERT INTO unit (id, instansi_id, top_id, code, name) VALUES (1, 1, 1, 'D', 'Dinas')`.execute(tx)
  await sql`
    INSERT INTO pegawai (pegawai_id, instansi_id, unit_id, nip, name, employment, sex, birth_date)
    SELECT n, 1, 1, lpad(n::text, 18, '0'), 'Pegawai ' || n, CASE WHEN n % 5 = 0 THEN 'pppk' ELSE 'pns' END, 'l', '1990-01-01'
    FROM generate_series(1, ${people}::int) n`.execute(tx)
  await sql`
    INSERT INTO learning_record (pegawai_id, instansi_id, instansi_then, form, international, name, started_on, ended_on, jp, sessions, source, recorded_at)
    SELECT p, 1, 1, (${[...learningForms]}::text[])[1 + (p * 7 + r * 3) % 25], (p + r) % 11 = 0, 'Belajar ' || r, d.ended - (p + r) % 6, d.ended, 2 + (p * r) % 40,
      1 + (p + r) % 4, 'impor', '2026-11-01'
    FROM generate_series(1, ${people}::int) p CROSS JOIN generate_series(1, ${recordsEach}::int) r
    CROSS JOIN LATERAL (SELECT date '2024-01-10' + (p * 13 + r * 83) % 1020 AS ended) d`.execute(tx)
}

const change = (tx: Tx, ids: readonly number[]) =>
  sql`UPDATE learning_record SET jp = jp % 60 + 1 WHERE pegawai_id = ANY (${[...ids]}::int[]) AND form = 'teknis'`.execute(tx)

/** What stands above pages is JSX, which Node does not run: it is read as the build reads it. */
async function product() {
  const vite = await createServer({
    server: { middlewareMode: true, hmr: false, ws: false },
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
  })
  const { recogniseJp } = (await vite.ssrLoadModule('/src/learning/jp/recalculate.ts')) as typeof recalculate
  return { recogniseJp, close: () => vite.close() }
}

/** Every row read once, and nothing decided. */
const bare = (database: Database) =>
  timed(3, () =>
    asJob(database.outer, tx =>
      sql`SELECT json_agg(json_build_array(pegawai_id, id, form, started_on, ended_on, jp, sessions)) FROM learning_record`.execute(
        tx,
      ),
    ),
  )

/** What is recognised of everybody of a province, and of one person, on the embedded engine: read, counted, compared, the difference written. */
export const bench: Bench = {
  async run() {
    const { folder, remove } = temporaryFolder()
    const database = await openDatabase({ dataFolder: folder })
    const { recogniseJp, close } = await product()
    try {
      await migrate(database, 'migrations')
      await asJob(database.outer, fill)
      await database.analyze()
      const part = { db: database.outer, clock }
      const started = performance.now()
      await recogniseJp(part, 1, null)
      const first = performance.now() - started
      await database.analyze()
      const reading = quantile(await bare(database), 0.5)
      let turn = 0
      const everybody = async () => {
        turn++
        await asJob(database.outer, tx =>
          change(
            tx,
            Array.from({ length: few }, (_, index) => 1 + ((turn * 997 + index * 101) % people)),
          ),
        )
        const from = performance.now()
        await recogniseJp(part, 1, null)
        return performance.now() - from
      }
      await everybody()
      const all: number[] = []
      for (let i = 0; i < 5; i++) all.push(await everybody())
      const one: number[] = []
      for (let i = 0; i < 60; i++) {
        const id = 1 + ((i * 211) % people)
        await asJob(database.outer, tx => change(tx, [id]))
        const from = performance.now()
        await recogniseJp(part, 1, [id])
        if (i >= 10) one.push(performance.now() - from)
      }
      const reference = `reading the ${people * recordsEach} records once: ${reading.toFixed(0)} ms`
      return [
        atMost(
          `${people} people × ${recordsEach} records, ${few} people changed, median`,
          quantile(all, 0.5),
          'ms',
          2000,
          reference,
        ),
        atMost('the same, the first time: everything is written', first, 'ms', null, reference),
        atMost('one person, p95', quantile(one, 0.95), 'ms', 20, `median ${quantile(one, 0.5).toFixed(1)} ms`),
      ]
    } finally {
      await close()
      await database.close()
      remove()
    }
  },
}
