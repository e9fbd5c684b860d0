import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { useBrowser } from './browser.ts'

const { as, guest, url } = useBrowser()

const path = (page: Page) => page.url().slice(url.length)
const title = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()

async function fillIn(page: Page, account: string, password: string) {
  await page.getByLabel('NIP atau nama akun').fill(account)
  await page.getByLabel('Kata sandi', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
}

async function signOut(page: Page) {
  await page.locator('.account > summary').click()
  await page.getByRole('button', { name: 'Keluar' }).click()
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
] as const)('the door, %s', (_, js) => {
  test('a demo card is one press, and out again', async () => {
    const page = await guest({ js })
    await page.goto('/masuk')
    await page.getByRole('button', { name: 'Masuk sebagai pegawai' }).click()
    expect(path(page)).toBe('/')
    expect(await title(page)).toMatch(/^Halo, /)
    await signOut(page)
    expect(path(page)).toBe('/masuk')
    await page.goto('/saya')
    expect(path(page)).toBe('/masuk?kembali=%2Fsaya')
    await page.context().close()
  })

  test('a wrong password is told kindly, and the account name is kept', async () => {
    const page = await guest({ js })
    await page.goto('/masuk')
    await fillIn(page, 'bupati', 'rahasia negara')
    expect(await page.locator('.notice-bad').innerText()).toBe(
      'NIP, nama akun, atau kata sandi tidak cocok. Periksa kembali lalu coba lagi. Lupa kata sandi? Minta admin instansi Anda menyetel ulang.',
    )
    expect(await page.getByLabel('NIP atau nama akun').inputValue()).toBe('bupati')
    expect(await page.getByLabel('Kata sandi', { exact: true }).inputValue()).toBe('')
    await page.context().close()
  })

  test('one comes back to the page asked for, and never to another site', async () => {
    const page = await guest({ js })
    await page.goto('/kebutuhan?tingkat=urgen&halaman=1')
    await fillIn(page, 'perencana', 'salah dulu')
    await fillIn(page, 'perencana', 'piawai-demo')
    expect(path(page)).toBe('/kebutuhan?tingkat=urgen&halaman=1')
    await signOut(page)
    await page.goto('/masuk?kembali=//contoh.test/')
    await fillIn(page, 'perencana', 'piawai-demo')
    expect(path(page)).toBe('/')
    await page.context().close()
  })

  test('language and theme change where one is, and stay', async () => {
    const page = await guest({ js })
    await page.goto('/masuk')
    await page.getByRole('button', { name: 'English' }).click()
    expect(await title(page)).toBe('Sign in')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByRole('button', { name: 'Sign in as pimpinan' }).click()
    await page.goto('/kamus?pilar=teknis')
    await page.locator('.account > summary').click()
    await page.getByRole('button', { name: 'Bahasa Indonesia' }).click()
    expect(path(page)).toBe('/kamus?pilar=teknis')
    expect(await title(page)).toBe('Kamus kompetensi')

    const theme = () => page.locator('html').getAttribute('data-theme')
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const choose = async (name: string) => {
      await page.locator('.account > summary').click()
      await page.getByRole('button', { name }).click()
      expect(path(page)).toBe('/kamus?pilar=teknis')
    }
    expect(await theme()).toBeNull()
    const light = await background()
    await choose('Gelap')
    expect(await theme()).toBe('piawai-gelap')
    const dark = await background()
    expect(dark).not.toBe(light)
    await page.emulateMedia({ colorScheme: 'dark' })
    await choose('Terang')
    expect([await theme(), await background()]).toEqual(['piawai', light])
    await choose('Ikuti perangkat')
    expect([await theme(), await background()]).toEqual([null, dark])
    await page.context().close()
  })
})

test('a password that will not do is refused at its field, and stays as it was', async () => {
  const page = await as('fasilitator', { js: false })
  const attempt = async (old: string, fresh: string, repeat = fresh) => {
    await page.goto('/sandi')
    await page.getByLabel('Kata sandi lama').fill(old)
    await page.getByLabel('Kata sandi baru', { exact: true }).fill(fresh)
    await page.getByLabel('Ulangi kata sandi baru').fill(repeat)
    await page.getByRole('button', { name: 'Simpan' }).click()
    expect(path(page)).toBe('/sandi')
    const said = await page.locator('.form-errors a').innerText()
    const field = page.locator((await page.locator('.form-errors a').getAttribute('href'))!)
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('.field-wrong .field-error').innerText()).toBe(said)
    return said
  }
  expect(await attempt('keliru', 'sawah terbentang luas')).toBe('Kata sandi lama tidak cocok.')
  expect(await attempt('piawai-demo', 'sawah terbentang luas', 'sawah terbentang')).toBe('Dua isian kata sandi baru tidak sama.')
  expect(await attempt('piawai-demo', 'pendek')).toBe('Terlalu pendek: paling sedikit 10 huruf.')
  expect(await attempt('piawai-demo', 'piawai-demo')).toBe('Kata sandi baru sama dengan yang lama. Pilih yang lain.')
  expect(await attempt('piawai-demo', 'fasilitator123')).toBe('Jangan memuat nama akun atau NIP Anda.')
  expect(await attempt('piawai-demo', 'password123')).toBe('Terlalu mudah ditebak. Pilih kalimat yang hanya Anda tahu.')
  await page.context().close()
  await (await as('fasilitator')).context().close() // the old one still opens the door
})

test('an account opened by the admin is entered once with its one-time password, then with its own', async () => {
  const admin = await as('admin', { js: false })
  await admin.goto('/akun/baru')
  await admin.getByLabel('Nama lengkap').fill('Tamu Uji')
  await admin.getByLabel('Nama akun').fill('tamu.uji')
  await admin.getByRole('button', { name: 'Buka akun' }).click()
  const [, once = ''] = /untuk Tamu Uji: (\S+) —/.exec(await admin.locator('.flash').innerText()) ?? []
  expect(once.length).toBeGreaterThanOrEqual(10)

  const page = await guest({ js: false })
  await page.goto('/kamus')
  await fillIn(page, 'tamu.uji', once)
  expect(path(page)).toBe('/sandi')
  await page.goto('/kamus')
  expect(path(page)).toBe('/sandi')
  await page.getByLabel('Kata sandi lama').fill(once)
  await page.getByLabel('Kata sandi baru', { exact: true }).fill('ombak di muara tenang')
  await page.getByLabel('Ulangi kata sandi baru').fill('ombak di muara tenang')
  await page.getByRole('button', { name: 'Simpan' }).click()
  expect(await page.locator('.flash').innerText()).toContain('Kata sandi diganti.')
  await page.goto('/kamus')
  expect(await title(page)).toBe('Kamus kompetensi')
  await signOut(page)
  await fillIn(page, 'tamu.uji', once)
  expect(await page.locator('.notice-bad').count()).toBe(1)
  await fillIn(page, 'tamu.uji', 'ombak di muara tenang')
  expect(path(page)).toBe('/')

  await admin.goto('/akun?q=tamu.uji')
  await admin.locator('.row-link').click()
  await admin.locator('summary', { hasText: 'Tutup akun' }).click()
  expect(await admin.locator('details[open] .confirm-question').innerText()).toContain('Semua sesinya berakhir')
  await admin.getByRole('button', { name: 'Tutup akun' }).click()
  await page.goto('/kamus')
  expect(path(page)).toBe('/masuk?kembali=%2Fkamus')
  await Promise.all([page.context().close(), admin.context().close()])
})
