import type { Page, Response } from 'playwright-core'
import { expect, test } from 'vitest'
import { isScript, phone, useBrowser, weigh } from './browser.ts'
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

/** Begins a draft of a course, and stands on it. */
async function draftOf(page: Page, id: number) {
  await page.goto(`/kursus/${id}`)
  await page.locator('main form button').first().click()
  await page.waitForURL(/versi\/\d+$/)
}

test('what an author types before the editor arrived over a slow link is kept', async () => {
  const page = await as('penyelenggara')
  await draftOf(page, 1)
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

test('claims are looked at by keys: Escape leaves a reason half written, keeps it, and the keys are heard again', async () => {
  const page = await as('pengelola')
  await page.goto('/klaim/verifikasi')
  await page.locator('.row-link').first().click()
  const reason = page.locator('#f-alasan-kembalikan')
  await reason.waitFor({ state: 'attached' })
  const first = page.url()
  await page.keyboard.press('r')
  await page.keyboard.type('jelaskan')
  expect([await reason.inputValue(), page.url()]).toEqual(['jelaskan', first])
  await page.keyboard.press('Escape')
  expect(await reason.isVisible()).toBe(false)
  await page.keyboard.press('r')
  expect([await reason.isVisible(), await reason.inputValue()]).toEqual([true, 'jelaskan'])
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.waitForURL(url => url.href !== first)
  await page.context().close()
})

test('the editor weighs at most 120 kB with all other script of its page; its buttons work before anything is written', async () => {
  const page = await as('penyelenggara')
  await draftOf(page, 2)
  const answers: Response[] = []
  page.on('response', answer => answers.push(answer))
  await page.goto(`${page.url()}/pelajaran/baru?jenis=text`, { waitUntil: 'networkidle' })
  expect(answers.some(answer => answer.url().includes('/assets/editor-'))).toBe(true)
  expect(await weigh(answers.filter(isScript))).toBeLessThanOrEqual(120_000)

  const kept = async () => JSON.parse(await page.inputValue('[name=isi_json]')).content
  const words = (text: string) => [{ type: 'text', text }]
  const paragraph = (text: string) => ({ type: 'paragraph', content: words(text) })
  expect(await kept()).toEqual([])
  await page.locator('[data-command=h2]').click()
  await page.locator('.editor-place [contenteditable=true]').pressSequentially('Menyimpan arsip')
  await page.keyboard.press('Enter')
  await page.locator('[data-command=bullet]').click()
  await page.locator('.editor-place [contenteditable=true] li').waitFor()
  await page.keyboard.type('Pilah')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Simpan')
  expect((await kept()).slice(0, 2)).toEqual([
    { type: 'heading', attrs: { level: 2 }, content: words('Menyimpan arsip') },
    {
      type: 'bulletList',
      content: ['Pilah', 'Simpan'].map(text => ({ type: 'listItem', content: [paragraph(text)] })),
    },
  ])
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.locator('[data-command=undo]').click()
  expect((await kept()).length).toBeGreaterThan(1)
  await page.context().close()
})
