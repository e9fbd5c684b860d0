import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadReference } from '../../seeds/reference/index.ts'
import { testDatabase } from '../../test/database.ts'
import { actor, grant } from '../../test/factories/browser.ts'
import { agency, importRunner, importServices, nipNumber } from '../../test/factories/imports.ts'
import { pegawaiImport } from '../people/imports.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import { standardImport } from '../standards/imports.ts'
import { resultImport } from './imports.ts'
import { yearsAfter } from './rules/expiry.ts'

let database: Database
let made: ReturnType<typeof importServices>
let run: ReturnType<typeof importRunner>

beforeAll(async () => {
  database = await testDatabase()
  made = importServices(database)
  run = importRunner(
    made.services,
    made.sent,
    [pegawaiImport, standardImport, resultImport],
    actor({ grants: [grant('admin', [19])] }),
  )
  await agency(database, 19)
  await asJob(database.outer, async tx => void (await loadReference(tx)))
  const header = ['NIP', 'Nama', 'Status kepegawaian', 'Kode jabatan']
  const people = await run.read(
    'pegawai',
    [header, ...[1, 2, 3].map(n => [nipNumber(n), `Pegawai ${n}`, 'PNS', 'DINKES.SEK-AK'])],
    19,
  )
  await run.apply(people.id)
})
afterAll(async () => {
  await database.close()
  made.cleanUp()
})
const query = async <Row>(text: string) => (await asJob(database.outer, tx => sql.raw<Row>(text).execute(tx))).rows

describe('results', () => {
  const nine = [
    'Integritas',
    'Kerja Sama',
    'Komunikasi',
    'Orientasi pada Hasil',
    'Pelayanan Publik',
    'Pengembangan Diri dan Orang Lain',
    'Mengelola Perubahan',
    'Pengambilan Keputusan',
    'Perekat Bangsa',
  ]
  const recap = [
    ['REKAPITULASI HASIL PENILAIAN KOMPETENSI'],
    ['No', 'Nama', 'NIP', 'Jabatan/Instansi', ...nine, 'JPM', 'Kategori'],
    [1, 'Pegawai 1', nipNumber(1), 'Analis', 3, 3, 2, 3, 3, 2, 2, 3, 3, '88,89', 'Cukup Optimal'],
    [2, 'Pegawai 2', nipNumber(2), 'Analis', 3, 7, 2, 3, '', 2, 2, 3, 3, '', ''],
    [3, 'Pegawai 3', nipNumber(3), 'Analis', 3, '', '', '', '', '', '', '', '', '', ''],
  ]
  it('of a recap without date and method wait for them, then come in: one row, many competencies', async () => {
    const it = await run.read('hasil', recap, 19)
    expect(it.state).toBe('mapping')
    expect(it.columns!.map(column => column.header).slice(0, 5)).toEqual(['No', 'Nama', 'NIP', 'Jabatan/Instansi', 'Integritas'])
    expect(Object.keys(it.mapping!).filter(key => key.startsWith('level:'))).toHaveLength(9)
    const { readAgain } = await import('../imports/actions.ts')
    await readAgain(made.services, [resultImport], actor({ grants: [grant('admin', [19])] }), it.id, {
      mapping: it.mapping!,
      fixed: { assessedOn: '29-02-2024', method: 'assessment_center' },
    })
    await run.work()
    const read = await run.state(it.id)
    expect(read).toMatchObject({ state: 'preview', counts: { new: 2, refused: 1 } })
    expect(await run.reasons(it.id)).toEqual(['4 Kerja Sama: Tingkat 7 tidak ada; isi 1 sampai 5.'])
    await run.apply(it.id)
    expect(
      await query(
        'SELECT count(*)::int AS results, count(DISTINCT pegawai_id)::int AS people, min(valid_until) AS until FROM assessment_result',
      ),
    ).toEqual([{ results: 10, people: 2, until: '2027-02-28' }])
    expect(await query('SELECT fact FROM outbox ORDER BY id DESC LIMIT 1')).toEqual([{ fact: 'assessment.recorded' }])
  })

  it('one competency a row: the same again is the same, another level corrects, and is audited', async () => {
    const header = ['NIP', 'Kode Kompetensi', 'Level', 'Tanggal penilaian', 'Metode', 'Berlaku sampai']
    const row = [nipNumber(1), 'M.1', 3, '29-02-2024', 'AC', '']
    expect((await run.read('hasil', [header, row], 19)).counts).toMatchObject({ same: 1 })
    const it = await run.read(
      'hasil',
      [
        header,
        row.with(2, 4),
        [nipNumber(1), 'perekatBangsa', 2, '01-01-2025', 'CACT', '01-01-2026'],
        [nipNumber(1), 'M.99', 2, '01-01-2025', 'CACT', ''],
      ],
      19,
    )
    expect(it.counts).toMatchObject({ changed: 1, new: 1, refused: 1 })
    expect((await run.reasons(it.id))[0]).toMatch(/^4 Kode Kompetensi: Kompetensi “M\.99” tidak ada di kamus/)
    await run.apply(it.id)
    expect(
      await query(
        "SELECT level, valid_until FROM assessment_result r JOIN competency c ON c.id = r.competency_id WHERE c.code = 'M.1' AND assessed_on = '2024-02-29' ORDER BY level DESC LIMIT 1",
      ),
    ).toEqual([{ level: 4, valid_until: '2027-02-28' }])
    expect(
      (await query<{ rows: number }>("SELECT rows FROM audit_entry WHERE verb = 'apply_import' ORDER BY id DESC LIMIT 1"))[0],
    ).toEqual({ rows: 2 })
  })

  it('hold as long as the rule of their day says; without a rule they must say so themselves', async () => {
    await query(`INSERT INTO policy (instansi_id, kind, version, state, value, legal_basis, active_from, made_by, made_at)
      VALUES (19, 'validity', 1, 'active', '{"years": 1, "warningDays": 90}', 'SK Uji', '2026-01-01', '', now())`)
    const header = ['NIP', 'Kode Kompetensi', 'Level', 'Tanggal penilaian', 'Metode', 'Berlaku sampai']
    const row = (on: string, until = '') => [nipNumber(3), 'M.2', 2, on, 'AC', until]
    const rows = [row('31-12-2025'), row('01-01-2026'), row('31-12-2016'), row('31-12-2016', '01-01-2030')]
    const it = await run.read('hasil', [header, ...rows], 19)
    expect(it.counts).toMatchObject({ new: 3, refused: 1 })
    expect((await run.reasons(it.id))[0]).toMatch(
      /^4 Tanggal penilaian: .*Masa berlaku hasil penilaian: no value in force on 2016-12-31.*Isi kolom berlaku sampai/,
    )
    await run.apply(it.id)
    expect(
      await query(
        "SELECT r.assessed_on, r.valid_until FROM assessment_result r JOIN competency c ON c.id = r.competency_id WHERE c.code = 'M.2' AND r.level = 2 AND r.method = 'assessment_center' AND r.pegawai_id = (SELECT pegawai_id FROM pegawai WHERE nip = '" +
          nipNumber(3) +
          "') ORDER BY 1",
      ),
    ).toEqual([
      { assessed_on: '2016-12-31', valid_until: '2030-01-01' },
      { assessed_on: '2025-12-31', valid_until: '2028-12-31' },
      { assessed_on: '2026-01-01', valid_until: '2027-01-01' },
    ])
  })

  it('hold for years from their day', () => {
    expect(yearsAfter('2024-02-29', 3)).toBe('2027-02-28')
    expect(yearsAfter('2024-02-29', 4)).toBe('2028-02-29')
    expect(yearsAfter('2023-11-22', 3)).toBe('2026-11-22')
  })
})

describe('standards', () => {
  it('come in wide and long, and the same file twice changes nothing', async () => {
    const wide = [
      ['Kode jabatan', 'Nama jabatan', 'Unit', 'M.1', 'M.2', 'Perekat Bangsa (SK.1)', 'Dasar hukum'],
      ['DINKES-KA', '', '', 4, 4, 4, 'Kepgub 1/2026'],
      ['', 'Analis Keuangan', 'Sekretariat - Dinas Kesehatan', 1, '', '', ''],
      ['TIDAK-ADA', '', '', 1, 1, 1, ''],
    ]
    const it = await run.read('standar', wide, 19)
    expect(it.counts).toMatchObject({ new: 2, refused: 1 })
    expect((await run.reasons(it.id))[0]).toMatch(/^4 Kode jabatan: Jabatan dengan kode TIDAK-ADA tidak ada/)
    await run.apply(it.id)
    expect((await run.read('standar', wide, 19)).counts).toMatchObject({ new: 0, changed: 0, same: 2, refused: 1 })
    const long = await run.read(
      'standar',
      [
        ['Kode jabatan', 'Kompetensi', 'Level'],
        ['DINKES-KA', 'Integritas', 5],
        ['DINKES-KA', 'Kerja Sama', 4],
        ['DINKES-KA', 'Kerja Sama', 3],
      ],
      19,
    )
    expect(long.counts).toMatchObject({ changed: 1, refused: 2 })
    await run.apply(long.id)
    expect(
      await query(
        "SELECT c.code, s.level, coalesce(s.legal_basis, t.legal_basis) AS legal_basis FROM standard t JOIN standard_level s ON s.standard_id = t.id JOIN competency c ON c.id = s.competency_id JOIN jabatan j ON j.id = t.jabatan_id WHERE t.state = 'active' AND j.code = 'DINKES-KA' ORDER BY c.code",
      ),
    ).toEqual([
      { code: 'M.1', level: 5, legal_basis: 'Kepgub 1/2026' },
      { code: 'M.2', level: 4, legal_basis: 'Kepgub 1/2026' },
      { code: 'SK.1', level: 4, legal_basis: 'Kepgub 1/2026' },
    ])
  })
})
