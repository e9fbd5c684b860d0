import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, grant } from '../../../test/factories/browser.ts'
import { agency, importRunner, importServices, nipNumber } from '../../../test/factories/imports.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import { jabatanImport, pegawaiImport } from '../imports.ts'

let database: Database
let made: ReturnType<typeof importServices>
let run: ReturnType<typeof importRunner>
const who = actor({ grants: [grant('pengelola', [19, 20, 21])] })

beforeAll(async () => {
  database = await testDatabase()
  made = importServices(database)
  run = importRunner(made.services, made.sent, [jabatanImport, pegawaiImport], who)
  await agency(database, 19)
  await agency(database, 20)
  await asJob(
    database.outer,
    async tx =>
      void (await sql`INSERT INTO instansi (id, kind, name, region_code) VALUES (21, 'kota', 'Kota Baru', '21.71')`.execute(tx)),
  )
})
afterAll(async () => {
  await database.close()
  made.cleanUp()
})

const query = async <Row>(text: string) => (await asJob(database.outer, tx => sql.raw<Row>(text).execute(tx))).rows
const siasn = [
  'NIP BARU',
  'NAMA',
  'STATUS CPNS PNS',
  'GOL AKHIR NAMA',
  'TINGKAT PENDIDIKAN NAMA',
  'JABATAN NAMA',
  'UNOR NAMA',
  'UNOR INDUK NAMA',
  'TMT JABATAN',
]
const person = (n: number, more: Partial<Record<'name' | 'golongan' | 'jabatan' | 'opd' | 'tmt', string>> = {}) => [
  nipNumber(n),
  more.name ?? `Pegawai ${n}`,
  'P',
  more.golongan ?? 'III/b',
  'S-1/Sarjana',
  more.jabatan ?? 'Analis Keuangan',
  'Sekretariat',
  more.opd ?? 'DINAS KESEHATAN',
  more.tmt ?? '01-03-2024',
]

describe('pegawai', () => {
  it('come in from a SIASN export, and the same file twice changes nothing', async () => {
    const file = [siasn, person(1), person(2), person(3, { name: '<b>Ani</b>' }), person(2)]
    const first = await run.read('pegawai', file, 19)
    expect(first).toMatchObject({
      state: 'preview',
      preset: 'siasn',
      counts: { new: 3, changed: 0, same: 0, skipped: 1, refused: 0 },
    })
    expect((await run.rows(first.id, 'skipped'))[0]!.note?.id).toBe('Sama persis dengan baris 3; dilewati.')
    expect(await query('SELECT 1 FROM pegawai')).toHaveLength(0)
    expect((await run.apply(first.id)).state).toBe('done')
    expect(
      await query<object>(
        `SELECT name, employment, sex, birth_date, golongan, education FROM pegawai WHERE nip = '${nipNumber(3)}'`,
      ),
    ).toEqual([{ name: '<b>Ani</b>', employment: 'pns', sex: 'p', birth_date: '1975-01-04', golongan: 'III/b', education: 's1' }])
    expect(await query('SELECT from_date, until_date FROM jabatan_history')).toEqual(
      Array(3).fill({ from_date: '2024-03-01', until_date: null }),
    )
    expect(await query('SELECT from_date FROM employment_history')).toEqual(Array(3).fill({ from_date: '2010-01-01' }))
    const again = await run.read('pegawai', file, 19)
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 3, skipped: 1, refused: 0 })
    expect((await run.apply(again.id)).state).toBe('preview') // nothing to write
    const audits = await query<{ rows: number; detail: Record<string, unknown> }>(
      "SELECT rows, detail FROM audit_entry WHERE verb = 'apply_import'",
    )
    expect(audits).toHaveLength(1)
    expect(audits[0]).toMatchObject({ rows: 3, detail: { kind: 'pegawai', counts: { new: 3 } } })
    expect(audits[0]!.detail.rowsDigest).toMatch(/^[0-9a-f]{64}$/)
    expect(await query('SELECT fact, payload FROM outbox')).toEqual([{ fact: 'people.changed', payload: { instansiId: 19 } }])
  })

  it('who change post get a closed and an open row of history; the preview says old and new', async () => {
    const it = await run.read(
      'pegawai',
      [siasn, person(1, { opd: 'DINAS PENDIDIKAN', tmt: '01-06-2026', golongan: 'III/c' }), person(2)],
      19,
    )
    expect(it.counts).toMatchObject({ changed: 1, same: 1 })
    const [row] = await run.rows(it.id, 'changed')
    expect(row).toMatchObject({
      before: { golongan: 'III/b', tmtJabatan: '2024-03-01' },
      values: { golongan: 'III/c', tmtJabatan: '2026-06-01' },
    })
    await run.apply(it.id)
    const history =
      await query(`SELECT j.code, h.from_date, h.until_date FROM jabatan_history h JOIN jabatan j ON j.id = h.jabatan_id
      JOIN pegawai p USING (pegawai_id) WHERE p.nip = '${nipNumber(1)}' ORDER BY h.id`)
    expect(history).toEqual([
      { code: 'DINKES.SEK-AK', from_date: '2024-03-01', until_date: '2026-06-01' },
      { code: 'DISDIK.SEK-AK', from_date: '2026-06-01', until_date: null },
    ])
    expect(await query(`SELECT u.code FROM pegawai p JOIN unit u ON u.id = p.unit_id WHERE p.nip = '${nipNumber(1)}'`)).toEqual([
      { code: 'DISDIK.SEK' },
    ])
    const corrected = await run.read(
      'pegawai',
      [siasn, person(1, { opd: 'DINAS PENDIDIKAN', tmt: '01-07-2026', golongan: 'III/c' })],
      19,
    )
    await run.apply(corrected.id)
    expect(
      await query(
        `SELECT from_date FROM jabatan_history h JOIN pegawai p USING (pegawai_id) WHERE p.nip = '${nipNumber(1)}' AND until_date IS NULL`,
      ),
    ).toEqual([{ from_date: '2026-07-01' }])
  })

  it('keep their person through a new NIP', async () => {
    const renewed = `${nipNumber(2).slice(0, 8)}202601${nipNumber(2)[14]}777`
    const it = await run.read(
      'pegawai',
      [
        ['NIP', 'NIP sebelumnya', 'Status kepegawaian'],
        [renewed, nipNumber(2), 'PNS'],
      ],
      19,
    )
    expect(it.counts).toMatchObject({ changed: 1, refused: 0 })
    await run.apply(it.id)
    expect(
      await query(
        `SELECT nip, until_date FROM employment_history WHERE pegawai_id = (SELECT pegawai_id FROM pegawai WHERE nip = '${renewed}') ORDER BY id`,
      ),
    ).toEqual([
      { nip: nipNumber(2), until_date: '2026-11-22' },
      { nip: renewed, until_date: null },
    ])
    expect(await run.reasons((await run.read('pegawai', [siasn, person(2)], 19)).id)).toEqual([
      `2 NIP BARU: NIP ini sudah diganti menjadi ${renewed}. Pakai NIP yang baru.`,
    ])
  })

  it('of another instansi, wrong ones and contradicting ones come back; good rows are kept', async () => {
    const it = await run.read(
      'pegawai',
      [
        siasn,
        person(1, { golongan: 'IV/a' }),
        person(40),
        [...person(41).with(0, '1,99E+17')],
        person(42),
        person(42, { name: 'Lain' }),
      ],
      20,
    )
    expect(it.counts).toEqual({ new: 1, changed: 0, same: 0, skipped: 0, refused: 4 })
    const reasons = await run.reasons(it.id)
    expect(reasons[0]).toMatch(/^2 NIP BARU: Orang dengan NIP ini terdaftar di instansi lain/)
    expect(reasons[1]).toMatch(/^4 NIP BARU: Excel mengubah NIP menjadi 1,99E\+17 sehingga angkanya hilang/)
    expect(reasons[2]).toMatch(/^5 NIP BARU: Isi baris ini bertentangan dengan baris 6 tentang NIP/)
    expect(reasons[3]).toMatch(/^6 NIP BARU: Isi baris ini bertentangan dengan baris 5 tentang NIP/)
    await run.apply(it.id)
    expect(await query('SELECT name FROM pegawai WHERE instansi_id = 20')).toEqual([{ name: 'Pegawai 40' }])
    expect(await query(`SELECT golongan FROM pegawai WHERE nip = '${nipNumber(1)}'`)).toEqual([{ golongan: 'III/c' }])
  })

  it('are not half written when what the preview rested on was changed', async () => {
    const it = await run.read('pegawai', [siasn, person(50), person(51)], 20)
    await query(
      `INSERT INTO pegawai (instansi_id, unit_id, nip, name, employment, sex, birth_date) SELECT 20, id, '${nipNumber(51)}', 'X', 'pns', 'l', '1975-01-01' FROM unit WHERE instansi_id = 20 LIMIT 1`,
    )
    const after = await run.apply(it.id)
    expect(after.state).toBe('failed')
    expect(after.problem?.id).toMatch(/^Data di Piawai berubah sejak pratinjau ini dibuat.*Tidak ada data yang diubah\.$/)
    expect(await query(`SELECT 1 FROM pegawai WHERE nip = '${nipNumber(50)}'`)).toHaveLength(0)
  })
})

describe('jabatan and units', () => {
  const header = [
    'Kode unit',
    'Nama unit',
    'Kode unit induk',
    'Kode jabatan',
    'Nama jabatan',
    'Jenis jabatan',
    'Jenjang',
    'Urusan',
    'Kepala unit',
  ]
  it('grow a tree under a top of its own, and the same file twice changes nothing', async () => {
    const file = [
      header,
      ['DINSOS', 'Dinas Sosial', '', 'DINSOS-KA', 'Kepala Dinas Sosial', '', 'JPT Pratama', 'Sosial', 'ya'],
      ['DINSOS.1', 'Bidang Bantuan', 'DINSOS', 'DINSOS-KB', 'Kepala Bidang Bantuan', '', 'Administrator', 'Sosial', 'ya'],
      ['DINSOS.1', 'Bidang Bantuan', 'DINSOS', 'DINSOS-PS', 'Pekerja Sosial Ahli Muda', 'JFT', '', 'Sosial', ''],
      ['DISHUB', 'Dinas Perhubungan', '', '', '', '', '', '', ''],
    ]
    const it = await run.read('jabatan', file, 21)
    expect(it.counts).toMatchObject({ new: 4, refused: 0 })
    expect((await run.apply(it.id)).state).toBe('done')
    expect(
      await query(
        `SELECT u.code, p.code AS parent, t.code AS top FROM unit u LEFT JOIN unit p ON p.id = u.parent_id LEFT JOIN unit t ON t.id = u.top_id WHERE u.instansi_id = 21 ORDER BY u.code`,
      ),
    ).toEqual([
      { code: '21.71', parent: null, top: null },
      { code: 'DINSOS', parent: '21.71', top: 'DINSOS' },
      { code: 'DINSOS.1', parent: 'DINSOS', top: 'DINSOS' },
      { code: 'DISHUB', parent: '21.71', top: 'DISHUB' },
    ])
    expect(await query('SELECT code, jenis, jenjang, urusan, is_head FROM jabatan WHERE instansi_id = 21 ORDER BY code')).toEqual(
      [
        { code: 'DINSOS-KA', jenis: 'jpt', jenjang: 'jpt_pratama', urusan: 'sosial', is_head: true },
        { code: 'DINSOS-KB', jenis: 'administrator', jenjang: 'administrator', urusan: 'sosial', is_head: true },
        { code: 'DINSOS-PS', jenis: 'fungsional', jenjang: 'ahli_muda', urusan: 'sosial', is_head: false },
      ],
    )
    expect((await run.read('jabatan', file, 21)).counts).toEqual({ new: 0, changed: 0, same: 4, skipped: 0, refused: 0 })
  })

  it('move with all below them; a head hands over in one file; holders follow their post', async () => {
    const holder = await run.read(
      'pegawai',
      [
        ['NIP', 'Nama', 'Status kepegawaian', 'Kode jabatan'],
        [nipNumber(60), 'Rani', 'PNS', 'DINSOS-PS'],
      ],
      21,
    )
    await run.apply(holder.id)
    const it = await run.read(
      'jabatan',
      [
        header,
        ['DINSOS.1', 'Bidang Bantuan Sosial', 'DISHUB', 'DINSOS-KB', '', '', '', '', 'tidak'],
        ['DINSOS.1', 'Bidang Bantuan Sosial', 'DISHUB', 'KB-BARU', 'Kepala Bidang Baru', '', 'Administrator', '', 'ya'],
        ['DISHUB', '', '', 'DINSOS-PS', '', '', '', '', ''],
      ],
      21,
    )
    expect(it.counts).toMatchObject({ new: 1, changed: 2, refused: 0 })
    expect((await run.apply(it.id)).problem).toBeNull()
    expect(
      await query(
        "SELECT u.name, t.code AS top FROM unit u JOIN unit t ON t.id = u.top_id WHERE u.instansi_id = 21 AND u.code = 'DINSOS.1'",
      ),
    ).toEqual([{ name: 'Bidang Bantuan Sosial', top: 'DISHUB' }])
    expect(await query('SELECT code FROM jabatan WHERE instansi_id = 21 AND is_head ORDER BY code')).toEqual([
      { code: 'DINSOS-KA' },
      { code: 'KB-BARU' },
    ])
    expect(await query(`SELECT u.code FROM pegawai p JOIN unit u ON u.id = p.unit_id WHERE nip = '${nipNumber(60)}'`)).toEqual([
      { code: 'DISHUB' },
    ])
  })

  it('in a circle come back, and leave the tree as it is', async () => {
    const it = await run.read(
      'jabatan',
      [
        header,
        ['DINSOS', '', 'DINSOS.9', '', '', '', '', '', ''],
        ['DINSOS.9', 'Sub', 'DINSOS', '', '', '', '', '', ''],
        ['Z', 'Z', 'Z', '', '', '', '', '', ''],
      ],
      21,
    )
    expect(it.counts).toMatchObject({ refused: 3 })
    expect((await run.reasons(it.id)).map(reason => reason.replace(/\..*/s, ''))).toEqual([
      '2 Kode unit induk: Unit DINSOS berputar: DINSOS → DINSOS',
      '3 Kode unit induk: Unit DINSOS',
      '4 Kode unit induk: Unit Z menjadi induk dirinya sendiri',
    ])
  })
})
