import type { SheetToWrite } from '../../platform/sheet/index.ts'
import type { ReportMessages } from './messages.ts'
import type { RecapCells } from './recap-cells.ts'

type Column = { header: string; width: number; kind?: 'text' | 'number'; cell: (row: RecapCells) => string | number }

/** The recap of an assessment, in the order of the form (DOMAIN.md 2.2). */
export const assessmentColumns = (m: ReportMessages): Column[] => [
  { header: m.no, width: 6, kind: 'number', cell: row => row.no },
  { header: m.name, width: 34, cell: row => row.name },
  { header: m.nip, width: 24, kind: 'text', cell: row => row.nip },
  { header: m.jabatanInstansi, width: 54, cell: row => `${row.jabatan} / ${row.unit}, ${row.instansi}` },
  { header: `${m.assessment}: ${m.performance}`, width: 18, cell: row => row.performance },
  { header: `${m.assessment}: ${m.potentialShort}`, width: 16, cell: row => row.potential },
  { header: `${m.assessment}: ${m.competencyShort}`, width: 16, cell: row => row.competency },
  { header: `${m.assessment}: ${m.jpm}`, width: 12, cell: row => row.jpm },
  { header: m.category, width: 28, cell: row => row.category.text },
  { header: m.quadrant, width: 16, cell: row => row.quadrant },
  { header: m.remarks, width: 50, cell: row => row.remarks },
  { header: m.recommendation, width: 50, cell: row => row.recommendation },
  { header: m.placement, width: 50, cell: row => row.placement },
  { header: m.suggestion, width: 60, cell: row => row.suggestion },
]

/** The recap of a unit (DOMAIN.md 3.3). */
export const unitColumns = (m: ReportMessages): Column[] => [
  { header: m.name, width: 34, cell: row => row.name },
  { header: m.nip, width: 24, kind: 'text', cell: row => row.nip },
  { header: m.jabatan, width: 44, cell: row => row.jabatan },
  { header: m.ikk, width: 10, cell: row => row.ikk },
  { header: m.gapBand, width: 26, cell: row => row.band.text },
  { header: m.quadrant, width: 16, cell: row => row.quadrant },
  { header: m.kinds, width: 60, cell: row => row.kinds },
  { header: m.plan, width: 24, cell: row => row.plan },
]

export function recapSheet(
  m: ReportMessages,
  form: 'penilaian' | 'unit',
  { place, notes, rows }: { place: string; notes: string[]; rows: readonly RecapCells[] },
): SheetToWrite {
  const columns = form === 'unit' ? unitColumns(m) : assessmentColumns(m)
  const title = form === 'unit' ? m.formUnit : m.recapTitle
  return {
    name: title,
    title: `${title}: ${place}`,
    notes,
    columns: columns.map(({ header, width, kind }) => ({ header, width, kind })),
    rows: rows.map(row => columns.map(column => column.cell(row))),
  }
}

export type AdviceLine = { category: string; limits: string; recommendation: string; placement: string }

/** By what the recommendations were written: so that nobody takes them for an act's. */
export const adviceSheet = (m: ReportMessages, advice: readonly AdviceLine[]): SheetToWrite => ({
  name: m.sheetAdvice,
  title: m.adviceTitle,
  notes: [m.adviceLead],
  columns: [
    { header: m.category, width: 30 },
    { header: m.limits, width: 24 },
    { header: m.recommendation, width: 60 },
    { header: m.placement, width: 60 },
  ],
  rows: advice.map(row => [row.category, row.limits, row.recommendation, row.placement]),
})
