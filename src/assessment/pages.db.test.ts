import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../test/factories/browser.ts'
import { newCompetency, newInstansi, newPegawai, newResult, newUnit } from '../../test/factories/people.ts'
import { readSheetBytes } from '../../test/factories/workbook.ts'
import { asJob, type Database } from '../platform/db/index.ts'
import { assessmentApi } from './api.ts'
import { choiceAt } from './choice-policy.ts'
import { assessmentRoutes } from './routes.ts'
import { refreshCoverage, refreshProfiles } from './store/refresh.ts'

let database: Database
let pages: ReturnType<typeof assessmentRoutes>
let api: ReturnType<typeof assessmentApi>
const o = { provinsi: 0, kota: 0, kementerian: 0, opd: 0, seksi: 0, ani: 0, budi: 0, citra: 0, dewi: 0 }

beforeAll(async () => {
  database = await testDatabase()
  pages = assessmentRoutes(servicesFor(database))
  api = assessmentApi(servicesFor(database))
  await asJob(database.outer, async tx => {
    o.kementerian = await newInstansi(tx, { name: 'Kementerian Uji', kind: 'kementerian', region_code: '3001' })
    o.provinsi = await newInstansi(tx, { name: 'Provinsi Uji', kind: 'provinsi', region_code: '19' })
    o.kota = await newInstansi(tx, { name: 'Kota Uji', kind: 'kota', region_code: '19.71', guided_by: o.provinsi })
    o.opd = await newUnit(tx, { instansi_id: o.provinsi, name: 'Dinas Kesehatan' })
    o.seksi = await newUnit(tx, { instansi_id: o.provinsi, parent_id: o.opd, name: 'Seksi Gizi' })
    const other = await newUnit(tx, { instansi_id: o.kota, name: 'Dinas Sosial' })
    const m1 = await newCompetency(tx, { code: 'U.M1', name: 'Integritas Uji' })
    const person = (unit_id: number, name: string, instansi_id = o.provinsi) => newPegawai(tx, { instansi_id, unit_id, name })
    o.ani = await person(o.opd, 'Ani')
    o.budi = await person(o.seksi, 'Budi')
    o.citra = await person(o.seksi, 'Citra')
    o.dewi = await person(other, 'Dewi', o.kota)
    await newResult(tx, {
      pegawai_id: o.ani,
      instansi_id: o.provinsi,
      competency_id: m1,
      level: 2,
      assessed_on: '2022-03-01',
      valid_until: '2025-03-01',
    })
    await newResult(tx, { pegawai_id: o.ani, instansi_id: o.provinsi, competency_id: m1, level: 3, valid_until: '2027-01-10' })
    await newResult(tx, { pegawai_id: o.citra, instansi_id: o.provinsi, competency_id: m1, valid_until: '2026-08-17' })
    for (const id of [o.provinsi, o.kota]) {
      await refreshProfiles(tx, id, '2026-11-22', { from: 0, to: 2 ** 31 - 1 }, await choiceAt(tx, id, '2026-11-22'))
      await refreshCoverage(tx, id, '2026-11-22', new Date('2026-11-22T01:00:00Z'))
    }
  })
})
afterAll(() => database.close())

const of = (role: Parameters<typeof grant>[0], ids: number[]) =>
  browser(actor({ homeInstansiId: o.provinsi, grants: [grant(role, ids)] }), { pages, api })
const pengelola = () => of('pengelola', [o.provinsi])
const bappeda = () => of('bappeda', [o.provinsi])
const pembina = () => of('pembina', [o.provinsi, o.kota])

describe('/pemetaan', () => {
  it('opens with the share, the sentence and what to do next', async () => {
    const { status, text } = await pengelola().get('/pemetaan')
    expect(status).toBe(200)
    expect(text).toContain('33 %')
    expect(text).toContain('1 dari 3 ASN telah dipetakan dan masih berlaku.')
    expect(text).toContain('Tinggal 2 orang')
    expect(text).toContain('href="/pemetaan/belum?instansi=19"')
    expect(text).toContain(`href="/pemetaan?instansi=19&amp;unit=${o.opd}"`)
    expect(text).toContain('22 November 2026 08.00 WIB')
    expect(text).not.toContain('<select')
  })

  it('goes down to the units of an office', async () => {
    const { text } = await pengelola().get(`/pemetaan?instansi=19&unit=${o.opd}`)
    expect(text).toContain('Seksi Gizi')
    expect(text).toContain(`/pemetaan/belum?instansi=19&amp;unit=${o.seksi}&amp;lingkup=sendiri`)
    expect((await pengelola().get('/pemetaan?instansi=19&unit=999999999')).status).toBe(404)
  })

  it('gives Bappeda the figures without a way to the names', async () => {
    const { status, text } = await bappeda().get('/pemetaan')
    expect(status).toBe(200)
    expect(text).toContain('33 %')
    expect(text).not.toContain('/pemetaan/belum')
  })

  it('lets who guides several choose among them, and nobody beyond', async () => {
    const { text } = await pembina().get('/pemetaan?instansi=19.71')
    expect(text).toContain('<select')
    expect(text).toContain('0 dari 1 ASN')
    expect((await pengelola().get('/pemetaan?instansi=19.71')).status).toBe(404)
    const all = await pembina().get('/pemetaan?instansi=semua')
    expect(all.text).toContain('1 dari 4 ASN')
    expect(all.text).toContain('href="/pemetaan?instansi=19.71"')
    const national = browser(actor({ homeInstansiId: o.kementerian, grants: [grant('pembina', [], { place: 'nation' })] }), {
      pages,
    })
    expect((await national.get('/pemetaan')).text).toContain('1 dari 4 ASN')
    expect((await browser(actor({ homeInstansiId: o.provinsi, pegawaiId: o.ani }), { pages }).get('/pemetaan')).status).toBe(403)
  })

  it('says what to do first where nobody can be counted', async () => {
    expect((await of('admin', [o.kementerian]).get('/pemetaan')).text).toContain('Impor daftar pegawai dahulu')
  })
})

describe('/pemetaan/belum', () => {
  it('names who is missing and why', async () => {
    const { text } = await pengelola().get('/pemetaan/belum?instansi=19')
    expect(text).toContain('Budi')
    expect(text).toContain('Kedaluwarsa 17 Agustus 2026')
    expect(text).not.toContain('Ani')
    const never = await pengelola().get('/pemetaan/belum?instansi=19&alasan=belum')
    expect(never.text).not.toContain('Citra')
    const soon = await pengelola().get('/pemetaan/belum?instansi=19&alasan=segera')
    expect(soon.text).toContain('Berlaku sampai 10 Januari 2027')
    expect((await pengelola().get(`/pemetaan/belum?unit=${o.opd}&lingkup=sendiri`)).text).toContain('Tidak ada yang tertinggal')
  })

  it('is closed to Bappeda and to other instansi', async () => {
    expect((await bappeda().get('/pemetaan/belum?instansi=19')).status).toBe(403)
    expect((await bappeda().get('/pemetaan/belum.xlsx?instansi=19')).status).toBe(403)
    expect((await pengelola().get('/pemetaan/belum?instansi=19.71')).status).toBe(404)
  })

  it('goes out as a workbook', async () => {
    const rows = await readSheetBytes(await (await pengelola().get('/pemetaan/belum.xlsx?alasan=kedaluwarsa')).bytes())
    expect(rows.at(-1)!.slice(1, 6)).toEqual([
      'Citra',
      null,
      'Seksi Gizi',
      'Dinas Kesehatan',
      'Kedaluwarsa 17 Agustus 2026: perlu penilaian ulang',
    ])
  })
})

describe('the API', () => {
  it('gives the coverage of one instansi alone, exactly', async () => {
    expect((await bappeda().get('/api/v1/coverage?instansi=19')).json()).toEqual({
      instansi: '19',
      active: 3,
      assessed: 1,
      percent: 33.3,
    })
    for (const code of ['19.71', '77']) expect((await bappeda().get(`/api/v1/coverage?instansi=${code}`)).status).toBe(404)
    expect((await browser(actor({ pegawaiId: o.ani }), { api }).get('/api/v1/coverage?instansi=19')).status).toBe(403)
  })

  it('lists all in scope, in pages', async () => {
    const nation = browser(actor({ grants: [grant('pembina', [], { place: 'nation' })] }), { api })
    type List = { data: { instansi: string }[]; next: string | null }
    const first = (await nation.get('/api/v1/coverage?limit=2')).json() as List
    expect(first.data.map(row => row.instansi)).toEqual(['3001', '19'])
    const second = (await nation.get(`/api/v1/coverage?limit=2&cursor=${first.next}`)).json() as List
    expect(second).toEqual({ data: [{ instansi: '19.71', active: 1, assessed: 0, percent: 0 }], next: null })
    expect((await of('admin', [o.kementerian]).get('/api/v1/coverage?instansi=3001')).json()).toEqual({
      instansi: '3001',
      active: 0,
      assessed: 0,
      percent: null,
    })
  })

  it('gives every result of a person in sight, newest first', async () => {
    const own = browser(actor({ pegawaiId: o.ani }), { api })
    const first = (await own.get(`/api/v1/pegawai/${o.ani}/results?limit=1`)).json() as { data: object[]; next: string }
    expect(first.data).toEqual([
      {
        id: expect.any(Number),
        competency: { code: 'U.M1', name: 'Integritas Uji', pillar: 'manajerial' },
        level: 3,
        method: 'cact',
        assessedOn: '2025-03-01',
        validUntil: '2027-01-10',
        expired: false,
        assessor: null,
        instansi: '19',
      },
    ])
    const second = (await own.get(`/api/v1/pegawai/${o.ani}/results?limit=1&cursor=${first.next}`)).json()
    expect(second).toMatchObject({ data: [{ level: 2, expired: true }], next: null })
    expect((await own.get(`/api/v1/pegawai/${o.budi}/results`)).status).toBe(404)
    expect((await bappeda().get(`/api/v1/pegawai/${o.ani}/results`)).status).toBe(404)
  })
})
