import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../test/factories/browser.ts'
import { newInstansi, newPegawai, newUnit } from '../../test/factories/people.ts'
import { readSheetBytes } from '../../test/factories/workbook.ts'
import { asJob, type Database } from '../platform/db/index.ts'
import { performanceApi, performanceRoutes } from './index.ts'
import { ratingsOf } from './store/ratings.ts'

let database: Database
let pages: ReturnType<typeof performanceRoutes>
let api: ReturnType<typeof performanceApi>
const o = { provinsi: 0, kota: 0, dinas: 0, ani: 0, budi: 0, citra: 0, dewi: 0 }

beforeAll(async () => {
  database = await testDatabase()
  pages = performanceRoutes(servicesFor(database))
  api = performanceApi(servicesFor(database))
  await asJob(database.outer, async tx => {
    o.provinsi = await newInstansi(tx, { name: 'Provinsi Uji', kind: 'provinsi', region_code: '19' })
    o.kota = await newInstansi(tx, { name: 'Kota Uji', kind: 'kota', region_code: '19.71', guided_by: o.provinsi })
    o.dinas = await newUnit(tx, { instansi_id: o.provinsi, name: 'Dinas Kesehatan' })
    const badan = await newUnit(tx, { instansi_id: o.provinsi, name: 'Badan Keuangan' })
    const other = await newUnit(tx, { instansi_id: o.kota, name: 'Dinas Sosial' })
    const person = (unit_id: number, name: string, instansi_id = o.provinsi) => newPegawai(tx, { instansi_id, unit_id, name })
    o.ani = await person(o.dinas, 'Ani')
    o.budi = await person(o.dinas, 'Budi')
    o.citra = await person(badan, 'Citra')
    o.dewi = await person(other, 'Dewi', o.kota)
  })
})
afterAll(() => database.close())

const of = (role: Parameters<typeof grant>[0], ids: number[]) =>
  browser(actor({ accountId: role, homeInstansiId: o.provinsi, grants: [grant(role, ids)] }), { pages, api })
const pengelola = () => of('pengelola', [o.provinsi])
const team = () =>
  browser(actor({ name: 'Budi', homeInstansiId: o.provinsi, pegawaiId: o.budi, teamIds: [o.ani] }), { pages, api })
const self = () => browser(actor({ homeInstansiId: o.provinsi, pegawaiId: o.ani }), { pages, api })

const rating = {
  tahun: '2025',
  periode: 'tahunan',
  hasil: 'sesuai',
  perilaku: 'di_atas',
  target: '',
  capaian: '97,5',
  satuan: '',
  gantikan: '',
}
const blank = { tanggal: '', penilai: '', nip_penilai: '', alasan: '' }
const send = (who: ReturnType<typeof browser>, id: number, fields: Record<string, string> = {}) =>
  who.post(`/kinerja/${id}`, { ...blank, ...rating, ...fields })
const ratings = (id: number) => asJob(database.outer, tx => ratingsOf(tx, id))

describe('/kinerja', () => {
  it('says what to do where nobody is rated yet', async () => {
    const { status, text } = await pengelola().get('/kinerja')
    expect(status).toBe(200)
    expect(text).toContain('Belum satu pun dari 3 orang dinilai')
    expect(text).toContain('href="/impor/baru?jenis=kinerja"')
    expect(text).not.toContain('<svg class="chart-bars"')
  })

  it('counts who is rated, shows how, and leads to the people behind each figure', async () => {
    await send(pengelola(), o.ani)
    await send(pengelola(), o.citra, { hasil: 'di_bawah', perilaku: 'sesuai', capaian: '60' })
    const { text } = await pengelola().get('/kinerja')
    expect(text).toContain('67 %')
    expect(text).toContain('2 dari 3 orang sudah dinilai; 1 belum.')
    expect(text).toContain('<svg class="chart-bars"')
    expect(text).toContain('href="/kinerja?penilaian=hasil-di-bawah"')
    expect(text).toContain('href="/kinerja?penilaian=belum"')
    expect(text).toContain('97,5 %')
    expect(text).toContain('PP 11/2017 Pasal 206')
  })

  it('searches, filters by office, rating, year and period, and sorts', async () => {
    const names = async (query: string) =>
      [...(await pengelola().get(`/kinerja?${query}`)).text.matchAll(/class="row-link" href="\/kinerja\/\d+">(\w+)/g)].map(
        match => match[1],
      )
    expect(await names('')).toEqual(['Ani', 'Budi', 'Citra'])
    expect(await names('q=bud')).toEqual(['Budi'])
    expect(await names('q=zzz')).toEqual([])
    expect(await names(`unit=${o.dinas}`)).toEqual(['Ani', 'Budi'])
    expect(await names('penilaian=baik')).toEqual(['Ani'])
    expect(await names('penilaian=hasil-di-bawah')).toEqual(['Citra'])
    expect(await names('penilaian=belum')).toEqual(['Budi'])
    expect(await names('penilaian=baik&tahun=2024')).toEqual([])
    expect(await names('penilaian=baik&periode=triwulan-1')).toEqual([])
    expect(await names('urut=predikat')).toEqual(['Ani', 'Citra', 'Budi'])
    expect(await names('urut=capaian')).toEqual(['Citra', 'Ani', 'Budi'])
    expect((await pengelola().get('/kinerja?q=zzz')).text).toContain('Tidak ada yang cocok')
    expect((await pengelola().get('/kinerja?tahun=2026')).text).toContain('Periode ini baru selesai 31 Desember 2026')
  })

  it('goes out as a workbook', async () => {
    const rows = await readSheetBytes(await (await pengelola().get('/kinerja.xlsx?penilaian=hasil-di-bawah')).bytes())
    expect(rows.at(-1)!.slice(1)).toEqual([
      'Citra',
      null,
      'Badan Keuangan',
      '2025',
      'Tahunan',
      'Di bawah ekspektasi',
      'Sesuai ekspektasi',
      'Butuh perbaikan',
      100,
      60,
      '%',
      60,
    ])
  })

  it('is the team to an atasan, and closed to Bappeda, to who is led, and beyond the scope', async () => {
    const { text } = await team().get('/kinerja')
    expect(text).toContain('Ani')
    expect(text).not.toContain('Citra')
    expect((await team().get('/kinerja?instansi=19')).status).toBe(404)
    for (const path of ['/kinerja', '/kinerja.xlsx']) {
      expect((await of('bappeda', [o.provinsi]).get(path)).status).toBe(403)
      expect((await self().get(path)).status).toBe(403)
      expect((await pengelola().get(`${path}?instansi=19.71`)).status).toBe(404)
    }
    expect((await of('pembina', [o.provinsi, o.kota]).get('/kinerja?instansi=19.71')).text).toContain('Dewi')
  })
})

describe('/kinerja/:id', () => {
  it('shows the predicate that counts, who recorded it when, and the matrix with its act', async () => {
    const { text } = await pengelola().get(`/kinerja/${o.ani}`)
    expect(text).toContain('SKP 2025: hasil kerja sesuai ekspektasi, perilaku di atas ekspektasi.')
    expect(text).toContain('akun yang sudah tidak ada')
    expect(text).toContain('22 November 2026 10.00 WIB · lewat formulir')
    expect(text).toContain('PermenPANRB 6/2022')
    expect(text).toContain('150\u00a0%')
    expect(text).toContain('action="/kinerja/')
  })

  it('keeps what was typed where it is refused, and says what to do', async () => {
    const refused = async (fields: Record<string, string>) => {
      const { status, text } = await send(pengelola(), o.budi, { penilai: 'Si Penilai', ...fields })
      expect(status).toBe(422)
      expect(text).toContain('value="Si Penilai"')
      return text
    }
    expect(await refused({ tahun: '2026' })).toContain('Periode 2026 baru selesai 31 Desember 2026')
    expect(await refused({ tahun: '2021' })).toContain('belum berlaku untuk tahun 2021')
    expect(await refused({ tahun: 'dulu' })).toContain('Isi tahun dengan empat angka')
    expect(await refused({ capaian: 'banyak' })).toContain('Tulis angka saja')
    expect(await refused({ hasil: '', perilaku: '' })).toContain('Belum ada yang dinilai')
    expect(await refused({ periode: 'semester-1' })).toContain('Pilih periodenya')
    expect(await refused({ tanggal: '2025-02-30' })).toContain('Tanggal ini tidak dapat dibaca')
    expect(await ratings(o.budi)).toEqual([])
  })

  it('says where a rating counts already, and corrects it with a reason, the old one kept', async () => {
    expect((await send(pengelola(), o.ani, { hasil: 'di_atas' })).text).toContain('sudah ada penilaian yang berlaku')
    const [now] = await ratings(o.ani)
    const form = await pengelola().get(`/kinerja/${o.ani}?koreksi=${now!.id}`)
    expect(form.text).toContain('Koreksi penilaian 2025')
    expect(form.text).toContain('value="97,5"')
    const again = await send(pengelola(), o.ani, { gantikan: String(now!.id), hasil: 'di_atas', alasan: '' })
    expect(again.text).toContain('Isi alasan koreksi')
    const done = await send(pengelola(), o.ani, { gantikan: String(now!.id), hasil: 'di_atas', alasan: 'Salah ketik' })
    expect([done.status, done.location]).toEqual([303, `/kinerja/${o.ani}#isi`])
    const { text } = await pengelola().get(`/kinerja/${o.ani}`)
    expect(text).toContain('Sangat baik')
    expect(text).toContain('Yang sudah diganti atau ditarik (1)')
    expect(text).toContain('Salah ketik')
    expect((await send(pengelola(), o.ani, { gantikan: String(now!.id), alasan: 'Salah ketik' })).text).toContain(
      'baru saja diganti atau ditarik',
    )
  })

  it('withdraws a rating with a reason', async () => {
    await send(pengelola(), o.budi)
    const [row] = await ratings(o.budi)
    const path = `/kinerja/${o.budi}/${row!.id}/tarik`
    expect((await pengelola().post(path, { alasan_tarik: '' })).text).toContain('Isi alasan penarikan')
    expect((await pengelola().post(path, { alasan_tarik: 'Salah orang' })).status).toBe(303)
    expect((await pengelola().get(`/kinerja/${o.budi}`)).text).toContain('Belum ada penilaian SKP')
  })

  it('lets an atasan rate the team, the own name as rater, and nobody rate oneself', async () => {
    expect((await team().get(`/kinerja/${o.ani}`)).text).toContain('value="Budi"')
    expect((await send(team(), o.ani, { tahun: '2024' })).status).toBe(303)
    expect((await team().get(`/kinerja/${o.citra}`)).status).toBe(404)
    const keeper = browser(
      actor({ homeInstansiId: o.provinsi, pegawaiId: o.citra, grants: [grant('pengelola', [o.provinsi])] }),
      { pages },
    )
    const own = await keeper.get(`/kinerja/${o.citra}`)
    expect(own.text).toContain('Penilaian Anda dicatat oleh atasan Anda')
    expect(own.text).not.toContain('name="hasil"')
    const refused = await send(keeper, o.citra, { tahun: '2024' })
    expect([refused.status, refused.text]).toEqual([
      403,
      'Penilaian Anda dicatat oleh atasan Anda atau pengelola kepegawaian lain.',
    ])
    expect((await ratings(o.citra)).filter(row => row.year === 2024)).toEqual([])
  })

  it('is read and not written by pimpinan, perencana and pembina', async () => {
    for (const role of ['pimpinan', 'perencana', 'pembina'] as const) {
      const { status, text } = await of(role, [o.provinsi]).get(`/kinerja/${o.ani}`)
      expect(status).toBe(200)
      expect(text).not.toContain('name="hasil"')
      expect((await send(of(role, [o.provinsi]), o.ani, { tahun: '2023' })).status).toBe(403)
    }
    expect((await of('bappeda', [o.provinsi]).get(`/kinerja/${o.ani}`)).status).toBe(404)
  })

  it('shows everybody their own', async () => {
    const { status, text } = await self().get('/saya/kinerja')
    expect(status).toBe(200)
    expect(text).toContain('Kinerja saya')
    expect(text).toContain('Sangat baik')
    expect(text).not.toContain('name="hasil"')
    expect((await self().get(`/kinerja/${o.budi}`)).status).toBe(404)
    expect((await browser(actor(), { pages }).get('/saya/kinerja')).status).toBe(404)
  })

  it('speaks English', async () => {
    const english = browser(actor({ grants: [grant('pengelola', [o.provinsi])] }), { pages }, 'en')
    expect((await english.get('/kinerja')).text).toContain('Results below expectation')
    expect((await english.get(`/kinerja/${o.ani}`)).text).toContain('How the predicate is decided')
  })
})

describe('the API', () => {
  type List = { data: { id: number; pegawaiId: number; predicate: string; supersededAt: string | null }[]; next: string | null }

  it('gives every rating of a person, those replaced included', async () => {
    const first = (await pengelola().get(`/api/v1/pegawai/${o.ani}/performance?limit=1`)).json() as List
    expect(first.data).toEqual([
      {
        id: expect.any(Number),
        pegawaiId: o.ani,
        instansi: '19',
        period: { kind: 'tahunan', year: 2025, number: 1, end: '2025-12-31' },
        result: 'di_atas',
        behaviour: 'di_atas',
        predicate: 'sangat_baik',
        resultBelow: false,
        behaviourBelow: false,
        target: 100,
        achieved: 97.5,
        unit: '%',
        achievedPercent: 97.5,
        ratedOn: null,
        rater: null,
        recordedAt: '2026-11-22T03:00:00.000Z',
        supersededAt: null,
      },
    ])
    const rest = (await pengelola().get(`/api/v1/pegawai/${o.ani}/performance?cursor=${first.next}`)).json() as List
    expect(rest.data.map(row => [row.predicate, row.supersededAt === null])).toEqual([
      ['baik', false],
      ['baik', true],
    ])
    expect((await self().get(`/api/v1/pegawai/${o.budi}/performance`)).status).toBe(404)
  })

  it('lists what counts, in pages, by agency and year', async () => {
    const page = async (query: string) => (await pengelola().get(`/api/v1/performance?${query}`)).json() as List
    const all = await page('instansi=19')
    expect(all.data.map(row => row.pegawaiId)).toEqual([o.ani, o.ani, o.citra])
    expect(all.data.every(row => row.supersededAt === null)).toBe(true)
    const first = await page('limit=2')
    const second = await page(`limit=2&cursor=${first.next}`)
    expect([...first.data, ...second.data].map(row => row.id)).toEqual(all.data.map(row => row.id))
    expect(second.next).toBeNull()
    expect((await page('year=2024')).data).toHaveLength(1)
    expect((await page('instansi=19.71')).data).toEqual([])
    expect((await pengelola().get('/api/v1/performance?cursor=apa')).status).toBe(400)
    expect(((await self().get('/api/v1/performance')).json() as List).data.map(row => row.pegawaiId)).toEqual([o.ani, o.ani])
  })
})
