import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSheet, writeWorkbook } from '../../src/platform/sheet/index.ts'
import { figure, rowsOf, shareOf, useBrowser } from './browser.ts'

const { as, guest } = useBrowser()

const people = 20
const competency = { code: 'M.3', name: 'Komunikasi' }
const columns = [
  { header: 'NIP', kind: 'text' as const },
  { header: 'Kompetensi' },
  { header: 'Level', kind: 'number' as const },
  { header: 'Metode' },
  { header: 'Tanggal', kind: 'date' as const },
]
const lastWeek = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10)

const xlsx = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(bytes),
})

/** Waits for work behind the page; without JavaScript one asks again with the page's own link. */
async function settled(page: Page, js: boolean) {
  await expect
    .poll(
      async () => {
        const reload = page.getByRole('link', { name: 'Muat ulang' })
        if (!js && (await reload.isVisible())) await reload.click()
        return page.locator('.key-figure, .notice-bad').count()
      },
      { timeout: 60_000, interval: 300 },
    )
    .toBeGreaterThan(0)
}

async function upload(page: Page, js: boolean, kind: string, file: ReturnType<typeof xlsx>) {
  await page.goto('/impor')
  await page.getByRole('link', { name: 'Impor baru' }).click()
  await page.getByLabel('Isi berkas').selectOption(kind)
  await page.getByLabel('Berkas', { exact: true }).setInputFiles(file)
  await page.getByRole('button', { name: 'Unggah dan baca' }).click()
  await settled(page, js)
}

/** The counts of an import by their label: `{ Baru: 40, Ditolak: 3, … }`. */
const counts = async (page: Page): Promise<Record<string, number>> =>
  Object.fromEntries(
    await page
      .locator('.figures .figure')
      .evaluateAll(all =>
        all.map(one => [
          one.querySelector('.figure-label')!.textContent,
          Number(one.querySelector('.figure-value')!.textContent),
        ]),
      ),
  )

async function downloaded(page: Page, press: () => Promise<void>, name: string) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  const reading = await readSheet(await download.path(), name)
  if (!reading.ok) throw new Error(`${name} cannot be read`)
  return reading.rows
}

/** How many people stand in the needs of the competency at one jenjang. */
async function peopleInNeed(page: Page): Promise<number> {
  await page.goto(`/kebutuhan?q=${competency.name}&jenjang=ahli_pertama`)
  return (await rowsOf(page)).reduce((sum, row) => sum + figure(row['Orang'] ?? ''), 0)
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
] as const)('results of an assessment, %s', (_, js) => {
  let page: Page
  let nips: string[]
  let file: ReturnType<typeof xlsx>
  let before: { home: Awaited<ReturnType<typeof shareOf>>; need: number; missing: number }

  const missingCount = async () => {
    await page.goto('/pemetaan/belum')
    return figure(await page.locator('.key-figure-value').innerText())
  }

  beforeAll(async () => {
    page = await guest({ js })
    await page.goto('/')
    await page.getByLabel('NIP atau nama akun').fill('pengelola')
    await page.getByLabel('Kata sandi').fill('piawai-demo')
    await page.getByRole('button', { name: 'Masuk', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Selamat datang' }).waitFor()

    const home = await shareOf(page)
    before = { home, need: await peopleInNeed(page), missing: await missingCount() }

    nips = []
    await page.goto('/pemetaan/belum?alasan=belum')
    while (nips.length < people) {
      for (const row of await rowsOf(page))
        if (row['Jabatan']!.endsWith('Ahli Pertama')) nips.push(row['NIP']!.replaceAll(' ', ''))
      await page.getByRole('link', { name: 'Berikutnya' }).click()
    }
    nips.length = people

    const good = nips.flatMap(nip => [
      [nip, competency.code, 1, 'Assessment center', lastWeek],
      [nip, 'Perekat Bangsa', 2, 'Assessment center', lastWeek],
    ])
    const bad = [
      [nips[0]!, 'M.1', 7, 'Assessment center', lastWeek],
      ['1.99E+17', 'M.1', 2, 'Assessment center', lastWeek],
      [nips[1]!, 'Ilmu Kebatinan', 2, 'Assessment center', lastWeek],
    ]
    file = xlsx('hasil.xlsx', await writeWorkbook([{ name: 'Hasil', columns, rows: [...good, ...bad] }]))
  })
  afterAll(() => page.context().close())

  test('the figures agree before anything is changed', async () => {
    expect(nips).toHaveLength(people)
    expect(new Set(nips).size).toBe(people)
    expect(before.home.of - before.home.part).toBe(before.missing)
    expect(before.need).toBeGreaterThan(0)
  })

  test('the preview counts what would be written and what is refused, and writes nothing', async () => {
    await upload(page, js, 'hasil', file)
    expect(await page.locator('.key-figure').innerText()).toMatch(/^baris siap ditulis\s+40\s+3 baris ditolak/i)
    expect(await counts(page)).toEqual({ Baru: 40, Berubah: 0, Sama: 0, Ditolak: 3 })
    const reasons = (await rowsOf(page)).map(row => row['Alasan'])
    expect(reasons).toHaveLength(3)
    const here = page.url()
    expect(await missingCount()).toBe(before.missing)
    await page.goto(here)
  })

  test('one press writes the good rows', async () => {
    await page.getByRole('button', { name: 'Tulis 40 baris' }).click()
    await expect
      .poll(
        async () => {
          if (!js) await page.reload()
          return (await page.locator('.key-figure-label').allInnerTexts()).join()
        },
        { timeout: 60_000 },
      )
      .toMatch(/baris ditulis/i)
    expect(await counts(page)).toEqual({ Baru: 40, Berubah: 0, Sama: 0, Ditolak: 3 })
  })

  test('the refused rows come back as a workbook that says why, in Indonesian', async () => {
    const rows = await downloaded(
      page,
      () => page.getByRole('link', { name: 'Unduh baris yang ditolak' }).click(),
      'ditolak.xlsx',
    )
    const [head, ...refused] = rows
    expect(head).toEqual(['NIP', 'Kompetensi', 'Level', 'Metode', 'Tanggal', 'Baris asal', 'Alasan'])
    expect(refused.map(row => row[5])).toEqual([42, 43, 44])
    expect(refused.map(row => String(row[6]))).toEqual([
      expect.stringMatching(/^Level: .*1 sampai 5/),
      expect.stringMatching(/^NIP: .*(Excel|membulatkan|dibulatkan)/),
      expect.stringMatching(/^Kompetensi: .*kamus/),
    ])
  })

  test('coverage rises by exactly these people, here and on the home page', async () => {
    await expect
      .poll(
        async () => {
          await page.goto('/pemetaan')
          return (await shareOf(page)).part
        },
        { timeout: 60_000, interval: 500 },
      )
      .toBe(before.home.part + people)
    await page.goto('/')
    expect(await shareOf(page)).toEqual({ part: before.home.part + people, of: before.home.of })
    expect(await missingCount()).toBe(before.missing - people)
  })

  test('the need of those below the standard grows by the same people, and names them', async () => {
    await expect.poll(() => peopleInNeed(page), { timeout: 60_000, interval: 500 }).toBe(before.need + people)
    await page.locator('.data-table .row-link').first().click()
    const named = await page.locator('#orang .pager-summary').innerText()
    expect(named).toContain(`dari ${await page.locator('.key-figure-value').evaluate(value => value.firstChild!.textContent)}`)
  })

  test('the same file again changes nothing', async () => {
    await upload(page, js, 'hasil', file)
    expect(await page.locator('.key-figure').innerText()).toMatch(/^tidak ada yang perlu ditulis\s+0/i)
    expect(await counts(page)).toEqual({ Baru: 0, Berubah: 0, Sama: 40, Ditolak: 3 })
    expect(await page.getByRole('button', { name: /^Tulis/ }).count()).toBe(0)
    expect(await page.locator('.notice-info').innerText()).toMatch(/sudah pernah diimpor/)
  })

  test('the exported roster can be corrected and brought back', async () => {
    await page.goto(`/pegawai?q=${nips[2]}`)
    const link = page.locator('.data-table .row-link')
    const [name, profile] = [await link.innerText(), await link.getAttribute('href')]
    const rows = await downloaded(page, () => page.getByRole('link', { name: 'Unduh XLSX' }).click(), 'pegawai.xlsx')
    const at = rows.findIndex(row => row[0] === 'NIP')
    const [head, person] = [rows[at]!.map(String), rows[at + 1]!]
    expect([person[0], person[1]]).toEqual([nips[2], name])
    person[1] = `Perbaikan ${name}`
    const columns = head.map(header => ({ header, ...(header === 'NIP' ? { kind: 'text' as const } : {}) }))
    const bytes = await writeWorkbook([
      { name: 'Pegawai', notes: rows.slice(0, at).map(row => String(row[0])), columns, rows: [person as string[]] },
    ])

    await upload(page, js, 'pegawai', xlsx('pegawai.xlsx', bytes))
    expect(await counts(page)).toEqual({ Baru: 0, Berubah: 1, Sama: 0, Ditolak: 0 })
    expect(await page.locator('#contoh ins').innerText()).toBe(`Perbaikan ${name}`)
    await page.getByRole('button', { name: 'Tulis 1 baris' }).click()
    await expect
      .poll(
        async () => {
          await page.goto(profile!)
          return page.getByRole('heading', { level: 1 }).innerText()
        },
        { timeout: 60_000, interval: 500 },
      )
      .toBe(`Perbaikan ${name}`)
  })
})

describe('an upload that cannot work', () => {
  test('keeps what was chosen and says what to do', async () => {
    const page = await as('pengelola', { js: false })
    await page.goto('/impor/baru?jenis=pelatihan')
    await page.getByLabel('Berkas', { exact: true }).evaluate(field => field.removeAttribute('required'))
    await page.getByRole('button', { name: 'Unggah dan baca' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('Pilih berkas XLSX atau CSV terlebih dahulu.')
    expect(await page.getByLabel('Isi berkas').inputValue()).toBe('pelatihan')
    await page.context().close()
  })

  test('a file that is no sheet is refused whole, in words', async () => {
    const page = await as('pengelola')
    await upload(page, true, 'hasil', xlsx('gambar.xlsx', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n', 'latin1')))
    expect(await page.locator('.notice-bad').innerText()).toMatch(/Impor ini tidak jadi[\s\S]*Isi berkas ini PDF/)
    await page.context().close()
  })
})
