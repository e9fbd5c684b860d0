import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desk, figure, phone, rowsOf, useBrowser } from './browser.ts'
import { flawsOfSource, overflowOf, violationsOf } from './checks.ts'

const { as } = useBrowser()

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()
const field = (page: Page, label: string | RegExp, nth = 0) => page.getByLabel(label).nth(nth)
const press = async (page: Page, name: string | RegExp) => {
  await page.getByRole('button', { name }).first().click()
  await page.waitForLoadState()
}
const flawsOf = async (page: Page) => [...flawsOfSource(await page.content(), 'id'), ...(await overflowOf(page))]

/** The jabatan of a province of this name, the n-th of the list: each way has its own. */
async function openStandard(page: Page, name: string, nth: number) {
  await page.goto(`/standar?q=${encodeURIComponent(name)}&asal=bawaan`)
  await page.locator('.row-link').nth(nth).click()
  expect(await heading(page)).toBe(name)
}

const post = 'Analis Hukum Ahli Pertama'

describe.each([
  ['with JavaScript, at a desk', { js: true, viewport: desk }, 0],
  ['without JavaScript, on a phone', { js: false, viewport: phone }, 1],
] as const)('a pengelola sets the standard of one jabatan, %s', (_, way, nth) => {
  let page: Page
  let standard: string
  let before: number
  beforeAll(async () => {
    page = await as('pengelola', way)
    await openStandard(page, post, nth)
    standard = new URL(page.url()).pathname
    before = figure(await page.locator('.key-figure-value').innerText())
  })
  afterAll(() => page.context().close())

  test('is told beside the fields what cannot be, and keeps what was typed', async () => {
    await page.getByRole('link', { name: 'Ubah standar' }).click()
    await press(page, 'Tambah pelatihan')
    await press(page, 'Tambah pengalaman')
    await field(page, 'Nama', 0).fill('Pelatihan Fungsional Analis Hukum')
    await page.locator('input[name="baris-1-nama"]').fill('Penyusunan produk hukum daerah')
    await page.locator('input[name="baris-1-bulan"]').fill('dua tahun')
    await press(page, 'Simpan rancangan dan lihat dampaknya')
    const summary = page.locator('.form-errors')
    expect(await summary.innerText()).toBe('Paling sedikit (bulan): isi bilangan bulat 1 sampai 600.')
    expect(await page.locator('input[name="baris-1-bulan"]').inputValue()).toBe('dua tahun')
    expect(await page.locator('input[name="baris-0-nama"]').inputValue()).toBe('Pelatihan Fungsional Analis Hukum')
    expect(await flawsOf(page)).toEqual([])
  })

  test('fills the official form and sees what would change before anything does', async () => {
    await field(page, 'M.3 Komunikasi').selectOption('4')
    await field(page, 'Pendidikan formal paling rendah').selectOption({ label: 'S-1' })
    await field(page, 'Fakultas atau jurusan').fill('Ilmu Hukum')
    await field(page, 'Golongan ruang paling rendah').fill('III/b')
    await field(page, 'Ikhtisar jabatan').fill('Menyusun analisis hukum.\nMendampingi perangkat daerah.')
    await field(page, 'Indikator kinerja jabatan').fill('Rekomendasi yang ditindaklanjuti')
    await page.locator('select[name="kompetensi-0"]').selectOption({ label: 'P.3 Pemerintahan Umum' })
    await page.locator('select[name="tingkat-baru-0"]').selectOption('2')
    await page.locator('select[name="baris-0-rumpun"]').selectOption('fungsional')
    await page.locator('input[name="baris-1-bulan"]').fill('24')
    await page.locator('select[name="baris-1-penting"]').selectOption('perlu')
    await press(page, 'Simpan rancangan dan lihat dampaknya')
    expect(new URL(page.url()).pathname).toMatch(/^\/standar\/versi\/\d+$/)
    const changes = await rowsOf(page)
    expect(changes.map(row => [row['Yang diatur'], row['Sekarang'], row['Menjadi']])).toEqual([
      ['M.3 Komunikasi naik', 'Tingkat 2', 'Tingkat 4'],
      ['P.3 Pemerintahan Umum ditambahkan', 'tidak diminta', 'Tingkat 2'],
      ['Ikhtisar jabatan', 'tidak diatur', 'Menyusun analisis hukum.Mendampingi perangkat daerah.'],
      ['Pendidikan formal paling rendah', 'tidak diatur', 'S-1'],
      ['Fakultas atau jurusan', 'tidak diatur', 'Ilmu Hukum'],
      ['Golongan ruang paling rendah', 'tidak diatur', 'III/b'],
      ['Indikator kinerja jabatan', 'tidak diatur', 'Rekomendasi yang ditindaklanjuti'],
      ['Pelatihan: Pelatihan Fungsional Analis Hukum persyaratan baru', 'tidak diminta', 'Mutlak'],
      ['Pengalaman kerja: Penyusunan produk hukum daerah persyaratan baru', 'tidak diminta', 'Perlu; paling sedikit 24 bulan'],
    ])
    expect(await page.locator('main').innerText()).toMatch(/Menyentuh 1 jabatan dengan \d+ pemangku aktif\./)
    expect(await flawsOf(page)).toEqual([])
    // Nothing has changed yet for anybody else.
    const other = await as('perencana', way)
    await other.goto(standard)
    expect(figure(await other.locator('.key-figure-value').innerText())).toBe(before)
    expect(await other.locator('main').innerText()).not.toContain('rancangan')
    expect((await other.goto(new URL(page.url()).pathname))!.status()).toBe(404)
    await other.context().close()
  })

  test('sets it with its legal basis, and everybody sees what differs from what is inherited', async () => {
    await field(page, 'Dasar hukum').fill('Keputusan Gubernur 188.44/21/2026')
    await press(page, 'Tetapkan mulai hari ini')
    expect(new URL(page.url()).pathname).toBe(standard)
    expect(await page.locator('main').innerText()).toContain('Standar ditetapkan dan berlaku mulai hari ini.')
    expect(figure(await page.locator('.key-figure-value').innerText())).toBe(before + 1)
    await page.getByRole('link', { name: 'Berbeda dari induk' }).click()
    const text = await page.locator('main').innerText()
    expect(text).toContain('Induk: tingkat 2 (Bawaan nasional)')
    expect(text).toContain('P.3 Pemerintahan Umum')
    expect(text).toContain('Tidak ada pada induk')
    expect(text).not.toContain('M.1 Integritas')
    expect(await flawsOf(page)).toEqual([])
  })

  test('takes one competency back, compares the two versions, and prints the form', async () => {
    await press(page, 'Kembalikan ke induk')
    expect((await rowsOf(page)).map(row => [row['Yang diatur'], row['Sekarang'], row['Menjadi']])).toEqual([
      ['M.3 Komunikasi turun', 'Tingkat 4', 'Tingkat 2'],
    ])
    await field(page, 'Dasar hukum').fill('Keputusan Gubernur 188.44/30/2026')
    await press(page, 'Tetapkan mulai hari ini')
    await page.goto(`${standard}/riwayat`)
    const history = await rowsOf(page)
    expect(history.map(row => [row['Versi'], row['Keadaan'], row['Dasar hukum']])).toEqual([
      ['Versi 2', 'Berlaku', 'Keputusan Gubernur 188.44/30/2026'],
      ['Versi 1', 'Diarsipkan', 'Keputusan Gubernur 188.44/21/2026'],
    ])
    await page.getByRole('link', { name: 'Versi 1' }).click()
    await press(page, 'Bandingkan')
    expect((await rowsOf(page)).map(row => [row['Yang diatur'], row['Versi 1'], row['Versi 2']])).toEqual([
      ['M.3 Komunikasi tidak diatur lagi', 'Tingkat 4', 'tidak diatur di sini'],
    ])
    await page.goto(`${standard}/formulir`)
    const form = await page.locator('.official-form').innerText()
    for (const part of [
      'Ilmu Hukum',
      'III/b',
      'Pelatihan Fungsional Analis Hukum',
      '24 bulan',
      'Rekomendasi yang ditindaklanjuti',
    ])
      expect(form).toContain(part)
    expect(form).toContain('Keputusan Gubernur 188.44/30/2026')
    const pdf = await page.request.get(`${standard}/formulir.pdf`)
    expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    expect(await flawsOf(page)).toEqual([])
    if (way.js) expect(await violationsOf(page)).toEqual([])
  })
})
