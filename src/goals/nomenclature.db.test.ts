import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadNomenclature } from '../../seeds/reference/nomenclature.ts'
import { testDatabase } from '../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../test/factories/browser.ts'
import { readSheetBytes } from '../../test/factories/workbook.ts'
import { asJob, type Database } from '../platform/db/index.ts'
import { OutsideSeries } from '../regulation/index.ts'
import { goalsApi } from './api.ts'
import { goalsRoutes, type NomenclatureRow, nomenclatureAt } from './index.ts'

let database: Database
let pages: ReturnType<typeof goalsRoutes>
let api: ReturnType<typeof goalsApi>

beforeAll(async () => {
  database = await testDatabase()
  pages = goalsRoutes(servicesFor(database))
  api = goalsApi(servicesFor(database))
  await asJob(database.outer, loadNomenclature)
})
afterAll(() => database.close())

const bappeda = () => browser(actor({ homeInstansiId: 1, grants: [grant('bappeda', [1])] }), { pages, api })

describe('the nomenclature', () => {
  it('means what its version in force that day says, and nothing before the first', async () => {
    const on = (date: string): Promise<NomenclatureRow | null> => nomenclatureAt(database.outer, '5.03.02.1.03', date)
    expect(await on('2024-08-27')).toMatchObject({
      name: 'Pengembangan Kompetensi ASN',
      level: 'kegiatan',
      government: 'provinsi',
    })
    expect(await on('2026-11-22')).toMatchObject({ verified: false })
    // In force, but its table was not filled: not the neighbour's.
    expect(await on('2024-08-26')).toBeNull()
    await expect(on('2019-10-17')).rejects.toThrow(OutsideSeries)
    await expect(on('2019-10-17')).rejects.toThrow('Nomenklatur program, kegiatan, dan sub kegiatan')
  })

  it('is browsed from program to sub kegiatan, and searched by code or words', async () => {
    const { text } = await bappeda().get('/nomenklatur')
    expect(text).toContain('Kepmendagri 900.1-861/2026')
    expect(text).toContain('Kepegawaian')
    expect(text).not.toContain('Pengembangan Kompetensi ASN')
    const under = (await bappeda().get('/nomenklatur?induk=5.03.02&untuk=provinsi')).text
    expect(under).toContain('5.03.02.1.03')
    expect(under).not.toContain('5.03.02.2.03')
    expect((await bappeda().get('/nomenklatur?q=5.04.02.1.02')).text).toContain('Sertifikasi Kompetensi')
    expect((await bappeda().get('/nomenklatur?q=sertifikasi+manajerial')).text).toContain('5.04.02.1.02')
    expect((await bappeda().get('/nomenklatur?q=zzz')).text).toContain('Tidak ada kode yang cocok')
    expect((await bappeda().get('/nomenklatur?versi=90%2F2019')).text).toContain('Versi ini belum diisi')
    expect((await bappeda().get('/nomenklatur?versi=1%2F1999')).status).toBe(404)
  })

  it('comes as a workbook', async () => {
    const sheet = await readSheetBytes(await (await bappeda().get('/nomenklatur.xlsx?q=5.04.02.1.02.0003')).bytes())
    expect(sheet.at(-1)!.slice(0, 3)).toEqual(['900.1-861/2026', '5.04.02.1.02.0003', 'Sertifikasi Kompetensi …'])
  })
})

describe('the nomenclature by program', () => {
  type List = { data: Record<string, unknown>[]; next: string | null; version?: string }
  const list = async (path: string) => (await bappeda().get(`/api/v1${path}`)).json() as List

  it('gives the codes of a version, and names the series where none was in force', async () => {
    const found = await list('/nomenclature?version=900.1.15.5-3406/2024&q=pengembangan+kompetensi+asn')
    expect(found.version).toBe('900.1.15.5-3406/2024')
    expect(found.data.map(row => row.code)).toEqual(['5.03.02.1.03', '5.03.02.2.03'])
    const first = await list('/nomenclature?limit=1')
    expect((await list(`/nomenclature?limit=1&cursor=${first.next}`)).data[0]!.code).toBe('5.03.02')
    const outside = await bappeda().get('/api/v1/nomenclature?date=2019-01-01')
    expect(outside.status).toBe(404)
    expect(outside.text).toContain('Nomenklatur program, kegiatan, dan sub kegiatan')
    expect((await bappeda().get('/api/v1/nomenclature?version=1/1999')).status).toBe(404)
    expect((await bappeda().get('/api/v1/nomenclature?cursor=abc')).status).toBe(400)
  })
})
