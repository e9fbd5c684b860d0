import type { Language } from '../../platform/i18n/index.ts'
import type { SheetToWrite } from '../../platform/sheet/index.ts'
import { competencyName } from '../../standards/index.ts'
import { formLabel } from '../courses/labels.ts'
import { catalogueLabels } from './labels.ts'
import { catalogueMessages } from './messages.ts'
import { nextText, whoText } from './present.ts'
import type { CatalogueItem } from './store/list.ts'

/** The catalogue as a sheet. */
export function catalogueSheet(rows: readonly CatalogueItem[], language: Language): SheetToWrite {
  const m = catalogueMessages[language]
  const { kind, pattern } = catalogueLabels[language]
  return {
    name: m.catalogue,
    columns: [
      { header: m.kind, width: 16 },
      { header: m.columns.title, width: 56 },
      { header: m.provider, width: 24 },
      { header: m.form, width: 28 },
      { header: m.pattern, width: 24 },
      { header: m.columns.jp, width: 8, kind: 'number' },
      { header: m.columns.cost, width: 16, kind: 'number' },
      { header: m.columns.reaches, width: 60 },
      { header: m.who, width: 60 },
      { header: m.columns.next, width: 30 },
    ],
    rows: rows.map(row => [
      kind[row.kind],
      row.title,
      row.provider,
      row.form && formLabel(row.form, language),
      row.patterns.map(one => pattern[one]).join(', '),
      row.jp,
      row.cost,
      row.competencies.map(one => `${one.code} ${competencyName(one, language)} ${one.level}`).join('; '),
      whoText(row, language),
      nextText(row, language),
    ]),
  }
}
