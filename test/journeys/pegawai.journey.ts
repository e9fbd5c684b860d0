import type { Page, Response } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isScript, phone, rowsOf, useBrowser, weigh } from './browser.ts'

const { as, guest } = useBrowser()

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
] as const)('a pegawai on a phone, %s', (_, js) => {
  let page: Page
  beforeAll(async () => {
    page = await as('pegawai', { js, viewport: phone })
    await page.goto('/')
  })
  afterAll(() => page.context().close())

  test('sees first how far one meets the standard, before any scrolling', async () => {
    const figure = page.locator('.key-figure-value')
    const [, met = '', assessed = ''] = /^(\d+) dari (\d+)$/.exec(await figure.innerText()) ?? []
    expect(Number(met)).toBeLessThanOrEqual(Number(assessed))
    const box = (await figure.boundingBox())!
    const bar = (await page.locator('nav.menu').boundingBox())!
    expect(box.y + box.height).toBeLessThan(bar.y)
    const verdicts = (await page.locator('.section > .table-frame tbody tr').allInnerTexts()).join('\n')
    expect(verdicts.match(/Kurang \d tingkat/g)?.length ?? 0).toBe(Number(assessed) - Number(met))
    expect(verdicts.match(/Memenuhi|Di atas standar/g)?.length ?? 0).toBe(Number(met))
  })

  test('sees the radar with its name, and the figures behind it', async () => {
    const radar = page.getByRole('img', { name: /Tingkat yang diminta dan yang dimiliki/ })
    const box = (await radar.boundingBox())!
    expect(box.width).toBeGreaterThan(250)
    expect(box.x + box.width).toBeLessThanOrEqual(360)
    await page.locator('.chart-table > summary').click()
    expect((await rowsOf(page, page.locator('.chart-table table'))).length).toBeGreaterThan(2)
  })

  test('sees what to do next, widest gap first', async () => {
    const next = page.locator('section', { has: page.getByRole('heading', { name: 'Langkah berikutnya' }) })
    expect(await next.locator('li strong').first().innerText()).toMatch(/^Naikkan .+ dari tingkat \d ke \d\.$/)
    expect(await next.innerText()).toContain('Yang diminta pada tingkat itu:')
  })

  test('has a bar of at most five, within the thumb, each at least 44 px', async () => {
    const items = page.locator('nav.menu > ul > li:visible > a')
    expect(await items.count()).toBeLessThanOrEqual(5)
    for (const item of await items.all()) {
      const box = (await item.boundingBox())!
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44)
      expect(box.y).toBeGreaterThan(740 - 120)
    }
  })

  test('comes to the standard of the own post and to the words of a competency', async () => {
    await page.getByRole('link', { name: 'Standar jabatan saya' }).click()
    expect(await page.locator('.eyebrow').innerText()).toBe('Standar jabatan')
    expect(await page.getByRole('link', { name: 'Ubah standar' }).count()).toBe(0)
    await page.goto('/')
    await page.getByRole('link', { name: 'Kerja Sama' }).first().click()
    expect(await page.getByRole('heading', { level: 2, name: 'Lima tingkat' }).count()).toBe(1)
  })

  test('sees nobody else', async () => {
    const manager = await as('pengelola')
    await manager.goto('/pegawai')
    const other = (await manager.locator('.data-table .row-link').first().getAttribute('href'))!
    await manager.context().close()
    const answer = await page.goto(other)
    expect(answer!.status()).toBe(404)
    expect(await page.locator('main').innerText()).toContain('Tidak ditemukan')
    expect(await page.getByRole('link', { name: 'Ke beranda' }).count()).toBe(1)
    for (const closed of ['/kebutuhan', '/kesenjangan', '/pemetaan', '/impor', '/akun', '/jejak']) {
      expect([closed, (await page.request.get(closed)).status()]).toEqual([closed, expect.toBeOneOf([403, 404])])
    }
  })
})

test('the first visit weighs at most 60 kB in 10 requests, of which 15 kB JavaScript', async () => {
  const page = await as('pegawai', { viewport: phone })
  const answers: Response[] = []
  page.on('response', answer => answers.push(answer))
  await page.goto('/', { waitUntil: 'networkidle' })
  expect(answers.length).toBeLessThanOrEqual(10)
  expect(await weigh(answers)).toBeLessThanOrEqual(60 * 1024)
  expect(await weigh(answers.filter(isScript))).toBeLessThanOrEqual(15 * 1024)
  await page.context().close()
})

test('signed out, nothing of it is left', async () => {
  const page = await guest({ viewport: phone })
  const answer = await page.goto('/saya')
  expect(answer!.url()).toContain('/masuk?kembali=')
  await page.context().close()
})
