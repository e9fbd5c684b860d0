import { existsSync, rmSync } from 'node:fs'
import { OpenAPIHono } from '@hono/zod-openapi'
import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { actor, browser, grant } from '../../test/factories/browser.ts'
import { importServices } from '../../test/factories/imports.ts'
import { readPdf } from '../../test/factories/pdf.ts'
import {
  newCompetency,
  newInstansi,
  newJabatan,
  newPegawai,
  newResult,
  newStandard,
  newUnit,
} from '../../test/factories/people.ts'
import { readSheetBytes } from '../../test/factories/workbook.ts'
import { akdInstansi, akdPerson, akdUnit } from '../needs/documents/index.ts'
import { recalculateAll } from '../needs/index.ts'
import type { Actor } from '../platform/actor.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import { makeDocument } from '../platform/documents/make.ts'
import type { AppEnv, Services } from '../platform/http/context.ts'
import { createLog } from '../platform/log.ts'
import { documentsApi } from './documents-api.ts'
import { documentsRoutes } from './documents-routes.ts'

const kinds = [akdInstansi, akdUnit, akdPerson]
let database: Database
let made: ReturnType<typeof importServices>
let services: Services
let routes: { pages: Hono<AppEnv>; api: Hono<AppEnv> }
const at = { instansi: 0, unit: 0, other: 0, otherUnit: 0, ani: 0, budi: 0 }

beforeAll(async () => {
  database = await testDatabase()
  made = importServices(database, createLog('silent'))
  services = made.services
  await asJob(database.outer, async tx => {
    const instansi_id = await newInstansi(tx, { name: 'Kabupaten Uji', region_code: '97.01' })
    const unit_id = await newUnit(tx, { instansi_id, name: 'Dinas Kesehatan' })
    const jabatan_id = await newJabatan(tx, {
      instansi_id,
      unit_id,
      name: 'Perawat <Ahli>',
      jenjang: 'ahli_muda',
      jenis: 'fungsional',
    })
    const competency_id = await newCompetency(tx, { code: 'Y.1', name: 'Komunikasi Uji' })
    await newStandard(tx, { jabatan_id }, [{ competency_id, level: 3 }])
    const ani = await newPegawai(tx, { instansi_id, unit_id, jabatan_id, name: 'Ani Lestari' })
    const budi = await newPegawai(tx, { instansi_id, unit_id, jabatan_id, name: 'Budi Santoso' })
    await newResult(tx, { pegawai_id: ani, instansi_id, competency_id, level: 1 })
    const other = await newInstansi(tx, { name: 'Kota Lain', kind: 'kota', region_code: '97.71' })
    Object.assign(at, {
      instansi: instansi_id,
      unit: unit_id,
      ani,
      budi,
      other,
      otherUnit: await newUnit(tx, { instansi_id: other }),
    })
  })
  await recalculateAll(services)
  const api = new OpenAPIHono<AppEnv>()
  api.route('/', documentsApi(services, kinds))
  routes = { pages: new Hono<AppEnv>().route('/', documentsRoutes(services, kinds)), api }
})
afterAll(async () => {
  await database.close()
  made.cleanUp()
})
beforeEach(async () => {
  made.sent.length = 0
  await asJob(database.outer, tx => sql`DELETE FROM issued_file`.execute(tx))
  await asJob(database.outer, tx => sql`DELETE FROM issued_document`.execute(tx))
})

const home = () => ({ homeInstansiId: at.instansi })
const perencana = () => actor({ accountId: 'perencana', name: 'Rina', ...home(), grants: [grant('perencana', [at.instansi])] })
const bappeda = () => actor({ accountId: 'bappeda', ...home(), grants: [grant('bappeda', [at.instansi])] })
const pimpinan = () => actor({ accountId: 'pimpinan', ...home(), grants: [grant('pimpinan', [at.instansi])] })
const ani = () => actor({ accountId: 'ani', name: 'Ani Lestari', pegawaiId: at.ani, ...home() })
const as = (who: Actor, language: 'id' | 'en' = 'id') => browser(who, routes, language)
const form = (more: Record<string, string> = {}) => ({
  instansi: '97.01',
  jenis: 'akd_instansi',
  unit: '',
  bahasa: 'id',
  ...more,
})
const work = async () => {
  for (let job = made.sent.shift(); job; job = made.sent.shift())
    await makeDocument(services, kinds, job.data as { pegawaiId: number; id: number })
}
const issue = async (fields: Record<string, string> = {}) => {
  const answer = await as(perencana()).post('/dokumen', form(fields))
  expect(answer.status).toBe(303)
  await work()
  return answer.location!
}

describe('the pages of documents', () => {
  it('say what to do first where nothing was issued yet', async () => {
    const list = await as(perencana()).get('/dokumen')
    expect(list.text).toContain('Belum ada dokumen yang diterbitkan')
    expect(list.text).toContain('href="/dokumen/baru?instansi=97.01"')
    const reader = await as(pimpinan()).get('/dokumen')
    expect(reader.text).toContain('setelah pengelola atau perencana menerbitkannya')
    expect(reader.text).not.toContain('/dokumen/baru')
    expect((await as(pimpinan()).get('/dokumen/baru')).status).toBe(403)
    expect((await as(ani()).get('/dokumen')).status).toBe(403)
    expect((await as(perencana()).get('/dokumen?instansi=97.71')).status).toBe(404)
  })

  it('go from the form through the making to the files as they were issued', async () => {
    const blank = await as(perencana()).get(`/dokumen/baru?jenis=akd_unit&unit=${at.unit}`)
    expect(blank.text).toContain('Data hari ini, 22 November 2026')
    expect(blank.text).toMatch(new RegExp(`<option value="${at.unit}" selected`))
    const { location } = await as(perencana()).post('/dokumen', form({ nomor: '800/1/2026' }))
    const waiting = await as(perencana()).get(location!)
    expect(waiting.text).toContain(`data-live="${location}/keadaan"`)
    expect(waiting.text).toContain('Muat ulang')
    const state = await as(perencana()).get(`${location}/keadaan`)
    expect([state.next, state.text.startsWith('<div data-live')]).toEqual([null, true])
    expect((await as(perencana()).get('/dokumen')).text).toContain('1 sedang dibuat.')
    await work()
    expect((await as(perencana()).get(`${location}/keadaan`)).next).toBe(location)
    const ready = await as(perencana()).get(location!)
    expect(ready.text).toContain('AKD Kabupaten Uji')
    expect(ready.text).toContain('800/1/2026')
    expect(ready.text).toContain('bawaan Piawai, belum ditetapkan instansi')
    expect(ready.text).toContain('22 November 2026 10.00 WIB')
    expect(ready.text).toMatch(/[\da-f]{64}/)
    const pdf = await as(perencana()).get(`${location}/berkas.pdf`)
    expect(readPdf(await pdf.bytes()).text).toContain('Komunikasi Uji (Y.1)')
    const sheet = await readSheetBytes(await (await as(perencana()).get(`${location}/berkas.xlsx`)).bytes())
    expect(sheet).toContainEqual(['Nomor', '800/1/2026'])
    const list = (await as(perencana()).get('/dokumen')).text
    expect(list).toContain('1<span class="key-figure-unit"> dokumen siap diunduh')
    expect(list).toContain(`${location}/berkas.pdf`)
    expect((await as(perencana(), 'en').get(location!)).text).toContain('The rules, weights and figures in force')
  })

  it('keep what was typed when the form is refused, and say what to do', async () => {
    const refused = await as(perencana()).post(
      '/dokumen',
      form({ jenis: 'akd_unit', nomor: '<b>7</b>', nama: 'Dr. Hasan', nip: '123' }),
    )
    expect(refused.status).toBe(422)
    for (const words of [
      'Pilih perangkat daerah untuk AKD unit.',
      'Isi tempat, jabatan, dan nama penanda tangan',
      'NIP terdiri atas 18 angka',
      'value="Dr. Hasan"',
      '&lt;b>7&lt;/b>',
    ])
      expect(refused.text).toContain(words)
    expect(refused.text).toMatch(/<option value="akd_unit" selected/)
    expect((await as(perencana()).post('/dokumen', form({ unit: String(at.unit) }))).text).toContain(
      'AKD instansi mencakup semua unit',
    )
    expect((await as(perencana()).post('/dokumen', form({ jenis: 'akd_pegawai' }))).status).toBe(422)
    expect((await as(perencana()).post('/dokumen', form({ jenis: 'akd_unit', unit: String(at.otherUnit) }))).status).toBe(404)
    expect((await as(perencana()).post('/dokumen', form({ instansi: '97.71' }))).status).toBe(404)
    expect((await as(pimpinan()).post('/dokumen', form())).status).toBe(403)
    expect(made.sent).toEqual([])
  })

  it('carry a signatory onto the paper', async () => {
    const location = await issue({
      tempat: 'Sungailiat',
      jabatan: 'Kepala BKPSDM',
      nama: 'Dr. Hasan',
      nip: '19700101 199501 1 001',
    })
    const { text } = readPdf(await (await as(perencana()).get(`${location}/berkas.pdf`)).bytes())
    for (const words of ['Sungailiat, 22 November 2026', 'Kepala BKPSDM,', 'Dr. Hasan', 'NIP 19700101 199501 1 001'])
      expect(text).toContain(words)
  })

  it('say of a document that was not made why, and let it be made again', async () => {
    const { location } = await as(perencana()).post('/dokumen', form({ jenis: 'akd_unit', unit: String(at.unit) }))
    await asJob(database.outer, tx => sql`UPDATE issued_document SET unit_id = 999999`.execute(tx))
    await work()
    const failed = await as(perencana()).get(location!)
    expect(failed.text).toContain('Dokumen ini tidak jadi')
    expect(failed.text).toContain('Unit ini tidak ditemukan')
    expect(failed.text).toContain(`${location}/ulang`)
    expect((await as(pimpinan()).get(location!)).text).not.toContain('/ulang')
    expect((await as(pimpinan()).post(`${location}/ulang`, {})).status).toBe(404)
    expect((await as(perencana()).get('/dokumen')).text).toContain('1 tidak jadi')
    await asJob(database.outer, tx => sql`UPDATE issued_document SET unit_id = ${at.unit}`.execute(tx))
    expect((await as(perencana()).post(`${location}/ulang`, {})).location).toBe(location)
    await work()
    expect((await as(perencana()).get(location!)).text).toContain('AKD Dinas Kesehatan')
  })

  it('of a superseded document lead to the newer one, and back', async () => {
    const first = await issue()
    const second = await issue()
    const [a, b] = [first, second].map(path => path.split('/').at(-1)!)
    expect((await as(perencana()).get(first)).text).toContain(`Sudah ada yang lebih baru: dokumen ${b}.`)
    expect((await as(perencana()).get(second)).text).toContain(`Menggantikan dokumen ${a}`)
  })

  it('show Bappeda the figures and never a name', async () => {
    const figures = await issue()
    const names = await issue({ jenis: 'akd_unit', unit: String(at.unit) })
    const list = (await as(bappeda()).get('/dokumen')).text
    expect(list).toContain(`${figures}/berkas.pdf`)
    expect(list).not.toContain(`${figures}/berkas.xlsx`)
    expect(list).not.toContain(names)
    expect((await as(bappeda()).get(`${figures}/berkas.xlsx`)).status).toBe(404)
    expect((await as(bappeda()).get(names)).status).toBe(404)
    expect((await as(bappeda()).get(`/pegawai/${at.ani}/akd`)).status).toBe(404)
    expect((await as(bappeda()).get(`${figures}/berkas.pdf`)).status).toBe(200)
  })

  it('narrow and order the list, and give it as a sheet', async () => {
    const whole = await issue({ nomor: '800/1' })
    const unit = await issue({ jenis: 'akd_unit', unit: String(at.unit) })
    const find = async (query: string) => (await as(perencana()).get(`/dokumen?${query}`)).text
    expect(await find('jenis=akd_unit')).not.toContain(`${whole}/`)
    expect(await find('q=800')).not.toContain(`${unit}/`)
    expect(await find('tahun=2025')).toContain('Tidak ada dokumen yang cocok')
    const byTitle = await find('urut=judul')
    expect(byTitle.indexOf(`${unit}"`)).toBeLessThan(byTitle.indexOf(`${whole}"`))
    expect(byTitle).toContain('aria-sort="ascending"')
    const turned = await find('urut=judul&arah=turun')
    expect(turned.indexOf(`${unit}"`)).toBeGreaterThan(turned.indexOf(`${whole}"`))
    const oldest = await find('arah=naik')
    expect(oldest.indexOf(`${unit}"`)).toBeGreaterThan(oldest.indexOf(`${whole}"`))
    const rows = await readSheetBytes(await (await as(perencana()).get('/dokumen.xlsx')).bytes())
    expect(rows.length).toBe(5)
    expect(rows[1]!.slice(1, 4)).toEqual(['AKD Dinas Kesehatan', 'AKD unit', null])
  })

  it('do not hand out a file that was changed in store', async () => {
    const location = await issue()
    const { rows } = await asJob(database.outer, tx =>
      sql<{ key: string }>`SELECT file_key AS key FROM issued_file WHERE format = 'pdf'`.execute(tx),
    )
    await services.files.put(rows[0]!.key, Buffer.from('%PDF-palsu'))
    const answer = await as(perencana()).get(`${location}/berkas.pdf`)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('tidak lagi sama dengan yang diterbitkan')
    rmSync(services.files.path(rows[0]!.key))
    expect(existsSync(services.files.path(rows[0]!.key))).toBe(false)
    expect((await as(perencana()).get(`${location}/berkas.pdf`)).text).toContain('tidak ada di tempat penyimpanan')
  })
})

describe('the AKD of a person', () => {
  it('is read on a page, issued by the person, and found again under one’s own documents', async () => {
    const empty = await as(ani()).get('/saya/dokumen')
    expect(empty.text).toContain('Belum ada dokumen tentang Anda')
    const page = await as(ani()).get(`/pegawai/${at.ani}/akd`)
    expect(page.text).toContain('1 kompetensi masih di bawah standar jabatan.')
    expect(page.text).toContain('Perawat &lt;Ahli>')
    expect(page.text).toContain('kurang 2')
    expect(page.text).toContain('Belum pernah diterbitkan.')
    const { location } = await as(ani()).post(`/pegawai/${at.ani}/akd`, {})
    await work()
    expect((await as(ani()).get('/saya/dokumen')).text).toContain(`${location}/berkas.pdf`)
    expect((await as(ani()).get(location!)).text).toContain('Dokumen saya')
    expect(readPdf(await (await as(ani()).get(`${location}/berkas.pdf`)).bytes()).text).toContain('AKD Ani Lestari')
    expect((await as(ani()).get(`/pegawai/${at.ani}/akd`)).text).toContain(`${location}/berkas.pdf`)
  })

  it('is open to the person, the atasan and the managers, and to nobody else', async () => {
    const budi = actor({ accountId: 'budi', pegawaiId: at.budi, ...home() })
    const atasan = actor({ accountId: 'atasan', pegawaiId: at.budi, teamIds: [at.ani], ...home() })
    const asesor = actor({
      accountId: 'asesor',
      ...home(),
      grants: [grant('asesor', [], { place: 'case', peopleIds: [at.ani] })],
    })
    const far = actor({ grants: [grant('perencana', [at.other])], homeInstansiId: at.other })
    for (const who of [atasan, perencana(), pimpinan()]) expect((await as(who).get(`/pegawai/${at.ani}/akd`)).status).toBe(200)
    for (const who of [budi, asesor, far, actor()]) {
      expect((await as(who).get(`/pegawai/${at.ani}/akd`)).status).toBe(404)
      expect((await as(who).post(`/pegawai/${at.ani}/akd`, {})).status).toBe(404)
    }
    expect((await as(pimpinan()).get(`/pegawai/${at.ani}/akd`)).text).not.toContain('Terbitkan sebagai PDF')
    expect((await as(pimpinan()).post(`/pegawai/${at.ani}/akd`, {})).status).toBe(404)
    expect((await as(perencana()).get('/saya/dokumen')).status).toBe(404)
    expect(made.sent).toEqual([])
  })

  it('stays out of the list of an instansi until it is asked for', async () => {
    await as(ani()).post(`/pegawai/${at.ani}/akd`, {})
    await work()
    expect((await as(perencana()).get('/dokumen')).text).not.toContain('AKD Ani Lestari')
    expect((await as(perencana()).get('/dokumen?jenis=perorangan')).text).toContain('AKD Ani Lestari')
    expect((await as(bappeda()).get('/dokumen?jenis=perorangan')).text).not.toContain('Ani')
  })
})

describe('the API of documents', () => {
  it('lists, tells and hands out what the asker may read', async () => {
    const location = await issue()
    const id = Number(location.split('/').at(-1))
    const list = (await as(perencana()).get('/api/v1/documents')).json() as {
      data: { id: number; files: { sha256: string; href: string }[] }[]
    }
    expect(list.data).toMatchObject([
      { id, kind: 'akd_instansi', instansi: '97.01', pegawaiId: null, asOf: '2026-11-22', state: 'ready' },
    ])
    const one = (await as(perencana()).get(`/api/v1/documents/${id}`)).json()
    expect(one).toMatchObject({
      id,
      problem: null,
      inputs: expect.arrayContaining([expect.objectContaining({ key: 'rule.priority', value: 'prioritas-2' })]),
    })
    const file = await as(perencana()).get(list.data[0]!.files[0]!.href)
    expect([file.status, file.text.slice(0, 5)]).toEqual([200, '%PDF-'])
    expect((await as(bappeda()).get(`/api/v1/documents/${id}`)).json()).toMatchObject({ files: [{ format: 'pdf' }] })
    expect((await as(bappeda()).get(`/api/v1/documents/${id}/files/xlsx`)).status).toBe(404)
    for (const who of [ani(), actor(), actor({ grants: [grant('perencana', [at.other])] })]) {
      expect((await as(who).get('/api/v1/documents')).json()).toEqual({ data: [], next: null })
      expect((await as(who).get(`/api/v1/documents/${id}`)).status).toBe(404)
      expect((await as(who).get(`/api/v1/documents/${id}/files/pdf`)).status).toBe(404)
    }
  })

  it('pages by cursor and narrows by instansi, kind and year', async () => {
    await issue()
    await issue({ jenis: 'akd_unit', unit: String(at.unit) })
    const get = async (query: string) =>
      (await as(perencana()).get(`/api/v1/documents?${query}`)).json() as { data: { kind: string }[]; next: string }
    const first = await get('limit=1')
    expect(first.data.map(one => one.kind)).toEqual(['akd_unit'])
    expect((await get(`limit=1&cursor=${first.next}`)).data.map(one => one.kind)).toEqual(['akd_instansi'])
    expect((await get('kind=akd_unit&year=2026&instansi=97.01')).data.length).toBe(1)
    expect((await get('year=2025')).data).toEqual([])
    expect((await get('instansi=97.71')).data).toEqual([])
    expect((await get('instansi=tidak-ada')).data).toEqual([])
    expect((await as(perencana()).get('/api/v1/documents?cursor=xyz')).status).toBe(400)
    expect((await as(perencana()).get('/api/v1/documents/0')).status).toBe(400)
  })
})
