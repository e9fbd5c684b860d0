import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadReference } from '../../seeds/reference/index.ts'
import { testDatabase } from '../../test/database.ts'
import { bareApp } from '../../test/factories/app.ts'
import { actor, browser, grant } from '../../test/factories/browser.ts'
import { agency, importRunner, importServices, nipNumber } from '../../test/factories/imports.ts'
import { readSheetBytes } from '../../test/factories/workbook.ts'
import { importKinds } from '../import-kinds.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import { importApi, importRoutes } from './index.ts'
import { nextSteps } from './next-steps.ts'

let database: Database
let made: ReturnType<typeof importServices>
let run: ReturnType<typeof importRunner>
let whole: Awaited<ReturnType<typeof bareApp>>['app']
let routes: { pages: ReturnType<typeof importRoutes>; api: ReturnType<typeof importApi> }
const who = actor({ homeInstansiId: 19, grants: [grant('pengelola', [19])] })
const both = actor({ homeInstansiId: 20, grants: [grant('admin', [19, 20])] })

beforeAll(async () => {
  database = await testDatabase()
  made = importServices(database)
  run = importRunner(made.services, made.sent, importKinds, who)
  routes = { pages: importRoutes(made.services, importKinds), api: importApi(made.services, importKinds) }
  const app = await bareApp(database)
  whole = app.app
  app.cleanUp()
  await agency(database, 19)
  await agency(database, 20)
  await asJob(database.outer, async tx => void (await loadReference(tx)))
})
afterAll(async () => {
  await database.close()
  made.cleanUp()
})

const pages = (language: 'id' | 'en' = 'id') => browser(who, routes, language)
const form = (text: string | Uint8Array, fields: Record<string, string>, name = 'data.csv') => {
  const body = new FormData()
  for (const [key, value] of Object.entries(fields)) body.set(key, value)
  body.set('berkas', new File([text as Uint8Array<ArrayBuffer>], name))
  return { method: 'POST', body }
}
/** The pages of the whole app. */
const paths = () => whole.routes.filter(route => route.method === 'GET').map(route => route.path)
const roster = (...rows: string[]) => ['NIP;Nama;Status kepegawaian;Kode jabatan', ...rows].join('\n')
const good = (n: number, name = `Pegawai ${n}`) => `${nipNumber(n)};${name};PNS;DINKES.SEK-AK`
const uploaded = async (text: string, kind = 'pegawai') => {
  const answer = await pages().send('/impor', form(text, { jenis: kind, instansi: '19' }))
  expect(answer.status).toBe(303)
  return answer.location!
}

describe('pages of imports', () => {
  it('say what to do first, and offer a template for each kind', async () => {
    const { text } = await pages().get('/impor')
    expect(text).toContain('Belum ada impor')
    // What all governments share is brought in by who keeps the nation.
    for (const { kind, national } of importKinds) expect(text.includes(`href="/impor/templat/${kind}"`)).toBe(!national)
    const template = await readSheetBytes(await (await pages().get('/impor/templat/hasil')).bytes())
    expect(template[0]).toContain('M.1 Integritas')
    expect(template[0]).toContain('Tanggal penilaian')
    expect((await pages().get('/impor/templat/apa')).status).toBe(404)
  })

  it('ask for the instansi only where there are several', async () => {
    expect((await pages().get('/impor/baru')).text).not.toContain('<select class="select" id="f-instansi"')
    expect((await browser(both, routes).get('/impor/baru?jenis=hasil')).text).toContain('<select class="select" id="f-instansi"')
  })

  it('refuse a form without a file, an empty one, and one that is too large, keeping what was chosen', async () => {
    const empty = await pages().send('/impor', form('', { jenis: 'standar', instansi: '19' }))
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Berkas ini kosong (0 bita)')
    expect(empty.text).toMatch(/<option value="standar" selected/)
    expect((await pages().post('/impor', { jenis: 'standar', instansi: '19' })).status).toBe(422)
    const large = await pages().send('/impor', form(new Uint8Array(25 * 2 ** 20 + 1), { jenis: 'standar', instansi: '19' }))
    expect(large.status).toBe(413)
    expect(large.text).toContain('Berkas lebih besar dari 25 MB')
  })

  it('go from the upload through reading and preview to the result', async () => {
    const at = await uploaded(roster(good(1), good(2, '<script>alert(1)</script>'), `199002302010012001;Salah;PNS;DINKES.SEK-AK`))
    const reading = await pages().get(at)
    expect(reading.text).toContain(`data-live="${at}/keadaan"`)
    expect(reading.text).toContain('Muat ulang')
    expect((await pages().get(`${at}/keadaan`)).text).toMatch(/^<div data-live/)
    await run.work()
    expect((await pages().get(`${at}/keadaan`)).next).toBe(at)
    const preview = await pages().get(at)
    expect(preview.text).toContain('Tulis 2 baris')
    expect(preview.text).toContain(`href="${at}?hasil=refused#contoh"`)
    expect(preview.text).toContain('NIP: NIP memuat tanggal lahir 30-02-1990 yang tidak ada.')
    const news = await pages().get(`${at}?hasil=new`)
    expect(news.text).toContain('&lt;script>alert(1)&lt;/script>')
    expect(news.text).not.toContain('<script>alert')
    expect((await pages('en').get(at)).text).toContain('Write 2 rows')
    const refused = await readSheetBytes(await (await pages().get(`${at}/ditolak.xlsx`)).bytes())
    expect(refused[1]!.slice(0, 2)).toEqual(['199002302010012001', 'Salah'])
    expect(refused[1]!.at(-1)).toMatch(/^NIP: NIP memuat tanggal lahir/)
    expect((await pages().post(`${at}/jalankan`, {})).location).toBe(at)
    expect((await pages().get(at)).text).toContain('Menulis 2 baris sekaligus')
    await run.work()
    const done = await pages().get(at)
    expect(done.text).toContain('baris ditulis')
    expect(done.text).not.toContain('/jalankan')
    expect(done.text).toContain('Langkah berikutnya')
    expect(done.text).toContain('href="/pemetaan?instansi=19"')
    expect(done.text).toContain('href="/impor/baru?jenis=hasil&amp;instansi=19"')
    expect(done.text).not.toContain('/akun/massal')
    expect((await browser(both, routes).get(at)).text).toContain('href="/akun/massal?instansi=19"')
    expect(preview.text).not.toContain('Langkah berikutnya')
    expect((await pages().get('/impor')).text).toContain('2 baru, 1 ditolak')
  })

  it('of the same file again say so and offer nothing to write', async () => {
    const at = await uploaded(roster(good(1), good(2, '<script>alert(1)</script>'), `199002302010012001;Salah;PNS;DINKES.SEK-AK`))
    await run.work()
    const { text } = await pages().get(at)
    expect(text).toContain('Berkas yang sama persis sudah pernah diimpor')
    expect(text).toContain('Tidak ada yang perlu ditulis')
    expect(text).not.toContain('/jalankan')
  })

  it('let columns be matched where their names say nothing, and keep the choice when it is refused', async () => {
    const at = await uploaded(`Nomor;Orang;Jenis;Tempat\n${good(5)}`)
    await run.work()
    const mapping = await pages().get(at)
    expect(mapping.text).toContain('Cocokkan kolom')
    // Nobody was asked yet: what is needed is said, and nothing is an error.
    expect([mapping.status, mapping.text.includes('role="alert"'), mapping.text.includes('field-error')]).toEqual([
      200,
      false,
      false,
    ])
    expect(mapping.text).toContain('<a href="#f-kolom.nip">Pilih kolom untuk NIP.</a>')
    expect(mapping.text).toContain('NIP (wajib)')
    expect(mapping.text).toContain(`A · Nomor (${nipNumber(5)})`)
    const twice = await pages().post(`${at}/kolom`, { 'kolom.name': '1', 'kolom.jabatanCode': '1' })
    expect(twice.status).toBe(422)
    expect(twice.text).toContain('role="alert"')
    expect(twice.text).toContain('Pilih kolom untuk NIP.')
    expect(twice.text).toContain('dipilih untuk dua isian')
    expect(twice.text).toMatch(/<option value="1" selected/)
    const chosen = await pages().post(`${at}/kolom`, {
      'kolom.nip': '0',
      'kolom.name': '1',
      'kolom.jabatanCode': '3',
      'tetap.employment': 'cpns',
    })
    expect(chosen.location).toBe(at)
    await run.work()
    const values = await pages().get(`${at}?hasil=new`)
    expect(values.text).toContain('Tulis 1 baris')
    expect(values.text).toContain('CPNS')
    expect((await pages().get(`${at}/kolom`)).text).toContain('CPNS')
    expect((await pages().post(`${at}/batal`, {})).location).toBe('/impor')
    const cancelled = await pages().get(at)
    expect(cancelled.text).toContain('Impor ini dibatalkan')
    expect((await pages().post(`${at}/jalankan`, {})).location).toBe(at)
    expect(made.sent).toEqual([])
  })

  it('of a file that cannot be read say why and what to do', async () => {
    const at = await uploaded('%PDF-1.7')
    await run.work()
    const { text } = await pages().get(at)
    expect(text).toContain('Impor ini tidak jadi')
    expect(text).toContain('Isi berkas ini PDF')
  })

  it('open for the government that a link names', async () => {
    const option = (id: number) => new RegExp(`<option value="${id}" selected`)
    expect((await browser(both, routes).get('/impor/baru?jenis=hasil&instansi=19')).text).toMatch(option(19))
    expect((await browser(both, routes).get('/impor/baru?jenis=hasil')).text).toMatch(option(20))
    expect((await browser(both, routes).get('/impor/baru?instansi=77')).text).toMatch(option(20))
  })

  it('show who plans goals and offers, and no file about people', async () => {
    const planner = actor({ homeInstansiId: 19, grants: [grant('perencana', [19])] })
    const at = await uploaded(roster(good(3)))
    const { text } = await browser(planner, routes).get('/impor')
    expect(text).toContain('href="/impor/templat/sasaran"')
    for (const { kind } of importKinds)
      expect(text.includes(`href="/impor/templat/${kind}"`), kind).toBe(['sasaran', 'penawaran', 'kursus'].includes(kind))
    expect(text).not.toContain(`${at}"`)
    expect(text).toContain('Rencananya dibuat dahulu di Rencana daerah')
    expect((await browser(planner, routes).get('/impor/templat/pegawai')).status).toBe(404)
    const theirs = (await browser(planner, routes).get('/api/v1/imports')).json()
    expect(theirs).toEqual({ data: [], next: null })
    expect(
      (await browser(planner, routes).send('/api/v1/imports?instansi=19&kind=pegawai', { method: 'POST', body: 'x' })).status,
    ).toBe(404)
  })

  it('offer a next step for every kind, on a page that there is', () => {
    const known = new Set(paths())
    for (const kind of importKinds) {
      const { sentence, links } = nextSteps[kind.kind]
      expect(sentence.id.length, kind.kind).toBeGreaterThan(30)
      expect(links.map(link => link.path.split('?')[0]!).filter(path => !known.has(path))).toEqual([])
    }
  })

  it('exist only for who manages the whole instansi', async () => {
    const at = await uploaded(roster(good(1)))
    await run.work()
    const others = [
      actor({ grants: [grant('pengelola', [20])] }),
      actor({ grants: [grant('perencana', [19])] }),
      actor({ pegawaiId: 1 }),
      actor({ grants: [grant('pengelola', [], { place: 'unit', peopleIds: [1] })] }),
    ]
    for (const other of others) {
      const outside = browser(other, routes)
      for (const path of [at, `${at}/keadaan`, `${at}/kolom`, `${at}/ditolak.xlsx`])
        expect((await outside.get(path)).status).toBe(404)
      expect((await outside.post(`${at}/jalankan`, {})).status).toBe(404)
      expect((await outside.post(`${at}/batal`, {})).status).toBe(404)
      expect((await outside.send('/impor', form(roster(good(1)), { jenis: 'pegawai', instansi: '19' }))).status).toBe(404)
    }
    expect((await pages().get(at)).status).toBe(200)
    expect((await pages().get('/impor/999999')).status).toBe(404)
    expect((await pages().get('/impor/99999999999')).status).toBe(404)
  })
})

describe('the API of imports', () => {
  it('uploads a form or a plain body, shows the import and applies it', async () => {
    const api = browser(who, routes)
    const body = new FormData()
    body.set('file', new File([roster(good(70), 'x;y;z;w')], 'api.csv'))
    const sent = await api.send('/api/v1/imports?instansi=19&kind=pegawai', { method: 'POST', body })
    expect(sent.status).toBe(202)
    const { id, state } = sent.json() as { id: number; state: string }
    expect(state).toBe('reading')
    expect((await api.post(`/api/v1/imports/${id}/apply`, {})).status).toBe(409)
    await run.work()
    expect((await api.get(`/api/v1/imports/${id}`)).json()).toMatchObject({
      id,
      state: 'preview',
      instansi: '19',
      counts: { new: 1, refused: 1 },
      refused: `/impor/${id}/ditolak.xlsx`,
    })
    expect((await api.post(`/api/v1/imports/${id}/apply`, {})).json()).toEqual({ id, state: 'applying' })
    await run.work()
    expect((await api.get(`/api/v1/imports/${id}`)).json()).toMatchObject({ state: 'done' })
    const plain = await api.send('/api/v1/imports?instansi=19&kind=pegawai&filename=a.csv', {
      method: 'POST',
      body: roster(good(70)),
      headers: { 'Content-Type': 'text/csv' },
    })
    expect(plain.status).toBe(202)
    await run.work()
    const list = (await api.get('/api/v1/imports?kind=pegawai&limit=1')).json() as {
      data: { file: string; counts: unknown }[]
      next: string
    }
    expect(list.data).toMatchObject([{ file: 'a.csv', counts: { same: 1 } }])
    expect(((await api.get(`/api/v1/imports?limit=1&cursor=${list.next}`)).json() as typeof list).data).toMatchObject([
      { file: 'api.csv' },
    ])
  })

  it('answers what it refuses as a problem', async () => {
    const api = browser(who, routes)
    const post = (query: string, body: string | Uint8Array) =>
      api.send(`/api/v1/imports?${query}`, { method: 'POST', body: body as string, headers: { 'Content-Type': 'text/csv' } })
    expect((await post('instansi=20&kind=pegawai', 'a')).status).toBe(404)
    expect((await post('instansi=19&kind=apa', 'a')).status).toBe(400)
    expect((await post('instansi=19&kind=pegawai', '')).status).toBe(422)
    expect((await post('instansi=19&kind=pegawai', new Uint8Array(27 * 2 ** 20))).status).toBe(413)
    expect((await api.get('/api/v1/imports/999999')).status).toBe(404)
    expect((await api.get('/api/v1/imports?instansi=20')).json()).toEqual({ data: [], next: null })
    expect((await api.get('/api/v1/imports?cursor=xyz')).status).toBe(400)
  })

  it('shows only its own scope', async () => {
    const other = browser(actor({ grants: [grant('pengelola', [20])] }), routes)
    expect((await other.get('/api/v1/imports')).json()).toEqual({ data: [], next: null })
    const { rows } = await asJob(database.outer, tx => sql<{ n: number }>`SELECT count(*)::int AS n FROM import`.execute(tx))
    expect(rows[0]!.n).toBeGreaterThan(0)
  })
})
