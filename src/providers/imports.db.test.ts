import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadReference } from '../../seeds/reference/index.ts'
import { testDatabase } from '../../test/database.ts'
import { actor, grant } from '../../test/factories/browser.ts'
import { agency, importRunner, importServices } from '../../test/factories/imports.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import { offerImport } from './imports/index.ts'
import { openOffers } from './index.ts'

let database: Database
let made: ReturnType<typeof importServices>
let run: ReturnType<typeof importRunner>

beforeAll(async () => {
  database = await testDatabase()
  made = importServices(database)
  run = importRunner(made.services, made.sent, [offerImport], actor({ homeInstansiId: 19, grants: [grant('pengelola', [19])] }))
  await agency(database, 19)
  await asJob(database.outer, tx => loadReference(tx))
})
afterAll(async () => {
  await database.close()
  made.cleanUp()
})
beforeEach(() =>
  asJob(database.outer, async tx => {
    await sql`DELETE FROM offer`.execute(tx)
    await sql`DELETE FROM provider`.execute(tx)
    await sql`
      INSERT INTO provider (id, instansi_id, kind, name, short_name, made_by, made_at, closed_at)
      VALUES (1, 19, 'bpsdm', 'BPSDM Provinsi 19', 'BPSDM', 'uji', now(), NULL), (2, NULL, 'kementerian_lembaga', 'Lembaga nasional', 'LN', 'uji', now(), NULL),
             (3, 19, 'balai', 'Balai yang tutup', 'Tutup', 'uji', now(), now())`.execute(tx)
  }),
)

const head = [
  'Lembaga',
  'Judul',
  'Bentuk',
  'Pola',
  'JP',
  'Kompetensi',
  'Biaya',
  'Bulan',
  'Sasaran peserta',
  'Golongan',
  'Usia maksimal',
]
const prima = [
  'bpsdm',
  'Pelayanan Prima',
  'Pelatihan teknis',
  'klasikal',
  24,
  '"M.5:3; m.3 : 2"',
  'Rp1.250.000',
  'Maret, 2',
  '"Pengawas; Ahli Muda"',
  'III/b',
  55,
]

describe('offers from a sheet', () => {
  it('go in with competencies, months, rules and costs; what is blank stays unknown', async () => {
    const sheet = [head, prima, ['BPSDM Provinsi 19', 'Kearsipan', 'KL10', '', '', '', '', '', '', '', '']]
    const it = await run.read('penawaran', sheet, 19)
    expect(await run.reasons(it.id)).toEqual([])
    expect((await run.apply(it.id)).state).toBe('done')
    const [first, second] = await openOffers(database.outer, {})
    expect(first).toMatchObject({
      title: 'Pelayanan Prima',
      form: 'teknis',
      jp: 24,
      costParticipant: 1_250_000n,
      costFixed: null,
      months: [2, 3],
      entryRules: { jenjang: ['ahli_muda', 'pengawas'], golonganFrom: 'III/b', maxAge: 55 },
    })
    expect(first!.competencies.map(one => [one.code, one.level])).toEqual([
      ['M.3', 2],
      ['M.5', 3],
    ])
    expect(second).toMatchObject({
      form: 'bimtek',
      pattern: 'klasikal',
      jp: null,
      costParticipant: null,
      months: [],
      entryRules: {},
    })
  })

  it('come again as the same; a blank cell takes nothing away, and rules typed beside the sheet stay', async () => {
    await run.apply((await run.read('penawaran', [head, prima], 19)).id)
    expect(await run.read('penawaran', [head, prima], 19)).toMatchObject({ counts: { new: 0, changed: 0, same: 1 } })
    await asJob(database.outer, tx =>
      sql`UPDATE offer SET entry_rules = entry_rules || '{"noDiscipline": true}', cost_fixed = 5000000, verified = true`.execute(
        tx,
      ),
    )
    const changed = ['BPSDM', 'pelayanan prima', 'Pelatihan teknis', '', 30, 'M.5:4', '', '', '', '', '']
    const it = await run.read('penawaran', [head, changed], 19)
    expect(it).toMatchObject({ counts: { changed: 1 } })
    await run.apply(it.id)
    const [offer, ...others] = await openOffers(database.outer, {})
    expect(others).toEqual([])
    expect(offer).toMatchObject({
      jp: 30,
      costParticipant: 1_250_000n,
      costFixed: 5_000_000n,
      months: [2, 3],
      verified: false,
      entryRules: { noDiscipline: true, maxAge: 55 },
    })
    expect(offer!.competencies.map(one => [one.code, one.level])).toEqual([['M.5', 4]])
  })

  it('says of each bad row what to mend', async () => {
    const bad = (column: string, value: string | number) => prima.map((cell, index) => (head[index] === column ? value : cell))
    const rows = [
      bad('Lembaga', 'LN'),
      bad('Lembaga', 'Tutup'),
      bad('Kompetensi', 'M.5'),
      bad('Kompetensi', 'X.9:2'),
      bad('Biaya', 'murah'),
      bad('Bulan', 'Lebaran'),
      bad('Sasaran peserta', 'Eselon III'),
    ]
    const it = await run.read('penawaran', [head, ...rows], 19)
    expect(it).toMatchObject({ counts: { refused: 7, new: 0 } })
    const reasons = await run.reasons(it.id)
    expect(reasons.map(text => text.replace(/^\d+ ([^:]+): .*/, '$1'))).toEqual([
      'Lembaga',
      'Lembaga',
      'Kompetensi',
      'Kompetensi',
      'Biaya',
      'Bulan',
      'Sasaran peserta',
    ])
    expect(reasons[2]).toContain('“M.5” belum terbaca')
  })

  it('writes nothing where the institution was closed between preview and writing', async () => {
    const it = await run.read('penawaran', [head, prima], 19)
    await asJob(database.outer, tx => sql`UPDATE provider SET closed_at = now() WHERE id = 1`.execute(tx))
    expect((await run.apply(it.id)).state).not.toBe('done')
    expect(await openOffers(database.outer, {})).toEqual([])
  })
})
