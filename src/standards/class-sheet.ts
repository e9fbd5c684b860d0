import { jenjangLabels } from '../people/index.ts'
import type { Language } from '../platform/i18n/index.ts'
import type { SheetToWrite } from '../platform/sheet/index.ts'
import type { Heatmap } from '../ui/index.ts'
import { classMessages } from './class-messages.ts'
import { urusanName } from './labels.ts'
import { messages } from './messages.ts'
import type { ClassRow } from './store/classes.ts'
import { versionMessages } from './version-messages.ts'

type Matrix = Pick<Parameters<typeof Heatmap>[0], 'columns' | 'rows'>

/** What every class is asked for, as it holds, and the classes that were set here. */
export function classSheets(
  language: Language,
  title: string,
  narrowed: string | null,
  matrix: Matrix,
  own: readonly ClassRow[],
): SheetToWrite[] {
  const [m, v, k] = [messages[language], versionMessages[language], classMessages[language]]
  return [
    {
      name: k.classes,
      title,
      ...(narrowed && { notes: [narrowed] }),
      columns: [
        { header: m.jenjang, width: 24 },
        ...matrix.columns.map(column => ({ header: `${column.key} ${column.title}`, width: 14, kind: 'number' as const })),
      ],
      rows: matrix.rows.map(row => [row.label, ...row.cells.map(cell => cell?.value ?? null)]),
    },
    {
      name: k.ownClasses,
      title,
      columns: [
        { header: m.jenjang, width: 24 },
        { header: k.urusan, width: 20 },
        { header: k.family, width: 40 },
        { header: v.state, width: 14 },
        { header: v.lines, width: 12, kind: 'number' },
        { header: m.requirements, width: 14, kind: 'number' },
        { header: v.basis, width: 48 },
      ],
      rows: own.map(row => [
        jenjangLabels[language][row.jenjang],
        row.urusan && urusanName(row.urusan),
        row.family,
        v.states[row.state],
        row.levels,
        row.requirements,
        row.legalBasis,
      ]),
    },
  ]
}
