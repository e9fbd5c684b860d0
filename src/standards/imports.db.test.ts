import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadReference } from '../../seeds/reference/index.ts'
import { testDatabase } from '../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../test/factories/browser.ts'
import { agency, importRunner, importServices } from '../../test/factories/imports.ts'
import { newInstansi } from '../../test/factories/people.ts'
import { countPeople } from '../assessment/index.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import { dictionaryImport, requirementImport, standardImport } from './imports.ts'
import { standardsRoutes } from './routes.ts'

const who = actor({ accountId: 'satu', homeInstansiId: 19, grants: [grant('pengelola', [19])] })
let database: Database
let services: ReturnType<typeof importServices>
let run: ReturnType<typeof importRunner>
let web: ReturnType<typeof browser>

beforeAll(async () => {
  database = await testDatabase()
  services = importServices(database)
  run = importRunner(services.services, services.sent, [standardImport, requirementImport, dictionaryImport], who)
  web = browser(who, { pages: standardsRoutes(servicesFor(database), countPeople) })
  await asJob(database.outer, async tx => {
    await loadReference(tx)
    await newInstansi(tx, { kind: 'lembaga', region_code: '4001', name: 'Badan Pengawasan' })
  })
  await agency(database, 19)
})
afterAll(async () => {
  await database.close()
  services.cleanUp()
})

const query = <T>(text: string) => asJob(database.outer, async tx => (await sql.raw<T>(text).execute(tx)).rows)
const own = () =>
  query<Record<string, unknown>>(`
    SELECT j.code, s.version, s.legal_basis, s.summary, s.education, s.golongan, s.performance_indicators,
      (SELECT string_agg(c.code || ':' || l.level, ' ' ORDER BY c.sort) FROM standard_level l JOIN competency c ON c.id = l.competency_id WHERE l.standard_id = s.id) AS levels,
      (SELECT string_agg(concat_ws('/', q.kind, q.training_kind, q.name, array_to_string(q.also, '+'), q.months, q.importance, q.mandate_basis), ' ' ORDER BY q.sort)
       FROM standard_qualification q WHERE q.standard_id = s.id) AS requirements
    FROM standard s JOIN jabatan j ON j.id = s.jabatan_id WHERE s.state = 'active' ORDER BY j.code`)

describe('standards', () => {
  it('come in with the texts of the form; a row that says nothing changes nothing', async () => {
    const it = await run.read(
      'standar',
      [
        ['Kode jabatan', 'M.1', 'T.KEU.1', 'Ikhtisar jabatan', 'Pendidikan', 'Golongan', 'Dasar hukum'],
        ['DINKES-KA', 4, 3, 'Memimpin dinas', 'S-1', 'IV/b', 'Kepgub 1/2026'],
        ['DINKES.SEK-SEK', '', '', '', 'S-2', '', 'Kepgub 1/2026'],
        ['DISDIK-KA', '', '', '', '', '', 'Kepgub 1/2026'],
        ['DINKES.SEK-AK', 7, '', '', 'S9', '', ''],
      ],
      19,
    )
    expect(it.counts).toMatchObject({ new: 2, same: 1, refused: 1 })
    expect(await run.reasons(it.id)).toEqual([
      '5 M.1: Tingkat 7 tidak ada; isi 1 sampai 5.',
      expect.stringMatching(/^5 Pendidikan: “S9” tidak dikenal/),
    ])
    await run.apply(it.id)
    expect(await own()).toMatchObject([
      {
        code: 'DINKES-KA',
        version: 1,
        legal_basis: 'Kepgub 1/2026',
        levels: 'M.1:4 T.KEU.1:3',
        education: 's1',
        golongan: 'IV/b',
        summary: 'Memimpin dinas',
      },
      { code: 'DINKES.SEK-SEK', levels: null, education: 's2' },
    ])
  })

  it('take requirements along; one of the same kind and name is replaced, others stay', async () => {
    const head = [
      'Kode jabatan',
      'Jenis persyaratan',
      'Jenis pelatihan',
      'Nama persyaratan',
      'Nama lain',
      'Lama (bulan)',
      'Tingkat penting',
    ]
    const first = await run.read(
      'syarat',
      [
        head,
        ['DINKES-KA', 'Pelatihan', 'Manajerial', 'PKN Tingkat II', '"PIM II; Spati"', '', 'Mutlak'],
        ['DINKES-KA', 'Pengalaman kerja', '', 'Jabatan administrator', '', 24, '2'],
        ['DINKES-KA', 'Pelatihan', '', 'pkn tingkat ii', '', '', 'Perlu'],
        ['DISDIK-KA', 'Sertifikasi', '', 'PBJ Level 1', '', '', 'Wajib'],
      ],
      19,
    )
    expect(first.counts).toMatchObject({ new: 1, refused: 3 })
    expect((await run.reasons(first.id)).at(-1)).toMatch(
      /^5 Tingkat penting: “Wajib” tidak dikenal\. Pilih salah satu: Mutlak, Penting, Perlu/,
    )
    const clean = await run.read(
      'syarat',
      [
        head,
        ['DINKES-KA', 'Pelatihan', 'Manajerial', 'PKN Tingkat II', '"PIM II; Spati"', '', 'Mutlak'],
        ['DINKES-KA', 'Pengalaman kerja', '', 'Jabatan administrator', '', 24, '2'],
      ],
      19,
    )
    await run.apply(clean.id)
    const change = await run.read(
      'syarat',
      [head, ['DINKES-KA', 'Pelatihan', 'Manajerial', 'PKN tingkat II', '', '', 'Penting']],
      19,
    )
    expect(change.counts).toMatchObject({ changed: 1 })
    await run.apply(change.id)
    expect((await own())[0]).toMatchObject({
      version: 3,
      levels: 'M.1:4 T.KEU.1:3',
      requirements: 'pelatihan/manajerial/PKN tingkat II//penting pengalaman/Jabatan administrator//24/penting',
    })
  })

  it('that were exported change nothing when they are imported again', async () => {
    const draft = await web.post(
      `/standar/${(await query<{ id: number }>("SELECT id FROM jabatan WHERE code = 'DISDIK-KA'"))[0]!.id}`,
      {
        versi: '',
        indikator: 'Nilai SAKIP\nOpini  WTP',
        ikhtisar: '=1+1 dan “tanda kutip”',
        jurusan: 'Manajemen; Hukum',
        pendidikan: 'profesi',
        dasar_hukum: 'Kepgub 2/2026',
      },
    )
    const versi = /name="versi" value="([\d.]+)"/.exec((await web.get(draft.location!)).text)![1]!
    await web.post(`${draft.location}/tetapkan`, { versi, dasar: 'Kepgub 2/2026' })
    const before = await own()
    const bytes = await (await web.get('/standar.xlsx')).bytes()
    const standards = await run.read('standar', bytes, 19, 'standar.xlsx')
    expect([standards.sheet_name, standards.counts]).toEqual([
      'Standar sendiri',
      { new: 0, changed: 0, same: 6, skipped: 0, refused: 0 },
    ])
    const requirements = await run.read('syarat', bytes, 19, 'standar.xlsx')
    expect([requirements.sheet_name, requirements.counts]).toEqual([
      'Persyaratan',
      { new: 0, changed: 0, same: 2, skipped: 0, refused: 0 },
    ])
    expect(await own()).toEqual(before)
  })

  it('take only words that are in force for the instansi', async () => {
    await asJob(database.outer, async tx => {
      const other = await newInstansi(tx, { region_code: '88' })
      await sql`
        WITH d AS (INSERT INTO dictionary (instansi_id, name, state, legal_basis, active_from, made_by, made_at)
          VALUES (${other}, 'Kamus lain', 'active', 'SK', '2020-01-01', 'uji', now()) RETURNING id)
        INSERT INTO competency (dictionary_id, code, name, pillar, legal_basis) SELECT id, 'LAIN.1', 'Milik orang lain', 'teknis', 'SK' FROM d`.execute(
        tx,
      )
    })
    const it = await run.read(
      'standar',
      [
        ['Kode jabatan', 'Kompetensi', 'Level'],
        ['DINKES-KA', 'LAIN.1', 3],
      ],
      19,
    )
    expect((await run.reasons(it.id))[0]).toContain('bukan dari kamus yang berlaku bagi instansi ini')
  })
})

describe('a dictionary', () => {
  const level = (n: number, words = `Mampu ${n}`) => words
  const sheet = (rows: (string | number)[][]) => [
    [
      'Kode',
      'Kompetensi',
      'Pilar',
      'Instansi pembina',
      'Dasar hukum',
      ...[1, 2, 3, 4, 5].flatMap(n => [`Tingkat ${n}`, `Indikator ${n}`]),
    ],
    ...rows,
  ]
  const row = (code: string, pembina = '') => [
    code,
    `Kompetensi ${code}`,
    'Teknis',
    pembina,
    'Pergub 3/2026',
    ...[1, 2, 3, 4, 5].flatMap(n => [level(n), n === 2 ? 'Menyusun' : '']),
  ]

  it('goes into the draft of the instansi, and says where there is none', async () => {
    const none = await run.read('kamus', sheet([row('AUD.1')]), 19)
    expect((await run.reasons(none.id))[0]).toContain('Belum ada rancangan kamus di instansi ini')
    await web.post('/kamus/daftar', { pemilik: '19', nama: 'Kamus audit', dasar: 'Pergub 3/2026', menggantikan: '' })
    const it = await run.read(
      'kamus',
      sheet([row('AUD.1', 'Badan Pengawasan'), row('M.1'), row('AUD 2'), row('AUD.3', 'Dinas')]),
      19,
    )
    expect(it.counts).toMatchObject({ new: 1, refused: 3 })
    expect(await run.reasons(it.id)).toEqual([
      expect.stringContaining('3 Kode: Kode ini sudah dipakai pada kamus lain'),
      expect.stringContaining('4 Kode: Kode 1 sampai 20 huruf'),
      expect.stringContaining('5 Instansi pembina: “Dinas” bukan kementerian atau lembaga'),
    ])
    await run.apply(it.id)
    expect(
      await query(
        "SELECT c.code, c.active, i.name, l.label, l.indicators FROM competency c JOIN competency_level l ON l.competency_id = c.id AND l.level = 2 LEFT JOIN instansi i ON i.id = c.pembina_id WHERE c.code LIKE 'AUD%'",
      ),
    ).toEqual([{ code: 'AUD.1', active: false, name: 'Badan Pengawasan', label: 'Mampu 2', indicators: ['Menyusun'] }])
  })

  it('that was exported changes nothing when it is imported again', async () => {
    const id = (await query<{ id: number }>("SELECT id FROM dictionary WHERE name = 'Kamus audit'"))[0]!.id
    const bytes = await (await web.get(`/kamus.xlsx?kamus=${id}`)).bytes()
    const it = await run.read('kamus', bytes, 19, 'kamus.xlsx')
    expect(it.counts).toEqual({ new: 0, changed: 0, same: 1, skipped: 0, refused: 0 })
  })
})
