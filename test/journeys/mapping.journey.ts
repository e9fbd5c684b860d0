import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { phone, rowsOf, useBrowser } from './browser.ts'

// From a campaign to a level on the profile, and on over an objection to a decision: one person, five accounts.
const { as } = useBrowser()

const campaign = 'Uji petik jabatan ahli muda'
const office = 'Dinas Pariwisata, Kebudayaan, Kepemudaan dan Olahraga'
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const objection = 'Penolakan gratifikasi bulan Maret tercatat di Inspektorat dan tidak ikut dinilai.'

let manager: Page
let staff: Page
let name: string
let home: string

const main = (page: Page) => page.locator('main').innerText()
const integritas = (page: Page) => page.locator('section', { has: page.getByRole('heading', { level: 2, name: /^M\.1 / }) })

/** Answers every question of an open rating, Integritas differently, and hands it in. */
async function rate(page: Page, level: number, ofIntegritas: number) {
  for (const question of await page.locator('fieldset.choice').all()) {
    const about = await question.locator('legend').innerText()
    await question.locator(`input[value="${about === 'Integritas' ? ofIntegritas : level}"]`).check()
  }
  await page.getByRole('button', { name: 'Kirim penilaian' }).click()
}

/** The task of this campaign in the list of a rater. */
async function openTask(page: Page, rated: string) {
  await page.goto(`/penilaian?keadaan=perlu&q=${encodeURIComponent(rated === 'Diri Anda sendiri' ? '' : rated)}`)
  const row = page.locator('.data-table tbody tr', { hasText: campaign }).filter({ hasText: rated })
  await row.locator('.row-link').click()
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(rated)
}

beforeAll(async () => {
  manager = await as('pengelola')
  staff = await as('pegawai', { viewport: phone, js: false })
  await staff.goto('/saya')
  name = (await staff.getByRole('heading', { level: 1 }).innerText()).replace('Halo, ', '')
})
afterAll(() => Promise.all([manager.context().close(), staff.context().close()]))

describe('a campaign', () => {
  test('shows whom its rule takes in before anything is saved', async () => {
    await manager.goto('/pemetaan')
    await manager.getByRole('link', { name: 'Kampanye penilaian' }).click()
    await manager.getByRole('link', { name: 'Susun kampanye' }).click()
    await manager.getByLabel('Nama', { exact: true }).fill(campaign)
    await manager.getByLabel('Assessment center').check()
    await manager.locator('summary', { hasText: 'Perangkat daerah' }).click()
    await manager.getByLabel(office).check()
    await manager.locator('summary', { hasText: 'Jenjang' }).click()
    await manager.getByLabel('Ahli Muda', { exact: true }).check()
    await manager.getByRole('button', { name: 'Lihat siapa saja' }).click()

    const taken = await rowsOf(manager, manager.locator('#sasaran .data-table').first())
    expect(taken.length).toBeGreaterThan(2)
    expect(taken.map(row => row['Nama'])).toContain(name)
    expect(await manager.locator('#sasaran .key-figure-value').innerText()).toBe(String(taken.length))
    expect(await manager.getByLabel('Nama', { exact: true }).inputValue()).toBe(campaign)

    const others = taken.filter(row => row['Nama'] !== name).map(row => row['NIP']!)
    await manager.getByLabel('Dikecualikan').fill(others.slice(1).join('\n'))
  })

  test('is refused without its basis and dates and keeps the rest; then it is a draft, and opens', async () => {
    await manager.getByRole('button', { name: 'Simpan rancangan' }).click()
    expect(await manager.getByRole('alert').innerText()).toContain('Isi dasarnya')
    expect(await manager.getByLabel(office).isChecked()).toBe(true)
    await manager.getByLabel('Dasar', { exact: true }).fill('Surat Kepala BKPSDMD 800/1 Tahun 2026')
    await manager.getByLabel('Mulai', { exact: true }).fill(inDays(0))
    await manager.getByLabel('Selesai', { exact: true }).fill(inDays(20))
    await manager.getByRole('button', { name: 'Simpan rancangan' }).click()
    await manager.getByRole('heading', { level: 1, name: campaign }).waitFor()
    home = new URL(manager.url()).pathname
    expect(await manager.locator('.key-figure-value').innerText()).toBe('2')

    await manager.locator('summary', { hasText: 'Buka kampanye' }).click()
    await manager.getByRole('button', { name: 'Buka kampanye' }).click()
    await expect
      .poll(
        async () => {
          await manager.goto(home)
          return main(manager)
        },
        { timeout: 60_000, interval: 500 },
      )
      .not.toContain('Formulir sedang dibagikan')
    expect(await main(manager)).toContain('0 dari 2 orang selesai')
  })

  test('has a day to remind on, and asesor who share the people', async () => {
    await manager.getByLabel('Tanggal pengingat').fill(inDays(10))
    await manager.getByRole('button', { name: 'Tambah tanggal' }).click()
    expect((await rowsOf(manager, manager.locator('#pengingat .data-table'))).map(row => row['Keadaan'])).toEqual(['Menunggu'])

    await manager.goto(`${home}/asesor`)
    await manager.getByLabel('Danang Sulistyo').check()
    await manager.getByLabel('Asesor per orang').selectOption('1')
    await manager.getByRole('button', { name: 'Bagikan' }).click()
    expect(await manager.locator('.key-figure-value').innerText()).toBe('0')
  })
})

describe('its raters', () => {
  test('are told what is missing and lose nothing', async () => {
    await openTask(staff, 'Diri Anda sendiri')
    await staff.locator('fieldset.choice').first().locator('input[value="4"]').check()
    await staff.getByRole('button', { name: 'Kirim penilaian' }).click()
    expect(await staff.getByRole('alert').innerText()).toMatch(/Disimpan sebagai draf, belum terkirim[\s\S]*Pilih tingkat untuk/)
    expect(await staff.locator('fieldset.choice').first().locator('input[value="4"]').isChecked()).toBe(true)
    await rate(staff, 3, 4)
    expect(await main(staff)).toContain('Penilaian diri terkirim')
  })

  test('are the atasan and the asesor; what one said nobody changes afterwards', async () => {
    for (const account of ['atasan', 'asesor']) {
      const page = await as(account, { js: false })
      await openTask(page, name)
      const path = new URL(page.url()).pathname
      await rate(page, 2, 2)
      expect(await main(page)).toContain(`Penilaian untuk ${name} terkirim`)
      await page.goto(path)
      expect(await page.getByRole('button', { name: 'Kirim penilaian' }).count()).toBe(0)
      expect((await staff.request.get(path)).status()).toBe(404)
      await page.context().close()
    }
  })

  test('are seen by the manager as who handed in, and the campaign is closed with a reason', async () => {
    await expect
      .poll(
        async () => {
          await manager.goto(home)
          return main(manager)
        },
        { timeout: 60_000, interval: 500 },
      )
      .toContain('1 dari 2 orang selesai')
    await manager.locator('#akhiri summary', { hasText: 'Tutup kampanye' }).click()
    await manager.getByRole('button', { name: 'Tutup kampanye' }).click()
    expect(await manager.getByRole('alert').innerText()).toContain('Tulis alasannya')
    await manager.locator('#f-alasan-tutup').fill('Uji petik sudah cukup')
    await manager.getByRole('button', { name: 'Tutup kampanye' }).click()
    expect(await main(manager)).toContain('Uji petik sudah cukup')
  })
})

describe('the result', () => {
  test('stands on the own profile with where it comes from', async () => {
    await expect
      .poll(
        async () => {
          await staff.goto('/saya/mengapa')
          return integritas(staff).innerText()
        },
        { timeout: 60_000, interval: 500 },
      )
      .toMatch(/Tingkat 2 berasal dari/)
    expect(await integritas(staff).innerText()).toContain('Kurang 1 tingkat')
    const kept = (await rowsOf(staff, integritas(staff).locator('.data-table'))).map(row => row['Tingkat'])
    expect(kept).toContain('4') // what one said of oneself, and what was known before, are still there
  })

  test('is in the recap of the campaign, and in a report that is kept as it was issued', async () => {
    const id = home.split('/').at(-1)
    await manager.goto(`/pemetaan/rekap?kampanye=${id}`)
    expect((await rowsOf(manager)).map(row => row['Nama']!).join()).toContain(name)
    await manager.locator('.data-table .row-link', { hasText: name }).click()
    await manager.getByRole('button', { name: 'Terbitkan' }).click()
    const pdf = manager.getByRole('link', { name: /PDF/ }).first()
    await expect
      .poll(
        async () => {
          if (!(await pdf.isVisible())) await manager.reload()
          return pdf.count()
        },
        { timeout: 60_000, interval: 500 },
      )
      .toBeGreaterThan(0)
    const answer = await manager.request.get((await pdf.getAttribute('href'))!)
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('an objection', () => {
  let path: string

  test('is filed from where the level is explained; too short a reason is kept and said', async () => {
    await integritas(staff).locator('summary').click()
    await integritas(staff).getByRole('link', { name: 'Ajukan keberatan' }).click()
    await staff.getByLabel('Alasan dan bukti').fill('Keliru')
    await staff.getByRole('button', { name: 'Ajukan' }).click()
    expect(await staff.getByLabel('Alasan dan bukti').inputValue()).toBe('Keliru')
    await staff.getByLabel('Alasan dan bukti').fill(objection)
    await staff.getByRole('button', { name: 'Ajukan' }).click()
    path = new URL(staff.url()).pathname
    expect(await main(staff)).toMatch(/Putusan paling lambat \d+ \w+ \d{4}/)
  })

  test('goes to a second reader who had no part in it, and to somebody else for the decision', async () => {
    await manager.goto('/keberatan')
    await manager.getByRole('link', { name }).first().click()
    const readers = await manager.getByLabel('Pembaca kedua').locator('option').allInnerTexts()
    expect(readers).not.toContain('Danang Sulistyo') // rated in the campaign
    await manager.getByLabel('Pembaca kedua').selectOption('demo-admin')
    await manager.getByRole('button', { name: 'Tunjuk' }).click()
    expect(await main(manager)).not.toContain('Putuskan')

    const admin = await as('admin', { viewport: phone, js: false })
    await admin.goto('/keberatan')
    expect(await main(admin)).toContain('Menunggu pendapat Anda')
    await admin.goto(path)
    await admin.getByLabel(/Tingkat 3/).check()
    await admin.getByLabel('Alasan', { exact: true }).fill('Catatan Inspektorat membuktikan perilaku pada level 3.')
    await admin.getByRole('button', { name: 'Kirim pendapat' }).click()
    await admin.context().close()

    await staff.goto(path)
    expect(await main(staff)).not.toContain('Catatan Inspektorat membuktikan')
    await manager.goto(path)
    await manager.getByLabel('Tingkat diubah').check()
    await manager.getByLabel('Tingkat baru (bila diubah)').selectOption('3')
    await manager.getByLabel('Pertimbangan').fill('Pendapat pembaca didukung dokumen.')
    await manager.getByRole('button', { name: 'Putuskan' }).click()
    expect(await main(manager)).toContain('Tingkat diubah dari 2 menjadi 3.')
  })

  test('changes the level at once; what it was stays to be seen', async () => {
    await staff.goto(path)
    expect(await main(staff)).toContain('Catatan Inspektorat membuktikan')
    await staff.goto('/saya/mengapa')
    expect(await integritas(staff).innerText()).toMatch(/Memenuhi standar[\s\S]*Tingkat 3 berasal dari/)
    const kept = await rowsOf(staff, integritas(staff).locator('.data-table'))
    expect(kept.find(row => row['Tingkat'] === '3')!['Dipakai?']).toContain('Dipakai')
    expect(kept.some(row => row['Tingkat'] === '2' && /Digantikan oleh keberatan/.test(row['Dipakai?']!))).toBe(true)
    await staff.goto('/keberatan')
    expect(await main(staff)).toContain('Diputus')
  })
})
