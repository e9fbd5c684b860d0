import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, grant } from '../../../test/factories/browser.ts'
import { agency, importRunner, importServices, nipNumber } from '../../../test/factories/imports.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { historyOf } from '../siasn/rules/history.ts'
import { historiesOf } from '../siasn/store/history.ts'
import { nationalKursusImport, nationalStructuralImport } from './index.ts'

let database: Database
let made: ReturnType<typeof importServices>
let run: ReturnType<typeof importRunner>
const who = actor({ grants: [grant('pengelola', [19])] })

beforeAll(async () => {
  database = await testDatabase()
  made = importServices(database)
  run = importRunner(made.services, made.sent, [nationalKursusImport, nationalStructuralImport], who)
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
const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const standing = () =>
  query<{
    name: string
  }>(`SELECT p.nip, r.form, r.name, r.organiser, r.started_on, r.ended_on, r.jp, r.certificate_number, r.external_id, r.source
    FROM learning_record r JOIN pegawai p USING (pegawai_id) WHERE r.withdrawn_at IS NULL ORDER BY r.ended_on, r.name`)

const kursus = (changes: Record<string, unknown>) => ({
  id: 'k-1',
  idPns: 'ORANG-1',
  nipBaru: nipNumber(1),
  nipLama: null,
  jenisKursusId: '',
  jenisKursusNama: 'Bimbingan Teknis',
  jenisKursusSertifikat: 'T',
  jenisDiklatId: '8',
  institusiPenyelenggara: 'BPKAD',
  jumlahJam: '24',
  namaKursus: 'Bimtek Anggaran',
  noSertipikat: 'S-01/2025',
  tahunKursus: '2025',
  tanggalKursus: '10-06-2025',
  tanggalSelesaiKursus: '12-06-2025',
  path: { '881': { dok_id: '881' } },
  ...changes,
})
const courses = [
  kursus({}),
  kursus({
    id: 'k-2',
    namaKursus: 'Webinar Etika',
    jenisDiklatId: '9',
    jenisKursusSertifikat: 'P',
    jumlahJam: 0,
    noSertipikat: 'W-7711',
    tanggalKursus: '01-02-2026',
    tanggalSelesaiKursus: '',
  }),
  kursus({
    id: 'k-3',
    idPns: 'ORANG-2',
    nipBaru: nipNumber(2),
    namaKursus: 'Diklat Auditor',
    jenisDiklatId: null,
    jenisKursusSertifikat: 'F',
    noSertipikat: null,
    tanggalKursus: '03-03-2020',
    tanggalSelesaiKursus: '20-03-2020',
  }),
  kursus({ id: 'k-4', namaKursus: '#DELETE#' }),
  kursus({ id: 'k-5', namaKursus: 'Salah tanggal', tanggalKursus: '31-02-2025' }),
  kursus({ id: 'k-6', nipBaru: nipNumber(99), namaKursus: 'Orang lain' }),
  kursus({ id: 'k-7', namaKursus: 'Tanpa jenis', jenisDiklatId: '77' }),
]
const leadership = {
  id: 'd-1',
  idPns: 'ORANG-1',
  nipBaru: nipNumber(1),
  nipLama: '',
  latihanStrukturalId: '3',
  latihanStrukturalNama: 'SEPADYA/SPAMA/DIKLAT PIM TK. III',
  nomor: '00123/PIM3/2019',
  tanggal: '01-07-2019',
  tanggalSelesai: '30-10-2019',
  tahun: 2019,
  jumlahJam: '905',
  institusiPenyelenggara: 'LAN',
  path: null,
}

describe('histories of the national service', () => {
  it('come in from its answer: days, numbers as texts, forms by number; what is wrong is told, what was deleted is left out', async () => {
    const it = await run.read('rw_kursus', bytes({ code: 1, data: courses }), 19, 'rw-kursus.json')
    expect(it.counts).toEqual({ new: 3, changed: 0, same: 0, skipped: 1, refused: 3 })
    expect((await run.rows(it.id, 'skipped')).map(row => row.note?.id)).toEqual([expect.stringContaining('#DELETE#')])
    const reasons = await run.reasons(it.id)
    expect(reasons.map(reason => reason.split(':')[0])).toEqual(['6 tanggalKursus', '7 nipBaru', '8 jenisDiklatId'])
    await run.apply(it.id)
    expect(await standing()).toMatchObject([
      { form: 'fungsional', name: 'Diklat Auditor', jp: 24, started_on: '2020-03-03', external_id: 'k-3' },
      {
        form: 'bimtek',
        name: 'Bimtek Anggaran',
        organiser: 'BPKAD',
        jp: 24,
        certificate_number: 'S-01/2025',
        ended_on: '2025-06-12',
      },
      { form: 'seminar', name: 'Webinar Etika', jp: null, started_on: '2026-02-01', ended_on: '2026-02-01' },
    ])
    expect(await query(`SELECT p.nip, s.orang_id FROM siasn_person s JOIN pegawai p USING (pegawai_id) ORDER BY 2`)).toEqual([
      { nip: nipNumber(1), orang_id: 'ORANG-1' },
      { nip: nipNumber(2), orang_id: 'ORANG-2' },
    ])
    const [kept] = await query<{ payload: unknown }>(`SELECT payload FROM siasn_history WHERE external_id = 'k-1'`)
    expect(kept!.payload).toEqual(courses[0])
  })

  it('hold leadership training under its number there', async () => {
    const it = await run.read('rw_diklat', bytes([leadership]), 19, 'rw-diklat.json')
    expect(it.counts).toMatchObject({ new: 1, refused: 0 })
    await run.apply(it.id)
    expect((await standing())[0]).toMatchObject({
      form: 'struktural',
      name: leadership.latihanStrukturalNama,
      jp: 905,
      external_id: 'd-1',
      ended_on: '2019-10-30',
    })
    const nameless = await run.read(
      'rw_diklat',
      bytes([
        {
          ...leadership,
          id: 'd-2',
          latihanStrukturalNama: null,
          latihanStrukturalId: '2',
          tanggal: '01-02-2015',
          tanggalSelesai: '01-05-2015',
        },
      ]),
      19,
      'rw-diklat.json',
    )
    expect((await run.rows(nameless.id, 'new'))[0]!.values).toMatchObject({ name: 'SEPALA/ADUM/DIKLAT PIM TK.IV' })
  })

  it('are the same when they come again, go out and come in once more, as JSON and as a sheet', async () => {
    const before = await standing()
    expect((await run.read('rw_kursus', bytes({ code: 1, data: courses }), 19, 'lagi.json')).counts).toMatchObject({
      new: 0,
      changed: 0,
      same: 3,
    })
    const out = await asJob(database.outer, tx => historiesOf(tx, 19, 100_000))
    const rows = out.map(historyOf)
    const [kursusRows, diklatRows] = (['rw-kursus', 'rw-diklat'] as const).map(service =>
      rows.flatMap(one => (one.service === service ? [one.row as Record<string, unknown>] : [])),
    ) as [Record<string, unknown>[], Record<string, unknown>[]]
    expect([kursusRows.length, diklatRows.length]).toEqual([3, 1])
    expect((await run.read('rw_kursus', bytes({ code: 1, data: kursusRows }), 19, 'keluar.json')).counts).toMatchObject({
      new: 0,
      changed: 0,
      same: 3,
      refused: 0,
    })
    expect((await run.read('rw_diklat', bytes({ code: 1, data: diklatRows }), 19, 'keluar.json')).counts).toMatchObject({
      new: 0,
      changed: 0,
      same: 1,
      refused: 0,
    })
    const keys = Object.keys(kursusRows[0]!)
    const sheet = await writeWorkbook([
      {
        name: 'rw-kursus',
        columns: keys.map(header => ({ header, kind: 'text' as const })),
        rows: kursusRows.map(row => keys.map(key => (row[key] === null ? null : String(row[key])))),
      },
    ])
    expect((await run.read('rw_kursus', sheet, 19, 'keluar.xlsx')).counts).toMatchObject({
      new: 0,
      changed: 0,
      same: 3,
      refused: 0,
    })
    // Into another database they would be what they are here.
    await asJob(database.outer, async tx => {
      await sql`DELETE FROM siasn_history`.execute(tx)
      await sql`DELETE FROM learning_record`.execute(tx)
    })
    for (const [kind, some] of [
      ['rw_kursus', kursusRows],
      ['rw_diklat', diklatRows],
    ] as const)
      await run.apply((await run.read(kind, bytes({ code: 1, data: some }), 19, 'pindah.json')).id)
    expect(await standing()).toEqual(before)
  })

  it('correct what was imported, and only name what we recorded ourselves', async () => {
    const corrected = await run.read(
      'rw_kursus',
      bytes([kursus({ jumlahJam: 30, namaKursus: 'Bimtek Penyusunan Anggaran' })]),
      19,
      'a.json',
    )
    expect(corrected.counts).toMatchObject({ changed: 1 })
    await run.apply(corrected.id)
    const named = (await standing()).filter(row => row.name.startsWith('Bimtek'))
    expect(named).toMatchObject([{ name: 'Bimtek Penyusunan Anggaran', jp: 30, external_id: 'k-1' }])
    await asJob(database.outer, tx =>
      sql`INSERT INTO learning_record (pegawai_id, instansi_id, instansi_then, form, name, ended_on, jp, certificate_number, source, recorded_at)
          SELECT pegawai_id, 19, 19, 'workshop', 'Workshop Layanan', '2026-05-05', 10, 'WL-5501', 'klaim', now() FROM pegawai WHERE nip = ${nipNumber(1)}`.execute(
        tx,
      ),
    )
    const ours = kursus({
      id: 'k-9',
      namaKursus: 'WORKSHOP LAYANAN PUBLIK',
      noSertipikat: 'WL 5501',
      jenisDiklatId: '4',
      jumlahJam: 5,
      tanggalKursus: '04-05-2026',
      tanggalSelesaiKursus: '05-05-2026',
    })
    const it = await run.read('rw_kursus', bytes([ours]), 19, 'b.json')
    expect(it.counts).toMatchObject({ changed: 1, new: 0 })
    await run.apply(it.id)
    expect((await standing()).filter(row => row.name.startsWith('Workshop'))).toMatchObject([
      { jp: 10, external_id: 'k-9', source: 'klaim', started_on: null },
    ])
    expect((await run.read('rw_kursus', bytes([ours]), 19, 'c.json')).counts).toMatchObject({ same: 1 })
  })

  it('find a person by the number of the service alone', async () => {
    const it = await run.read(
      'rw_kursus',
      bytes([
        kursus({
          id: 'k-20',
          nipBaru: undefined,
          idPns: 'ORANG-2',
          namaKursus: 'Tanpa NIP',
          tanggalKursus: '09-09-2025',
          tanggalSelesaiKursus: '',
        }),
      ]),
      19,
      'x.json',
    )
    expect((await run.rows(it.id, 'new')).map(row => row.values?.nip)).toEqual([nipNumber(2)])
    const unknown = await run.read('rw_kursus', bytes([kursus({ nipBaru: undefined, idPns: 'SIAPA' })]), 19, 'x.json')
    expect(unknown.counts).toMatchObject({ new: 0, refused: 1 })
  })

  it('are refused whole where the file is none of theirs', async () => {
    for (const text of ['{"code":1,"data":', '{"a":1}', '[1,2]', '{"code":0,"message":"x"}'])
      expect((await run.read('rw_kursus', bytes(text), 19, 'x.json')).problem?.id, text).toMatch(/^Berkas JSON ini rusak/)
    expect((await run.read('rw_kursus', bytes({ code: 1, data: [] }), 19, 'x.json')).state).toBe('failed')
  })

  it('keep a row that holds what the database does not', async () => {
    const odd = kursus({
      id: 'k-30',
      namaKursus: 'Kursus \u0000aneh',
      tanggalKursus: '10-10-2025',
      tanggalSelesaiKursus: '',
      noSertipikat: 'ODD-1',
    })
    const it = await run.read('rw_kursus', bytes([odd]), 19, 'x.json')
    await run.apply(it.id)
    expect((await run.state(it.id)).state).toBe('done')
    expect(await query(`SELECT payload->>'namaKursus' AS name FROM siasn_history WHERE external_id = 'k-30'`)).toEqual([
      { name: 'Kursus aneh' },
    ])
  })
})
