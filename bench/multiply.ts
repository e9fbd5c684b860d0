import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { asJob, openDatabase, sql } from '../src/platform/db/index.ts'

/** Every person of the demo `copies` times more, each with their own results; then everything derived is calculated anew. */
export async function multiply(folder: string, copies: number) {
  const database = await openDatabase({ dataFolder: folder })
  for (let copy = 1; copy <= copies; copy++) {
    const offset = copy * 1_000_000
    await asJob(database.outer, async tx => {
      await sql`
        INSERT INTO pegawai (pegawai_id, instansi_id, unit_id, jabatan_id, nip, name, employment, status, sex, birth_date, golongan, education)
        SELECT pegawai_id + ${offset}::int, instansi_id, unit_id, jabatan_id, lpad((pegawai_id + ${offset}::int)::text, 18, '9'), name, employment,
               status, sex, birth_date, golongan, education FROM pegawai WHERE pegawai_id < 1000000`.execute(tx)
      await sql`
        INSERT INTO assessment_result (pegawai_id, instansi_id, instansi_then, competency_id, level, method, assessed_on, valid_until)
        SELECT pegawai_id + ${offset}::int, instansi_id, instansi_then, competency_id, level, method, assessed_on, valid_until
        FROM assessment_result WHERE pegawai_id < 1000000`.execute(tx)
    })
  }
  await database.analyze()
  await database.close()
  const cli = fileURLToPath(new URL('../dist/server/cli.js', import.meta.url))
  execFileSync(process.execPath, [cli, 'recalculate'], { env: { PATH: process.env.PATH, PIAWAI_DATA: folder } })
}
