import { gzipSync } from 'node:zlib'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
  type Page,
  type Response,
} from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import { signIn } from '../running-server.ts'

/** Debian's Chromium, quiet: it looks nothing up and asks nobody. */
export const chromiumOptions: LaunchOptions = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  headless: true,
  args: [
    '--no-sandbox',
    '--disable-quic',
    '--disable-background-networking',
    '--no-first-run',
    '--disable-component-update',
    '--disable-sync',
  ],
}

export const phone = { width: 360, height: 740 }
export const tablet = { width: 768, height: 1024 }
export const desk = { width: 1280, height: 800 }

export type Way = { js?: boolean; viewport?: { width: number; height: number }; theme?: 'light' | 'dark' }

/** One browser for the file of a journey. */
export function useBrowser() {
  let browser: Browser
  const url = inject('url')
  beforeAll(async () => {
    browser = await chromium.launch(chromiumOptions)
  })
  afterAll(() => browser.close())

  const context = (way: Way = {}): Promise<BrowserContext> => {
    const options: BrowserContextOptions = {
      baseURL: url,
      javaScriptEnabled: way.js ?? true,
      viewport: way.viewport ?? desk,
      colorScheme: way.theme ?? 'light',
    }
    return browser.newContext(options)
  }

  return {
    url,
    context,
    /** A browser in which nobody has signed in. */
    guest: async (way?: Way): Promise<Page> => (await context(way)).newPage(),
    /** A browser in which this demo account has signed in before. */
    as: async (account: string, way?: Way): Promise<Page> => {
      const opened = await context(way)
      await opened.addCookies(cookiesFor(url, await signIn(url, account)))
      return opened.newPage()
    },
  }
}

export const cookiesFor = (url: string, header: string) =>
  header.split('; ').map(pair => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url }
  })

/** What answers weigh, in bytes. Gzip is the measure of the budgets; a font is compressed already. */
export async function weigh(answers: readonly Response[]): Promise<number> {
  const sizes = await Promise.all(
    answers.map(async answer => {
      const body = await answer.body()
      return /font|woff/.test(answer.headers()['content-type'] ?? '') ? body.length : gzipSync(body).length
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
export const isScript = (answer: Response) => /javascript/.test(answer.headers()['content-type'] ?? '')

/** `6.129` → 6129. */
export const figure = (text: string) => Number(text.replaceAll('.', ''))

/** The two numbers of `5.210 dari 6.129` in what opens the screen. */
export async function shareOf(page: Page): Promise<{ part: number; of: number }> {
  const [, part = '', of = ''] = /([\d.]+) dari ([\d.]+)/.exec(await page.locator('.key-figure').innerText()) ?? []
  return { part: figure(part), of: figure(of) }
}

/** The cells of the first table under their headings, row by row. */
export const rowsOf = (page: Page, table = page.locator('.data-table').first()): Promise<Record<string, string>[]> =>
  table.locator('tbody tr').evaluateAll(rows =>
    rows.map(row => {
      const heads = [...row.closest('table')!.querySelectorAll('thead th')].map(head => head.textContent.trim())
      return Object.fromEntries(
        [...row.querySelectorAll('td:not(.select-cell)')].map((cell, at) => [heads[at]!, cell.textContent.trim()]),
      )
    }),
  )
