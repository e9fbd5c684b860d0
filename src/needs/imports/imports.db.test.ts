import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, grant } from '../../../test/factories/browser.ts'
import { agency, importRunner, importServices } from '../../../test/factories/imports.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import { statedNeedImport } from './index.ts'

let database: Database
let made: ReturnType<typeof importServices>
let run: ReturnType<typeof importRunner>
const rows = <T>(text: string) => asJob(database.outer, async tx => (await sql.raw<T>(text).execute(tx)).rows)

beforeAll(async () => {
  database = await testDatabase()
  made = importServices(database)
  run = importRunner(
    made.services,
    made.sent,
    [statedNeedImport],
    actor({ homeInstansiId: 19, grants: [grant('pengelola', [19])] }),
  )
  await agency(database, 19)
  await rows(`
    WITH plan AS (
      INSERT INTO development_plan (instansi_id, kind, name, year_from, year_until, legal_basis, state, made_by, made_at, activated_at)
      VALUES (19, 'rpjmd', 'RPJMD 19', 2025, 2029, 'Perda', 'active', 'uji', now(), now()) RETURNING id)
    INSERT INTO goal (plan_id, kind, code, name) SELECT id, 'sasaran', '1.2', 'Layanan prima' FROM plan`)
  await rows(`INSERT INTO competency (code, name, pillar, legal_basis) VALUES ('T.UJI.1', 'Perizinan berusaha', 'teknis', 'SK')`)
})
afterAll(async () => {
  await database.close()
  made.cleanUp()
})
beforeEach(() => rows('DELETE FROM stated_need'))

const head = [
  'Jenis',
  'Tahun',
  'Kebutuhan',
  'Kompetensi',
  'Tingkat',
  'Pelatihan',
  'Jenjang',
  'Unit',
  'Jumlah orang',
  'Kode sasaran',
  'Kaitan',
  'Dasar hukum',
  'Keadaan',
]
const organisation = [
  'Organisasi',
  2027,
  'Perizinan berbasis risiko',
  'T.UJI.1',
  3,
  '',
  'Pelaksana',
  'DINKES',
  '',
  '1.2',
  'Menunjang',
  '',
  'Berlaku',
]
const mandate = ['Mandat', 2027, 'Sertifikasi keuangan', '', '', 'Sertifikasi APKD', '', '', 40, '', '', 'UU 1/2022', '']
const stated = () =>
  rows<Record<string, unknown>>(`
    SELECT s.kind, s.title, c.code, s.level, s.training, s.population, s.jenjang, u.code AS unit, s.number, g.code AS goal, s.goal_link::float8 AS link,
      s.legal_basis AS basis, s.state FROM stated_need s LEFT JOIN competency c ON c.id = s.competency_id LEFT JOIN unit u ON u.id = s.unit_id
    LEFT JOIN goal g ON g.id = s.goal_id ORDER BY s.kind DESC`)

describe('stated needs from a sheet', () => {
  it('go in as drafts or in force, for whom and for which goal they say, and the ranking is told', async () => {
    const it = await run.read('kebutuhan', [head, organisation, mandate], 19)
    expect(await run.reasons(it.id)).toEqual([])
    expect(it.counts).toMatchObject({ new: 2, refused: 0 })
    expect((await run.apply(it.id)).state).toBe('done')
    expect(await stated()).toEqual([
      {
        kind: 'organisation',
        title: 'Perizinan berbasis risiko',
        code: 'T.UJI.1',
        level: 3,
        training: null,
        population: 'rule',
        jenjang: 'pelaksana',
        unit: 'DINKES',
        number: null,
        goal: '1.2',
        link: 0.5,
        basis: null,
        state: 'active',
      },
      expect.objectContaining({
        kind: 'mandate',
        training: 'Sertifikasi APKD',
        population: 'number',
        number: 40,
        basis: 'UU 1/2022',
        state: 'draft',
      }),
    ])
    expect(await rows("SELECT payload FROM outbox WHERE fact = 'factors.changed' ORDER BY id DESC LIMIT 1")).toEqual([
      { payload: { instansiId: 19 } },
    ])
  })

  it('that stand already are the same, or change only where the sheet says something', async () => {
    await run.apply((await run.read('kebutuhan', [head, organisation, mandate], 19)).id)
    expect((await run.read('kebutuhan', [head, organisation], 19, 'lagi.csv')).counts).toMatchObject({
      same: 1,
      changed: 0,
      new: 0,
    })
    const more = ['Mandat', 2027, 'SERTIFIKASI keuangan', '', '', '', '', '', 55, '', '', 'UU 1/2022', 'Berlaku']
    const it = await run.read('kebutuhan', [head, more], 19)
    expect(it.counts).toMatchObject({ changed: 1, new: 0 })
    await run.apply(it.id)
    expect((await stated())[1]).toMatchObject({
      title: 'Sertifikasi keuangan',
      training: 'Sertifikasi APKD',
      number: 55,
      state: 'active',
    })
  })

  it('are refused row by row with what to do', async () => {
    const bad = [
      ['Mandat', 2027, 'Tanpa dasar', '', '', '', '', '', '', '', '', '', ''],
      ['Organisasi', 2020, 'Tanpa sasaran', 'T.TIDAK', 2, '', '', '', '', '', '', '', ''],
      ['Organisasi', 2027, 'Sasaran salah', '', '', '', '', 'DINSOS', 0, '9.9', '', '', ''],
    ]
    const it = await run.read('kebutuhan', [head, ...bad], 19)
    expect(await run.reasons(it.id)).toEqual([
      '2 Dasar hukum: Mandat harus menyebut peraturan yang mewajibkannya. Isi dasar hukumnya.',
      expect.stringContaining('3 Tahun: '),
      expect.stringContaining('3 Kompetensi: Kompetensi “T.TIDAK” tidak ada di kamus'),
      '3 Kode sasaran: Kebutuhan organisasi harus menyebut sasaran yang didukung atau dasar hukumnya. Isi salah satunya.',
      expect.stringContaining('4 Unit: Unit “DINSOS” tidak ada'),
      expect.stringContaining('4 Jumlah orang: '),
      '4 Kode sasaran: Sasaran 9.9 tidak ada dalam rencana yang berlaku. Periksa kodenya, atau berlakukan rencananya dahulu.',
    ])
  })
})
