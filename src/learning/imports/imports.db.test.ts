import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, grant } from '../../../test/factories/browser.ts'
import { agency, importRunner, importServices, nipNumber } from '../../../test/factories/imports.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import { recordImport } from './index.ts'

let database: Database
let made: ReturnType<typeof importServices>
let run: ReturnType<typeof importRunner>
const who = actor({ grants: [grant('pengelola', [19])] })

beforeAll(async () => {
  database = await testDatabase()
  made = importServices(database)
  run = importRunner(made.services, made.sent, [recordImport], who)
  await agency(database, 19)
  await asJob(database.outer, async tx => {
    for (const n of [1, 2])
      await sql`
        INSERT INTO pegawai (instansi_id, unit_id, nip, name, employment, sex, birth_date)
        SELECT 19, min(id), ${nipNumber(n)}, ${`Pegawai ${n}`}, 'pns', 'l', '1990-01-01' FROM unit`.execute(tx)
  })
})
afterAll(async () => {
  await database.close()
  made.cleanUp()
})

const query = async <Row>(text: string) => (await asJob(database.outer, tx => sql.raw<Row>(text).execute(tx))).rows
const standing = () =>
  query(`SELECT form, name, jp, sessions, international, started_on, ended_on, certificate_number, source, source_id FROM learning_record
         WHERE withdrawn_at IS NULL ORDER BY ended_on, name`)

describe('trainings followed', () => {
  const header = [
    'nipBaru',
    'namaKursus',
    'jenisDiklatNama',
    'institusiPenyelenggara',
    'jumlahJam',
    'tanggalKursus',
    'tanggalSelesaiKursus',
    'noSertipikat',
  ]
  const row = [nipNumber(1), 'Bimtek Anggaran', 'Bimbingan Teknis', 'BPKAD', 24, '10-06-2025', '12-06-2025', 'S-01']

  it('come in once; a correction takes the place of what stood, which stays to be read', async () => {
    const first = await run.read('pelatihan', [header, row, [nipNumber(999), ...row.slice(1)]], 19)
    expect(first).toMatchObject({ preset: 'siasn', counts: { new: 1, refused: 1 } })
    await run.apply(first.id)
    expect((await run.read('pelatihan', [header, row], 19)).counts).toMatchObject({ same: 1 })
    const corrected = await run.read('pelatihan', [header, row.with(4, 30)], 19)
    expect(corrected.counts).toMatchObject({ changed: 1 })
    await run.apply(corrected.id)
    expect(await standing()).toEqual([
      {
        form: 'bimtek',
        name: 'Bimtek Anggaran',
        jp: 30,
        sessions: null,
        international: false,
        started_on: '2025-06-10',
        ended_on: '2025-06-12',
        certificate_number: 'S-01',
        source: 'impor',
        source_id: corrected.id,
      },
    ])
    expect(await query('SELECT jp, withdrawn_why FROM learning_record WHERE withdrawn_at IS NOT NULL')).toEqual([
      { jp: 24, withdrawn_why: `Diganti oleh impor ${corrected.id}` },
    ])
    expect(await query(`SELECT payload FROM outbox WHERE fact = 'learning.recorded'`)).toEqual([
      { payload: { instansiId: 19 } },
      { payload: { instansiId: 19 } },
    ])
  })

  it('have one form a certificate and day: a name spelt otherwise is a correction, and a blank cell erases nothing', async () => {
    const [before] = await standing()
    const renamed = await run.read('pelatihan', [header, row.with(1, 'Bimtek Penyusunan Anggaran').with(2, '').with(4, '')], 19)
    expect(renamed.counts).toMatchObject({ changed: 1 })
    await run.apply(renamed.id)
    expect(await standing()).toEqual([{ ...(before as object), name: 'Bimtek Penyusunan Anggaran', source_id: renamed.id }])
  })

  it('contradict each other where one certificate carries two names', async () => {
    const other = [header, row.with(7, 'X-77/2025').with(1, 'Satu'), row.with(7, 'X-77/2025').with(1, 'Dua')]
    expect((await run.read('pelatihan', other, 19)).counts).toMatchObject({ new: 0, refused: 2 })
  })

  it('have a form by number, an international one, and sessions', async () => {
    const wide = ['NIP', 'Nama pelatihan', 'jenisDiklatId', 'Internasional', 'Jumlah sesi', 'Tanggal selesai']
    const it = await run.read(
      'pelatihan',
      [
        wide,
        [nipNumber(2), 'Coaching Kinerja', 14, 'tidak', 2, '20-07-2025'],
        [nipNumber(2), 'Lokakarya Perbatasan', '', 'ya', '', '21-07-2025'],
      ],
      19,
    )
    expect(it.counts).toMatchObject({ new: 2, refused: 0 })
    await run.apply(it.id)
    expect((await standing()).slice(1)).toMatchObject([
      { form: 'coaching', sessions: 2, international: false },
      { form: 'workshop', sessions: null, international: true, jp: null },
    ])
  })

  it('leave what a class or a claim has written as it is', async () => {
    await asJob(database.outer, tx =>
      sql`
        INSERT INTO learning_record (pegawai_id, instansi_id, instansi_then, form, name, ended_on, jp, source, recorded_at)
        SELECT pegawai_id, 19, 19, 'teknis', 'Kelas Anggaran', '2025-09-01', 20, 'kelas', now() FROM pegawai WHERE nip = ${nipNumber(1)}`.execute(
        tx,
      ),
    )
    const again = await run.read(
      'pelatihan',
      [header, row.with(1, 'Kelas anggaran').with(4, 90).with(6, '01-09-2025').with(5, '')],
      19,
    )
    expect(again.counts).toMatchObject({ same: 1, changed: 0 })
  })
})

describe('what stands beside a row', () => {
  const header = ['NIP', 'Nama pelatihan', 'JP', 'Tanggal mulai', 'Tanggal selesai', 'Nomor sertifikat']
  const notes = async (id: number, outcome: 'new' | 'changed' = 'new') =>
    (await run.rows(id, outcome)).map(row => row.note?.id ?? null)

  it('is noted: a certificate used twice, in the file and of somebody else, a full day; an impossible one is refused', async () => {
    await asJob(database.outer, tx =>
      sql`
        INSERT INTO learning_record (pegawai_id, instansi_id, instansi_then, form, name, ended_on, jp, certificate_number, source, recorded_at)
        SELECT pegawai_id, 19, 19, 'seminar', 'Seminar Lama', '2024-01-10', 8, 'No. SL/4455', 'klaim', now() FROM pegawai WHERE nip = ${nipNumber(2)}`.execute(
        tx,
      ),
    )
    const it = await run.read(
      'pelatihan',
      [
        header,
        [nipNumber(1), 'Pelatihan Satu', 8, '', '05-01-2024', 'sl 4455'],
        [nipNumber(1), 'Pelatihan Dua', 12, '', '06-01-2024', 'PD/9001'],
        [nipNumber(1), 'Pelatihan Tiga', 6, '', '06-01-2024', 'PT/9002'],
        [nipNumber(2), 'Pelatihan Empat', 8, '', '07-01-2024', 'PD-9001'],
        [nipNumber(2), 'Pelatihan Lima', 40, '', '08-01-2024', ''],
        [nipNumber(2), 'Pelatihan Enam', 60, '09-01-2024', '13-01-2024', ''],
      ],
      19,
    )
    expect(it.counts).toMatchObject({ new: 5, refused: 1 })
    expect(await run.reasons(it.id)).toEqual([
      expect.stringMatching(/^6 JP: 8 Januari 2024 memuat 40 JP, padahal sehari semalam hanya 32 JP/),
    ])
    expect(await notes(it.id)).toEqual([
      expect.stringContaining('juga dipakai orang lain'),
      expect.stringMatching(/juga dipakai orang lain.*6 Januari 2024 memuat 18 JP/),
      expect.stringContaining('6 Januari 2024 memuat 18 JP'),
      expect.stringContaining('juga dipakai orang lain'),
      expect.stringContaining('10 Januari 2024 memuat 20 JP, bersama “Seminar Lama”'),
    ])
    await run.apply(it.id)
    expect((await run.state(it.id)).state).toBe('done')
  })

  it('is nothing where the row is recorded already', async () => {
    const again = await run.read('pelatihan', [header, [nipNumber(1), 'Pelatihan Tiga', 6, '', '06-01-2024', 'PT/9002']], 19)
    expect(again.counts).toMatchObject({ same: 1, new: 0, refused: 0 })
  })
})
