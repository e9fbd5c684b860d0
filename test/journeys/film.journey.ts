import { expect, test } from 'vitest'
import { phone, useBrowser } from './browser.ts'
import { overflowOf } from './checks.ts'

const { as } = useBrowser()

test('a film plays on a phone with its captions, is sought by stretches, and goes on where it was left', async () => {
  const page = await as('pegawai', { viewport: phone })
  const stretches: number[] = []
  page.on('response', answer => {
    if (answer.url().endsWith('/berkas')) stretches.push(answer.status())
  })
  await page.goto('/belajar/1')
  await page.getByRole('link', { name: 'Film: empat pertanyaan' }).click()
  await page.waitForURL('**/belajar/1/*')
  const film = page.locator('video')
  const at = () => film.evaluate((one: HTMLVideoElement) => one.currentTime)
  const caption = () =>
    film.evaluate((one: HTMLVideoElement) => {
      const cue = one.textTracks[0]?.activeCues?.[0]
      return cue && 'text' in cue ? cue.text : null
    })
  await film.evaluate((one: HTMLVideoElement) => one.play())
  await expect.poll(at).toBeGreaterThan(0.5)
  await film.evaluate((one: HTMLVideoElement) => {
    one.currentTime = 38
  })
  await expect.poll(at, { timeout: 10_000 }).toBeGreaterThan(38.2)
  expect(await caption()).toContain('Ketiga: samakah keputusan saya')
  const saved = page.waitForResponse(answer => answer.url().endsWith('/position'))
  await film.evaluate((one: HTMLVideoElement) => one.pause())
  expect((await saved).status()).toBe(200)
  expect(new Set(stretches)).toEqual(new Set([206]))

  await page.reload()
  await expect.poll(at, { timeout: 10_000 }).toBeGreaterThan(37)
  expect(await page.locator('main').innerText()).toContain('Anda berhenti di 0.3')
  expect(await overflowOf(page)).toEqual([])

  await page.goto('/belajar/1')
  await page.getByRole('link', { name: 'Lembar saku' }).click()
  const href = await page.getByRole('link', { name: 'Buka PDF' }).getAttribute('href')
  const paper = await page.request.get(new URL(href!, page.url()).href)
  expect([paper.status(), paper.headers()['content-type'], (await paper.body()).subarray(0, 5).toString()]).toEqual([
    200,
    'application/pdf',
    '%PDF-',
  ])
  await page.context().close()
})
