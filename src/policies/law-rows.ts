import { formatDate, type Language } from '../platform/i18n/index.ts'
import { register } from '../regulation/index.ts'
import type { NumberRow } from './pages/law.tsx'

type Line = NumberRow & { fromDay: string; checkedDay: string; holds: boolean }

/** Every value of every number in law, one a line, in the words of a language; `holds` where it is in force on a day. */
export const lawLines = (language: Language, today: string): Line[] =>
  register.flatMap(number =>
    number.entries.map((entry, index) => ({
      key: number.key,
      name: number.name[language],
      value: number.reads(entry.value)[language],
      act: entry.act,
      article: entry.article,
      from: formatDate(entry.from, language),
      fromDay: entry.from,
      until: entry.until === undefined ? null : formatDate(entry.until, language),
      usedBy: number.usedBy[language],
      checked: formatDate(number.checked, language),
      checkedDay: number.checked,
      source: entry.source,
      verified: entry.verified,
      holds:
        entry.from <= today &&
        (entry.until === undefined || today < entry.until) &&
        !number.entries.slice(index + 1).some(later => later.from <= today),
    })),
  )

export type LawOrder = 'name' | 'from' | 'checked'

const keyOf: Record<LawOrder, (line: Line) => string> = {
  name: line => line.name,
  from: line => line.fromDay,
  checked: line => line.checkedDay,
}

/** The lines that fit a search and a status, in an order; with values that no longer hold only where asked. */
export function lawFound(
  lines: readonly Line[],
  filter: { q: string; verified: boolean | null; past: boolean; order: LawOrder; descending: boolean },
): Line[] {
  const q = filter.q.trim().toLowerCase()
  const found = lines
    .filter(line => filter.verified === null || line.verified === filter.verified)
    .filter(line => filter.past || line.holds)
    .filter(line => {
      const words = [line.name, line.value, line.act, line.article, line.source, line.usedBy].join(' ')
      return q === '' || words.toLowerCase().includes(q)
    })
    .sort((a, b) => keyOf[filter.order](a).localeCompare(keyOf[filter.order](b), 'id'))
  return filter.descending ? found.reverse() : found
}
