import { Badge, DataTable } from '../../ui/index.ts'
import type { ChangeCells } from '../present.ts'
import type { VersionMessages } from '../version-messages.ts'
import { Lines } from './lines.tsx'

/** What differs, line by line: before, after. */
export const ChangeTable = ({
  v,
  rows,
  heads,
  empty,
}: {
  v: VersionMessages
  rows: ChangeCells[]
  heads: { before: string; after: string }
  empty: string
}) => (
  <DataTable<ChangeCells>
    caption={v.changes}
    rows={rows}
    rowKey={row => row.key}
    empty={<p class="text-muted">{empty}</p>}
    columns={[
      {
        key: 'what',
        header: v.what,
        primary: true,
        cell: row => (
          <>
            {row.what} {row.kind && <Badge tone="info">{row.kind}</Badge>}
          </>
        ),
      },
      { key: 'before', header: heads.before, long: true, cell: row => <Lines text={row.before} /> },
      {
        key: 'after',
        header: heads.after,
        long: true,
        cell: row => (
          <div class="font-bold">
            <Lines text={row.after} />
          </div>
        ),
      },
    ]}
  />
)
