import { DataTable, EmptyState, KeyFigure, PageHeader, ShareBar } from '../../ui/index.ts'
import type { ReportMessages } from '../messages.ts'

export type GovernmentView = {
  code: string
  name: string
  coverage: number
  coverageText: string
  assessed: string
  below: string
  urgent: string
  important: string
  needs: string
}
type Props = { m: ReportMessages; figure: { value: string; sentence: string } | null; rows: GovernmentView[] }

/** All governments that one guides, side by side. */
export function GuidancePage({ m, figure, rows }: Props) {
  return (
    <>
      <PageHeader title={m.guidanceTitle} lead={m.guidanceLead} />
      {figure && <KeyFigure value={figure.value} unit={m.guidanceFigure} label={m.guidanceReach} sentence={figure.sentence} />}
      <DataTable<GovernmentView>
        caption={m.guidanceTitle}
        rows={rows}
        rowKey={row => row.code}
        rowHref={row => `/pemetaan?instansi=${row.code}`}
        empty={<EmptyState title={m.emptyInstansi} />}
        columns={[
          { key: 'name', header: m.government, primary: true, cell: row => row.name },
          { key: 'coverage', header: m.coverage, cell: row => <ShareBar share={row.coverage} label={row.coverageText} /> },
          { key: 'assessed', header: m.people, align: 'right', cell: row => row.assessed },
          {
            key: 'below',
            header: m.belowStandard,
            align: 'right',
            cell: row => <a href={`/kesenjangan?instansi=${row.code}`}>{row.below}</a>,
          },
          {
            key: 'urgent',
            header: m.urgentNeeds,
            align: 'right',
            cell: row => <a href={`/kebutuhan?instansi=${row.code}&tingkat=urgen`}>{row.urgent}</a>,
          },
          {
            key: 'important',
            header: m.importantNeeds,
            align: 'right',
            cell: row => <a href={`/kebutuhan?instansi=${row.code}&tingkat=penting`}>{row.important}</a>,
          },
          {
            key: 'needs',
            header: m.allNeeds,
            align: 'right',
            cell: row => <a href={`/kebutuhan?instansi=${row.code}`}>{row.needs}</a>,
          },
        ]}
      />
    </>
  )
}
