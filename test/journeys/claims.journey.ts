import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desk, figure, phone, useBrowser } from './browser.ts'
import { overflowOf, violationsOf } from './checks.ts'

// What was learned elsewhere is told with its proof on a phone; whoever verifies goes through the queue without a mouse.
const { as } = useBrowser()
const queue = '/klaim/verifikasi?tanda=bersih'

let pengelola: Page
const opened = () => new URL(pengelola.url()).pathname
const waiting = async () => {
  await pengelola.goto('/klaim/verifikasi')
  return figure(await pengelola.locator('.key-figure-value').innerText())
}
const press = (key: string) => Promise.all([pengelola.waitForEvent('load'), pengelola.keyboard.press(key)])

beforeAll(async () => {
  pengelola = await as('pengelola', { viewport: desk })
})
afterAll(() => pengelola.context().close())

test('a certificate that is a web page is refused on a phone, and what was typed stays', async () => {
  const learner = await as('pegawai', { viewport: phone, js: false })
  await learner.goto('/klaim/baru')
  await learner.getByLabel('Nama kegiatan').fill('Webinar Tata Naskah Dinas')
  await learner.locator('input[type=file]').setInputFiles({
    name: 'sertifikat.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('<!doctype html><script>alert(1)</script>'),
  })
  await learner.getByRole('button', { name: 'Ajukan' }).click()
  expect(await learner.getByLabel('Nama kegiatan').inputValue()).toBe('Webinar Tata Naskah Dinas')
  expect(await learner.locator('main').innerText()).toContain('Berkas ini halaman web (HTML)')
  expect(await overflowOf(learner)).toEqual([])
  await learner.context().close()
})

test('the queue is gone through by keyboard: j and k from one to the next, v verifies and goes on, r asks for the reason', async () => {
  const before = await waiting()
  await pengelola.goto(queue)
  await pengelola.locator('.data-table tbody a').first().click()
  const first = opened()
  expect(await violationsOf(pengelola)).toEqual([])
  await press('j')
  const second = opened()
  expect(second).not.toBe(first)
  await press('k')
  expect(opened()).toBe(first)
  // A letter that is written is a letter.
  await pengelola.keyboard.press('r')
  await pengelola.keyboard.type('verifikasi')
  expect(await pengelola.locator('textarea[name=alasan]:focus').inputValue()).toBe('verifikasi')
  expect(opened()).toBe(first)
  await pengelola.evaluate(() => (document.activeElement as HTMLElement).blur())
  await press('v')
  expect(opened()).toBe(second)
  expect(await waiting()).toBe(before - 1)
})
