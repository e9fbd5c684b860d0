import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf, useBrowser } from './browser.ts'

const { as } = useBrowser()

/** Both of one kabupaten, so that the figures of the province stay as other journeys read them. */
describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
] as const)('the HR officer of a kabupaten, %s', (_, js) => {
  let page: Page
  beforeAll(async () => {
    page = await as('kabupaten', { js })
  })
  afterAll(() => page.close())

  const weight = (name: string) => page.locator(`input[name="isi-${name}"]`)
  const basis = `Keputusan Bupati uji ${js ? 1 : 2}/2026`

  test('drafts weights: a sum that is not 100 is refused with what was typed, a sum of 100 shows what would move', async () => {
    await page.goto('/aturan')
    await page.getByRole('link', { name: 'Bobot dan tingkat prioritas' }).click()
    const gap = js ? '40' : '35'
    for (const [name, value] of Object.entries({ gap, dif: '20', goal: '20', mandate: '10', reach: '50' }))
      await weight(name).fill(value)
    await page.getByRole('button', { name: 'Simpan rancangan dan lihat dampaknya' }).click()
    expect(await page.locator('.notice-bad').innerText()).toMatch(/100/)
    expect(await weight('gap').inputValue()).toBe(gap)

    await weight('reach').fill(js ? '10' : '15')
    await page.getByRole('button', { name: 'Simpan rancangan dan lihat dampaknya' }).click()
    expect(await page.locator('h1').innerText()).toMatch(/^Rancangan: /)
    const steps = await rowsOf(page)
    expect(steps.map(row => Number.parseInt(row['Menjadi']!, 10))).toContain(Number(gap))
    expect(await page.getByRole('heading', { name: 'Dampaknya bila ditetapkan' }).isVisible()).toBe(true)
  })

  test('sets them with their legal basis; the rule says who, and a need is scored by them', async () => {
    await page.getByLabel('Dasar hukum atau keputusan').fill(basis)
    await page.getByRole('button', { name: 'Tetapkan mulai hari ini' }).click()
    const text = await page.locator('main').innerText()
    expect(text).toContain('ditetapkan instansi')
    expect(text).toContain(basis)
    // The recount is a job of its own: the need shows the new basis when it is done.
    await expect
      .poll(
        async () => {
          await page.goto('/kebutuhan')
          await page.locator('.data-table tbody a').first().click()
          return page.locator('main').innerText()
        },
        { timeout: 30_000, interval: 500 },
      )
      .toContain(basis)
  })

  test('moves a person to another post; the day and the decree stand in the history', async () => {
    await page.goto('/pegawai')
    await page
      .locator('.data-table tbody a')
      .nth(js ? 10 : 11)
      .click()
    const profile = new URL(page.url()).pathname
    const name = await page.locator('h1').innerText()
    await page.goto(`${profile}/pindah`)
    expect(await page.locator('h1').innerText()).toBe(`Pindahkan ${name}`)
    await page.getByLabel('Nama jabatan, unit, atau kode').fill('analis')
    await page.getByRole('button', { name: 'Cari jabatan' }).click()
    const post = page.locator('input[name="jabatan"]').first()
    const label = await page.locator(`label[for="${await post.getAttribute('id')}"]`).innerText()
    await page.getByLabel('Keputusan (SK)').fill('SK uji 7/2026')
    await page.getByLabel('Terhitung mulai tanggal').fill('2026-11-01')
    if (!js) {
      await page.getByRole('button', { name: 'Pindahkan' }).click()
      expect(await page.locator('.notice-bad').isVisible(), 'no post chosen').toBe(true)
    }
    await post.check()
    await page.getByRole('button', { name: 'Pindahkan' }).click()
    expect(new URL(page.url()).pathname).toBe(profile)
    const text = await page.locator('main').innerText()
    expect(text).toContain('Sudah dipindahkan')
    expect(text).toContain(label)
  })
})
