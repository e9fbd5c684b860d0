import { Badge, ButtonLink, DataTable, EmptyState, PageHeader } from '../../ui/index.ts'
import type { VersionMessages } from '../version-messages.ts'

export type PastCells = {
  id: number
  version: string
  state: 'draft' | 'active' | 'archived'
  period: string
  steps: string[]
  basis: string
  by: string
  /** Who archived it without a successor, when and why; null: nobody did. */
  ended: string | null
}

/** Every version of one standard, the newest first. */
export const HistoryPage = ({
  v,
  name,
  rows,
  editHref,
}: {
  v: VersionMessages
  name: string
  rows: PastCells[]
  editHref: string | null
}) => (
  <>
    <PageHeader title={name} eyebrow={v.history} lead={v.historyLead} />
    <DataTable<PastCells>
      caption={v.history}
      rows={rows}
      rowKey={row => row.id}
      rowHref={row => `/standar/versi/${row.id}`}
      empty={
        <EmptyState title={v.noHistory} action={editHref && <ButtonLink href={editHref}>{v.edit}</ButtonLink>}>
          {v.noHistoryWhat}
        </EmptyState>
      }
      columns={[
        { key: 'version', header: v.version, primary: true, nowrap: true, cell: row => row.version },
        {
          key: 'state',
          header: v.state,
          cell: row => (
            <Badge tone={row.state === 'active' ? 'ok' : row.state === 'draft' ? 'info' : 'neutral'}>{v.states[row.state]}</Badge>
          ),
        },
        { key: 'period', header: v.period, cell: row => row.period },
        {
          key: 'steps',
          header: v.changed,
          long: true,
          cell: row => (
            <>
              {row.steps.map(step => (
                <div key={step}>{step}</div>
              ))}
            </>
          ),
        },
        { key: 'basis', header: v.basis, long: true, cell: row => row.basis },
        {
          key: 'by',
          header: v.setBy,
          long: true,
          cell: row => (
            <>
              {row.by}
              {row.ended && <small class="cell-detail">{row.ended}</small>}
            </>
          ),
        },
      ]}
    />
  </>
)
