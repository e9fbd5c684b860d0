import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rolledBack, testDatabase } from '../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../test/factories/browser.ts'
import { newInstansi, newJabatan, newPegawai, newTenure, newUnit } from '../../test/factories/people.ts'
import { readSheetBytes } from '../../test/factories/workbook.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import { peopleApi } from './api.ts'
import { peopleRoutes } from './routes.ts'
import { countPosts, listPosts, type PostFilter } from './store/post-map.ts'

let database: Database
let pages: ReturnType<typeof peopleRoutes>
let api: ReturnType<typeof peopleApi>
const o = { instansi: 0, other: 0, dinas: 0, head: 0, vacantHead: 0, guru: 0, crowded: 0, unknown: 0, kepala: 0 }

beforeAll(async () => {
  database = await testDatabase()
  pages = peopleRoutes(servicesFor(database))
  api = peopleApi(servicesFor(database))
  await asJob(database.outer, async tx => {
    o.instansi = await newInstansi(tx, { region_code: '19' })
    o.other = await newInstansi(tx, { region_code: '18' })
    o.dinas = await newUnit(tx, { instansi_id: o.instansi, name: 'Dinas Pendidikan' })
    const bidang = await newUnit(tx, { instansi_id: o.instansi, parent_id: o.dinas, name: 'Bidang Guru' })
    const post = (name: string, unit_id: number, seats: number | null, is_head = false) =>
      newJabatan(tx, { instansi_id: o.instansi, unit_id, name, is_head }).then(async id => {
        await sql`UPDATE jabatan SET seats = ${seats} WHERE id = ${id}`.execute(tx)
        return id
      })
    o.head = await post('Kepala Dinas', o.dinas, 1, true)
    o.vacantHead = await post('Kepala Bidang', bidang, 1, true)
    o.guru = await post('Guru_Muda', bidang, 5)
    o.crowded = await post('Pengadministrasi', bidang, 1)
    o.unknown = await post('Arsiparis', bidang, null)
    const hold = async (jabatan_id: number, name: string, appointment = 'definitif', until_date: string | null = null) => {
      const pegawai_id = await newPegawai(tx, { instansi_id: o.instansi, unit_id: bidang, name })
      await newTenure(tx, { pegawai_id, instansi_id: o.instansi, jabatan_id, appointment, until_date })
      return pegawai_id
    }
    o.kepala = await hold(o.head, 'Kepala')
    await newTenure(tx, { pegawai_id: o.kepala, instansi_id: o.instansi, jabatan_id: o.vacantHead, appointment: 'plt' })
    await hold(o.vacantHead, 'Mantan', 'definitif', '2025-01-01')
    await hold(o.guru, 'Guru A')
    await hold(o.guru, 'Guru B')
    await hold(o.crowded, 'Staf A')
    await hold(o.crowded, 'Staf B')
  })
})
afterAll(() => database.close())

const all: PostFilter = { instansiId: 0, unitId: null, jenjang: null, state: null, acting: false, q: '' }
const list = (filter: Partial<PostFilter> = {}) =>
  asJob(database.outer, tx =>
    listPosts(tx, { ...all, instansiId: o.instansi, ...filter }, { order: 'unit', descending: false, offset: 0, limit: 50 }),
  )
const names = async (filter: Partial<PostFilter>) => (await list(filter)).map(row => row.name)
const pengelola = () => browser(actor({ homeInstansiId: o.instansi, grants: [grant('pengelola', [o.instansi])] }), { pages, api })

describe('the map of posts', () => {
  it('counts seats and definitive holders; a Plt fills no seat', async () => {
    expect((await list()).map(row => [row.name, row.seats, row.definitive, row.acting, row.open, row.state])).toEqual([
      ['Kepala Bidang', 1, 0, 1, 1, 'kosong'],
      ['Arsiparis', null, 0, 0, 1, 'kosong'],
      ['Guru_Muda', 5, 2, 0, 3, 'sebagian'],
      ['Pengadministrasi', 1, 2, 0, 0, 'berlebih'],
      ['Kepala Dinas', 1, 1, 0, 0, 'lengkap'],
    ])
  })

  it('is narrowed by state, office and words, in which _ is an ordinary sign', async () => {
    expect(await names({ state: 'kosong' })).toEqual(['Kepala Bidang', 'Arsiparis'])
    expect(await names({ acting: true })).toEqual(['Kepala Bidang'])
    expect(await names({ q: 'guru_' })).toEqual(['Guru_Muda'])
    expect(await names({ q: 'kepala%' })).toEqual([])
    expect(await names({ q: 'bidang guru' })).toHaveLength(4)
    const counts = await asJob(database.outer, tx => countPosts(tx, { ...all, instansiId: o.instansi }))
    expect(counts).toEqual([
      {
        unitId: o.dinas,
        unit: 'Dinas Pendidikan',
        posts: 5,
        seats: 8,
        unknown: 1,
        definitive: 5,
        vacant: 2,
        open: 5,
        acting: 1,
      },
    ])
  })

  it('knows no holder outside the scope', () =>
    rolledBack(database, { kind: 'instansi', instansi: [o.other] }, async tx => {
      const rows = await listPosts(
        tx,
        { ...all, instansiId: o.instansi },
        { order: 'nama', descending: false, offset: 0, limit: 50 },
      )
      expect(rows.flatMap(row => row.holders)).toEqual([])
    }))

  it('is a page, a workbook and a list of the API for who sees the people, and for nobody else', async () => {
    const page = await pengelola().get('/organisasi/peta')
    expect(page.text).toContain('Kepala Bidang')
    expect(page.text).toMatch(/Plt, sejak 1 Januari 2024/)
    expect(page.text).toContain('dari 5 jabatan')
    const rows = await readSheetBytes(await (await pengelola().get('/organisasi/peta.xlsx?keadaan=kosong')).bytes())
    expect(rows.at(-1)!.slice(3, 4)).toEqual(['Arsiparis'])
    const found = (await pengelola().get('/api/v1/post-map?instansi=19&state=kosong&limit=1')).json() as {
      data: object[]
      next: string
    }
    expect(found.data).toMatchObject([{ name: 'Kepala Bidang', open: 1, holders: [{ appointment: 'plt' }] }])
    const rest = (await pengelola().get(`/api/v1/post-map?instansi=19&state=kosong&cursor=${found.next}`)).json()
    expect(rest).toMatchObject({ data: [{ name: 'Arsiparis', holders: [] }], next: null })
    const own = browser(actor({ homeInstansiId: o.instansi, pegawaiId: o.kepala }), { pages, api })
    expect((await own.get('/organisasi/peta')).status).toBe(403)
    expect((await own.get('/api/v1/post-map?instansi=19')).json()).toEqual({ data: [], next: null })
    expect((await pengelola().get('/organisasi/peta?instansi=18')).status).toBe(404)
  })
})
