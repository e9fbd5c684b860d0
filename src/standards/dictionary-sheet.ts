import type { Language } from '../platform/i18n/index.ts'
import type { SheetToWrite } from '../platform/sheet/index.ts'
import { dictionaryMessages } from './dictionary-messages.ts'
import { pillarLabels } from './labels.ts'
import { levels } from './present.ts'
import { sheetMessages } from './sheet-messages.ts'
import type { Competency } from './store/competency.ts'

/** A dictionary, one competency a row; the import of dictionaries knows the columns by these very words. */
export function dictionarySheet(language: Language, rows: readonly Competency[]): SheetToWrite {
  const d = dictionaryMessages[language]
  return {
    name: sheetMessages[language].dictionary,
    columns: [
      { header: d.code, width: 14, kind: 'text' },
      { header: d.competency, width: 44 },
      { header: d.nameEn, width: 36 },
      { header: d.pillar, width: 16 },
      { header: d.urusan, width: 18 },
      { header: d.definition, width: 50 },
      { header: d.pembina, width: 30 },
      { header: d.legalBasis, width: 40 },
      ...levels.flatMap(level => [
        { header: d.levelN(level), width: 40 },
        { header: `${d.indicators} ${level}`, width: 40 },
      ]),
      { header: d.inDictionaryOf, width: 36 },
    ],
    rows: rows.map(row => [
      row.code,
      row.name,
      row.nameEn,
      pillarLabels[language][row.pillar],
      row.urusan,
      row.definition,
      row.pembina,
      row.legalBasis,
      ...levels.flatMap(level => {
        const found = row.levels.find(one => one.level === level)
        return [found?.label ?? null, found?.indicators.join('\n') || null]
      }),
      row.dictionary.name,
    ]),
  }
}
