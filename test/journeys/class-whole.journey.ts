import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { phone, tablet, useBrowser } from './browser.ts'
import { overflowOf, violationsOf } from './checks.ts'

// A class from its opening to its close, on a tablet: who joins, who is nominated, when it meets, who was there, how they did, and the JP of it.
const { as } = useBrowser()
const title = 'Coaching dan Mentoring bagi Atasan'
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10)

let organiser: Page
let home: string
const main = (page: Page) => page.locator('main').innerText()
const fits = async () => {
  expect(await overflowOf(organiser)).toEqual([])
  expect(await violationsOf(organiser)).toEqual([])
}
/** Presses what asks once more before it does it. */
async function confirm(label: string) {
  const asks = organiser.locator('main details.confirm', { has: organiser.locator('summary', { hasText: label }) })
  await asks.locator('summary').click()
  await asks.getByRole('button', { name: label }).click()
}
const tab = (name: string) => organiser.locator('main .tabs').getByRole('link', { name, exact: true }).click()

beforeAll(async () => {
  organiser = await as('penyelenggara', { viewport: tablet })
})
afterAll(() => organiser.context().close())

describe('a class on a tablet', () => {
  test('is made of a course, and opened', async () => {
    await organiser.goto('/kelas')
    await fits()
    await organiser.getByRole('link', { name: 'Buat kelas' }).first().click()
    const course = organiser.getByLabel('Kursus')
    await course.selectOption(await course.locator('option', { hasText: title }).getAttribute('value'))
    await organiser.getByRole('button', { name: 'Buat kelas' }).click()
    await fits()
    await organiser.getByLabel('Nama kelas').fill('Angkatan Tablet')
    await organiser.getByLabel('Mulai', { exact: true }).fill(day(1))
    await organiser.getByLabel('Selesai', { exact: true }).fill(day(0))
    await organiser.getByLabel('Pendaftaran sampai').fill(day(0))
    await organiser.getByLabel('Tempat', { exact: true }).fill('Kampus BPSDM')
    await organiser.getByLabel('Kursi terbanyak').fill('10')
    await organiser.getByRole('button', { name: 'Simpan', exact: true }).click()
    expect(await main(organiser)).toContain('Kelas dibuat sebagai draf')
    home = new URL(organiser.url()).pathname
    await confirm('Buka pendaftaran')
    expect(await main(organiser)).toContain('Pendaftaran dibuka')
    await fits()
  })

  test('is joined by who wants to, and by who is nominated', async () => {
    for (const account of ['perencana', 'fasilitator']) {
      const learner = await as(account, { viewport: phone, js: false })
      await learner.goto(home)
      await learner.getByRole('link', { name: 'Ikut kelas ini' }).click()
      await learner
        .locator(`#kelas-${home.split('/').pop()}`)
        .getByRole('button', { name: 'Daftar di kelas ini' })
        .click()
      expect(await main(learner)).toContain('Anda terdaftar')
      await learner.context().close()
    }
    const manager = await as('pengelola', { viewport: tablet })
    await manager.goto(home)
    await manager.getByRole('link', { name: 'Usulkan pegawai' }).click()
    expect(await overflowOf(manager)).toEqual([])
    const rows = manager.locator('.data-table tbody tr')
    for (const n of [0, 1]) await rows.nth(n).locator('input[type=checkbox]').check()
    await manager.getByRole('button', { name: 'Usulkan' }).click()
    expect(await main(manager)).toContain('2 mendapat kursi')
    await manager.context().close()
    await organiser.goto(home)
    await tab('Peserta')
    expect(await organiser.locator('.data-table tbody tr').count()).toBe(4)
    await fits()
  })

  test('begins, and has a timetable', async () => {
    await organiser.goto(home)
    await confirm('Mulai kelas')
    expect(await main(organiser)).toContain('Kelas sekarang berjalan')
    await tab('Jadwal')
    for (const [subject, from, until, jp] of [
      ['Percakapan coaching (6 JP)', '08:00', '12:30', '6'],
      ['Umpan balik dan kesepakatan (4 JP)', '13:00', '16:00', '4'],
    ] as const) {
      await organiser.getByRole('link', { name: 'Tambah sesi' }).first().click()
      await fits()
      await organiser.getByLabel('Mata pelatihan').selectOption({ label: subject })
      await organiser.getByLabel('Tanggal').fill(day(1))
      await organiser.getByLabel('Mulai').fill(from)
      await organiser.getByLabel('Selesai').fill(until)
      await organiser.getByLabel('JP', { exact: true }).fill(jp)
      await organiser.getByRole('button', { name: 'Simpan sesi' }).click()
      expect(await main(organiser)).toContain('Sesi masuk jadwal')
    }
    expect(await organiser.locator('.key-figure-value').innerText()).toContain('10 dari 10')
    await fits()
  })

  test('knows who was there', async () => {
    for (const n of [0, 1]) {
      await organiser.goto(home)
      await tab('Kehadiran')
      if (n === 0) await fits()
      await organiser.locator('.data-table tbody .row-link').nth(n).click()
      await organiser.getByRole('button', { name: 'Tandai semua yang belum sebagai hadir' }).click()
      expect(await main(organiser)).toContain('4 dari 4 peserta hadir')
      await fits()
    }
  })

  test('knows how they did: all marks typed on one screen', async () => {
    await tab('Nilai')
    await fits()
    const marks = organiser.locator('.score-rows input')
    expect(await marks.count()).toBe(12)
    for (const one of await marks.all()) await one.fill('85')
    await organiser.getByRole('button', { name: 'Simpan nilai' }).click()
    expect(await main(organiser)).toContain('12 nilai disimpan')
    expect(await organiser.locator('.key-figure-value').innerText()).toContain('4 dari 4')
  })

  test('is closed, with what closing does said first', async () => {
    await tab('Penutupan')
    await fits()
    await confirm('Tutup kelas')
    expect(await main(organiser)).toContain('Kelas ditutup: 4 lulus, 0 belum lulus. JP sudah tercatat.')
    await fits()
  })

  test('is recognised in JP: the participant sees it', async () => {
    const learner = await as('fasilitator', { viewport: phone })
    await learner.goto('/belajar')
    await learner.getByRole('link', { name: title }).click()
    await learner.getByRole('link', { name: 'Lihat yang Anda capai' }).click()
    expect(await learner.locator('h1').innerText()).toBe('Selamat, Anda lulus')
    expect(await learner.locator('.key-figure-value').innerText()).toContain('+10')
    expect(await overflowOf(learner)).toEqual([])
    await learner.getByRole('link', { name: 'Lihat JP saya' }).click()
    const row = learner.locator('.data-table tbody tr', { hasText: title })
    expect(await row.innerText()).toContain('Diakui seluruhnya')
    await learner.context().close()
  })
})
