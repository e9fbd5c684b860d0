import { ButtonLink, DataTable, EmptyState, KeyFigure, PageHeader, Tabs } from '../../../ui/index.ts'
import type { EvaluationMessages } from '../messages.ts'

export type ReportCells = {
  id: number
  name: string
  href: string | null
  classes: string
  finished: string
  reaction: string
  behaviour: string
  benefit: string
  confirmed: string
  effects: string
}
type Props = {
  m: EvaluationMessages
  figure: { value: string; sentence: string }
  tabs: { href: string; label: string; current: boolean }[]
  name: string
  rows: ReportCells[]
  exportHref: string
}

export const EvaluationReportPage = ({ m, figure, tabs, name, rows, exportHref }: Props) => (
  <>
    <PageHeader
      title={m.reportTitle}
      lead={m.reportLead}
      actions={
        rows.length > 0 && (
          <ButtonLink href={exportHref} icon="download" download>
            {m.export}
          </ButtonLink>
        )
      }
    />
    <KeyFigure value={figure.value} label={m.reportFigure} sentence={figure.sentence} />
    <Tabs label={m.by} items={tabs} />
    <DataTable<ReportCells>
      caption={m.reportTitle}
      rows={rows}
      rowKey={row => row.id}
      empty={<EmptyState title={m.noReport}>{m.noReportWhat}</EmptyState>}
      columns={[
        { key: 'name', header: name, primary: true, cell: row => (row.href ? <a href={row.href}>{row.name}</a> : row.name) },
        { key: 'classes', header: m.classes, align: 'right', cell: row => row.classes },
        { key: 'finished', header: m.finished, align: 'right', cell: row => row.finished },
        { key: 'reaction', header: m.reaction, align: 'right', cell: row => row.reaction },
        { key: 'behaviour', header: m.behaviourMean, align: 'right', cell: row => row.behaviour },
        { key: 'benefit', header: m.benefitMean, align: 'right', cell: row => row.benefit },
        { key: 'confirmed', header: m.confirmedShare, align: 'right', cell: row => row.confirmed },
        { key: 'effects', header: m.effects, align: 'right', cell: row => row.effects },
      ]}
    />
  </>
)
