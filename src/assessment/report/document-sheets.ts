import type { SheetToWrite } from '../../platform/sheet/index.ts'
import { pillarLabels } from '../../standards/index.ts'
import { methodLabels } from '../labels.ts'
import { aspectLabels } from '../potential/labels.ts'
import { behaviourOf, standWords } from './document-blocks.ts'
import type { Report } from './document-load.ts'
import { documentMessages } from './document-messages.ts'
import { rulesFacts } from './document-rules.ts'

/** The same as sheets, with numbers as numbers. */
export function reportSheets(report: Report): SheetToWrite[] {
  const { held, standing, language } = report
  const m = documentMessages[language]
  const methodOf = (method: keyof (typeof methodLabels)['id'] | null) =>
    method ? methodLabels[language][method] : m.severalMethods
  return [
    {
      name: m.sheetLevels,
      columns: [
        { header: m.code, width: 12 },
        { header: m.competency, width: 36 },
        { header: m.pillar, width: 18 },
        { header: m.standard, kind: 'number', width: 14 },
        { header: m.held, kind: 'number', width: 14 },
        { header: m.gap, kind: 'number', width: 14 },
        { header: m.category, width: 18 },
        { header: m.behaviour, width: 70 },
        { header: m.suggestions, width: 70 },
        { header: m.method, width: 24 },
        { header: m.assessor, width: 40 },
        { header: m.date, kind: 'date', width: 14 },
        { header: m.validUntil, kind: 'date', width: 16 },
      ],
      rows: held.lines.map(line => [
        line.code,
        line.label,
        pillarLabels[language][line.pillar],
        line.level,
        line.held,
        line.gap,
        standWords(line, report),
        behaviourOf(line, report),
        line.stand === 'below' ? line.levelLabel : null,
        line.result ? methodOf(line.result.method) : null,
        line.result ? line.result.assessors.join('; ') : null,
        line.result?.assessedOn ?? null,
        line.result?.validUntil ?? null,
      ]),
    },
    {
      name: m.sheetPotential,
      columns: [
        { header: m.aspect, width: 40 },
        { header: m.score, kind: 'number', width: 10 },
        { header: m.method, width: 24 },
        { header: m.assessor, width: 40 },
        { header: m.date, kind: 'date', width: 14 },
        { header: m.validUntil, kind: 'date', width: 16 },
      ],
      rows: standing.spoken.map(one => [
        aspectLabels[language][one.aspect],
        one.score,
        methodOf(one.method),
        one.assessor,
        one.assessedOn,
        one.validUntil,
      ]),
    },
    {
      name: m.sheetRules,
      columns: [
        { header: m.item, width: 30 },
        { header: m.value, width: 110 },
      ],
      rows: rulesFacts(report).map(({ label, value }) => [label, value]),
    },
  ]
}
