import type { IssuedDocument } from '../../platform/documents/index.ts'
import { formatDate, type Language } from '../../platform/i18n/index.ts'
import { numberColumn, type SheetToWrite } from '../../platform/sheet/index.ts'
import type { Pillar } from '../../regulation/index.ts'
import { pillarLabels } from '../../standards/index.ts'
import { messages as needMessages } from '../messages.ts'
import { componentNames, type Tier } from '../rules/priority.ts'
import type { StoredRules } from './actions.ts'
import { messages } from './messages.ts'
import type { Difference, Ranked } from './rules/difference.ts'
import { differenceView, needView, rulesView, standardName, type ThenNeed } from './then-view.ts'

type About = { name: string; day: string; document: IssuedDocument | null; language: Language }

/** A day's list, what made it, and what differs from the issued one. */
export function thenSheets(
  needs: readonly ThenNeed[],
  rules: StoredRules,
  differing: readonly Difference[] | null,
  { name, day, document, language }: About,
): SheetToWrite[] {
  const m = messages[language]
  const n = needMessages[language]
  const title = `${m.thenTitle}: ${name}, ${formatDate(day, language)}`
  const side = (one: Ranked | null) => [one?.rank ?? null, one?.need.score ?? null, one?.need.people ?? null]
  return [
    {
      name: m.needsSheet,
      title,
      columns: [
        numberColumn('#'),
        { header: m.code, width: 14 },
        { header: m.need, width: 40 },
        { header: m.pillar, width: 18 },
        { header: m.jenjang, width: 18 },
        numberColumn(n.levelFrom),
        numberColumn(n.levelTo),
        numberColumn(m.people),
        numberColumn(m.score),
        { header: m.tier, width: 18 },
        numberColumn(n.known),
        ...componentNames.map(one => numberColumn(n.components[one])),
      ],
      rows: needs.map((need, index) => [
        index + 1,
        need.code,
        need.name,
        pillarLabels[language][need.pillar as Pillar],
        needView(need, index + 1, language).jenjang,
        need.level_from,
        need.level_to,
        need.people,
        need.score,
        n.tiers[need.tier as Tier],
        need.known,
        ...componentNames.map(one => need[one]),
      ]),
    },
    ...(differing && document
      ? [
          {
            name: m.differenceSheet,
            title: `${m.difference}: ${document.title ?? document.subject}`,
            columns: [
              { header: m.need, width: 40 },
              { header: m.kind, width: 40 },
              { header: m.change, width: 24 },
              ...[m.issuedHead, m.recomputedHead].flatMap(head => [
                numberColumn(`${head}: #`),
                numberColumn(`${head}: ${m.score}`),
                numberColumn(`${head}: ${m.people}`),
              ]),
              { header: m.reason, width: 60 },
            ],
            rows: differing.map(one => {
              const said = differenceView(one, language)
              return [
                said.name,
                said.detail,
                said.change.text,
                ...side(one.issued),
                ...side(one.recomputed),
                said.reasons.join(' '),
              ]
            }),
          },
        ]
      : []),
    {
      name: m.rulesSheet,
      title: m.madeWith,
      columns: [
        { header: m.madeWith, width: 40 },
        { header: m.standardBasis, width: 80 },
        { header: m.standardFrom, kind: 'date' as const, width: 14 },
        numberColumn(m.people),
      ],
      rows: [
        ...rulesView(rules, language).map(one => [one.label, one.value, null, null]),
        ...rules.standards.map(one => [standardName(one, language), one.legalBasis, one.activeFrom, one.people]),
      ],
    },
  ]
}
