import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { actor, browser, grant } from '../../test/factories/browser.ts'
import { agency, importRunner, importServices } from '../../test/factories/imports.ts'
import { readSheetBytes } from '../../test/factories/workbook.ts'
import { importRoutes } from '../imports/index.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import { goalImport, nomenclatureImport } from './imports/index.ts'
import { goalsRoutes } from './index.ts'

let database: Database
let made: ReturnType<typeof importServices>
let run: ReturnType<typeof importRunner>
let nation: ReturnType<typeof importRunner>
const kinds = [goalImport, nomenclatureImport]
const who = actor({ homeInstansiId: 19, grants: [grant('pengelola', [19])] })

const all = async <T>(text: string) => (await asJob(database.outer, tx => sql.raw<T>(text).execute(tx))).rows
const goals = () =>
  all<Record<string, unknown>>(`
    SELECT g.code, g.kind, g.name, up.code AS parent, g.targets, g.baseline, g.higher_is_better AS up, o.code AS serves, u.name AS unit
    FROM goal g LEFT JOIN goal up ON up.id = g.parent_id LEFT JOIN goal o ON o.id = g.serves_goal_id LEFT JOIN unit u ON u.id = g.unit_id
    JOIN development_plan p ON p.id = g.plan_id AND p.instansi_id = 19 ORDER BY g.code`)

beforeAll(async () => {
  database = await testDatabase()
  made = importServices(database)
  run = importRunner(made.services, made.sent, kinds, who)
  nation = importRunner(made.services, made.sent, kinds, actor({ grants: [grant('admin', [], { place: 'nation' })] }))
  await agency(database, 19)
  await agency(database, 20)
})
afterAll(async () => {
  await database.close()
  made.cleanUp()
})

beforeEach(() =>
  asJob(database.outer, async tx => {
    await sql`UPDATE goal SET serves_goal_id = NULL`.execute(tx)
    await sql`DELETE FROM development_plan`.execute(tx)
    await sql`DELETE FROM nomenclature`.execute(tx)
    await sql`
      INSERT INTO development_plan (id, instansi_id, unit_id, kind, name, year_from, year_until, legal_basis, state, made_by, made_at, activated_at, archived_at)
      OVERRIDING SYSTEM VALUE
      SELECT v.id, v.instansi, CASE WHEN v.kind = 'renstra' THEN (SELECT u.id FROM unit u WHERE u.instansi_id = 19 AND u.code = 'DINKES') END,
             v.kind, v.name, 2025, 2029, 'Perda 1/2025', v.state, 'uji', now(), CASE WHEN v.state <> 'draft' THEN now() END,
             CASE WHEN v.state = 'archived' THEN now() END
      FROM (VALUES (1, NULL::int, 'rpjmn', 'RPJMN 2025–2029', 'active'), (2, 19, 'rpjmd', 'RPJMD Provinsi 19', 'active'),
                   (3, 19, 'renstra', 'Renstra Dinas Kesehatan', 'draft'), (4, 19, 'rpjmd', 'RPJMD lama', 'archived'),
                   (5, 20, 'rpjmd', 'RPJMD Provinsi 20', 'active')) AS v(id, instansi, kind, name, state)`.execute(tx)
    await sql`INSERT INTO goal (plan_id, kind, code, name) VALUES (1, 'sasaran', 'PN7.1', 'Birokrasi profesional')`.execute(tx)
  }),
)

const head = [
  'Rencana',
  'Jenis',
  'Kode',
  'Kode induk',
  'Uraian',
  'Satuan',
  'Arah',
  'Nilai awal',
  'Target 2025',
  'Target 2029',
  'PD',
  'Kode yang didukung',
]
const tujuan = ['RPJMD', 'Tujuan', '1', '', 'Tata kelola yang melayani', '', '', '', '', '', '', 'PN7.1']
const sasaran = ['RPJMD', 'Sasaran', '1.1', '1', 'Profesionalitas ASN', '', '', '', '', '', 'Dinas Pendidikan', '']
const ip = ['RPJMD', 'Indikator', '1.1.a', '1.1', 'IP ASN', 'indeks', 'Makin tinggi makin baik', '64,3', '66', '74,5', '', '']
const opini = ['RPJMD', 'indikator kinerja', '1.1.b', '1.1', 'Opini BPK', 'opini', '', 'WTP', 'WTP', 'WTP', '', '']

describe('goals from a sheet', () => {
  it('go in from preview to the tables, parents after their children too', async () => {
    const it = await run.read('sasaran', [head, ip, opini, sasaran, tujuan], 19)
    expect(await run.reasons(it.id)).toEqual([])
    expect(it).toMatchObject({ state: 'preview', counts: { new: 4, refused: 0 } })
    expect((await run.apply(it.id)).state).toBe('done')
    expect(await goals()).toEqual([
      expect.objectContaining({ code: '1', parent: null, serves: 'PN7.1', targets: {} }),
      expect.objectContaining({ code: '1.1', parent: '1', serves: null, unit: 'Dinas Pendidikan' }),
      expect.objectContaining({ code: '1.1.a', parent: '1.1', baseline: 64.3, targets: { 2025: 66, 2029: 74.5 }, up: true }),
      expect.objectContaining({ code: '1.1.b', parent: '1.1', baseline: 'WTP', targets: { 2025: 'WTP', 2029: 'WTP' }, up: null }),
    ])
    const facts = await all<{ payload: unknown }>(
      "SELECT payload FROM outbox WHERE fact = 'goals.changed' ORDER BY id DESC LIMIT 1",
    )
    expect(facts[0]!.payload).toEqual({ instansiId: 19 })
  })

  it('that stand already are the same, or change only in what the sheet says', async () => {
    await run.apply((await run.read('sasaran', [head, tujuan, sasaran, ip, opini], 19)).id)
    expect((await run.read('sasaran', [head, tujuan, sasaran, ip, opini], 19, 'lagi.csv')).counts).toMatchObject({
      same: 4,
      new: 0,
      changed: 0,
    })
    const later = ['RPJMD', 'Indikator', '1.1.a', '1.1', 'IP ASN', 'indeks', '', '', '', '75', '', '']
    const it = await run.read('sasaran', [head, later], 19)
    expect(it.counts).toMatchObject({ changed: 1 })
    expect((await run.rows(it.id, 'changed'))[0]!.before).toMatchObject({ 'target:2029': 74.5, baseline: 64.3 })
    await run.apply(it.id)
    expect((await goals()).find(goal => goal.code === '1.1.a')).toMatchObject({
      baseline: 64.3,
      targets: { 2025: 66, 2029: 75 },
      up: true,
    })
  })

  it('go to the Renstra of the office in the row, and serve the RPJMD once it is there', async () => {
    const renstra = ['Renstra', 'Sasaran', 'S1', '', 'Gizi', '', '', '', '', '', 'DINKES', '1.1']
    const early = await run.read('sasaran', [head, renstra], 19)
    expect(await run.reasons(early.id)).toEqual([
      '2 Kode yang didukung: Kode 1.1 tidak ada di rencana yang berada di atas rencana ini. Masukkan rencana di atasnya dahulu, atau betulkan kodenya.',
    ])
    await run.apply((await run.read('sasaran', [head, tujuan, sasaran], 19)).id)
    const it = await run.read('sasaran', [head, renstra], 19)
    expect(it.counts).toMatchObject({ new: 1 })
    await run.apply(it.id)
    expect((await goals()).at(-1)).toMatchObject({ code: 'S1', serves: '1.1', unit: null })
  })

  it.each<[string, (string | number)[][], string[]]>([
    [
      'a plan that is not there',
      [['RPJMD Provinsi 91', ...tujuan.slice(1)]],
      [
        '2 Rencana: Rencana “RPJMD Provinsi 91” tidak ada di instansi ini. Buat dahulu di Rencana daerah, atau betulkan namanya. Mungkin maksudnya “RPJMD Provinsi 19”.',
      ],
    ],
    [
      'another government’s plan',
      [['RPJMD Provinsi 20', ...tujuan.slice(1)]],
      [
        '2 Rencana: Rencana “RPJMD Provinsi 20” tidak ada di instansi ini. Buat dahulu di Rencana daerah, atau betulkan namanya. Mungkin maksudnya “RPJMD Provinsi 19”.',
      ],
    ],
    [
      'an archived plan',
      [['RPJMD lama', ...tujuan.slice(1)]],
      ['2 Rencana: “RPJMD lama” sudah diarsipkan, jadi isinya tidak diubah lagi. Pilih rencana yang masih draf atau berlaku.'],
    ],
    [
      'an unknown parent',
      [tujuan, ['RPJMD', 'Sasaran', '7.1', '7', 'x', '', '', '', '', '', '', '']],
      [
        '3 Kode induk: Kode induk 7 tidak ada dalam rencana ini, juga tidak di berkas ini. Betulkan kodenya, atau tambahkan barisnya.',
      ],
    ],
    [
      'a parent of the wrong kind',
      [tujuan, ['RPJMD', 'Kegiatan', '5.03.02.1.03', '1', 'x', '', '', '', '', '', '', '']],
      ['3 Kode induk: 1 adalah tujuan, sedangkan kegiatan berada hanya di bawah program. Betulkan kode induknya.'],
    ],
    [
      'a blank parent',
      [['RPJMD', 'Indikator', '1.a', '', 'x', 'persen', '', '', '', '', '', '']],
      [
        '2 Kode induk: Kode induk kosong. Indikator selalu berada di bawah tujuan, sasaran, program, kegiatan, sub kegiatan; isi kodenya.',
      ],
    ],
    [
      'a code of the wrong shape',
      [tujuan, ['RPJMD', 'Program', '5.3.2', '1', 'x', '', '', '', '', '', '', '']],
      [
        '3 Kode: Bagian ke-2 kode ini “3”, seharusnya bidang urusan, dua angka, atau XX di bawah X. Periksa kodenya; bila angka nol hilang, format kolomnya sebagai Teks.',
      ],
    ],
    [
      'a code of another level',
      [tujuan, ['RPJMD', 'Program', '5.03.02.1.03', '1', 'x', '', '', '', '', '', '', '']],
      ['3 Kode: Kode ini kode kegiatan, tidak cocok dengan jenisnya. Betulkan kode atau jenisnya.'],
    ],
    [
      'a code of a kabupaten in a province',
      [
        tujuan,
        ['RPJMD', 'Program', '5.03.02', '1', 'x', '', '', '', '', '', '', ''],
        ['RPJMD', 'Kegiatan', '5.03.02.2.03', '5.03.02', 'x', '', '', '', '', '', '', ''],
      ],
      [
        '4 Kode: Kode 5.03.02.2.03 untuk kabupaten/kota (bagian ke-4 angka 2), sedangkan rencana ini milik provinsi. Pakai angka 1.',
      ],
    ],
    [
      'a target at a sasaran',
      [tujuan, ['RPJMD', 'Sasaran', '1.1', '1', 'x', '', '', '', '80', '', '', '']],
      [
        '3 Target 2025: Satuan, nilai awal, dan target hanya milik indikator. Beri indikatornya baris sendiri, dengan kode ini sebagai kode induk.',
      ],
    ],
    [
      'an indicator without a unit',
      [tujuan, ['RPJMD', 'Indikator', '1.a', '1', 'x', '', '', '', '80', '', '', '']],
      ['3 Satuan: Satuan kosong. Isi kolom ini.'],
    ],
    [
      'an office that is not there',
      [['RPJMD', 'Tujuan', '1', '', 'x', '', '', '', '', '', 'Dinas Sosial', '']],
      [
        '2 PD: Unit “Dinas Sosial” tidak ada di instansi ini. Impor unitnya dahulu (jenis Jabatan dan unit), atau betulkan namanya.',
      ],
    ],
  ])('are refused for %s, in words at the cell', async (_, rows, reasons) => {
    const it = await run.read('sasaran', [head, ...rows], 19)
    expect(await run.reasons(it.id)).toEqual(reasons)
  })

  it('that say two things of one code are refused, both; said twice alike, one is skipped', async () => {
    const other = [...tujuan]
    other[4] = 'Lain sama sekali'
    const it = await run.read('sasaran', [head, tujuan, other], 19)
    expect(await run.reasons(it.id)).toEqual([
      '2 Kode: Isi baris ini bertentangan dengan baris 3 tentang kode 1. Samakan keduanya atau hapus yang keliru.',
      '3 Kode: Isi baris ini bertentangan dengan baris 2 tentang kode 1. Samakan keduanya atau hapus yang keliru.',
    ])
    expect((await run.read('sasaran', [head, tujuan, tujuan], 19)).counts).toMatchObject({ new: 1, skipped: 1 })
  })

  it('fall with the row of their parent, all the way down', async () => {
    const nameless = [...tujuan]
    nameless[4] = ''
    const it = await run.read('sasaran', [head, nameless, sasaran, ip], 19)
    expect(await run.reasons(it.id)).toEqual([
      '2 Uraian: Uraian kosong. Isi kolom ini.',
      '3 Kode induk: Baris induknya (1) ditolak, jadi baris ini belum dapat ditulis. Betulkan baris itu dahulu.',
      '4 Kode induk: Baris induknya (1.1) ditolak, jadi baris ini belum dapat ditulis. Betulkan baris itu dahulu.',
    ])
  })

  it('keep their kind: a code that stands as something else is refused', async () => {
    await run.apply((await run.read('sasaran', [head, tujuan], 19)).id)
    const it = await run.read('sasaran', [head, ['RPJMD', 'Sasaran', '1', '', 'x', '', '', '', '', '', '', '']], 19)
    expect(await run.reasons(it.id)).toEqual([
      '2 Kode: Kode ini sudah dipakai dalam rencana yang sama, sebagai tujuan. Pakai kode lain, atau betulkan jenisnya.',
    ])
  })

  it('are not written once their plan went into the archive, and the user is told to read again', async () => {
    const it = await run.read('sasaran', [head, tujuan], 19)
    await all("UPDATE development_plan SET state = 'archived', archived_at = now() WHERE id = 2")
    expect(await run.apply(it.id)).toMatchObject({
      state: 'failed',
      problem: { id: expect.stringContaining('Baca ulang berkas') },
    })
    expect(await goals()).toEqual([])
  })

  it('come out of a plan as they go in', async () => {
    await run.apply((await run.read('sasaran', [head, tujuan, sasaran, ip, opini], 19)).id)
    const pages = browser(who, { pages: goalsRoutes(made.services) })
    const bytes = await (await pages.get('/rencana-daerah/2/isi.xlsx')).bytes()
    expect((await readSheetBytes(bytes)).slice(0, 2).map(row => row.slice(0, 5))).toEqual([
      ['Rencana', 'Jenis', 'Kode', 'Kode induk', 'Uraian'],
      ['RPJMD Provinsi 19', 'Tujuan', '1', null, 'Tata kelola yang melayani'],
    ])
    const again = await run.read('sasaran', bytes, 19, 'rencana-2.xlsx')
    expect(await run.reasons(again.id)).toEqual([])
    expect(again.counts).toMatchObject({ same: 4, changed: 0, new: 0 })
  })
})

const version = 'Kepmendagri 900.1-861/2026'
const codes = () =>
  all<{ code: string; name: string; parent: string | null; level: string; sure: boolean }>(`
  SELECT code, name, parent_code AS parent, level, verified AS sure FROM nomenclature ORDER BY code`)

describe('goals brought in by Bappeda', () => {
  const bappeda = actor({ homeInstansiId: 19, grants: [grant('bappeda', [19, 20], { place: 'guided', at: 19 })] })
  const pages = () => importRoutes(made.services, kinds)

  it('go into the plans of its own government, from upload to the tables', async () => {
    const own = importRunner(made.services, made.sent, kinds, bappeda)
    const it = await own.apply((await own.read('sasaran', [head, sasaran, tujuan], 19)).id)
    expect(it).toMatchObject({ state: 'done', counts: { new: 2 } })
    expect(await goals()).toHaveLength(2)
    const { text } = await browser(bappeda, { pages: pages() }).get(`/impor/${it.id}`)
    expect(text).toContain('Langkah berikutnya')
    expect(text).toContain('href="/rencana-daerah?instansi=19"')
  })

  it('never into those of a government it guides', async () => {
    const own = importRunner(made.services, made.sent, kinds, bappeda)
    await expect(own.read('sasaran', [head, tujuan], 20)).rejects.toMatchObject({ status: 404 })
    const theirs = importRunner(made.services, made.sent, kinds, actor({ grants: [grant('pengelola', [20])] }))
    const it = await theirs.read(
      'sasaran',
      [head, ['RPJMD', 'Tujuan', '9', '', 'Punya orang lain', '', '', '', '', '', '', '']],
      20,
    )
    expect(it.state).toBe('preview')
    const guide = browser(bappeda, { pages: pages() })
    expect((await guide.get(`/impor/${it.id}`)).status).toBe(404)
    expect((await guide.post(`/impor/${it.id}/jalankan`, {})).status).toBe(404)
    expect((await guide.get('/impor')).text).not.toContain(`/impor/${it.id}"`)
  })

  it('are offered where plans are kept, and nothing else is', async () => {
    const routes = { pages: goalsRoutes(made.services) }
    expect((await browser(bappeda, routes).get('/rencana-daerah')).text).toContain('/impor/baru?jenis=sasaran')
    expect((await browser(bappeda, routes).get('/rencana-daerah?instansi=20')).text).not.toContain('/impor/baru')
    expect((await browser(bappeda, routes).get('/rencana-daerah/3')).text).toContain('/impor/baru?jenis=sasaran')
    const form = (await browser(bappeda, { pages: pages() }).get('/impor/baru')).text
    expect(form).toContain('value="sasaran"')
    expect(form).not.toContain('value="nomenklatur"')
    expect(form).toContain('<input type="hidden" name="instansi" value="19"')
  })
})

describe('the nomenclature from a sheet', () => {
  const table = [
    ['Versi', 'Kode', 'Uraian'],
    [version, '5', 'UNSUR PENUNJANG'],
    [version, '5.03', 'KEPEGAWAIAN'],
    [version, '5.03.02', 'PROGRAM KEPEGAWAIAN DAERAH'],
    [version, '5.03.02.1.03', 'Pengembangan  Kompetensi ASN'],
    [version, '5.03.02.1.03.0001', 'Peningkatan Kapasitas Kinerja ASN'],
    [version, 'x.xx', 'SETIAP URUSAN'],
  ]

  it('goes in whole, verified, and again it is the same', async () => {
    await all(
      `INSERT INTO nomenclature (version, code, parent_code, level, name, verified) VALUES ('900.1-861/2026', '5.03', '5', 'bidang', 'KEPEGAWAIAN', false)`,
    )
    const it = await nation.read('nomenklatur', [...table, [version, 'X', 'X']], 19)
    expect(await nation.reasons(it.id)).toEqual([])
    expect(it.counts).toMatchObject({ new: 6, changed: 1 })
    await nation.apply(it.id)
    expect((await codes()).slice(2, 5)).toEqual([
      { code: '5.03.02', name: 'PROGRAM KEPEGAWAIAN DAERAH', parent: '5.03', level: 'program', sure: true },
      { code: '5.03.02.1.03', name: 'Pengembangan Kompetensi ASN', parent: '5.03.02', level: 'kegiatan', sure: true },
      {
        code: '5.03.02.1.03.0001',
        name: 'Peningkatan Kapasitas Kinerja ASN',
        parent: '5.03.02.1.03',
        level: 'sub_kegiatan',
        sure: true,
      },
    ])
    expect((await codes()).every(row => row.sure)).toBe(true)
    expect((await nation.read('nomenklatur', table, 19, 'lagi.csv')).counts).toMatchObject({ same: 6 })
  })

  it('reads the sheet ALL of a workbook, and a code that is split by level, as numbers', async () => {
    const columns = ['Urusan', 'Bidang urusan', 'Program', 'Kegiatan', 'Sub kegiatan', 'Nomenklatur'].map(header => ({ header }))
    const bytes = await writeWorkbook([
      { name: 'Petunjuk', columns: [{ header: 'Kode' }, { header: 'Nama' }], rows: [['bukan', 'ini']] },
      {
        name: 'All',
        columns,
        rows: [
          [5, null, null, null, null, 'UNSUR PENUNJANG'],
          [5, 3, null, null, null, 'KEPEGAWAIAN'],
          [5, 3, 2, null, null, 'PROGRAM'],
          [5, 3, 2, 1.1, null, 'Kegiatan kesepuluh'],
          [5, 3, 2, 1.1, 1, 'Sub'],
        ],
      },
    ])
    const it = await nation.read('nomenklatur', bytes, 19, 'KODEFIKASI SIPD.xlsx')
    expect(it).toMatchObject({ state: 'mapping', sheet_name: 'All' })
    const admin = browser(actor({ homeInstansiId: 19, grants: [grant('admin', [], { place: 'nation' })] }), {
      pages: importRoutes(made.services, kinds),
    })
    expect((await admin.get(`/impor/${it.id}`)).text).toContain('Kepmendagri 900.1.15.5-3406/2024')
    const columnsChosen = Object.entries(it.mapping!).map(([field, column]) => [`kolom.${field}`, String(column)])
    await admin.post(`/impor/${it.id}/kolom`, { ...Object.fromEntries(columnsChosen), 'tetap.version': '900.1-861/2026' })
    await nation.work()
    expect(await nation.reasons(it.id)).toEqual([])
    await nation.apply(it.id)
    expect((await codes()).map(row => row.code)).toEqual(['5', '5.03', '5.03.02', '5.03.02.1.10', '5.03.02.1.10.0001'])
  })

  it.each<[string, string[][], string[]]>([
    [
      'a parent that is nowhere',
      [[version, '5.03.02.1.03', 'x']],
      ['2 Kode: Induknya 5.03.02 tidak ada di berkas ini maupun di versi ini. Tambahkan barisnya, atau betulkan kodenya.'],
    ],
    [
      'a level of government that is none',
      [[version, '5.03.02.3.03', 'x']],
      [
        '2 Kode: Bagian ke-4 kode ini “3”, seharusnya 1 untuk provinsi atau 2 untuk kabupaten/kota. Periksa kodenya; bila angka nol hilang, format kolomnya sebagai Teks.',
      ],
    ],
    [
      'what is no code',
      [[version, 'PROGRAM', 'x']],
      [
        '2 Kode: Bagian ke-1 kode ini “PROGRAM”, seharusnya urusan, satu angka atau X. Periksa kodenya; bila angka nol hilang, format kolomnya sebagai Teks.',
      ],
    ],
    [
      'an old code in a new version',
      [
        [version, '5', 'a'],
        [version, '5.03.02.1.03.01', 'x'],
      ],
      ['3 Kode: Sub kegiatan Kepmendagri 900.1-861/2026 berangka 4, sedangkan kode ini berangka 2. Periksa versinya.'],
    ],
    [
      'two names for one code',
      [
        [version, '5', 'a'],
        [version, '5', 'b'],
      ],
      [
        '2 Kode: Isi baris ini bertentangan dengan baris 3 tentang kode 5. Samakan keduanya atau hapus yang keliru.',
        '3 Kode: Isi baris ini bertentangan dengan baris 2 tentang kode 5. Samakan keduanya atau hapus yang keliru.',
      ],
    ],
    ['no name', [[version, '5', '']], ['2 Uraian: Nama kosong. Isi kolom ini.']],
  ])('is refused for %s, in words at the cell', async (_, rows, reasons) => {
    const it = await nation.read('nomenklatur', [['Versi', 'Kode', 'Uraian'], ...rows], 19)
    expect(await nation.reasons(it.id)).toEqual(reasons)
  })

  it('is offered only to who keeps the data of the nation: it is everybody’s', async () => {
    const pages = importRoutes(made.services, kinds)
    const pengelola = browser(who, { pages })
    const admin = browser(actor({ homeInstansiId: 19, grants: [grant('admin', [], { place: 'nation' })] }), { pages })
    expect((await pengelola.get('/impor/baru')).text).not.toContain('value="nomenklatur"')
    expect((await admin.get('/impor/baru')).text).toContain('value="nomenklatur"')
    expect((await pengelola.get('/impor/templat/nomenklatur')).status).toBe(404)
    const body = new FormData()
    body.set('jenis', 'nomenklatur')
    body.set('instansi', '19')
    body.set('berkas', new File(['Versi;Kode;Uraian\n'], 'x.csv'))
    const refused = await pengelola.send('/impor', { method: 'POST', body })
    expect(refused.status).toBe(404)
    await expect(run.read('nomenklatur', [['Versi', 'Kode', 'Uraian']], 19)).rejects.toMatchObject({ status: 404 })
  })
})
