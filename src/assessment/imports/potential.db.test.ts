import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, grant } from '../../../test/factories/browser.ts'
import { agency, importRunner, importServices, nipNumber } from '../../../test/factories/imports.ts'
import { newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import { potentialImport } from './potential.ts'

let database: Database
let made: ReturnType<typeof importServices>
let run: ReturnType<typeof importRunner>

beforeAll(async () => {
  database = await testDatabase()
  made = importServices(database)
  const who = actor({ accountId: 'pengelola', grants: [grant('admin', [19])] })
  run = importRunner(made.services, made.sent, [potentialImport], who)
  await agency(database, 19)
  await asJob(database.outer, async tx => {
    const { rows } = await sql<{ id: number }>`SELECT id FROM unit WHERE instansi_id = 19 AND code = 'DINKES'`.execute(tx)
    for (const n of [1, 2, 3])
      await newPegawai(tx, { instansi_id: 19, unit_id: rows[0]!.id, nip: nipNumber(n), name: `Pegawai ${n}` })
    const other = await newInstansi(tx)
    await newPegawai(tx, {
      instansi_id: other,
      unit_id: await newUnit(tx, { instansi_id: other }),
      nip: nipNumber(9),
      name: 'Orang lain',
    })
  })
})
afterAll(async () => {
  await database.close()
  made.cleanUp()
})

const kept = () =>
  asJob(database.outer, async tx => {
    const { rows } = await sql<Record<string, unknown>>`
      SELECT p.name, r.aspect, r.score, r.method, r.assessed_on AS on, r.valid_until AS until, r.assessor, r.import_id AS import, r.replaced_why AS why
      FROM potential_result r JOIN pegawai p USING (pegawai_id) ORDER BY p.name, r.assessed_on, r.aspect, r.id`.execute(tx)
    return rows
  })

describe('potential from a sheet', () => {
  const siasn = [
    [
      'nipBaru',
      'nama',
      'berfikirKritis',
      'intelektual',
      'interpersonal',
      'kesadaranDiri',
      'motivasiKomitmen',
      'total',
      'Tanggal',
      'Metode',
    ],
    [nipNumber(1), 'Pegawai 1', 2, 3, 3, 2, 2, 12, '15-09-2025', 'CACT'],
    [nipNumber(2), 'Pegawai 2', '', 1, '', '', '', '', '15-09-2025', 'Psikotes'],
    [nipNumber(3), 'Pegawai 3', 4, 2, 2, 2, 2, '', '15-09-2025', 'CACT'],
    [nipNumber(9), 'Orang lain', 2, 2, 2, 2, 2, '', '15-09-2025', 'CACT'],
    [nipNumber(3), 'Pegawai 3', '', '', '', '', '', '', '15-09-2025', 'CACT'],
    [nipNumber(1), 'Pegawai 1', 2, '', '', '', '', '', '23-11-2026', 'Penilaian atasan'],
  ]

  it('of SIASN comes in: five columns by their names there, blanks left out, each refusal with its reason', async () => {
    const it = await run.read('potensi', siasn, 19)
    expect(it).toMatchObject({ state: 'preview', counts: { new: 2, refused: 4 } })
    const reasons = await run.reasons(it.id)
    expect(reasons[0]).toMatch(/^4 berfikirKritis: .*4.*1 sampai 3/)
    expect(reasons.slice(1, 3).map(reason => reason.split(':')[0])).toEqual(['5 nipBaru', '6 intelektual'])
    expect(reasons.some(reason => reason.startsWith('7 Metode'))).toBe(true)
    await run.apply(it.id)
    const rows = await kept()
    expect(rows.map(row => [row.name, row.aspect, row.score])).toEqual([
      ['Pegawai 1', 'berpikir_kritis_strategis', 2],
      ['Pegawai 1', 'intelektual', 3],
      ['Pegawai 1', 'interpersonal', 3],
      ['Pegawai 1', 'kesadaran_diri', 2],
      ['Pegawai 1', 'motivasi_komitmen', 2],
      ['Pegawai 2', 'intelektual', 1],
    ])
    expect(rows[0]).toMatchObject({ method: 'cact', on: '2025-09-15', until: '2028-09-15', import: it.id, why: null })
    expect(rows[5]).toMatchObject({ method: 'psikometri' })
  })

  it('again is the same; corrected, the former is kept with the number of the import', async () => {
    expect((await run.read('potensi', siasn.slice(0, 3), 19)).counts).toMatchObject({ same: 2, new: 0, changed: 0 })
    const corrected = [siasn[0]!, siasn[1]!.with(3, 2)]
    const it = await run.read('potensi', corrected, 19)
    expect(it.counts).toMatchObject({ changed: 1, same: 0 })
    await run.apply(it.id)
    const intellect = (await kept()).filter(row => row.name === 'Pegawai 1' && row.aspect === 'intelektual')
    expect(intellect.map(row => [row.score, row.why])).toEqual([
      [3, `impor ${it.id}`],
      [2, null],
    ])
    expect((await kept()).filter(row => row.why === null)).toHaveLength(6)
  })

  it('without a date or a method waits for them, once for all rows', async () => {
    const it = await run.read(
      'potensi',
      [
        ['NIP', 'Problem Solving', 'Kecerdasan Emosional', 'Belajar Cepat'],
        [nipNumber(3), 3, 2, 1],
      ],
      19,
    )
    expect(it.state).toBe('mapping')
    const { readAgain } = await import('../../imports/actions.ts')
    const who = actor({ grants: [grant('admin', [19])] })
    const fixed = { assessedOn: '29-02-2024', method: 'assessment_center' }
    await readAgain(made.services, [potentialImport], who, it.id, { mapping: it.mapping!, fixed })
    await run.work()
    expect(await run.state(it.id)).toMatchObject({ state: 'preview', counts: { new: 1 } })
    await run.apply(it.id)
    const rows = (await kept()).filter(row => row.name === 'Pegawai 3')
    expect(rows.map(row => [row.aspect, row.score, row.on, row.until])).toEqual([
      ['belajar_cepat', 1, '2024-02-29', '2027-02-28'],
      ['kecerdasan_emosi', 2, '2024-02-29', '2027-02-28'],
      ['pemecahan_masalah', 3, '2024-02-29', '2027-02-28'],
    ])
  })

  it('without a column of an aspect is no potential', async () => {
    const it = await run.read(
      'potensi',
      [
        ['NIP', 'Tanggal', 'Metode'],
        [nipNumber(1), '15-09-2025', 'CACT'],
      ],
      19,
    )
    expect(it.state).toBe('mapping')
  })
})
