import { Badge, ButtonLink, DataTable, EmptyState, KeyFigure, PageHeader, Pager, Tabs } from '../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type MissingCells = {
  id: number
  name: string
  nip: string
  jabatan: string
  unit: string
  state: string
  urgent: boolean
}
type Props = {
  m: Messages
  expiring: boolean
  place: string
  total: string
  tabs: Parameters<typeof Tabs>[0]['items']
  rows: MissingCells[]
  backHref: string
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

export function MissingPage({ m, expiring, place, total, tabs, rows, backHref, exportHref, pager }: Props) {
  const title = expiring ? m.expiringTitle : m.missingTitle
  return (
    <>
      <PageHeader
        title={title}
        lead={expiring ? m.expiringLead(place) : m.missingLead(place)}
        actions={
          rows.length > 0 && (
            <ButtonLink href={exportHref} icon="download" download>
              {m.export}
            </ButtonLink>
          )
        }
      />
      <KeyFigure
        value={total}
        label={m.people}
        sentence={rows.length === 0 ? undefined : expiring ? m.expiringSentence : m.missingSentence}
      />
      <Tabs items={tabs} label={m.reasons} />
      <DataTable<MissingCells>
        caption={title}
        rows={rows}
        rowKey={row => row.id}
        rowHref={row => `/pegawai/${row.id}`}
        empty={
          <EmptyState
            title={expiring ? m.nobodyExpiring : m.nobodyMissing}
            action={<ButtonLink href={backHref}>{m.back}</ButtonLink>}
          >
            {expiring ? m.nobodyExpiringWhat : m.nobodyMissingWhat}
          </EmptyState>
        }
        columns={[
          { key: 'name', header: m.name, primary: true, cell: row => row.name },
          { key: 'nip', header: m.nip, cell: row => row.nip, nowrap: true },
          { key: 'jabatan', header: m.jabatan, cell: row => row.jabatan },
          { key: 'unit', header: m.unit, cell: row => row.unit },
          { key: 'state', header: m.reason, cell: row => <Badge tone={row.urgent ? 'warn' : 'neutral'}>{row.state}</Badge> },
        ]}
      />
      {rows.length > 0 && <Pager {...pager} />}
    </>
  )
}
