import { jenjangLabels } from '../people/index.ts'
import type { Language } from '../platform/i18n/index.ts'
import type { Messages } from './messages.ts'
import type { JabatanWithStandard, StandardLine } from './store/jabatan.ts'

/** Two sheets: the jabatan, and every line of their standards. */
export const standardSheets = (
  m: Messages,
  language: Language,
  title: string,
  jabatan: readonly JabatanWithStandard[],
  lines: readonly StandardLine[],
) => [
  {
    name: m.jabatan,
    title,
    columns: [
      { header: m.code, width: 20, kind: 'text' as const },
      { header: m.jabatan, width: 48 },
      { header: m.unit, width: 40 },
      { header: m.opd, width: 40 },
      { header: m.jenjang, width: 16 },
      { header: m.urusan, width: 18 },
      { header: m.competencyCount, width: 12, kind: 'number' as const },
      { header: m.source, width: 18 },
    ],
    rows: jabatan.map(row => [
      row.code,
      row.name,
      row.unit,
      row.opd,
      jenjangLabels[language][row.jenjang],
      row.urusan,
      row.competencies,
      row.own > 0 ? m.sources.sendiri : m.sources.bawaan,
    ]),
  },
  {
    name: m.standards,
    columns: [
      { header: `${m.code} ${m.jabatan}`, width: 20, kind: 'text' as const },
      { header: m.jabatan, width: 48 },
      { header: `${m.code} ${m.competency}`, width: 12, kind: 'text' as const },
      { header: m.competency, width: 44 },
      { header: m.level, width: 9, kind: 'number' as const },
      { header: m.source, width: 18 },
    ],
    rows: lines.map(row => [
      row.jabatanCode,
      row.jabatan,
      row.competencyCode,
      row.competency,
      row.level,
      row.fromClass ? m.classSource : m.ownSource,
    ]),
  },
]
