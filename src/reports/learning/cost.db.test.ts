import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../../test/factories/browser.ts'
import { enrol, newClass, newCourse, newProvider } from '../../../test/factories/learning.ts'
import { newCompetency, newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import { costApi } from './cost-api.ts'
import { costRoutes } from './cost-routes.ts'

let database: Database
const o = { instansi: 0, competency: 0, provider: 0, asset: 0, archive: 0, people: [] as number[] }
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** Three people finished a class on assets and one on archives; only of the first is it said what it cost. */
beforeEach(() =>
  asJob(database.outer, async tx => {
    o.instansi = await newInstansi(tx)
    const unit_id = await newUnit(tx, { instansi_id: o.instansi })
    o.competency = await newCompetency(tx, { code: `BIAYA.${o.instansi}` })
    o.people = [
      await newPegawai(tx, { instansi_id: o.instansi, unit_id }),
      await newPegawai(tx, { instansi_id: o.instansi, unit_id }),
      await newPegawai(tx, { instansi_id: o.instansi, unit_id }),
    ]
    o.provider = await newProvider(tx, o.instansi)
    const assets = await newCourse(tx, o.provider, { title: `Aset ${o.instansi}` })
    const archives = await newCourse(tx, o.provider, { title: `Arsip ${o.instansi}` })
    o.asset = await newClass(tx, o.provider, assets.versionId)
    o.archive = await newClass(tx, o.provider, archives.versionId)
    await enrol(tx, o.asset, o.people, 'completed')
    await enrol(tx, o.archive, o.people, 'completed')
    await sql`UPDATE course_class SET cost_spent = 9000000 WHERE id = ${o.asset}`.execute(tx)
  }),
)

type Level = { outcome: string; before: number | null; to: number }
const evidence = (classId: number, levels: Level[]) =>
  asJob(database.outer, async tx => {
    for (const [n, { outcome, before, to }] of levels.entries())
      await sql`
        INSERT INTO learning_evidence (pegawai_id, instansi_id, instansi_then, class_id, competency_id, title, completed_on, level_taught, level_before,
          level_to, outcome, why, made_at, decided_at)
        VALUES (${o.people[n]}, ${o.instansi}, ${o.instansi}, ${classId}, ${o.competency}, 'Aset', '2026-11-13', 4, ${before}, ${to}, ${outcome}, 'rule',
          now(), ${outcome === 'accepted' ? new Date() : null})`.execute(tx)
  })
const organiser = () =>
  browser(actor({ accountId: 'kelola', grants: [grant('pengelola', [o.instansi])] }), {
    pages: costRoutes(servicesFor(database)),
    api: costApi(servicesFor(database)),
  })
const path = '/evaluasi/laporan/biaya'
const ofCourse = (text: string, name: string) =>
  text.slice(text.indexOf(`>${name} ${o.instansi}<`), text.indexOf('</tr>', text.indexOf(`>${name} ${o.instansi}<`)))

describe('what closing a gap cost', () => {
  it('is the cost of the class by the levels raised or accepted; what waits or came from nowhere is told and not counted', async () => {
    await evidence(o.asset, [
      { outcome: 'raised', before: 2, to: 4 },
      { outcome: 'accepted', before: 3, to: 4 },
      { outcome: 'accepted', before: null, to: 2 },
    ])
    const row = ofCourse((await organiser().get(path)).text, 'Aset')
    expect(row).toContain('Rp3.000.000')
    expect(row).toContain('1 baru diketahui')
  })

  it('a class without a cost, and one after which nobody rose, say so', async () => {
    await evidence(o.asset, [{ outcome: 'proposed', before: 2, to: 3 }])
    await evidence(o.archive, [{ outcome: 'raised', before: 2, to: 3 }])
    const { text } = await organiser().get(path)
    expect(ofCourse(text, 'Aset')).toContain('belum ada tingkat yang naik')
    expect(ofCourse(text, 'Arsip')).toContain('biaya belum dicatat')
    expect(text).toContain('usulan kenaikan tingkat masih menunggu keputusan')
  })

  it('by provider the uncosted class counts on neither side; the API says the same', async () => {
    await evidence(o.asset, [{ outcome: 'raised', before: 2, to: 3 }])
    await evidence(o.archive, [{ outcome: 'raised', before: 2, to: 3 }])
    const answer = (await organiser().get('/api/v1/learning-costs?by=provider&limit=500')).json() as {
      data: { id: number }[]
    }
    expect(answer.data.find(row => row.id === o.provider)).toMatchObject({
      classes: 2,
      costed: 1,
      spent: '9000000',
      risen: 1,
      risenInAll: 2,
      perLevel: '9000000',
    })
  })

  it('is not told of two people', async () => {
    await asJob(database.outer, tx =>
      sql`UPDATE enrolment SET state = 'withdrawn' WHERE class_id = ${o.asset} AND pegawai_id = ${o.people[0]}`.execute(tx),
    )
    await evidence(o.asset, [{ outcome: 'raised', before: 2, to: 3 }])
    const row = ofCourse((await organiser().get(path)).text, 'Aset')
    expect(row).toContain('terlalu sedikit peserta')
    expect(row.match(/Rp9\.000\.000/g)).toHaveLength(1) // what the class cost, and nothing a level
  })

  it('is of the classes that ended in one year, or in all', async () => {
    await asJob(database.outer, async tx => {
      const { versionId } = await newCourse(tx, o.provider, { title: `Lama ${o.instansi}` })
      const classId = await newClass(tx, o.provider, versionId, { startsOn: '2025-12-29', endsOn: '2025-12-31' })
      await enrol(tx, classId, o.people, 'completed')
      await sql`UPDATE course_class SET cost_spent = 1000000 WHERE id = ${classId}`.execute(tx)
    })
    const latest = (await organiser().get(path)).text
    expect(latest).toContain('Kelas yang berakhir pada 2026')
    expect([ofCourse(latest, 'Aset'), latest.includes(`>Lama ${o.instansi}<`)]).toEqual([
      expect.stringContaining('Rp9.000.000'),
      false,
    ])
    const before = (await organiser().get(`${path}?tahun=2025`)).text
    expect([ofCourse(before, 'Lama'), before.includes(`>Aset ${o.instansi}<`)]).toEqual([
      expect.stringContaining('Rp1.000.000'),
      false,
    ])
    const spent = async (year: string) => {
      const answer = await organiser().get(`/api/v1/learning-costs?by=provider&limit=500&year=${year}`)
      return (answer.json() as { data: { id: number; spent: string }[] }).data.find(row => row.id === o.provider)?.spent
    }
    expect([await spent('2025'), await spent('2026'), await spent('all'), await spent('2024')]).toEqual([
      '1000000',
      '9000000',
      '10000000',
      undefined,
    ])
    expect((await organiser().get('/api/v1/learning-costs?year=semua')).status).toBe(400)
  })

  it('comes as a sheet, and only to who reads reports; a wrong order is no error', async () => {
    expect((await organiser().get(`${path}.xlsx?menurut=penyelenggara`)).status).toBe(200)
    expect((await organiser().get(`${path}?urut=tidak&arah=naik&halaman=x`)).status).toBe(200)
    const pegawai = browser(actor({ pegawaiId: o.people[0]!, homeInstansiId: o.instansi }), {
      pages: costRoutes(servicesFor(database)),
    })
    expect((await pegawai.get(path)).status).toBe(403)
    expect((await pegawai.get(`${path}.xlsx`)).status).toBe(403)
  })
})
