import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { phone, useBrowser } from './browser.ts'

// The organiser runs a class that is on now: adds a session, shows the code, a participant checks in on a phone, and it is marked and counted.
const { as } = useBrowser()

let organiser: Page
let participant: Page
let home: string

const main = (page: Page) => page.locator('main').innerText()

beforeAll(async () => {
  organiser = await as('penyelenggara')
  participant = await as('pegawai', { viewport: phone, js: false })
  await organiser.goto('/kelas?keadaan=running&q=SPBE')
  await organiser.locator('.data-table tbody .row-link', { hasText: 'SPBE' }).first().click()
  home = new URL(organiser.url()).pathname
})
afterAll(() => Promise.all([organiser.context().close(), participant.context().close()]))

/** Now in Pangkalpinang, as the date and time of a clock on the wall. */
const clock = (minutes = 0) => new Date(Date.now() + minutes * 60_000 + 7 * 3_600_000).toISOString().slice(0, 16)

/** The demo may teach at this very hour: its sessions of today make room for the one that is added here. */
async function clearDay(day: string) {
  for (;;) {
    await organiser.goto(`${home}/jadwal`)
    const sessions = organiser.locator(`#hari-${day} .data-table tbody .row-link`)
    if ((await sessions.count()) === 0) return
    await sessions.first().click()
    const asks = organiser.locator('main details.confirm')
    await asks.locator('summary').click()
    await asks.getByRole('button', { name: 'Hapus sesi' }).click()
    expect(await main(organiser)).toContain('Sesi dihapus')
  }
}

describe('a class', () => {
  test('takes a session that is on now, and refuses another at the same time', async () => {
    // A session is of one day: around midnight it is shorter, and the last minutes of a day are waited for to pass.
    while (clock(3).slice(0, 10) !== clock().slice(0, 10)) await new Promise(done => setTimeout(done, 5000))
    const day = clock().slice(0, 10)
    const [from, until] = [
      clock(-20) < day ? '00:00' : clock(-20).slice(11),
      clock(20) > `${day}T23:59` ? '23:59' : clock(20).slice(11),
    ]
    await clearDay(day)
    for (const expected of ['Pendalaman bersama', 'sudah punya sesi']) {
      await organiser.goto(`${home}/jadwal/baru`)
      await organiser.getByLabel('Mata pelatihan').selectOption('')
      await organiser.getByLabel('Nama kegiatan').fill('Pendalaman bersama')
      await organiser.getByLabel('Tanggal').fill(day)
      await organiser.getByLabel('Mulai').fill(from)
      await organiser.getByLabel('Selesai').fill(until)
      await organiser.getByLabel('JP', { exact: true }).fill('')
      await organiser.getByRole('button', { name: 'Simpan sesi' }).click()
      expect(await main(organiser)).toContain(expected)
    }
  })

  test('shows a code by which a participant checks in on a phone without JavaScript', async () => {
    await organiser.goto(`${home}/jadwal`)
    const row = organiser.locator('.data-table tbody tr', { hasText: 'Pendalaman bersama' })
    await row.getByRole('link', { name: 'Kehadiran' }).click()
    const session = organiser.url()
    await organiser.getByRole('link', { name: 'Tampilkan layar presensi' }).click()
    const code = await organiser.locator('.check-in-code').innerText()
    await participant.goto('/hadir')
    await participant.getByLabel('Kode di layar').fill(code)
    await participant.getByRole('button', { name: 'Lanjutkan' }).click()
    await participant.getByRole('button', { name: 'Catat kehadiran saya' }).click()
    expect(await main(participant)).toContain('Kehadiran Anda tercatat')
    await organiser.goto(session)
    expect(await main(organiser)).toContain('1 dari 72 peserta hadir')
    await organiser.getByRole('button', { name: 'Tandai semua yang belum sebagai hadir' }).click()
    expect(await main(organiser)).toContain('72 dari 72 peserta hadir')
  })

  test('hands out a link that the participant finds', async () => {
    await organiser.goto(`${home}/bahan`)
    await organiser.getByLabel('atau tautan').fill('https://modul.example/spbe')
    await organiser.getByLabel('Judul').fill('Modul SPBE')
    await organiser.getByRole('button', { name: 'Tambah bahan' }).click()
    await participant.goto(`${home}/bahan`)
    expect(await participant.getByRole('link', { name: 'Modul SPBE' }).getAttribute('href')).toBe('https://modul.example/spbe')
  })

  test('says what is open before it can be closed, and issues a numbered letter', async () => {
    await organiser.goto(`${home}/penutupan`)
    expect(await main(organiser)).toContain('Bereskan yang masih terbuka')
    expect(await organiser.getByRole('button', { name: 'Tutup kelas' }).count()).toBe(0)
    await organiser.goto(`${home}/surat`)
    await organiser.getByLabel('Jenis surat').last().selectOption({ label: 'Jadwal' })
    await organiser.getByLabel('Tempat tanda tangan').fill('Pangkalpinang')
    await organiser.getByLabel('Jabatan penanda tangan').fill('Kepala BPSDM')
    await organiser.getByLabel('Nama penanda tangan').fill('Rosmala')
    await organiser.getByRole('button', { name: 'Terbitkan surat' }).click()
    expect(await main(organiser)).toMatch(/Surat 001\/DIKLAT\/[IVX]+\/20\d\d terbit/)
  })
})
