import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { AppEnv, Ctx } from './context.ts'
import { idAsked, sorting, sought } from './form.ts'

/** What a route makes of an address. */
async function at<T>(address: string, read: (c: Ctx) => T, method = 'GET'): Promise<T> {
  let found: T | undefined
  const app = new Hono<AppEnv>().all('*', c => {
    found = read(c)
    return c.text('')
  })
  await app.request(address, { method })
  return found!
}

describe('how a list is sorted', () => {
  const sorted = (query: string) => at(`/kegiatan${query}`, c => sorting(c, { selesai: 'desc', nama: 'asc', mulai: 'desc' }))

  it('stands in its own order, each order as it begins, until the address says otherwise', async () => {
    const cases: [string, string, boolean][] = [
      ['', 'selesai', true],
      ['?arah=naik', 'selesai', false],
      ['?arah=turun', 'selesai', true],
      ['?urut=nama', 'nama', false],
      ['?urut=nama&arah=turun', 'nama', true],
      ['?urut=mulai', 'mulai', true],
      ['?urut=harga&arah=samping', 'selesai', true],
      ['?urut=toString', 'selesai', true],
    ]
    for (const [query, order, descending] of cases) {
      const found = await sorted(query)
      expect([query, found.order, found.descending]).toEqual([query, order, descending])
    }
  })

  it('is turned round by the head it is sorted by, and begins afresh by another', async () => {
    expect((await sorted('?q=arsip&halaman=3')).sort).toEqual({
      selesai: { sortHref: '/kegiatan?q=arsip&arah=naik', sorted: 'desc' },
      nama: { sortHref: '/kegiatan?q=arsip&urut=nama', sorted: null },
      mulai: { sortHref: '/kegiatan?q=arsip&urut=mulai', sorted: null },
    })
    expect((await sorted('?arah=naik')).sort.selesai).toEqual({ sortHref: '/kegiatan', sorted: 'asc' })
    expect((await sorted('?urut=nama')).sort.nama).toEqual({ sortHref: '/kegiatan?urut=nama&arah=turun', sorted: 'asc' })
    const turned = (await sorted('?urut=nama&arah=turun')).sort
    expect(turned.nama).toEqual({ sortHref: '/kegiatan?urut=nama', sorted: 'desc' })
    expect(turned.selesai).toEqual({ sortHref: '/kegiatan', sorted: null })
  })

  it('leads back to the list from the address of a form that was refused', async () => {
    const { sort } = await at(
      '/kegiatan/buang?q=arsip',
      c => {
        c.set('listPath', '/kegiatan')
        return sorting(c, { nama: 'asc' })
      },
      'POST',
    )
    expect(sort.nama.sortHref).toBe('/kegiatan?q=arsip&arah=turun')
  })
})

it('what is searched for is trimmed, cut, and holds no NUL', async () => {
  expect(await at('/x?q=%20arsip%00%20', sought)).toBe('arsip')
  expect(await at('/x', sought)).toBe('')
  expect(await at(`/x?q=${'a'.repeat(90)}`, sought)).toBe('a'.repeat(80))
})

it('an id in the address is one, or there is none', async () => {
  for (const [query, id] of [
    ['?unit=12', 12],
    ['', null],
    ['?unit=', null],
    ['?unit=1e3', null],
    ['?unit=-1', null],
    ['?unit=12345678901', null],
  ] as const)
    expect([query, await at(`/x${query}`, c => idAsked(c, 'unit'))]).toEqual([query, id])
})
