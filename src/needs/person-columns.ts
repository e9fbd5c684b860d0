import { performanceLabels } from '../performance/index.ts'
import { formatDate, formatDecimal, type Language } from '../platform/i18n/index.ts'
import { messages } from './messages.ts'
import type { NeedKind } from './store.ts'
import type { NeedPerson } from './store-people.ts'

type PersonColumn = {
  header: string
  kind: 'text' | 'number' | 'date'
  /** On the page. */
  text: (person: NeedPerson) => string
  /** In a workbook. */
  cell: (person: NeedPerson) => string | number | null
}

/** What a list of people says of each beside name, post and unit: it differs by kind of need. */
export function personColumns(kind: NeedKind, language: Language): PersonColumn[] {
  const m = messages[language]
  const amount = (value: number) => formatDecimal(value, language)
  const text = (header: string, of: (person: NeedPerson) => string): PersonColumn => ({
    header,
    kind: 'text',
    text: of,
    cell: of,
  })
  const number = (header: string, of: (person: NeedPerson) => number | undefined): PersonColumn => ({
    header,
    kind: 'number',
    text: person => String(of(person) ?? '').replace('-', '−'),
    cell: person => of(person) ?? null,
  })
  switch (kind) {
    case 'gap':
      return [number(m.held, p => p.held), number(m.required, p => p.required), number(m.gap, p => p.gap && -p.gap)]
    case 'training':
      return [
        text(m.importance, p => (p.importance ? m.importances[p.importance] : '')),
        {
          header: m.since,
          kind: 'date',
          text: p => (p.since ? formatDate(p.since, language) : m.sinceUnknown),
          cell: p => p.since ?? null,
        },
        text(m.dutyBasis, p => p.basis ?? ''),
      ]
    case 'performance':
      return [
        { ...number(m.ratedYear, p => p.year), text: p => String(p.year ?? '') },
        text(m.predicate, p => (p.predicate ? performanceLabels[language].predicate[p.predicate] : m.unknownPredicate)),
        text(m.result, p =>
          p.achieved != null && p.target != null ? m.resultOf(amount(p.achieved), amount(p.target), p.target_unit ?? '') : '',
        ),
      ]
    case 'organisation':
    case 'mandate':
      return []
  }
}
