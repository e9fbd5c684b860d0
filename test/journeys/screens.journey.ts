import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { writeWorkbook } from '../../src/platform/sheet/index.ts'
import { signIn } from '../running-server.ts'
import { cookiesFor, desk, phone, useBrowser } from './browser.ts'
import { flawsOfSource, kindOf, linksOf, listen, overflowOf, shapeOf, violationsOf } from './checks.ts'

const { url, context } = useBrowser()

// What no link leads to: nothing found, not there, not allowed.
const everybody = ['/cari', '/cari?q=siti', '/cari?q=zzz', '/kamus?q=zzz', '/tidak-ada', '/akun-saya', '/sandi', '/_ui']
const more: Record<string, string[]> = {
  admin: ['/akun?q=zzz', '/akun/massal?instansi=19.01', '/jejak?q=zzz', '/jejak/hapus', '/impor/baru?jenis=hasil'],
  pengelola: ['/kebutuhan?q=zzz', '/pegawai?q=zzz', '/standar?q=zzz', '/kebutuhan?tingkat=dapat_ditunda', '/akun', '/pembinaan'],
  perencana: ['/kebutuhan?instansi=semua', '/kebutuhan?instansi=19.02', '/impor'],
  pegawai: ['/kebutuhan', '/pegawai/1', '/impor', '/jejak'],
}
const refused = new Set(['/tidak-ada', '/akun', '/pembinaan', '/impor', '/kebutuhan', '/pegawai/1', '/jejak'])

type Screen = { path: string; status: number; html: string }
const seen = new Set<string>()
const downloads = new Set<string>()
let views: { at: string; page: Page; context: BrowserContext; complaints: () => string[] }[]

const sheet = (rows: (string | number)[][], headers: string[]) =>
  writeWorkbook([
    { name: 'Data', columns: headers.map(header => ({ header, ...(header === 'NIP' ? { kind: 'text' as const } : {}) })), rows },
  ])

/** An import in a state that the demo has none of. */
async function importOf(account: string, kind: string, bytes: Uint8Array, run = false): Promise<string> {
  const cookie = await signIn(url, account)
  const page = await (await fetch(`${url}/impor/baru`, { headers: { cookie } })).text()
  const form = new FormData()
  form.set('jenis', kind)
  form.set('instansi', /name="instansi" value="(\d+)"/.exec(page)![1]!)
  form.set('berkas', new File([bytes as Uint8Array<ArrayBuffer>], `${kind}.xlsx`))
  const sent = await fetch(`${url}/impor`, { method: 'POST', headers: { cookie }, body: form, redirect: 'manual' })
  const path = sent.headers.get('location')!
  const settled = () =>
    vi.waitFor(
      async () => {
        const state = await fetch(`${url}${path}/keadaan`, { headers: { cookie } })
        if (state.headers.get('x-location') !== path) throw new Error(`${path} is still being worked on`)
      },
      { timeout: 60_000, interval: 300 },
    )
  await settled()
  if (run) {
    await fetch(`${url}${path}/jalankan`, { method: 'POST', headers: { cookie } })
    await settled()
  }
  return path
}

beforeAll(async () => {
  const nipOf = async (account: string) => {
    const found = await fetch(`${url}/api/v1/pegawai?limit=1`, { headers: { cookie: await signIn(url, account) } })
    return ((await found.json()) as { data: { nip: string }[] }).data[0]!.nip
  }
  const headers = ['NIP', 'Kompetensi', 'Level', 'Metode', 'Tanggal']
  const [good, bad] = [
    [await nipOf('kabupaten'), 'M.1', 3, 'CACT', '2026-01-15'],
    ['198001012005011999', 'M.1', 9, 'Tebakan', 'kemarin'],
  ]
  const provincial = [await nipOf('pengelola'), 'M.1', 3, 'CACT', '2026-01-15']
  more.kabupaten = [await importOf('kabupaten', 'hasil', await sheet([good, bad], headers), true)]
  more.pengelola!.push(
    await importOf('pengelola', 'hasil', await sheet([provincial, bad], headers)),
    await importOf('pengelola', 'hasil', await sheet([provincial], ['NIP', 'Apa', 'Berapa', 'Cara', 'Kapan'])),
    await importOf('pengelola', 'hasil', Buffer.from('%PDF-1.7\n')),
  )
  views = await Promise.all(
    (
      [
        ['360 px, light', { viewport: phone, theme: 'light' }],
        ['1280 px, dark', { viewport: desk, theme: 'dark' }],
      ] as const
    ).map(async ([at, way]) => {
      const opened = await context(way)
      const complaints = listen(opened)
      return { at, context: opened, complaints, page: await opened.newPage() }
    }),
  )
})
afterAll(() => Promise.all(views?.map(view => view.context.close()) ?? []))

/** Icons on the sheet of components are called by their names in code. */
const flawsOf = ({ path, html }: Screen) => flawsOfSource(html, path === '/_ui' ? null : 'id')

/** Looks at a screen in both sizes and themes, unless one of the same shape was looked at before. */
async function look({ path, html }: Screen): Promise<string[]> {
  const shape = shapeOf(path, html)
  if (seen.has(shape)) return []
  seen.add(shape)
  const found = await Promise.all(
    views.map(async ({ at, page, complaints }) => {
      await page.goto(path)
      const flaws = [...(await overflowOf(page)), ...(await violationsOf(page)), ...complaints()]
      return flaws.map(flaw => `${path} at ${at}: ${flaw}`)
    }),
  )
  return found.flat()
}

const roles =
  'pengelola perencana pegawai atasan admin bappeda pembina pimpinan kabupaten nasional asesor penyelenggara fasilitator'.split(
    ' ',
  )

test.each(roles)('every screen of %s', { timeout: 300_000 }, async role => {
  const cookie = await signIn(url, role)
  for (const view of views) {
    await view.context.clearCookies()
    await view.context.addCookies(cookiesFor(url, cookie))
  }
  const flaws: string[] = []
  const asked = new Map<string, Screen>()
  const ask = async (path: string): Promise<Screen> => {
    const known = asked.get(path)
    if (known) return known
    const answer = await fetch(url + path, { headers: { cookie }, redirect: 'manual' })
    const html = answer.headers.get('content-type')?.includes('html') ? await answer.text() : ''
    if (!html) await answer.arrayBuffer()
    const screen = { path, status: answer.status, html }
    asked.set(path, screen)
    return screen
  }

  const visit = async (path: string): Promise<string[]> => {
    const screen = await ask(path)
    if (screen.status >= 400 && !refused.has(path)) flaws.push(`${path} answers ${screen.status}`)
    if (!screen.html) return []
    flaws.push(...flawsOf(screen).map(flaw => `${path}: ${flaw}`), ...(await look(screen)))
    return linksOf(screen.html)
  }

  // Of each kind of link the first, so that a list of a thousand names is one visit.
  const kinds = new Set<string>()
  const fresh = (paths: string[]) =>
    paths.filter(path => {
      const kind = kindOf(path)
      const workbook = /\.xlsx|\/templat\//.test(path)
      if (kinds.has(kind) || (workbook && downloads.has(kind))) return false
      kinds.add(kind)
      if (workbook) downloads.add(kind)
      return true
    })
  const first = fresh(['/', ...everybody, ...(more[role] ?? [])])
  const second: string[] = []
  const menu = linksOf((await ask('/')).html)
  for (const path of [...(more[role] ?? []).filter(one => !first.includes(one)), ...first, ...fresh(menu)])
    second.push(...(await visit(path)))
  const third: string[] = []
  for (const path of fresh(second)) third.push(...(await visit(path)))
  for (const path of fresh(third)) {
    const { status } = await ask(path)
    if (status >= 400) flaws.push(`${path} answers ${status}`)
  }
  expect(flaws).toEqual([])
})

test('every screen before signing in', async () => {
  const flaws: string[] = []
  for (const view of views) await view.context.clearCookies()
  for (const path of ['/masuk', '/masuk?kembali=%2Fkamus', '/_ui', '/pasang?kunci=basi']) {
    const answer = await fetch(url + path, { redirect: 'manual' })
    const screen = { path, status: answer.status, html: await answer.text() }
    flaws.push(...flawsOf(screen).map(flaw => `${path}: ${flaw}`), ...(await look(screen)))
  }
  for (const { at, page, complaints } of views) {
    await page.goto('/masuk')
    await page.getByLabel('NIP atau nama akun').fill('bupati')
    await page.getByLabel('Kata sandi', { exact: true }).fill('rahasia')
    await page.getByRole('button', { name: 'Masuk', exact: true }).click()
    flaws.push(
      ...[...(await overflowOf(page)), ...(await violationsOf(page)), ...complaints()].map(
        flaw => `wrong password at ${at}: ${flaw}`,
      ),
    )
  }
  expect(flaws).toEqual([])
})

test('the menus that fold, unfolded', async () => {
  const cookie = await signIn(url, 'pengelola')
  const flaws: string[] = []
  for (const { at, page, context, complaints } of views) {
    await context.addCookies(cookiesFor(url, cookie))
    for (const menu of ['.account', 'nav.menu details']) {
      await page.goto('/')
      const summary = page.locator(`${menu} > summary`)
      if (!(await summary.isVisible())) continue
      await summary.click()
      flaws.push(
        ...[...(await overflowOf(page)), ...(await violationsOf(page)), ...complaints()].map(flaw => `${menu} at ${at}: ${flaw}`),
      )
    }
  }
  expect(flaws).toEqual([])
})
