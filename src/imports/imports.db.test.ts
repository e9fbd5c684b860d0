import { strFromU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { actor, grant } from '../../test/factories/browser.ts'
import { agency, importRunner, importServices } from '../../test/factories/imports.ts'
import { readSheetBytes } from '../../test/factories/workbook.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import { createLog } from '../platform/log.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import { applyImport } from './apply.ts'
import { forgetImports, resumeImports } from './jobs.ts'
import type { ImportKind } from './kind.ts'
import { readImport } from './read.ts'
import * as store from './store.ts'
import { refusedWorkbook, template } from './workbooks.ts'

// A kind of its own, that writes into `setting`: what is tested here is the machinery, whatever it brings in.
const kind: ImportKind = {
  kind: 'pelatihan',
  name: { id: 'Setelan', en: 'Settings' },
  lead: { id: '', en: '' },
  notes: [{ id: 'Catatan.', en: 'Note.' }],
  fields: [
    { key: 'key', label: { id: 'Kunci', en: 'Key' }, headers: ['key'], required: true, examples: ['a', 'b'] },
    {
      key: 'value',
      label: { id: 'Nilai', en: 'Value' },
      headers: [],
      examples: [1, 2],
      help: { id: 'Apa saja.', en: 'Anything.' },
    },
  ],
  subject: cells => String(cells.key ?? '–'),
  prepare: async () => ({
    check: ({ key, value }) =>
      key === undefined || String(value) === 'buruk'
        ? { ok: false, errors: [{ field: 'value', id: 'Nilai buruk. Ganti.', en: 'Bad value. Change it.' }] }
        : {
            ok: true,
            values: { key: String(key), value: String(value) },
            claims: [{ field: 'key', thing: String(key), says: String(value), name: { id: 'kunci', en: 'key' } }],
          },
  }),
  before: () =>
    sql`SELECT s.row_number, jsonb_build_object('key', t.key, 'value', t.value#>>'{}') AS before FROM staged s JOIN setting t ON t.key = s.values->>'key'`,
  apply: async (tx, batch) => {
    await sql`INSERT INTO setting (key, value) SELECT values->>'key', values->'value' FROM (${batch.rows}) s ON CONFLICT (key) DO UPDATE SET value = excluded.value`.execute(
      tx,
    )
  },
  fact: 'people.changed',
}

let database: Database
let made: ReturnType<typeof importServices>
let run: ReturnType<typeof importRunner>
const who = actor({ grants: [grant('pengelola', [19])] })
const settings = async () =>
  (
    await asJob(database.outer, tx =>
      sql<{ key: string; value: unknown }>`SELECT key, value FROM setting WHERE key LIKE 'k%' ORDER BY key`.execute(tx),
    )
  ).rows
const table = (count: number, value = 'x') => [
  ['Kunci', 'Nilai'],
  ...Array.from({ length: count }, (_, n) => [`k${String(n).padStart(4, '0')}`, value]),
]
const clear = () => asJob(database.outer, tx => sql`DELETE FROM setting WHERE key LIKE 'k%'`.execute(tx))

beforeAll(async () => {
  database = await testDatabase()
  made = importServices(database, createLog('silent'))
  run = importRunner(made.services, made.sent, [kind], who)
  await agency(database, 19)
})
afterAll(async () => {
  await database.close()
  made.cleanUp()
})

describe('a crash', () => {
  const begin = async (rows = 1200) => {
    await clear()
    const it = await run.read('pelatihan', table(rows), 19)
    return it.id
  }
  const backTo = (id: number, state: store.State) =>
    asJob(database.outer, tx => store.moveTo(tx, id, ['preview', 'failed'], state))

  it('in the middle of reading leaves rows that the next attempt replaces', async () => {
    const id = await begin()
    await backTo(id, 'reading') // 1,200 rows staged, the process killed before it could say so
    await asJob(database.outer, tx => sql`DELETE FROM import_row WHERE import_id = ${id} AND row_number > 700`.execute(tx))
    await readImport(made.services, [kind], id)
    expect(await run.state(id)).toMatchObject({ state: 'preview', progress: 1200, counts: { new: 1200 } })
    await readImport(made.services, [kind], id) // the queue delivers once more
    expect((await run.rows(id, 'new')).length).toBe(1000) // the first thousand; each row once
    expect(await settings()).toEqual([])
  })

  it('and two attempts at once come to one result', async () => {
    const id = await begin()
    await backTo(id, 'reading')
    await Promise.all([readImport(made.services, [kind], id), readImport(made.services, [kind], id)])
    expect(await run.state(id)).toMatchObject({ state: 'preview', counts: { new: 1200, skipped: 0 } })
    const { rows } = await asJob(database.outer, tx =>
      sql<{ n: number }>`SELECT count(*)::int AS n FROM import_row WHERE import_id = ${id}`.execute(tx),
    )
    expect(rows[0]!.n).toBe(1200)
  })

  it('in the middle of comparing says so, keeps nothing, and can be tried again', async () => {
    const id = await begin()
    await backTo(id, 'reading')
    await readImport(
      made.services,
      [{ ...kind, before: () => sql`SELECT row_number, jsonb_build_object('x', 1 / (700 - row_number)) AS before FROM staged` }],
      id,
    )
    const failed = await run.state(id)
    expect(failed).toMatchObject({ state: 'failed', counts: null })
    expect(failed.problem?.id).toMatch(/terhenti karena gangguan di server.*Tidak ada data yang diubah\.$/)
    const { rows } = await asJob(database.outer, tx => sql`SELECT 1 FROM import_row WHERE import_id = ${id}`.execute(tx))
    expect(rows).toEqual([])
    await backTo(id, 'reading')
    await readImport(made.services, [kind], id)
    expect(await run.state(id)).toMatchObject({ state: 'preview', problem: null })
  })

  it('in the middle of writing writes nothing; written once, it stays written once', async () => {
    const id = await begin()
    await backTo(id, 'applying')
    const breaks: ImportKind = {
      ...kind,
      apply: async (tx, batch) => {
        await kind.apply(tx, batch)
        throw new Error('the power is gone')
      },
    }
    await applyImport(made.services, [breaks], id)
    expect(await settings()).toEqual([])
    expect((await run.state(id)).state).toBe('failed')
    await backTo(id, 'applying')
    await Promise.all([applyImport(made.services, [kind], id), applyImport(made.services, [kind], id)])
    expect((await run.state(id)).state).toBe('done')
    expect(await settings()).toHaveLength(1200)
    const audits = await asJob(database.outer, tx =>
      sql`SELECT 1 FROM audit_entry WHERE verb = 'apply_import' AND subject = ${`import:${id}`}`.execute(tx),
    )
    expect(audits.rows).toHaveLength(1)
  })

  it('is noticed after a restart: what was under way is taken up again', async () => {
    const id = await begin(3)
    await backTo(id, 'applying')
    await resumeImports(made.services, new Date(0))
    expect(made.sent).toEqual([])
    await resumeImports(
      { ...made.services, clock: { ...made.services.clock, now: () => new Date(Date.now() + 200_000) } },
      new Date(Date.now() + 1000),
    )
    expect(made.sent).toEqual([{ name: 'import.apply', data: { importId: id } }])
    await run.work()
    expect((await run.state(id)).state).toBe('done')
  })
})

describe('a file', () => {
  it.each<[string, () => Uint8Array, RegExp]>([
    ['that is a PDF', () => new TextEncoder().encode('%PDF-1.7 …'), /^Isi berkas ini PDF, bukan lembar XLSX atau CSV/],
    [
      'with a password',
      () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from('EncryptedPackage', 'utf16le')]),
      /^Berkas ini dikunci kata sandi/,
    ],
    ['that explodes', () => zipSync({ 'xl/workbook.xml': new Uint8Array(12 * 2 ** 20) }), /^Berkas ini mengembang tidak wajar/],
    [
      'of 200,000 columns',
      () => new TextEncoder().encode(`Kunci;Nilai\n${Array(200_000).fill('x').join(';')}`),
      /^Lembar ini sampai kolom ke-\d+.*paling banyak 500/,
    ],
    [
      'with names only',
      () => new TextEncoder().encode('Kunci;Nilai\n'),
      /^Judul kolom ada, tetapi tidak ada satu pun baris data/,
    ],
  ])('%s is refused with a sentence', async (_, bytes, words) => {
    const it = await run.read('pelatihan', bytes(), 19, 'data.xlsx')
    expect(it.state).toBe('failed')
    expect(it.problem?.id).toMatch(words)
    expect(it.problem?.id).toMatch(/Tidak ada data yang diubah\.$/)
    expect(it.problem?.en).toMatch(/No data was changed\.$/)
  })

  it('from Windows with ; and a mark, titles and blanks around, is read like any other', async () => {
    await clear()
    const latin = Buffer.from('Daftar;;\n\nKunci;Nilai;\nk1;caf\u00e9;\nk1;caf\u00e9;;;\n;;;\n', 'latin1')
    const it = await run.read('pelatihan', new Uint8Array(latin), 19)
    expect(it).toMatchObject({ state: 'preview', counts: { new: 1, skipped: 1, refused: 0 } })
    expect((await run.rows(it.id, 'new'))[0]).toMatchObject({ row_number: 4, values: { key: 'k1', value: 'café' } })
  })

  it('whose refused rows come back with the cells, the reason and the place; and go in again once mended', async () => {
    await clear()
    const it = await run.read(
      'pelatihan',
      [
        ['Kunci', 'Lain', 'Nilai'],
        ['k1', 1, 'baik'],
        ['=1+1', '<b>x</b>', 'buruk'],
        ['k3', 2, 'baik'],
      ],
      19,
    )
    expect(it.counts).toMatchObject({ new: 2, refused: 1 })
    const rows = await asJob(database.outer, tx => store.refusedRows(tx, it.id))
    const bytes = await refusedWorkbook(it.columns!, rows)
    expect(await readSheetBytes(bytes)).toEqual([
      ['Kunci', 'Lain', 'Nilai', 'Baris asal', 'Alasan'],
      ["'=1+1", '<b>x</b>', 'buruk', 3, 'Nilai: Nilai buruk. Ganti.'],
    ])
    const parts = unzipSync(bytes)
    const styleOf = (cell: string) =>
      new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`).exec(strFromU8(parts['xl/worksheets/sheet1.xml']!))?.[1]
    expect(strFromU8(parts['xl/styles.xml']!)).toContain('F8CBCB')
    expect(styleOf('C2')).toBeDefined()
    expect(styleOf('C2')).not.toBe(styleOf('B2'))
    const mended = await writeWorkbook([
      {
        name: 'Ditolak',
        columns: [{ header: 'Kunci' }, { header: 'Nilai' }, { header: 'Alasan' }],
        rows: [['k2', 'baik', 'Nilai: …']],
      },
    ])
    expect((await run.read('pelatihan', mended, 19, 'lagi.xlsx')).counts).toMatchObject({ new: 1, refused: 0 })
  })

  it('with a NUL or half a surrogate pair is stored without them', async () => {
    const it = await run.read(
      'pelatihan',
      await writeWorkbook([
        { name: 'x', columns: [{ header: 'Kunci' }, { header: 'Nilai' }], rows: [['k_x0000_9', 'a\ud800b']] },
      ]),
      19,
    )
    expect(it).toMatchObject({ state: 'preview', counts: { new: 1 } })
  })
})

describe('a template', () => {
  it('has a sheet to fill that is read, and examples and notes that are not', async () => {
    const bytes = await template(kind, kind.fields)
    expect(await readSheetBytes(bytes)).toEqual([['Kunci', 'Nilai']])
    expect((await run.read('pelatihan', bytes, 19, 't.xlsx')).problem?.id).toMatch(/^Judul kolom ada/)
  })
})

describe('after a month', () => {
  it('file and rows are gone, what was done stays', async () => {
    const it = await run.read('pelatihan', table(2), 19)
    await forgetImports({ ...made.services, clock: { ...made.services.clock, now: () => new Date('2026-12-30T00:00:00Z') } })
    expect(await run.state(it.id)).toMatchObject({ state: 'cancelled', file_bytes: 0, columns: null, counts: { new: 2 } })
    expect(await run.rows(it.id, 'new')).toEqual([])
    await expect(made.services.files.get(it.file_key)).rejects.toThrow()
  })
})
