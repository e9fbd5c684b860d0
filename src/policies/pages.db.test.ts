import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../test/factories/browser.ts'
import { newInstansi } from '../../test/factories/people.ts'
import { readSheetBytes } from '../../test/factories/workbook.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import { policyKinds } from '../policy-kinds.ts'
import { policyApi } from './api.ts'
import { policyRoutes } from './routes.ts'

let database: Database
let pages: ReturnType<typeof policyRoutes>
let api: ReturnType<typeof policyApi>
const o = { provinsi: 0, kota: 0 }

beforeAll(async () => {
  database = await testDatabase()
  pages = policyRoutes(servicesFor(database), policyKinds)
  api = policyApi(servicesFor(database), policyKinds)
  await asJob(database.outer, async tx => {
    o.provinsi = await newInstansi(tx, { name: 'Provinsi Uji', kind: 'provinsi', region_code: '19' })
    o.kota = await newInstansi(tx, { name: 'Kota Uji', kind: 'kota', region_code: '19.71', guided_by: o.provinsi })
    for (const [id, name] of [
      ['ani', 'Ani Pengelola'],
      ['budi', 'Budi Pengelola'],
    ])
      await sql`INSERT INTO identity.user_account (id, name, email, username) VALUES (${id}, ${name}, ${`${id}@akun.invalid`}, ${id})`.execute(
        tx,
      )
  })
})
afterAll(() => database.close())
afterEach(() => asJob(database.outer, tx => sql`DELETE FROM policy`.execute(tx)).then(() => undefined))

const pengelola = (accountId = 'ani') =>
  browser(actor({ accountId, homeInstansiId: o.provinsi, grants: [grant('pengelola', [o.provinsi])] }), { pages, api })
const national = () => browser(actor({ accountId: 'budi', grants: [grant('admin', [], { place: 'nation' })] }), { pages, api })
const pegawai = () => browser(actor({ pegawaiId: 1, homeInstansiId: o.provinsi }), { pages, api })

const weights = { 'isi-gap': '40', 'isi-dif': '20', 'isi-goal': '20', 'isi-mandate': '10', 'isi-reach': '10' }
const priority = {
  instansi: '19',
  ...weights,
  'isi-urgentFrom': '70',
  'isi-importantFrom': '45',
  'isi-urgentKnown': '3',
  rancangan: '',
  dasar: '',
}
const ikk = (potensi: string, kompetensi: string, more = {}) => ({
  instansi: '19',
  'isi-potensi': potensi,
  'isi-kompetensi': kompetensi,
  rancangan: '',
  dasar: '',
  ...more,
})
const draftIn = (text: string) => /name="rancangan" value="(\d+)"/.exec(text)![1]!

describe('/aturan', () => {
  it('lists what holds, whose choice it is, and on what basis', async () => {
    const { status, text } = await pengelola().get('/aturan')
    expect(status).toBe(200)
    for (const kind of policyKinds) expect(text).toContain(`href="/aturan/${kind.path}?instansi=19"`)
    expect(text).toContain('bawaan, belum terverifikasi')
    expect(text).toContain('Usulan bawaan Piawai; belum ditetapkan instansi')
    const found = await pengelola().get('/aturan?q=indeks')
    expect(found.text).toContain('/aturan/ikk?')
    expect(found.text).not.toContain('/aturan/prioritas?')
    expect((await pengelola().get('/aturan?asal=own')).text).toContain('Tidak ada aturan yang cocok')
  })

  it('is open to everybody of the instansi, and of no other', async () => {
    expect((await pegawai().get('/aturan')).status).toBe(200)
    expect((await pegawai().get('/aturan/jpm')).status).toBe(200)
    expect((await pegawai().get('/aturan/jpm?instansi=19.71')).status).toBe(404)
    expect((await pengelola().get('/aturan/tidak-ada')).status).toBe(404)
  })

  it('shows the form to who chooses, and to nobody else', async () => {
    expect((await pengelola().get('/aturan/jpm')).text).toContain('Simpan rancangan')
    expect((await pegawai().get('/aturan/jpm')).text).not.toContain('Simpan rancangan')
    expect((await pengelola().get('/aturan/jpm?instansi=semua')).text).not.toContain('Simpan rancangan')
    expect((await national().get('/aturan/jpm?instansi=semua')).text).toContain('Simpan rancangan')
    expect((await pegawai().post('/aturan/ikk', ikk('40', '60'))).status).toBe(403)
    expect((await pegawai().get('/aturan/ikk/rancangan')).status).toBe(403)
    expect((await pengelola().post('/aturan/ikk', ikk('40', '60', { instansi: '19.71' }))).status).toBe(404)
    expect((await pengelola().post('/aturan/ikk', ikk('40', '60', { instansi: 'semua' }))).status).toBe(404)
    expect(
      (await pengelola().post('/aturan/ikk/tetapkan', { instansi: 'semua', rancangan: '1', dasar: 'SK 1/2026' })).status,
    ).toBe(404)
  })
})

describe('a change', () => {
  it('goes from draft to simulation to force, and stays in the history', async () => {
    const saved = await pengelola().post('/aturan/prioritas', priority)
    expect([saved.status, saved.location]).toEqual([303, '/aturan/prioritas/rancangan?instansi=19'])
    const draft = await pengelola().get(saved.location!)
    expect(draft.text).toContain('Dampaknya bila ditetapkan')
    expect(draft.text).toContain('0 dari 0 kebutuhan berganti tingkat')
    expect(draft.text).toContain('Bobot Kesenjangan')
    const sheet = await readSheetBytes(await (await pengelola().get('/aturan/prioritas/rancangan.xlsx?instansi=19')).bytes())
    expect(sheet.slice(0, 2)).toEqual([
      ['Isian', 'Sekarang', 'Menjadi'],
      ['Bobot Kesenjangan', '30 %', '40 %'],
    ])
    expect((await pengelola().get('/aturan/ikk/rancangan.xlsx?instansi=19')).location).toBe('/aturan/ikk?instansi=19')
    expect((await pengelola().get('/aturan/prioritas')).text).toContain('Ada rancangan dari Ani Pengelola')
    expect((await pegawai().get('/aturan/prioritas')).text).not.toContain('Ada rancangan')

    const id = draftIn(draft.text)
    const without = await pengelola().post('/aturan/prioritas/tetapkan', { instansi: '19', rancangan: id, dasar: ' SK ' })
    expect(without.status).toBe(422)
    expect(without.text).toContain('Isi dasar hukum atau keputusan')
    const done = await pengelola().post('/aturan/prioritas/tetapkan', { instansi: '19', rancangan: id, dasar: 'Kepgub 7/2026' })
    expect([done.status, done.location]).toEqual([303, '/aturan/prioritas?instansi=19'])
    const { text } = await pengelola().get(done.location!)
    expect(text).toContain('22 November 2026')
    expect(text).toContain('Kepgub 7/2026')
    expect(text).toContain('Bobot Kesenjangan: 30 % → 40 %')
    expect(text).toContain('Ani Pengelola, 22 November 2026')
    expect(text).toContain('ditetapkan instansi')
    expect((await pengelola().get('/aturan/prioritas/rancangan')).location).toBe('/aturan/prioritas?instansi=19')
  })

  it('with weights that do not sum to 100 is refused beside the field with the sum, and what was typed is kept', async () => {
    const { status, text } = await pengelola().post('/aturan/ikk', ikk('40', '70', { dasar: 'SK 9/2026' }))
    expect(status).toBe(422)
    expect(text).toContain('Bobot berjumlah 110 %, seharusnya 100 %. Kurangi 10 pada salah satu bobot.')
    expect(text).toContain('href="#f-isi-potensi"')
    expect(text).toContain('value="40"')
    expect(text).toContain('value="SK 9/2026"')
    const words = await pengelola().post('/aturan/ikk', ikk('empat puluh', '101'))
    expect(words.text).toContain('Bobot potensi: isi dengan bilangan bulat.')
    expect(words.text).toContain('Bobot kompetensi: isi antara 0 dan 100.')
    const tiers = await pengelola().post('/aturan/prioritas', { ...priority, 'isi-importantFrom': '70' })
    expect(tiers.text).toContain('Batas penting harus di bawah batas urgen (70)')
    expect((await pengelola().post('/aturan/jpm', { instansi: '19', 'isi-cap': 'apa' })).text).toContain('pilih salah satu')
  })

  it('while somebody else saved a draft is kept on the screen, and saved on the second press', async () => {
    await pengelola('ani').post('/aturan/ikk', ikk('40', '60'))
    const late = await pengelola('budi').post('/aturan/ikk', ikk('50', '50'))
    expect(late.status).toBe(409)
    expect(late.text).toContain('Ani Pengelola menyimpan rancangan lain')
    expect(late.text).toContain('value="50"')
    const again = await pengelola('budi').post('/aturan/ikk', ikk('50', '50', { rancangan: draftIn(late.text) }))
    expect(again.status).toBe(303)
    expect((await pengelola().get(again.location!)).text).toContain('Disusun Budi Pengelola')
  })

  it('that was read and replaced meanwhile is not set', async () => {
    const { location } = await pengelola().post('/aturan/ikk', ikk('40', '60'))
    const read = draftIn((await pengelola().get(location!)).text)
    await pengelola('budi').post('/aturan/ikk', ikk('90', '10', { rancangan: read }))
    const stale = await pengelola().post('/aturan/ikk/tetapkan', { instansi: '19', rancangan: read, dasar: 'SK 1/2026' })
    expect([stale.status, stale.location]).toEqual([303, '/aturan/ikk/rancangan?instansi=19'])
    expect((await pengelola().get('/aturan/ikk')).text).toContain('Belum pernah ditetapkan di sini')
  })

  it('can be thrown away, and nothing has changed', async () => {
    const { location } = await pengelola().post('/aturan/ikk', ikk('40', '60'))
    const rancangan = draftIn((await pengelola().get(location!)).text)
    expect((await pengelola().post('/aturan/ikk/buang', { instansi: '19', rancangan })).location).toBe('/aturan/ikk?instansi=19')
    const { text } = await pengelola().get('/aturan/ikk')
    expect(text).not.toContain('Ada rancangan')
    expect(text).toContain('Belum pernah ditetapkan di sini')
  })

  it('for all holds where nobody chose, and says so', async () => {
    const { location } = await national().post('/aturan/ikk', ikk('20', '80', { instansi: 'semua' }))
    const rancangan = draftIn((await national().get(location!)).text)
    await national().post('/aturan/ikk/tetapkan', { instansi: 'semua', rancangan, dasar: 'PermenPANRB Uji' })
    const { text } = await pengelola().get('/aturan/ikk')
    expect(text).toContain('ditetapkan nasional')
    expect(text).toContain('PermenPANRB Uji')
  })
})

describe('/hukum', () => {
  it('names every number with its act, and marks what is unverified', async () => {
    const { status, text } = await pegawai().get('/hukum')
    expect(status).toBe(200)
    expect(text).toContain('PP 11/2017 jo. PP 17/2020, Pasal 203')
    expect(text).toContain('20 JP')
    expect(text).toContain('belum terverifikasi')
    expect(text).toContain('href="/aturan/ikk?instansi=19"')
    expect(text).toContain('Pilihan Provinsi Uji')
  })

  it('is searched, narrowed and sorted', async () => {
    const found = await pegawai().get('/hukum?q=pasal 203')
    expect(found.text).toContain('JP paling sedikit setahun')
    expect(found.text).not.toContain('JP paling banyak setahun')
    const open = await pegawai().get('/hukum?status=belum')
    expect(open.text).toContain('Masa berlaku hasil penilaian')
    expect(open.text).not.toContain('JP paling sedikit setahun')
    expect((await pegawai().get('/hukum?q=zzz')).text).toContain('Tidak ada angka yang cocok')
    const named = (text: string) => ['JP paling banyak', 'Kategori JPM, pemetaan'].map(name => text.indexOf(name) >= 0)
    expect(named((await pegawai().get('/hukum')).text)).toEqual([true, true])
    const last = (await pegawai().get('/hukum?urut=angka&arah=turun')).text
    expect(last.indexOf('Skala tingkat')).toBeGreaterThan(0)
    expect(named(last)).toEqual([false, false])
    expect(last.indexOf('Skala tingkat')).toBeLessThan(last.indexOf('Matriks predikat kinerja'))
    expect((await pegawai().get('/hukum?halaman=5')).text).toContain('Skala tingkat')
  })

  it('shows what holds today; past values where they are asked for', async () => {
    expect((await pegawai().get('/hukum?q=nomenklatur')).text).not.toContain('Permendagri 90/2019')
    expect((await pegawai().get('/hukum?q=nomenklatur')).text).toContain('Kepmendagri 900.1-861/2026')
    expect((await pegawai().get('/hukum?q=nomenklatur&nilai=semua')).text).toContain('Permendagri 90/2019')
  })

  it('goes out as a workbook', async () => {
    const rows = await readSheetBytes(await (await pegawai().get('/hukum.xlsx?q=pasal 203')).bytes())
    expect(rows.at(-1)!.slice(0, 3)).toEqual([
      'JP paling sedikit setahun bagi PNS',
      '20 JP',
      'PP 11/2017 jo. PP 17/2020, Pasal 203',
    ])
    const rules = await readSheetBytes(await (await pegawai().get('/aturan.xlsx?q=indeks')).bytes())
    expect(rows.length).toBeGreaterThan(1)
    expect(rules.at(-1)![0]).toBe('Bobot indeks kesenjangan (IKK)')
  })
})

describe('the API', () => {
  const setIkk = async () => {
    const { location } = await pengelola().post('/aturan/ikk', ikk('40', '60'))
    const rancangan = draftIn((await pengelola().get(location!)).text)
    await pengelola().post('/aturan/ikk/tetapkan', { instansi: '19', rancangan, dasar: 'Kepgub 8/2026' })
  }

  it('gives what held on a date, and every version', async () => {
    await setIkk()
    const now = (await pegawai().get('/api/v1/policies/ikk?instansi=19')).json()
    expect(now).toMatchObject({
      kind: 'ikk',
      value: { potensi: 40, kompetensi: 60 },
      origin: 'own',
      version: 1,
      activeFrom: '2026-11-22',
      legalBasis: 'Kepgub 8/2026',
      verified: true,
      versions: [{ version: 1, state: 'active', activeUntil: null }],
    })
    expect((await pegawai().get('/api/v1/policies/ikk?instansi=19&date=2026-11-21')).json()).toMatchObject({
      value: { potensi: 30, kompetensi: 70 },
      origin: 'ships',
      verified: false,
    })
    expect((await pegawai().get('/api/v1/policies/ikk?instansi=19.71')).status).toBe(404)
    expect((await pegawai().get('/api/v1/policies/apa')).status).toBe(404)
    expect((await pegawai().get('/api/v1/policies/ikk?date=kemarin')).status).toBe(400)
    const { data } = (await national().get('/api/v1/policies?instansi=19')).json() as { data: { kind: string }[] }
    expect(data.map(one => one.kind)).toEqual(policyKinds.map(kind => kind.kind))
  })

  it('names the series of a number that does not exist on a day', async () => {
    const { status, text } = await pegawai().get('/api/v1/policies/validity?date=2016-12-31')
    expect(status).toBe(404)
    expect(text).toContain('Masa berlaku hasil penilaian: no value in force on 2016-12-31')
  })

  it('gives the register of law', async () => {
    type Law = { data: { key: string; entries: { verified: boolean; act: string | null }[] }[] }
    const all = (await pegawai().get('/api/v1/law')).json() as Law
    expect(all.data.find(one => one.key === 'jp_per_year')).toMatchObject({
      entries: [
        { value: 20, reads: '20 JP', act: 'PP 11/2017 jo. PP 17/2020', article: 'Pasal 203', verified: true, until: null },
      ],
    })
    const open = (await pegawai().get('/api/v1/law?verified=false')).json() as Law
    expect(open.data.every(one => one.entries.some(entry => !entry.verified))).toBe(true)
    expect(open.data.length).toBeLessThan(all.data.length)
  })
})
