import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { komunikasi } from '../../seeds/demo/lessons/komunikasi.ts'
import { phone, useBrowser } from './browser.ts'
import { overflowOf, violationsOf } from './checks.ts'

const { as } = useBrowser()
const course = 6 // KOMUNIKASI: courses and the classes that stay open bear the same numbers in the demo

/** What is right, in the words of the page. */
const rightWords = (prompt: string): string[] => {
  const { content } = komunikasi.bank.find(one => one.prompt === prompt)!
  switch (content.kind) {
    case 'single':
    case 'multiple':
      return content.choices.filter(choice => content.right.includes(choice.key)).map(choice => choice.text)
    case 'true_false':
      return [content.right ? 'Benar' : 'Salah']
    case 'short':
      return [content.accepted[0]!]
    case 'numeric':
      return [content.right]
    case 'matching':
      return content.left.map(left => content.choices.find(choice => choice.key === content.right[left.key])!.text)
  }
}

/** Answers the question on the page as somebody who knows. */
async function answer(page: Page): Promise<void> {
  const asked = page.locator('main form legend, main .asked').first()
  const prompt = await asked.innerText()
  const words = rightWords(prompt)
  const selects = page.locator('main form select')
  const { content } = komunikasi.bank.find(one => one.prompt === prompt)!
  if (content.kind === 'matching') {
    for (const [n, left] of content.left.entries())
      await selects.and(page.getByLabel(left.text)).selectOption({ label: words[n]! })
  } else if (await page.locator('main form fieldset.choice').count()) {
    for (const one of words)
      await page
        .locator('main .choice-row')
        .filter({ has: page.getByText(one, { exact: true }) })
        .locator('input')
        .check()
  } else await page.getByLabel('Jawaban').fill(words[0]!)
}

describe.each([
  ['with JavaScript', true, 'pegawai'],
  ['without JavaScript', false, 'atasan'],
] as const)('a pegawai learns on a phone, %s', (_, js, account) => {
  let page: Page
  beforeAll(async () => {
    page = await as(account, { js, viewport: phone })
  })
  afterAll(() => page.context().close())

  test('joins the course and finds it under Belajar', async () => {
    await page.goto(`/katalog/${course}/ikut`)
    await page.locator('main form button[type=submit]').last().click()
    await page.goto('/belajar')
    expect(await page.getByRole('link', { name: 'Komunikasi Efektif' }).count()).toBe(1)
    expect(await overflowOf(page)).toEqual([])
    await page.getByRole('link', { name: 'Komunikasi Efektif' }).click()
    expect(await page.locator('.key-figure-value').innerText()).toContain('0 dari 4')
    expect(await overflowOf(page)).toEqual([])
  })

  test('reads the texts one after the other and marks them', async () => {
    await page.getByRole('link', { name: 'Lanjutkan belajar' }).click()
    for (const title of ['Mendengarkan secara aktif', 'Menyusun pesan yang jelas', 'Rapat yang berhasil']) {
      expect(await page.locator('h1').innerText()).toBe(title)
      expect(await overflowOf(page)).toEqual([])
      await page.getByRole('button', { name: 'Tandai selesai' }).click()
      await page.waitForLoadState()
    }
    expect(await page.locator('h1').innerText()).toBe('Kuis komunikasi')
    if (js) expect(await violationsOf(page)).toEqual([])
  })

  test('answers the quiz; what was answered is stored before the page is left', async () => {
    await page.getByRole('button', { name: 'Mulai' }).click()
    for (let n = 1; n <= 8; n++) {
      expect(await page.locator('h1').innerText()).toBe(`Soal ${n} dari 8`)
      await answer(page)
      if (js && n === 1) {
        await expect.poll(() => page.locator('[data-answer-state]').innerText()).toMatch(/^Tersimpan \d\d\.\d\d/)
        await page.reload()
        expect(await page.locator('main form :checked, main form input[type=text]').count()).toBeGreaterThan(0)
      }
      await page.getByRole('button', { name: /Simpan dan/ }).click()
      await page.waitForLoadState()
    }
    expect(await page.locator('main').innerText()).toContain('Semua soal sudah dijawab.')
    expect(await overflowOf(page)).toEqual([])
  })

  test('hands it in, has passed, and is told where the hours stand', async () => {
    await page.locator('main details.confirm > summary').click()
    await page.locator('main details.confirm button').click()
    await page.waitForURL(`**/belajar/${course}`)
    const words = await page.locator('main').innerText()
    expect(words).toMatch(/Anda lulus, \d+ JP dicatat/)
    expect(words).toContain('Nilai akhir 100')
    expect(await page.locator('.key-figure-value').innerText()).toContain('4 dari 4')
    await page.goto('/belajar?keadaan=selesai')
    expect(await page.locator('.course-list').innerText()).toContain('Komunikasi Efektif')
  })
})

test('on a link that breaks nothing is said to be saved that is not, and it is sent again when the link is back', async () => {
  const page = await as('fasilitator', { viewport: phone })
  await page.goto(`/katalog/${course}/ikut`)
  await page.locator('main form button[type=submit]').last().click()
  await page.goto(`/belajar/${course}`)
  await page.getByRole('link', { name: 'Kuis komunikasi' }).click()
  await page.getByRole('button', { name: 'Mulai' }).click()
  await page.waitForSelector('[data-answer]')
  await page.context().setOffline(true)
  await answer(page)
  await page.locator('h1').click()
  await expect.poll(() => page.locator('[data-answer-state]').innerText()).toContain('Belum tersimpan')
  await page.getByRole('button', { name: /Simpan dan/ }).click()
  expect(await page.locator('[data-answer-state]').innerText()).toContain('Tetap di halaman ini')
  expect(await page.locator('h1').innerText()).toMatch(/^Soal 1 dari/)
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
