import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askWhoIsDue } from '../../src/learning/evaluation/jobs.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { asJob, openDatabase, sql } from '../../src/platform/db/index.ts'
import { enrol, newClass } from '../factories/learning.ts'
import { type RunningServer, startServer, temporaryFolder } from '../running-server.ts'
import { phone, tablet, useBrowser } from './browser.ts'
import { overflowOf, violationsOf } from './checks.ts'

// Three months after a class an atasan is asked whether what was trained is seen at work. A server of its own: its class is that old.
const persona = 5944
const title = 'Wawasan Kebangsaan dan Moderasi'
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
const { folder, remove } = temporaryFolder()
let server: RunningServer
const { as } = useBrowser(() => server.url)

/** A class of the persona that ended a good three months ago, and the morning on which is asked after it. */
async function threeMonthsLater(): Promise<void> {
  const database = await openDatabase({ dataFolder: folder })
  await asJob(database.outer, async tx => {
    const { rows } = await sql<{ id: number }>`
      SELECT v.id FROM course_version v WHERE v.title = ${title} AND v.state = 'active'`.execute(tx)
    const classId = await newClass(tx, 1, rows[0]!.id, { state: 'closed', startsOn: day(105), endsOn: day(103) })
    await enrol(tx, classId, [persona], 'completed')
    await sql`UPDATE enrolment SET finished_at = ${`${day(102)}T03:00:00Z`}::timestamptz WHERE class_id = ${classId}`.execute(tx)
  })
  await askWhoIsDue({ db: database.outer, clock: systemClock })
  await database.close()
}

let atasan: Page
const fits = async () => {
  expect(await overflowOf(atasan)).toEqual([])
  expect(await violationsOf(atasan)).toEqual([])
}
const main = (page: Page) => page.locator('main').innerText()

beforeAll(async () => {
  await (await startServer(folder)).stop()
  await threeMonthsLater()
  server = await startServer(folder)
  atasan = await as('atasan', { viewport: tablet })
}, 300_000)
afterAll(async () => {
  await atasan?.context().close()
  await server?.stop()
  remove()
})

describe('behaviour at work', () => {
  test('is asked of the atasan three months after the class, by a message that leads there', async () => {
    await atasan.goto('/')
    await atasan.locator('.bell').click()
    await atasan
      .locator('main')
      .getByRole('link', { name: /Wawasan Kebangsaan/ })
      .first()
      .click()
    await atasan.waitForURL('**/evaluasi')
    const row = atasan.locator('.data-table tbody tr', { hasText: title }).filter({ hasText: 'sebagai atasan' })
    expect(await row.innerText()).toContain('setelah 3 bulan')
    await fits()
    await row.getByRole('link').first().click()
    await fits()
  })

  test('is not sent with a question left open; what was answered is kept', async () => {
    await atasan.getByLabel('Ya, tampak').check()
    await atasan.locator('main form').evaluate(form => (form as HTMLFormElement).setAttribute('novalidate', ''))
    await atasan.getByRole('button', { name: 'Kirim jawaban' }).click()
    expect(await main(atasan)).toContain('Belum terkirim; jawaban Anda tetap ada')
    expect(await atasan.getByLabel('Ya, tampak').isChecked()).toBe(true)
  })

  test('is confirmed, and counted once', async () => {
    for (const question of await atasan.locator('main fieldset:not(:has(input[name=putusan]))').all())
      await question.locator('input[value="4"]').check()
    await atasan.getByLabel('Catatan (boleh kosong)').fill('Ia kini memimpin dialog antarwarga di kawasan wisata.')
    await atasan.getByRole('button', { name: 'Kirim jawaban' }).click()
    expect(await main(atasan)).toContain('Jawaban tersimpan. Terima kasih.')
    await fits()
  })

  test('is read by whom it is about, with the words of the atasan', async () => {
    const learner = await as('pegawai', { viewport: phone, js: false })
    await learner.goto('/belajar')
    await learner.locator('.tabs').getByRole('link', { name: 'Evaluasi', exact: true }).click()
    const words = await main(learner)
    expect(words).toContain('Ya, tampak')
    expect(words).toContain('Ia kini memimpin dialog antarwarga')
    expect(await overflowOf(learner)).toEqual([])
    await learner.context().close()
  })
})
