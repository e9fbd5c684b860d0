import { jenjangLabels, personLabels } from '../people/index.ts'
import type { Language } from '../platform/i18n/index.ts'
import type { SheetToWrite } from '../platform/sheet/index.ts'
import { competencyName, formLabels } from './labels.ts'
import { messages } from './messages.ts'
import { fieldText } from './present.ts'
import { formFields } from './rules/content.ts'
import { sheetMessages } from './sheet-messages.ts'
import type { Competency } from './store/competency.ts'
import type { JabatanForSheet } from './store/jabatan.ts'

const header = (row: Competency, language: Language) => `${row.code} ${competencyName(row, language)}`

/**
 * What was set for each jabatan itself (this sheet can be changed and imported again: as it is it changes nothing), and what holds in the end.
 * A blank level follows what is inherited.
 */
export function standardSheets(
  language: Language,
  title: string,
  jabatan: readonly JabatanForSheet[],
  competencies: readonly Competency[],
): SheetToWrite[] {
  const [m, s] = [messages[language], sheetMessages[language]]
  const used = (levels: 'own' | 'holds') => {
    const ids = new Set(jabatan.flatMap(row => Object.keys(row[levels])))
    return competencies.filter(row => ids.has(String(row.id)))
  }
  const [own, holds] = [used('own'), used('holds')]
  const place = [
    { header: s.jabatanCode, width: 20, kind: 'text' as const },
    { header: m.jabatan, width: 48 },
    { header: m.unit, width: 40 },
    { header: m.opd, width: 40 },
    { header: m.jenjang, width: 16 },
    { header: m.urusan, width: 18 },
  ]
  const placeOf = (row: JabatanForSheet) => [
    row.code,
    row.name,
    row.unit,
    row.opd,
    jenjangLabels[language][row.jenjang],
    row.urusan,
  ]
  const level = (row: Competency) => ({ header: header(row, language), width: 11, kind: 'number' as const })
  return [
    {
      name: s.own,
      title,
      notes: [s.ownNote],
      columns: [
        ...place,
        ...own.map(level),
        ...formFields.map(field => ({ header: formLabels[language].field[field], width: 30 })),
        { header: m.legalBasis, width: 36 },
      ],
      rows: jabatan.map(row => [
        ...placeOf(row),
        ...own.map(competency => row.own[competency.id] ?? null),
        ...formFields.map(field => row[field] && fieldText(field, row[field], language)),
        row.legalBasis,
      ]),
    },
    {
      name: s.holds,
      title,
      notes: [s.holdsNote],
      columns: [...place, ...holds.map(level)],
      rows: jabatan.map(row => [...placeOf(row), ...holds.map(competency => row.holds[competency.id] ?? null)]),
    },
  ]
}

/** The requirements that were set for jabatan themselves, one a row; can be changed and imported again. */
export function requirementSheet(language: Language, jabatan: readonly JabatanForSheet[]): SheetToWrite {
  const [m, s, f] = [messages[language], sheetMessages[language], formLabels[language]]
  return {
    name: s.requirements,
    notes: [s.requirementsNote],
    columns: [
      { header: s.jabatanCode, width: 20, kind: 'text' },
      { header: m.jabatan, width: 48 },
      { header: m.unit, width: 40 },
      { header: s.requirementKind, width: 18 },
      { header: s.trainingKind, width: 18 },
      { header: s.requirementName, width: 48 },
      { header: s.also, width: 36 },
      { header: s.months, width: 12, kind: 'number' },
      { header: m.importance, width: 14 },
      { header: s.mandate, width: 36 },
    ],
    rows: jabatan.flatMap(row =>
      row.qualifications.map(one => [
        row.code,
        row.name,
        row.unit,
        f.kind[one.kind],
        one.trainingKind && personLabels[language].trainingKind[one.trainingKind],
        one.name,
        one.also.join('; '),
        one.months,
        f.importance[one.importance],
        one.mandateBasis,
      ]),
    ),
  }
}
