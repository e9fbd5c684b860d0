import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { figure, phone, rowsOf, useBrowser } from './browser.ts'

const { as } = useBrowser()

const competency = 'M.8 Pengambilan Keputusan'
const value = async (page: Page) =>
  figure((await page.locator('.key-figure-value').evaluate(one => one.firstChild!.textContent)) ?? '')

type Wish = { unit?: string; others: string; reason: string }

/** Proposes that people of a unit reach level 4, and names the first of them. Answers whom and where the proposal stands. */
async function propose(page: Page, wish: Wish): Promise<{ name: string; path: string }> {
  await page.goto('/usulan')
  await page.getByRole('link', { name: 'Usulkan kebutuhan' }).click()
  if (wish.unit) await page.getByLabel('Untuk unit').selectOption({ label: wish.unit })
  await page.getByLabel('Kompetensi pada tingkat tertentu').check()
  await page.getByLabel('Kompetensi', { exact: true }).selectOption({ label: competency })
  await page.getByLabel('Tingkat yang diperlukan').selectOption('4')
  await page.getByLabel('Mengapa diperlukan').fill(wish.reason)
  await page.getByLabel('Tinggi').check()
  await page.getByLabel('Berapa orang').fill(wish.others)
  const first = page.locator('input[name=nama]').first()
  const name = await page.locator(`label[for=${await first.getAttribute('id')}]`).innerText()
  await first.check()
  await page.getByRole('button', { name: 'Kirim usulan' }).click()
  expect(await page.locator('.alert').first().innerText()).toContain('Usulan terkirim')
  return { name, path: new URL(page.url()).pathname }
}

test('what two units propose becomes one need, with the people of both, in the ranking', async () => {
  const head = await as('atasan', { viewport: phone, js: false })
  const one = await propose(head, { others: '6', reason: 'Kepala seksi memutus izin sendiri mulai Januari.' })
  const keeper = await as('penyelenggara')
  const two = await propose(keeper, {
    unit: 'UPTD Penilaian Kompetensi Pegawai',
    others: '3',
    reason: 'Keputusan hasil penilaian sekarang diambil di UPTD.',
  })

  const decider = await as('pengelola')
  await decider.goto('/usulan?q=Pengambilan')
  const listed = (await rowsOf(decider)).filter(row => row['Kebutuhan']!.startsWith('Pengambilan Keputusan'))
  expect(listed).toHaveLength(1)
  expect(listed[0]!['Kebutuhan']).toContain('tingkat 4')
  expect(listed[0]!['Unit']).toContain('dari 2 unit')
  expect(listed[0]!['Orang']).toBe('9')

  await decider.goto(one.path)
  const accept = decider.locator('form', { has: decider.getByRole('button', { name: 'Terima', exact: true }) })
  expect(await accept.getByLabel(/UPTD|Badan/).isChecked()).toBe(true)
  await accept.getByLabel('Judul kebutuhan').fill('Keputusan diambil di tingkat seksi')
  await accept.getByLabel('Sasaran yang didukung').selectOption({ index: 1 })
  await accept.getByRole('button', { name: 'Terima', exact: true }).click()

  await decider.goto('/kebutuhan?jenis=organisasi&q=tingkat+seksi')
  const [ranked] = await rowsOf(decider)
  expect(ranked).toMatchObject({ Orang: '9', Skor: expect.stringContaining('lengkap 2 dari 5') })
  await decider.locator('.row-link', { hasText: 'Keputusan diambil di tingkat seksi' }).click()
  expect(await value(decider)).toBe(9)
  const proposedBy = decider.locator('.facts a[href^="/usulan/"]')
  expect((await proposedBy.evaluateAll(all => all.map(link => link.getAttribute('href')))).sort()).toEqual(
    [one.path, two.path].sort(),
  )
  const names = (await rowsOf(decider, decider.locator('#orang .data-table'))).map(row => row['Nama'])
  expect(names.sort()).toEqual([one.name, two.name].sort())

  await head.goto(one.path)
  expect(await head.locator('.facts').first().innerText()).toContain('Diterima')
  expect(await head.getByRole('button', { name: 'Tarik kembali' }).count()).toBe(0)
  await keeper.goto(two.path)
  expect(await keeper.locator('.facts').first().innerText()).toMatch(/Diterima|Digabung/)
  for (const page of [head, keeper, decider]) await page.context().close()
})

test('an AKD of the government is issued, and comes back byte by byte as its register says', async () => {
  const page = await as('perencana')
  await page.goto('/dokumen?instansi=19.04')
  await page.getByRole('link', { name: 'Terbitkan dokumen' }).click()
  await page.getByLabel('Nomor surat atau dokumen').fill('800.2/117/BKPSDM/2026')
  await page.getByRole('button', { name: 'Terbitkan' }).click()
  await page.getByRole('link', { name: /^Unduh PDF/ }).waitFor({ timeout: 90_000 })
  expect(await page.locator('.facts').first().innerText()).toContain('800.2/117/BKPSDM/2026')

  const digests = new Map((await rowsOf(page)).map(row => [row['Bentuk']!, row]))
  for (const [format, start] of [
    ['PDF', '%PDF-'],
    ['XLSX', 'PK'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: new RegExp(`^Unduh ${format}`) }).click(),
    ])
    const bytes = readFileSync(await download.path())
    expect(bytes.subarray(0, start.length).toString()).toBe(start)
    expect(Object.values(digests.get(format)!)).toContain(createHash('sha256').update(bytes).digest('hex'))
  }

  // The same day worked out again is the list as it was issued.
  const today = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Jakarta' }).format(new Date())
  await page.goto(`/kebutuhan/pada?instansi=19.04&hari=${today}`)
  await page.getByRole('button', { name: 'Hitung daftarnya' }).click()
  await page.locator('.key-figure').waitFor({ timeout: 90_000 })
  const again = await value(page)
  await page.goto(`/kebutuhan/pada?instansi=19.04&hari=${today}&lihat=beda`)
  expect(await page.locator('main').innerText()).toContain(`Semua ${again} kebutuhan kompetensi sama.`)
  await page.context().close()
})
