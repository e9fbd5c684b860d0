import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, browser, grant } from '../../../test/factories/browser.ts'
import { importServices } from '../../../test/factories/imports.ts'
import { readPdf } from '../../../test/factories/pdf.ts'
import { newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import { openDocument, seenDocument } from '../../platform/documents/actions.ts'
import { makeDocument } from '../../platform/documents/make.ts'
import { addRecords } from '../records/write.ts'
import { jpRecap } from './document.ts'
import { jpRoutes } from './routes.ts'

let database: Database
let made: ReturnType<typeof importServices>
const o = { instansi: 0, ani: 0, budi: 0 }
const kinds = [jpRecap]

beforeAll(async () => {
  database = await testDatabase()
  made = importServices(database)
  await asJob(database.outer, async tx => {
    o.instansi = await newInstansi(tx, { name: 'Provinsi Uji', kind: 'provinsi', region_code: '19' })
    await sql`UPDATE instansi SET office_names = '{"kepegawaian": "BKPSDM Provinsi Uji"}' WHERE id = ${o.instansi}`.execute(tx)
    const unit_id = await newUnit(tx, { instansi_id: o.instansi, name: 'Dinas Kesehatan' })
    o.ani = await newPegawai(tx, { instansi_id: o.instansi, unit_id, name: 'Ani Lestari' })
    o.budi = await newPegawai(tx, { instansi_id: o.instansi, unit_id, name: 'Budi Santoso' })
    const shared = {
      pegawaiId: o.ani,
      international: false,
      sessions: null,
      source: 'klaim' as const,
      sourceId: null,
      file: null,
    }
    await addRecords(
      tx,
      [
        {
          ...shared,
          form: 'seminar',
          name: 'Seminar Gizi',
          organiser: 'Kemenkes',
          startedOn: '2026-02-10',
          endedOn: '2026-02-11',
          jp: null,
          certificateNumber: 'SG/17/2026',
        },
        {
          ...shared,
          form: 'e_learning',
          name: 'Dasar Statistik',
          organiser: 'BPS',
          startedOn: '2026-06-15',
          endedOn: '2026-06-15',
          jp: 10,
          certificateNumber: null,
        },
        {
          ...shared,
          form: 'teknis',
          name: 'Tahun Lalu',
          organiser: null,
          startedOn: '2025-06-15',
          endedOn: '2025-06-16',
          jp: 10,
          certificateNumber: null,
        },
      ],
      { account: 'uji', at: new Date('2026-07-01T03:00:00Z') },
    )
  })
})
afterAll(async () => {
  await database.close()
  made.cleanUp()
})

const ani = () => actor({ accountId: 'ani', name: 'Ani', homeInstansiId: o.instansi, pegawaiId: o.ani })
const by = (who: ReturnType<typeof actor>) => browser(who, { pages: jpRoutes(made.services) })
const issue = async (fields: Record<string, string>) => {
  const { location } = await by(ani()).post(`/pegawai/${o.ani}/jp/rekap`, fields)
  const id = Number(/^\/dokumen\/(\d+)$/.exec(location!)![1])
  await makeDocument(made.services, kinds, { pegawaiId: o.ani, id })
  const { document } = await seenDocument(made.services, kinds, ani(), id)
  return { document, pdf: readPdf((await openDocument(made.services, kinds, ani(), id, 'pdf')).bytes) }
}

describe('the recap of a year', () => {
  it('holds every record of the year with form, days, JP and reason, the shares, and the official heading', async () => {
    const { document, pdf } = await issue({ tahun: '2026' })
    expect(document).toMatchObject({ state: 'ready', title: 'Rekap JP 2026: Ani Lestari', asOf: '2026-11-22' })
    for (const words of [
      'PEMERINTAH PROVINSI UJI',
      'BKPSDM Provinsi Uji',
      'Masih kurang 9 JP',
      'dari 20 JP',
      'Seminar Gizi',
      'SG/17/2026',
      'Dasar Statistik',
      '15 Juni 2026',
      'paling banyak 3 JP sehari',
      'Sosial',
    ])
      expect(pdf.text.replace(/\s+/g, ' ')).toContain(words)
    expect(pdf.text).not.toContain('Tahun Lalu')
    expect(document.inputs).toContainEqual(expect.objectContaining({ key: 'rule', value: 'jp-1, PerLAN 10/2018' }))
  })

  it('is of the year asked for; of one that makes no sense it is this year’s', async () => {
    expect((await issue({ tahun: '2025' })).pdf.text).toContain('Tahun Lalu')
    expect((await issue({ tahun: '20261' })).document.title).toBe('Rekap JP 2026: Ani Lestari')
  })

  it('says so where nothing is recorded', async () => {
    expect((await issue({ tahun: '2024' })).pdf.text).toContain('Tidak ada yang tercatat tahun 2024.')
  })

  it('is offered on one’s page and issued by the person and who leads or keeps them', async () => {
    expect((await by(ani()).get('/jp')).text).toContain('Terbitkan rekap (PDF)')
    const path = `/pegawai/${o.ani}/jp/rekap`
    const lead = actor({ accountId: 'budi', homeInstansiId: o.instansi, pegawaiId: o.budi, teamIds: [o.ani] })
    const reader = actor({ accountId: 'p', homeInstansiId: o.instansi, grants: [grant('pimpinan', [o.instansi])] })
    const stranger = actor({ accountId: 's', homeInstansiId: o.instansi, pegawaiId: o.budi })
    expect((await by(lead).post(path, {})).status).toBe(303)
    expect((await by(reader).post(path, {})).status).toBe(404)
    expect((await by(reader).get(`/pegawai/${o.ani}/jp`)).text).not.toContain('Terbitkan rekap')
    expect((await by(stranger).post(path, {})).status).toBe(404)
  })
})
