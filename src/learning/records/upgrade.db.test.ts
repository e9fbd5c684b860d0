import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asJob, type Database, migrate, openDatabase, sql } from '../../platform/db/index.ts'
import { formAtTheBeginning, formByName } from './rules/form-by-name.ts'

// A data folder of the version before: the trainings it holds become records of learning.

let database: Database
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'piawai-before-'))
  for (const name of readdirSync('migrations').filter(name => name < '0038')) cpSync(join('migrations', name), join(folder, name))
  database = await openDatabase({ dataFolder: null })
  await migrate(database, folder)
}, 60_000)
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const trainings: readonly [name: string, kind: string][] = [
  ['Pelatihan Kepemimpinan Administrator', 'manajerial'],
  ['Diklat PIM IV', 'lainnya'],
  ['Pelatihan Pelayanan Prima', 'manajerial'],
  ['Pelatihan Auditor', 'fungsional'],
  ['Wawasan Kebangsaan', 'sosial_kultural'],
  ['Webinar Literasi Digital', 'teknis'],
  ['E-learning SPBE', 'teknis'],
  ['Workshop  SKP', 'manajerial'],
  ['BIMTEK Anggaran', 'teknis'],
  ['Pelatihan Pengelolaan Webinar', 'teknis'],
  ['Peserta Seminar Nasional', 'lainnya'],
  ['Sosialisasi Gratifikasi', 'lainnya'],
  ['Magang di PLN', 'lainnya'],
  ['Kursus Bahasa', 'lainnya'],
  ['Pelatihan Dasar CPNS', 'lainnya'],
]

it('keeps every training, with its form, whoever wrote it and when, and says that it is there', async () => {
  await asJob(database.outer, async tx => {
    await sql`INSERT INTO instansi (id, kind, name, region_code) VALUES (19, 'provinsi', 'Provinsi', '19'), (20, 'kota', 'Kota', '20')`.execute(
      tx,
    )
    await sql`INSERT INTO unit (id, instansi_id, code, name) VALUES (1, 19, 'R', 'Pemerintah'), (2, 20, 'R', 'Pemerintah')`.execute(
      tx,
    )
    await sql`
      INSERT INTO pegawai (pegawai_id, instansi_id, unit_id, nip, name, employment, sex, birth_date)
      VALUES (1, 19, 1, '199001012020121001', 'Ani', 'pns', 'p', '1990-01-01'), (2, 20, 2, '199001012020121002', 'Budi', 'pns', 'l', '1990-01-01')`.execute(
      tx,
    )
    await sql`
      INSERT INTO import (id, instansi_id, account_id, kind, file_name, file_key, file_bytes, file_digest, created_at, finished_at)
      VALUES (5, 19, 'pengelola', 'pelatihan', 'a.xlsx', 'a', 1, 'x', '2025-07-01T02:00:00Z', '2025-07-01T02:01:00Z')`.execute(tx)
    await sql`
      INSERT INTO training_history (pegawai_id, instansi_id, instansi_then, name, kind, organiser, jp, started_on, ended_on, certificate_number, import_id)
      SELECT 1, 19, 20, t.name, t.kind, 'BPSDM', 24, '2025-06-10', '2025-06-12', 'S-1', 5
      FROM jsonb_to_recordset(${JSON.stringify(trainings.map(([name, kind]) => ({ name, kind })))}::jsonb) AS t(name text, kind text)`.execute(
      tx,
    )
    await sql`
      INSERT INTO training_history (pegawai_id, instansi_id, instansi_then, name, kind, ended_on) VALUES (2, 20, 20, 'Tanpa impor', 'teknis', '2024-03-02')`.execute(
      tx,
    )
  })
  expect(await migrate(database, 'migrations')).toEqual(
    readdirSync('migrations')
      .filter(name => name >= '0038' && name.endsWith('.sql'))
      .sort(),
  )
  await asJob(database.outer, async tx => {
    const { rows } = await sql<{ name: string; form: string }>`
      SELECT name, form FROM learning_record WHERE pegawai_id = 1 ORDER BY id`.execute(tx)
    expect(rows).toEqual(
      trainings.map(([name, kind]) => ({
        name,
        form: kind === 'lainnya' ? formByName(name) : (formAtTheBeginning(name) ?? kind),
      })),
    )
    expect(rows.slice(0, 4).map(row => row.form)).toEqual(['struktural', 'struktural', 'manajerial', 'fungsional'])
    const { rows: whole } = await sql`
      SELECT instansi_id, instansi_then, organiser, jp, started_on, ended_on, certificate_number, source, source_id, recorded_by, recorded_at
      FROM learning_record WHERE name IN ('Pelatihan Auditor', 'Tanpa impor') ORDER BY pegawai_id`.execute(tx)
    expect(whole).toEqual([
      {
        instansi_id: 19,
        instansi_then: 20,
        organiser: 'BPSDM',
        jp: 24,
        started_on: '2025-06-10',
        ended_on: '2025-06-12',
        certificate_number: 'S-1',
        source: 'impor',
        source_id: 5,
        recorded_by: 'pengelola',
        recorded_at: new Date('2025-07-01T02:01:00Z'),
      },
      {
        instansi_id: 20,
        instansi_then: 20,
        organiser: null,
        jp: null,
        started_on: null,
        ended_on: '2024-03-02',
        certificate_number: null,
        source: 'impor',
        source_id: null,
        recorded_by: null,
        recorded_at: expect.any(Date),
      },
    ])
    const { rows: facts } = await sql`SELECT payload FROM outbox WHERE fact = 'learning.recorded' ORDER BY id`.execute(tx)
    expect(facts).toEqual([{ payload: { instansiId: 19 } }, { payload: { instansiId: 20 } }])
    expect((await sql`SELECT to_regclass('training_history') AS gone`.execute(tx)).rows).toEqual([{ gone: null }])
  })
}, 60_000)
