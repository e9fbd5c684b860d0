import type { Ctx } from '../platform/http/context.ts'
import { sorting } from '../platform/http/form.ts'
import { formatNumber, formatShare } from '../platform/i18n/index.ts'
import { messages } from './messages.ts'
import type { CoverageCells } from './pages/coverage.tsx'
import { type Covered, coverageShare } from './rules/coverage.ts'

export type CoverageLine = Covered & { id: number; name: string }
type Order = 'nama' | 'aktif' | 'cakupan'

const shareOf = (row: Covered) => coverageShare(row) ?? 0
const ascending: Record<Order, (a: CoverageLine, b: CoverageLine) => number> = {
  nama: () => 0, // as they come
  aktif: (a, b) => a.active - b.active,
  cakupan: (a, b) => shareOf(a) - shareOf(b),
}

/** The lines in the order the address asks for, and the links that change it. */
export function inOrder(c: Ctx, lines: readonly CoverageLine[]) {
  const { order, descending, sort } = sorting<Order>(c, { nama: 'asc', aktif: 'asc', cakupan: 'asc' })
  const sorted = [...lines].sort(ascending[order])
  return {
    lines: descending ? sorted.reverse() : sorted,
    sort,
  }
}

/** One line in words. `namesHref` leads to who is missing; undefined where this actor sees no names. */
export function lineCells(c: Ctx, row: CoverageLine, namesHref: string | undefined): CoverageCells {
  const language = c.get('language')
  return {
    id: row.id,
    name: row.name,
    active: formatNumber(row.active, language),
    assessed: formatNumber(row.assessed, language),
    share: shareOf(row),
    shareText: formatShare(shareOf(row), language),
    missing: formatNumber(row.active - row.assessed, language),
    missingHref: row.active > row.assessed ? (namesHref ?? null) : null,
  }
}

/** What opens the page: the share, what it means and what to do next; null where nobody can be counted. */
export function headFigure(c: Ctx, total: Covered, namesHref: string | undefined) {
  const language = c.get('language')
  const m = messages[language]
  const share = coverageShare(total)
  if (share === null) return null
  const left = total.active - total.assessed
  const sentence = m.coveredSentence(formatNumber(total.assessed, language), formatNumber(total.active, language))
  return {
    value: formatShare(share, language),
    sentence: `${sentence} ${left > 0 ? m.coveredNext(formatNumber(left, language)) : m.coveredAll}`,
    complete: left === 0,
    missingHref: left > 0 ? (namesHref ?? null) : null,
  }
}
