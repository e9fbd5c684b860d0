import axe from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'

/** What a programmer left behind, or another language: none of it belongs on an Indonesian page. */
const foreign =
  /\b(?:submit|undefined|null|NaN|invalid|error|loading|choose|search|required|not found|forbidden)\b|\[object|\{\{|\$\{/i
const ours = /Null Island/g // names that happen to hold such a word

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
const plain = (html: string) => html.replace(/&(?:amp|lt|gt|quot|#39);/g, entity => entities[entity]!)

/** The words of a page: its text, and what is read out or shown on hovering. */
export function wordsOf(html: string): string {
  const body = html
    .slice(html.indexOf('<title>'))
    .replace(/<svg\b[\s\S]*?<\/svg>/g, svg => [...svg.matchAll(/>([^<]+)</g)].map(m => m[1]).join(' '))
  const spoken = [...body.matchAll(/\s(?:title|aria-label|placeholder|alt)="([^"]*)"/g)].map(match => match[1])
  return plain([body.replace(/<[^>]+>/g, ' '), ...spoken].join(' ')).replace(/\s+/g, ' ')
}

/** What the source of a page may not hold. */
export function flawsOfSource(html: string, language: 'id' | null): string[] {
  const flaws: string[] = []
  const found = (what: string, match: RegExpExecArray | null, text: string) => {
    if (match) flaws.push(`${what}: …${text.slice(Math.max(0, match.index - 40), match.index + 60)}…`)
  }
  found('style attribute', /<[^>]+\sstyle=/.exec(html), html)
  found('inline style', /<style/.exec(html), html)
  found('inline script', /<script(?![^>]* src=)/.exec(html), html)
  found('inline handler', /<[^>]+\son[a-z]+=/.exec(html), html)
  const words = wordsOf(html).replace(ours, '')
  if (language) found('foreign word', foreign.exec(words), words)
  if (!html.includes('<html lang="id"')) flaws.push('the language of the page is not told')
  return flaws
}

/** The links of a page, within this server. */
export const linksOf = (html: string) =>
  [...new Set([...html.matchAll(/<a\s[^>]*?href="(\/[^"#]*)/g)].map(match => plain(match[1]!)))].filter(
    path => !path.startsWith('//'),
  )

/** One kind of screen: its path without numbers, and which parameters it has. */
export function kindOf(path: string): string {
  const url = new URL(path, 'http://x')
  const place = url.pathname.replace(/\/\d+/g, '/1').replace(/^\/(kamus|akun)\/(?!baru|massal).+/, '/$1/1')
  return [place, ...[...url.searchParams.keys()].sort()].join(' ')
}

/** What of the design a page uses; two pages with the same are looked at once. */
export function shapeOf(path: string, html: string): string {
  const main = html.slice(html.indexOf('<main'))
  const used = [...main.matchAll(/<([a-z0-9]+)(?:\s[^>]*?class="([^"]*)")?/g)].map(match => `${match[1]}.${match[2] ?? ''}`)
  const steady = used.filter(
    name => !/tag-|tone-|dot-|heat-\d|btn-disabled|^(?:path|circle|rect|text|line|g|polygon)\./.test(name),
  )
  return `${kindOf(path).split(' ')[0]} ${[...new Set(steady)].sort().join(' ')}`
}

type Axe = { violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[] }

/** What axe finds on the page, with everything that folds unfolded and long tables cut short: their rows are alike. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLDetailsElement>('details:not([data-menu])')) one.open = true
    for (const row of document.querySelectorAll('tbody tr:nth-child(n+9)')) row.remove()
    scrollTo(0, 0)
  })
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<Axe>(
    `axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
  )
  return violations.map(one => `axe ${one.id}: ${one.nodes.length}×, first at ${one.nodes[0]!.target.join(' ')}`)
}

/** What sticks out of the page to the right. */
export const overflowOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement
    if (root.scrollWidth <= root.clientWidth) return []
    const out = [...document.querySelectorAll('body *')].filter(
      one => one.getBoundingClientRect().right > root.clientWidth + 0.5 && !one.closest('.heat-scroll, .tabs, .table-frame'),
    )
    const name = (one: Element) => `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''}`
    return [`overflow ${root.scrollWidth} > ${root.clientWidth}: ${out.slice(-2).map(name).join(', ')}`]
  })

/** Complaints of the browser while a page is open: console, scripts, and parts of it that did not come. */
export function listen(context: BrowserContext): () => string[] {
  let heard: string[] = []
  context.on('page', page => {
    page.on('console', message => {
      // That the page itself is a 404 or 403 is not a complaint: those are screens as well.
      if (message.type() === 'error' && message.location().url !== page.url()) heard.push(`console: ${message.text()}`)
    })
    page.on('pageerror', error => heard.push(`script: ${error.message}`))
    page.on('requestfailed', request => {
      // The browser itself breaks a film off when it has read how long it is.
      const enough = request.resourceType() === 'media' && request.failure()?.errorText === 'net::ERR_ABORTED'
      if (!enough) heard.push(`did not come: ${request.url()}`)
    })
    page.on('response', answer => {
      if (answer.status() >= 400 && !answer.request().isNavigationRequest()) heard.push(`${answer.status()}: ${answer.url()}`)
    })
  })
  return () => {
    const all = heard
    heard = []
    return all
  }
}
