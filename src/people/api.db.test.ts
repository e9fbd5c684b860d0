import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../test/factories/browser.ts'
import { newInstansi, newJabatan, newPegawai, newUnit } from '../../test/factories/people.ts'
import { asJob, type Database } from '../platform/db/index.ts'
import { peopleApi } from './api.ts'

let database: Database
let api: ReturnType<typeof peopleApi>
const o = { provinsi: 0, kota: 0, unit: 0, jabatan: 0, people: [] as number[], elsewhere: 0 }

beforeAll(async () => {
  database = await testDatabase()
  api = peopleApi(servicesFor(database))
  await asJob(database.outer, async tx => {
    o.provinsi = await newInstansi(tx, { name: 'Provinsi Uji', kind: 'provinsi', region_code: '19' })
    o.kota = await newInstansi(tx, { name: 'Kota Uji', kind: 'kota', region_code: '19.71', guided_by: o.provinsi })
    o.unit = await newUnit(tx, { instansi_id: o.provinsi, name: 'Dinas Kesehatan' })
    o.jabatan = await newJabatan(tx, {
      instansi_id: o.provinsi,
      unit_id: o.unit,
      name: 'Perawat Terampil',
      jenis: 'fungsional',
      jenjang: 'terampil',
    })
    for (let i = 0; i < 5; i++) {
      o.people.push(
        await newPegawai(tx, {
          instansi_id: o.provinsi,
          unit_id: o.unit,
          name: `Ani ${i}`,
          jabatan_id: i === 0 ? o.jabatan : null,
        }),
      )
    }
    const unit = await newUnit(tx, { instansi_id: o.kota, name: 'Dinas Sosial' })
    o.elsewhere = await newPegawai(tx, { instansi_id: o.kota, unit_id: unit, name: 'Budi' })
  })
})
afterAll(() => database.close())

type List = { data: Record<string, unknown>[]; next: string | null }
const provinsi = () => browser(actor({ homeInstansiId: o.provinsi, grants: [grant('pengelola', [o.provinsi])] }), { api })
const pembina = () =>
  browser(actor({ homeInstansiId: o.provinsi, grants: [grant('pembina', [o.provinsi, o.kota], { place: 'guided' })] }), { api })
const list = async (who: ReturnType<typeof browser>, path: string) => (await who.get(`/api/v1${path}`)).json() as List

describe('GET /pegawai', () => {
  it('gives the people in scope, by id', async () => {
    const { data, next } = await list(provinsi(), '/pegawai')
    expect(next).toBeNull()
    expect(data.map(row => row.id)).toEqual(o.people)
    expect(data[0]).toEqual({
      id: o.people[0],
      nip: expect.stringMatching(/^\d{18}$/),
      name: 'Ani 0',
      instansi: '19',
      unit: { id: o.unit, name: 'Dinas Kesehatan' },
      jabatan: { id: o.jabatan, name: 'Perawat Terampil', jenjang: 'terampil' },
      employment: 'pns',
      status: 'aktif',
    })
    expect(data[1]!.jabatan).toBeNull()
  })

  it('goes on at the cursor until the end', async () => {
    const seen: unknown[] = []
    let next: string | null = ''
    while (next !== null) {
      const page: List = await list(pembina(), `/pegawai?limit=2${next ? `&cursor=${next}` : ''}`)
      seen.push(...page.data.map(row => row.id))
      next = page.next
    }
    expect(seen).toEqual([...o.people, o.elsewhere])
  })

  it('narrows by region code and by q; what is unknown or outside the scope is an empty list', async () => {
    expect((await list(pembina(), '/pegawai?instansi=19.71')).data.map(row => row.name)).toEqual(['Budi'])
    expect((await list(pembina(), '/pegawai?q=ani+3')).data.map(row => row.name)).toEqual(['Ani 3'])
    expect(await list(provinsi(), '/pegawai?instansi=19.71')).toEqual({ data: [], next: null })
    expect(await list(provinsi(), '/pegawai?instansi=77')).toEqual({ data: [], next: null })
  })

  it('shows Bappeda nobody, a pegawai itself, and a trainer the people of the case', async () => {
    expect((await list(browser(actor({ grants: [grant('bappeda', [o.provinsi])] }), { api }), '/pegawai')).data).toEqual([])
    const own = await list(
      browser(actor({ pegawaiId: o.people[1]!, grants: [grant('bappeda', [o.provinsi])] }), { api }),
      '/pegawai',
    )
    expect(own.data.map(row => row.id)).toEqual([o.people[1]])
    const trainer = grant('fasilitator', [], { place: 'case', peopleIds: [o.elsewhere, o.people[2]!] })
    expect((await list(browser(actor({ grants: [trainer] }), { api }), '/pegawai')).data.map(row => row.id)).toEqual([
      o.people[2],
      o.elsewhere,
    ])
  })

  it.each(['limit=0', 'limit=501', 'limit=abc', 'cursor=kacau', 'cursor=bnVsbA'])(
    'answers 400 problem+json to %s',
    async query => {
      const answer = await provinsi().get(`/api/v1/pegawai?${query}`)
      expect(answer.status).toBe(400)
      expect(answer.json()).toMatchObject({ status: 400, title: 'Bad Request', requestId: 'uji' })
    },
  )
})

describe('GET /pegawai/:id', () => {
  it('gives the person with history, and 404 outside the scope', async () => {
    const answer = await provinsi().get(`/api/v1/pegawai/${o.people[0]}`)
    expect(answer.json()).toMatchObject({
      id: o.people[0],
      instansi: '19',
      unit: { path: ['Dinas Kesehatan'] },
      jabatan: { jenjang: 'terampil' },
      history: { jabatan: [], education: [], employment: [] },
    })
    expect((await provinsi().get(`/api/v1/pegawai/${o.elsewhere}`)).status).toBe(404)
    expect((await provinsi().get('/api/v1/pegawai/99999999999')).status).toBe(400)
  })
})

describe('the organisation', () => {
  it('gives instansi, units and jabatan of whom the asker belongs to or holds a role for', async () => {
    expect((await list(provinsi(), '/instansi')).data).toMatchObject([{ instansi: '19', kind: 'provinsi', guidedBy: null }])
    expect((await list(pembina(), '/instansi?limit=1')).next).not.toBeNull()
    expect((await list(pembina(), '/instansi?instansi=19.71')).data).toMatchObject([{ instansi: '19.71', guidedBy: '19' }])
    expect((await list(provinsi(), '/units')).data).toEqual([
      { id: o.unit, instansi: '19', parentId: null, opdId: o.unit, code: expect.any(String), name: 'Dinas Kesehatan' },
    ])
    expect((await list(pembina(), '/units?instansi=19.71')).data.map(row => row.name)).toEqual(['Dinas Sosial'])
    expect((await list(provinsi(), '/jabatan')).data).toMatchObject([
      { id: o.jabatan, jenjang: 'terampil', isHead: false, urusan: null },
    ])
    expect((await list(provinsi(), '/jabatan?instansi=19.71')).data).toEqual([])
    expect((await list(browser(actor(), { api }), '/units')).data).toEqual([])
    expect(
      (await list(browser(actor({ grants: [grant('pembina', [], { place: 'nation' })] }), { api }), '/units')).data,
    ).toHaveLength(2)
  })
})
