import { Badge, ButtonLink, DataTable, PageHeader } from '../../ui/index.ts'
import type { messages } from '../messages.ts'

type M = (typeof messages)['id']
type Entry = {
  id: number
  when: string
  who: string
  what: string
  subject: string
  instansi: string
  rows: string
  detail: string
  sealed: boolean
}

const Subject = ({ row }: { row: Entry }) => (
  <>
    {row.subject} {row.detail && <small class="cell-detail wrap-anywhere">{row.detail}</small>}
  </>
)

export function AuditPage({ m, entries, olderHref }: { m: M; entries: Entry[]; olderHref: string | null }) {
  return (
    <>
      <PageHeader title={m.audit} lead={m.auditLead} />
      <DataTable<Entry>
        caption={m.audit}
        rows={entries}
        rowKey={row => row.id}
        empty={m.noAudit}
        columns={[
          { key: 'when', header: m.when, cell: row => row.when, nowrap: true },
          { key: 'what', header: m.what, primary: true, cell: row => row.what },
          { key: 'subject', header: m.subject, cell: row => <Subject row={row} /> },
          { key: 'who', header: m.who, cell: row => row.who },
          { key: 'instansi', header: m.instansi, secondary: true, cell: row => row.instansi },
          { key: 'rows', header: m.rowsTouched, align: 'right', cell: row => row.rows },
          {
            key: 'seal',
            header: m.seal,
            cell: row => (row.sealed ? <Badge tone="ok">{m.sealed}</Badge> : <Badge tone="neutral">{m.unsealed}</Badge>),
          },
        ]}
      />
      {olderHref && <ButtonLink href={olderHref}>{m.older}</ButtonLink>}
    </>
  )
}
