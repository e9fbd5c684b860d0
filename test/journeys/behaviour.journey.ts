import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figure, phone, tablet, useBrowser } from './browser.ts'
import { overflowOf, violationsOf } from './checks.ts'

// Some months after a class an atasan is asked whether what was trained is seen at work; who it is about reads the answer.
const { as } = useBrowser()

let atasan: Page
const fits = async () => {
  expect(await overflowOf(atasan)).toEqual([])
  expect(await violationsOf(atasan)).toEqual([])
}
const main = (page: Page) => page.locator('main').innerText()
const waiting = async () => {
  await atasan.goto('/evaluasi')
  return figure(await atasan.locator('.key-figure-value').innerText())
}
/** Opens what is still to be answered of a course, so many months after it. */
async function open(course: string, months: number) {
  const row = atasan.locator('.data-table tbody tr', { hasText: course }).filter({ hasText: `setelah ${months} bulan` })
  await row.filter({ hasText: 'sebagai atasan' }).getByRole('link').first().click()
}
async function answerAll() {
  for (const mark of await atasan.getByTitle('Setuju', { exact: true }).all()) await mark.click()
}
const send = () => atasan.getByRole('button', { name: 'Kirim jawaban' }).click()

beforeAll(async () => {
  atasan = await as('atasan', { viewport: tablet })
})
afterAll(() => atasan.context().close())

describe('behaviour at work', () => {
  test('is asked of the atasan three months after the class; with a question left open nothing is sent and all is kept', async () => {
    await waiting()
    await fits()
    await open('Pengelolaan Barang Milik Daerah', 3)
    await fits()
    await atasan.getByLabel('Ya, tampak').check()
    await atasan.locator('main form').evaluate(form => (form as HTMLFormElement).setAttribute('novalidate', ''))
    await send()
    expect(await main(atasan)).toContain('Belum terkirim; jawaban Anda tetap ada')
    expect(await atasan.getByLabel('Ya, tampak').isChecked()).toBe(true)
    await fits()
  })

  test('is confirmed, and is then no longer asked', async () => {
    await answerAll()
    await send()
    expect(await main(atasan)).toContain('Jawaban tersimpan. Terima kasih.')
    const left = await waiting()
    await open('Menyusun SKP dan Dialog Kinerja', 6)
    await atasan.getByLabel('Ya, tampak').check()
    await answerAll()
    await atasan.getByLabel('Catatan (boleh kosong)').fill('Dialog kinerjanya kini rutin tiap bulan.')
    await send()
    expect(await waiting()).toBe(left - 1)
  })

  test('is read by whom it is about, with the words of the atasan', async () => {
    const learner = await as('pegawai', { viewport: phone, js: false })
    await learner.goto('/belajar')
    await learner.locator('.tabs').getByRole('link', { name: 'Evaluasi', exact: true }).click()
    const row = learner.locator('.data-table tbody tr', { hasText: 'Dialog kinerjanya kini rutin tiap bulan.' })
    expect(await row.innerText()).toContain('Ya, tampak')
    expect(await overflowOf(learner)).toEqual([])
    await learner.context().close()
  })
})
