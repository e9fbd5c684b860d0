import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadReference } from '../../../seeds/reference/index.ts'
import { testDatabase } from '../../../test/database.ts'
import { actor, grant } from '../../../test/factories/browser.ts'
import { agency, importRunner, importServices } from '../../../test/factories/imports.ts'
import { newLesson } from '../../../test/factories/lessons.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import { activeVersion, versionsOf } from '../courses/store/version.ts'
import { courseImport } from './index.ts'

let database: Database
let made: ReturnType<typeof importServices>
let run: ReturnType<typeof importRunner>

beforeAll(async () => {
  database = await testDatabase()
  made = importServices(database)
  run = importRunner(made.services, made.sent, [courseImport], actor({ homeInstansiId: 19, grants: [grant('pengelola', [19])] }))
  await agency(database, 19)
  await asJob(database.outer, tx => loadReference(tx))
})
afterAll(async () => {
  await database.close()
  made.cleanUp()
})
beforeEach(() =>
  asJob(database.outer, async tx => {
    for (const table of ['lesson', 'course_version', 'course', 'provider']) await sql`DELETE FROM ${sql.table(table)}`.execute(tx)
    await sql`
      INSERT INTO provider (id, instansi_id, kind, name, short_name, made_by, made_at, closed_at)
      VALUES (1, 19, 'bpsdm', 'BPSDM Provinsi 19', 'BPSDM', 'uji', now(), NULL), (2, NULL, 'kementerian_lembaga', 'Lembaga nasional', 'LN', 'uji', now(), NULL)`.execute(
      tx,
    )
  }),
)

const head = [
  'Lembaga',
  'Kode',
  'Judul',
  'Bentuk',
  'JP',
  'Kompetensi',
  'Kurikulum',
  'Deskripsi',
  'Biaya',
  'Terbuka untuk',
  'Berlaku',
]
const prima = [
  'bpsdm',
  'prima 01',
  'Pelayanan Prima',
  'Pelatihan teknis',
  10,
  '"m.5:3; M.3 : 2"',
  '"Etika: dasar: 4; Standar pelayanan: 6 JP"',
  'Melayani warga.',
  'Rp1.250.000',
  'Semua instansi',
  'ya',
]
const arsip = ['BPSDM', 'ARSIP', 'Arsip Dinamis', 'Bimtek', 8, '', '', '', '', '', '']
const bad = (column: string, value: string | number) => prima.map((cell, index) => (head[index] === column ? value : cell))
const courses = async () => {
  const { rows } = await sql<{ id: number; code: string; openTo: string }>`
    SELECT id, code, open_to AS "openTo" FROM course ORDER BY code`.execute(database.outer)
  return Promise.all(rows.map(async row => ({ ...row, versions: await versionsOf(database.outer, row.id) })))
}

describe('courses in a sheet', () => {
  it('become courses: in force where the row says so, else drafts', async () => {
    const it = await run.read('kursus', [head, prima, arsip], 19)
    expect(it).toMatchObject({ state: 'preview', counts: { new: 2, changed: 0, same: 0, refused: 0 } })
    expect((await run.apply(it.id)).state).toBe('done')
    expect(await courses()).toMatchObject([
      {
        code: 'ARSIP',
        openTo: 'instansi',
        versions: [{ number: 1, state: 'draft', title: 'Arsip Dinamis', form: 'bimtek', jp: 8, subjects: [], competencies: [] }],
      },
      {
        code: 'PRIMA-01',
        openTo: 'all',
        versions: [
          {
            number: 1,
            state: 'active',
            form: 'teknis',
            jp: 10,
            summary: 'Melayani warga.',
            costParticipant: 1_250_000,
            pass: { attendance: 85, lessons: 'required' },
            subjects: [
              { title: 'Etika: dasar', jp: 4 },
              { title: 'Standar pelayanan', jp: 6 },
            ],
            competencies: [
              { code: 'M.3', level: 2 },
              { code: 'M.5', level: 3 },
            ],
          },
        ],
      },
    ])
  })

  it('change nothing when the same file comes again', async () => {
    await run.apply((await run.read('kursus', [head, prima, arsip], 19)).id)
    const before = await courses()
    const it = await run.read('kursus', [head, prima, arsip], 19)
    expect(it).toMatchObject({ counts: { new: 0, changed: 0, same: 2, refused: 0 } })
    await run.apply(it.id)
    expect(await courses()).toEqual(before)
  })

  it('change what is in force only as a draft, with its lessons; a blank cell takes nothing away, and the draft comes again as the same', async () => {
    await run.apply((await run.read('kursus', [head, prima], 19)).id)
    const active = (await activeVersion(database.outer, (await courses())[0]!.id))!
    await asJob(database.outer, tx => newLesson(tx, active.id, { title: 'Bacaan etika' }))
    const changed = ['BPSDM', 'PRIMA-01', 'Pelayanan Prima Lanjutan', 'Pelatihan teknis', 10, 'M.5:4', '', '', '', '', 'ya']
    const refused = await run.read('kursus', [head, changed], 19)
    expect(await run.reasons(refused.id)).toEqual([expect.stringContaining('2 Berlaku: Kursus baru dapat berlaku')])
    const rest = changed.with(-1, '')
    const it = await run.read('kursus', [head, rest], 19)
    expect(it).toMatchObject({ counts: { changed: 1 } })
    await run.apply(it.id)
    const [course] = await courses()
    expect(course!.versions.map(one => [one.number, one.state, one.title])).toEqual([
      [2, 'draft', 'Pelayanan Prima Lanjutan'],
      [1, 'active', 'Pelayanan Prima'],
    ])
    expect(course!.versions[0]).toMatchObject({
      summary: 'Melayani warga.',
      costParticipant: 1_250_000,
      subjects: [{ title: 'Etika: dasar' }, { title: 'Standar pelayanan' }],
      competencies: [{ code: 'M.5', level: 4 }],
    })
    const { rows } = await sql<{ title: string }>`SELECT title FROM lesson WHERE version_id = ${course!.versions[0]!.id}`.execute(
      database.outer,
    )
    expect(rows).toEqual([{ title: 'Bacaan etika' }])
    expect(await run.read('kursus', [head, rest], 19)).toMatchObject({ counts: { changed: 0, same: 1 } })
  })

  it('say of each bad row what to mend, and keep the good one', async () => {
    const rows = [
      bad('Lembaga', 'LN'),
      bad('Kode', 'PRIMA/01'),
      bad('Bentuk', 'Ceramah'),
      bad('JP', 12),
      bad('Kompetensi', 'X.9:2'),
      bad('Kurikulum', 'Etika empat jam'),
      bad('Biaya', 'murah'),
      bad('Kompetensi', ''),
      [...arsip.slice(0, 4), '', ...arsip.slice(5)],
      arsip,
    ]
    const it = await run.read('kursus', [head, ...rows], 19)
    expect(it).toMatchObject({ counts: { refused: 9, new: 1 } })
    expect((await run.reasons(it.id)).map(text => text.replace(/^\d+ ([^:]+): .*/, '$1'))).toEqual([
      'Lembaga',
      'Kode',
      'Bentuk',
      'JP',
      'Kompetensi',
      'Kurikulum',
      'Biaya',
      'Berlaku',
      'JP',
    ])
    expect((await run.reasons(it.id))[3]).toContain('JP 12 tidak sama dengan jumlah kurikulumnya, 10')
  })

  it('write nothing where a course was archived between preview and writing, and refuse it from then on', async () => {
    await run.apply((await run.read('kursus', [head, prima], 19)).id)
    const it = await run.read('kursus', [head, bad('Judul', 'Lain')], 19)
    await sql`UPDATE course SET archived_at = now()`.execute(database.outer)
    expect((await run.apply(it.id)).state).not.toBe('done')
    expect((await courses())[0]!.versions.map(one => one.title)).toEqual(['Pelayanan Prima'])
    const again = await run.read('kursus', [head, prima], 19)
    expect(await run.reasons(again.id)).toEqual([expect.stringContaining('sudah diarsipkan')])
  })
})
