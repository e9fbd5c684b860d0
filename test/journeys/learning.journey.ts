import { expect, test } from 'vitest'
import { phone, useBrowser } from './browser.ts'
import { answer } from './quiz.ts'

const { as } = useBrowser()
const course = 6 // KOMUNIKASI: courses and the classes that stay open bear the same numbers in the demo

test('an answer is stored before the page is left; on a link that breaks nothing is said to be saved that is not, and it is sent again', async () => {
  const page = await as('fasilitator', { viewport: phone })
  await page.goto(`/katalog/${course}/ikut`)
  await page.locator('main form button[type=submit]').last().click()
  await page.goto(`/belajar/${course}`)
  await page.getByRole('link', { name: 'Kuis komunikasi' }).click()
  await page.getByRole('button', { name: 'Mulai' }).click()
  await page.waitForSelector('[data-answer]')
  await answer(page)
  await page.locator('h1').click()
  await expect.poll(() => page.locator('[data-answer-state]').innerText()).toMatch(/^Tersimpan \d\d\.\d\d/)
  await page.reload()
  await page.getByRole('button', { name: /Simpan dan/ }).click()
  await page.waitForURL('**soal=2')
  await page.context().setOffline(true)
  await answer(page)
  await page.locator('h1').click()
  await expect.poll(() => page.locator('[data-answer-state]').innerText()).toContain('Belum tersimpan')
  await page.getByRole('button', { name: /Simpan dan/ }).click()
  expect(await page.locator('[data-answer-state]').innerText()).toContain('Tetap di halaman ini')
  expect(await page.locator('h1').innerText()).toMatch(/^Soal 2 dari/)
  await page.context().setOffline(false)
  await expect.poll(() => page.locator('[data-answer-state]').innerText(), { timeout: 20_000 }).toMatch(/^Tersimpan/)
  await page.context().close()
})

test('what an author types before the editor arrived over a slow link is kept', async () => {
  const page = await as('penyelenggara')
  await page.goto('/kursus/1')
  await page.locator('main form button').first().click()
  await page.waitForURL(/versi\/\d+$/)
  await page.route('**/assets/editor-*.js', async route => {
    await page.fill('[name=isi]', 'Ditulis sebelum penyunting tiba.')
    await route.continue()
  })
  await page.goto(`${page.url()}/pelajaran/baru?jenis=text`, { waitUntil: 'networkidle' })
  expect(await page.locator('.editor-place').count()).toBe(0)
  await page.fill('[name=judul]', 'Tulisan tangan')
  await page.fill('[name=menit]', '5')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await page.getByRole('link', { name: 'Tulisan tangan' }).click()
  await expect.poll(() => page.locator('.editor-place').innerText()).toContain('Ditulis sebelum penyunting tiba.')
  await page.context().close()
})
