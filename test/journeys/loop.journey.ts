import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figure, useBrowser } from './browser.ts'
import { overflowOf, violationsOf } from './checks.ts'
import { answer } from './quiz.ts'

// The whole of it on a phone: a gap, the course that closes it, learning it, passing it, its JP, and the level that rises by it.
const { as } = useBrowser()
const phone = { width: 360, height: 800 }

/** JP of this year, by the tab that leads there. */
async function jpOf(page: Page): Promise<{ has: number; asked: number }> {
  await page.getByRole('link', { name: 'Belajar', exact: true }).last().click()
  await page.locator('.tabs').getByRole('link', { name: 'JP', exact: true }).click()
  const [, has = '', asked = ''] = /([\d.]+)\s+dari ([\d.]+) JP/.exec(await page.locator('.key-figure-value').innerText()) ?? []
  return { has: figure(has), asked: figure(asked) }
}

/** What the profile says of a competency, how many meet the standard, and how the radar is drawn. */
async function profileOf(page: Page, competency: string) {
  // The page is awaited whole: asked again while it is on its way, it would never arrive.
  await Promise.all([page.waitForEvent('load'), page.getByRole('link', { name: 'Profil saya', exact: true }).last().click()])
  const gaps = page.locator('section', { has: page.getByRole('heading', { name: 'Kesenjangan saya' }) })
  const row = gaps.locator('tbody tr', { has: page.getByRole('link', { name: competency, exact: true }) }).last()
  return {
    level: await row.locator('svg.dots').getAttribute('aria-label'),
    meets: figure(/(\d+) dari/.exec(await page.locator('.key-figure-value').innerText())![1]!),
    radar: await page.locator('.chart-held').first().getAttribute('d'),
  }
}

// Neither of the two is rated in another journey: an assessment of the same day would speak before what is learned here.
describe.each([
  { how: 'with JavaScript', js: true, account: 'atasan', competency: 'Kerja Sama', from: 2, to: 3, standard: 3 },
  { how: 'without JavaScript', js: false, account: 'asesor', competency: 'Komunikasi', from: 1, to: 2, standard: 2 },
])('a pegawai on a phone, $how', ({ js, account, competency, from, to, standard }) => {
  let page: Page
  let before: { jp: { has: number; asked: number }; profile: Awaited<ReturnType<typeof profileOf>> }
  /** The screen is held against what every screen must keep to. */
  const fits = async () => {
    expect(await overflowOf(page)).toEqual([])
    if (js) expect(await violationsOf(page)).toEqual([])
  }
  beforeAll(async () => {
    page = await as(account, { js, viewport: phone })
    await page.goto('/')
    before = { jp: await jpOf(page), profile: await profileOf(page, competency) }
  })
  afterAll(() => page.context().close())

  test('finds by the gap the course that closes it, and why', async () => {
    expect(before.jp.asked).toBe(20)
    expect(before.profile.level).toBe(`Dimiliki ${from}, Standar ${standard}`)
    await page.getByRole('link', { name: 'Cari pembelajaran yang menutupnya' }).click()
    expect(await page.locator('.key-figure-label').innerText()).toContain('di bawah standar jabatan')
    const row = page.locator('.data-table tbody tr', { hasText: 'Komunikasi Efektif' })
    expect(await row.innerText()).toContain(`${competency}: dari tingkat ${from} ke ${to}, sesuai standar`)
    await fits()
    await page.getByRole('link', { name: 'Komunikasi Efektif' }).click()
    await fits()
  })

  test('joins at once, and is at the first lesson with one more press', async () => {
    await page.getByRole('link', { name: 'Ikuti', exact: true }).click()
    await fits()
    await page.getByRole('button', { name: 'Daftar di kelas ini' }).click()
    expect(await page.locator('main').innerText()).toContain('Anda terdaftar. Mulai kapan saja')
    expect(await page.locator('.key-figure-value').innerText()).toContain('0 dari 4')
    await fits()
    await page.getByRole('link', { name: 'Lanjutkan belajar' }).click()
  })

  test('reads the texts one after the other and marks them', async () => {
    for (const title of ['Mendengarkan secara aktif', 'Menyusun pesan yang jelas', 'Rapat yang berhasil']) {
      expect(await page.locator('h1').innerText()).toBe(title)
      await fits()
      await page.getByRole('button', { name: 'Tandai selesai' }).click()
      await page.waitForLoadState()
    }
    expect(await page.locator('h1').innerText()).toBe('Kuis komunikasi')
    await fits()
  })

  test('answers the quiz and hands it in', async () => {
    await page.getByRole('button', { name: 'Mulai' }).click()
    for (let n = 1; n <= 8; n++) {
      expect(await page.locator('h1').innerText()).toBe(`Soal ${n} dari 8`)
      expect(await overflowOf(page)).toEqual([])
      await answer(page)
      await page.getByRole('button', { name: /Simpan dan/ }).click()
      await page.waitForLoadState()
    }
    expect(await page.locator('main').innerText()).toContain('Semua soal sudah dijawab.')
    await page.locator('main details.confirm > summary').click()
    await page.locator('main details.confirm button').click()
    await page.waitForURL('**/capaian')
  })

  test('is told in one glance what was gained: JP, the level, and what comes next', async () => {
    expect(await page.locator('h1').innerText()).toBe('Selamat, Anda lulus')
    expect(await page.locator('.key-figure-value').innerText()).toContain('+3')
    expect(await page.locator('.key-figure').innerText()).toContain(`${before.jp.has + 3} dari 20 JP`)
    // Whether the province or another instansi lets it rise is its rule; here it does, within seconds and by itself.
    await expect
      .poll(() => page.locator('.gains').innerText(), { timeout: 20_000 })
      .toContain(`${competency} naik dari tingkat ${from} ke ${to}`)
    await fits()
  })

  test('has more JP by three, and a radar that moved and says why', async () => {
    expect(await jpOf(page)).toEqual({ has: before.jp.has + 3, asked: 20 })
    await fits()
    await expect
      .poll(async () => (await profileOf(page, competency)).level, { timeout: 20_000 })
      .toBe(`Dimiliki ${to}, Standar ${standard}`)
    const after = await profileOf(page, competency)
    expect(after.meets).toBe(before.profile.meets + 1)
    expect(after.radar).not.toBe(before.profile.radar)
    const words = await page.locator('main').innerText()
    expect(words).toContain(`${competency} naik dari tingkat ${from} ke ${to}`)
    expect(words).toMatch(/Lulus Komunikasi Efektif, \d+ \w+ 20\d\d\. Menurut aturan instansi\./)
    await fits()
  })
})
