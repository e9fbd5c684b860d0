import { formatDate, formatInstant, formatNumber, formatShare, type Language } from '../../platform/i18n/index.ts'
import type { Policy } from '../../policies/index.ts'
import { pillarLabels } from '../../standards/index.ts'
import { messages as costMessages } from '../cost/messages.ts'
import type { GapCostValue } from '../cost/policy.ts'
import { policyHref, yearlyShort, yearlyText } from '../cost/present.ts'
import type { Load } from '../cost/rules/cost.ts'
import { messages } from './messages.ts'
import type { MadeView } from './pages/compare.tsx'
import type { CauseView, CompetencyView } from './pages/compare-why.tsx'
import type { WorkingProps } from './pages/working.tsx'
import { type Cause, causes } from './rules/cause.ts'
import { sumOf, type Totals } from './rules/totals.ts'
import type { CauseRow, Comparison, Side, Summary } from './store-comparison.ts'
import { compareHref, movedHref, type RealMove } from './words.ts'

/** `+7.475`, `−12`, `0`. */
export const signed = (value: number, language: Language) =>
  value === 0 ? '0' : `${value > 0 ? '+' : '−'}${formatNumber(Math.abs(value), language)}`

export const pairsOf = (rows: readonly CauseRow[], cause: Cause | null, move: RealMove | null): number =>
  rows
    .filter(row => (cause === null || row.cause === cause) && (move === null || row.move === move))
    .reduce((sum, row) => sum + row.pairs, 0)

const netOf = (rows: readonly CauseRow[], cause: Cause) => pairsOf(rows, cause, 'opened') - pairsOf(rows, cause, 'closed')

type At = { instansi: string; from: string; until: string }

/** Why figures moved, in the order of the rule; causes of nothing are left out. `drill`: the people behind may be seen. */
export function causeViews({ causes: rows, causePeople }: Summary, at: At, drill: boolean, language: Language): CauseView[] {
  const m = messages[language]
  const number = (value: number) => formatNumber(value, language)
  return causes
    .filter(cause => rows.some(row => row.cause === cause))
    .map(cause => {
      const pairs = (move: RealMove) => pairsOf(rows, cause, move)
      return {
        key: cause,
        ...m.causes[cause],
        people: number(causePeople[cause] ?? 0),
        plus: pairs('opened'),
        minus: pairs('closed'),
        opened: number(pairs('opened')),
        closed: number(pairs('closed')),
        widened: number(pairs('widened')),
        narrowed: number(pairs('narrowed')),
        known: number(pairs('known')),
        unknown: number(pairs('unknown')),
        net: signed(netOf(rows, cause), language),
        href: drill ? movedHref(at, { cause }) : null,
      }
    })
}

const competencyViews = ({ competencies }: Summary, at: At, drill: boolean, language: Language): CompetencyView[] =>
  competencies.map(row => ({
    code: row.code,
    name: row.name,
    pillar: pillarLabels[language][row.pillar],
    before: formatNumber(row.gapsBefore, language),
    after: formatNumber(row.gapsAfter, language),
    opened: formatNumber(row.opened, language),
    closed: formatNumber(row.closed, language),
    net: signed(row.gapsAfter - row.gapsBefore, language),
    href: drill ? movedHref(at, { competency: row.code }) : null,
  }))

/** The cause that moved the number of gaps most; null where none did. */
export function mainCause(rows: readonly CauseRow[]): { cause: Cause; net: number } | null {
  const nets = causes.map(cause => ({ cause, net: netOf(rows, cause) })).filter(one => one.net !== 0)
  return nets.sort((a, b) => Math.abs(b.net) - Math.abs(a.net))[0] ?? null
}

const loadsOf = (totals: Totals) => totals.loads as Load[]

export type Reader = { language: Language; timeZone: string; mayNames: boolean }

/** A comparison that is made, as its page shows it. */
export function madeView(
  { before, after, madeAt, rowsGoneAt }: Comparison,
  summary: Summary,
  place: { name: string; code: string },
  cost: Policy<GapCostValue>,
  reader: Reader,
): MadeView {
  const { language, timeZone } = reader
  const m = messages[language]
  const at = { instansi: place.code, from: before.day, until: after.day }
  const number = (value: number) => formatNumber(value, language)
  const totals = { a: before.totals!, b: after.totals! }
  const arrow = (show: (totals: Totals) => string) => m.arrow(show(totals.a), show(totals.b))
  const gaps = { a: sumOf(totals.a, 'gaps'), b: sumOf(totals.b, 'gaps') }
  const below = (t: Totals) =>
    sumOf(t, 'known') > 0 ? formatShare(sumOf(t, 'gaps') / sumOf(t, 'known'), language).replace(' ', '\u00a0') : '–'
  const main = mainCause(summary.causes)
  const drill = reader.mayNames && rowsGoneAt === null
  const costs = { a: yearlyText(loadsOf(totals.a), cost, language), b: yearlyText(loadsOf(totals.b), cost, language) }
  const words = costMessages[language]
  return {
    figure: {
      value: signed(gaps.b - gaps.a, language),
      label: `${place.name}, ${m.span(formatDate(before.day, language), formatDate(after.day, language))}`,
      sentence: [
        m.figure(number(gaps.a), number(gaps.b)),
        main ? m.mostly(m.causes[main.cause].name, signed(main.net, language)) : m.nothingMoved,
        m.share(below(totals.a), below(totals.b)),
      ].join(' '),
    },
    figures: [
      { label: m.cardPeople, value: arrow(t => number(t.people)) },
      {
        label: m.cardKnown,
        value: arrow(t => (sumOf(t, 'asked') > 0 ? formatShare(sumOf(t, 'known') / sumOf(t, 'asked'), language) : '–')),
        detail: arrow(t => number(sumOf(t, 'known'))),
      },
      { label: m.cardLevels, value: arrow(t => number(sumOf(t, 'levels'))) },
      { label: m.cardMoved, value: number(summary.people), ...(drill && { href: movedHref(at, {}) }) },
      ...(costs.a !== null && costs.b !== null
        ? [
            {
              label: m.cost,
              value: yearlyShort(loadsOf(totals.b), cost, language),
              detail: m.arrow(costs.a, costs.b),
            },
          ]
        : []),
    ],
    madeAt: m.madeAt(madeAt ? formatInstant(madeAt, language, timeZone) : '–'),
    stale: before.staleSince !== null || after.staleSince !== null,
    causes: causeViews(summary, at, drill, language),
    competencies: competencyViews(summary, at, drill, language),
    peopleHref: drill && summary.people > 0 ? movedHref(at, {}) : null,
    exportHref: compareHref(at, '.xlsx'),
    costNote:
      costs.a !== null
        ? { text: `${m.costBasis} ${words.source(cost.source)}`, href: policyHref(place.code), link: words.policyName }
        : { text: words.unset, href: policyHref(place.code), link: words.unsetWhere },
    rowsGone: rowsGoneAt !== null,
  }
}

/** How far two days are; null where nothing is under way. */
export function workingView({ before, after, madeAt }: Comparison, code: string, language: Language): WorkingProps | null {
  if (madeAt !== null || before.state === 'failed' || after.state === 'failed') return null
  const m = messages[language]
  const at = { instansi: code, from: before.day, until: after.day }
  const line = ({ state, day, people, ofPeople }: Side) =>
    state === 'waiting' && people === 0
      ? []
      : [m.through(formatDate(day, language), formatNumber(people, language), formatNumber(ofPeople ?? people, language))]
  const sides = [before, after]
  const allDone = sides.every(side => side.state === 'done')
  const lines = allDone ? [m.comparing] : sides.flatMap(line)
  // A day that waits has not been counted: about as many as the other.
  const of = (side: Side) => side.ofPeople ?? before.ofPeople ?? after.ofPeople ?? 0
  return {
    m,
    liveHref: compareHref(at, '/keadaan'),
    href: compareHref(at),
    lines: lines.length > 0 ? lines : [m.waiting],
    value: sides.reduce((sum, side) => sum + side.people, 0),
    total: sides.reduce((sum, side) => sum + of(side), 0),
  }
}
