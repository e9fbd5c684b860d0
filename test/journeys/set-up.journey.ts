import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningServer, startServer, temporaryFolder } from '../running-server.ts'
import { phone, useBrowser } from './browser.ts'
import { flawsOfSource, linksOf, listen, overflowOf, violationsOf } from './checks.ts'

// A kabupaten that starts with nothing: no demo, one link, no JavaScript needed.
const { context } = useBrowser()
const place = temporaryFolder()
let server: RunningServer
let page: Page
let complaints: () => string[]

beforeAll(async () => {
  server = await startServer(place.folder, { PIAWAI_DEMO: '0' })
  const opened = await context({ viewport: phone })
  complaints = listen(opened)
  page = await opened.newPage()
})
afterAll(async () => {
  await page.context().close()
  await server.stop()
  place.remove()
})

const flaws = async () => [
  ...flawsOfSource(await page.content(), 'id'),
  ...(await overflowOf(page)),
  ...(await violationsOf(page)),
  ...complaints(),
]

test('the link that was printed opens the first step, once', async () => {
  const link = /https?:\/\/\S+/.exec(server.line)![0]
  await page.goto(link)
  expect(await flaws()).toEqual([])
  await page.goto(link)
  await page.getByLabel('Nama lengkap').fill('Sri Wahyuni')
  await page.getByLabel('Nama akun').fill('sri')
  await page.getByLabel('Kata sandi').fill('pendek')
  await page.getByRole('button', { name: 'Simpan' }).click()
  expect(await page.getByRole('alert').innerText()).toMatch(/Pilih pemerintah daerah[\s\S]*Terlalu pendek/)
  expect(await page.getByLabel('Nama lengkap').inputValue()).toBe('Sri Wahyuni')
  expect(await flaws()).toEqual([])

  await page.getByLabel('Pemerintah daerah').selectOption('19.04')
  await page.getByLabel('Kata sandi').fill('timah dan lada putih')
  await page.getByRole('button', { name: 'Simpan' }).click()
  expect(await page.locator('main').innerText()).toContain('Selesai. Masuk dengan akun admin yang baru Anda buat.')
  expect((await page.request.get(link)).status()).toBe(404)
})

test('signed in, every screen says what to do first', async () => {
  await page.goto(`${server.url}/masuk`)
  expect(await page.locator('.demo-cards').count()).toBe(0)
  await page.getByLabel('NIP atau nama akun').fill('sri')
  await page.getByLabel('Kata sandi').fill('timah dan lada putih')
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Selamat datang, Sri Wahyuni')
  expect(await page.locator('.empty').innerText()).toContain('Mulai dari data yang sudah Anda punya')
  expect(await page.locator('.banner').count()).toBe(0)

  const found: string[] = []
  for (const path of linksOf(await page.content())) {
    const answer = await page.goto(server.url + path)
    found.push(...(await flaws()).map(flaw => `${path}: ${flaw}`))
    if (answer!.status() >= 400) found.push(`${path} answers ${answer!.status()}`)
  }
  expect(found).toEqual([])

  for (const path of ['/kebutuhan', '/pemetaan', '/kesenjangan', '/pegawai']) {
    await page.goto(server.url + path)
    expect([path, await page.locator('main a[href^="/impor"]').count()]).toEqual([path, 1])
  }
})
