import { formatDate, formatInstant, type Language } from '../../platform/i18n/index.ts'
import { numberColumn, type SheetToWrite } from '../../platform/sheet/index.ts'
import type { Policy } from '../../policies/index.ts'
import { pillarLabels } from '../../standards/index.ts'
import type { GapCostValue } from '../cost/policy.ts'
import { yearlyCell } from '../cost/present.ts'
import type { Load } from '../cost/rules/cost.ts'
import { pairsOf } from './compare-view.ts'
import { messages } from './messages.ts'
import { causes } from './rules/cause.ts'
import { sumOf, type Totals } from './rules/totals.ts'
import type { Comparison, MovedPerson, Summary } from './store-comparison.ts'
import { realMoves } from './words.ts'

type About = { name: string; language: Language; timeZone: string }

/** Who moved, one row a person and competency. */
export function movedSheet(people: readonly MovedPerson[], language: Language): SheetToWrite {
  const m = messages[language]
  return {
    name: m.peopleSheet,
    columns: [
      { header: 'NIP', width: 22 },
      { header: m.name, width: 30 },
      { header: m.unit, width: 36 },
      { header: m.competency, width: 36 },
      { header: m.cause, width: 20 },
      { header: m.move, width: 24 },
      numberColumn(m.requiredBefore),
      numberColumn(m.heldBefore),
      numberColumn(m.requiredAfter),
      numberColumn(m.heldAfter),
    ],
    rows: people.map(row => [
      row.nip,
      row.name,
      row.unit,
      `${row.code} ${row.competency}`,
      m.causes[row.cause].name,
      m.moves[row.move],
      row.requiredBefore,
      row.heldBefore,
      row.requiredAfter,
      row.heldAfter,
    ]),
  }
}

/** Everything a comparison says; of people only where they are given. */
export function comparisonSheets(
  made: Comparison,
  summary: Summary,
  people: readonly MovedPerson[],
  cost: Policy<GapCostValue>,
  { name, language, timeZone }: About,
): SheetToWrite[] {
  const m = messages[language]
  const { before, after } = made
  const row = (label: string, of: (totals: Totals) => number | null) => [label, of(before.totals!), of(after.totals!)]
  const title = `${m.compare}: ${name}`
  const notes = [
    m.span(formatDate(before.day, language), formatDate(after.day, language)),
    m.madeAt(made.madeAt ? formatInstant(made.madeAt, language, timeZone) : '–'),
  ]
  return [
    {
      name: m.cardGaps,
      title,
      notes,
      columns: [
        { header: m.cardGaps, width: 44 },
        numberColumn(formatDate(before.day, language)),
        numberColumn(formatDate(after.day, language)),
      ],
      rows: [
        row(m.cardPeople, totals => totals.people),
        row(m.cardKnown, totals => sumOf(totals, 'known')),
        row(m.cardGaps, totals => sumOf(totals, 'gaps')),
        row(m.cardLevels, totals => sumOf(totals, 'levels')),
        row(`${m.cost} (Rp)`, totals => yearlyCell(totals.loads as Load[], cost)),
      ],
    },
    {
      name: m.summarySheet,
      title,
      notes: [...notes, m.whyLead],
      columns: [
        { header: m.cause, width: 26 },
        numberColumn(m.people),
        ...realMoves.map(move => numberColumn(m.moves[move])),
        numberColumn(m.net),
      ],
      rows: causes.map(cause => [
        m.causes[cause].name,
        summary.causePeople[cause] ?? 0,
        ...realMoves.map(move => pairsOf(summary.causes, cause, move)),
        pairsOf(summary.causes, cause, 'opened') - pairsOf(summary.causes, cause, 'closed'),
      ]),
    },
    {
      name: m.competency,
      title,
      notes,
      columns: [
        { header: m.code, width: 14 },
        { header: m.competency, width: 40 },
        { header: m.pillar, width: 18 },
        numberColumn(m.before),
        numberColumn(m.openedHead),
        numberColumn(m.closedHead),
        numberColumn(m.after),
      ],
      rows: summary.competencies.map(one => [
        one.code,
        one.name,
        pillarLabels[language][one.pillar],
        one.gapsBefore,
        one.opened,
        one.closed,
        one.gapsAfter,
      ]),
    },
    ...(people.length > 0 ? [movedSheet(people, language)] : []),
  ]
}
