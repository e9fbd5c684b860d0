import { DataTable, EmptyState, PageHeader } from '../../../ui/index.ts'
import type { CourseMessages } from '../messages.ts'

export type ChangeCells = { what: string; before: string; after: string }
type Props = { m: CourseMessages; title: string; eyebrow: string; rows: ChangeCells[] }

/** What one version changes of another. */
export const ComparePage = ({ m, title, eyebrow, rows }: Props) => (
  <>
    <PageHeader title={title} eyebrow={eyebrow} />
    <DataTable<ChangeCells>
      caption={title}
      rows={rows}
      rowKey={row => row.what}
      empty={<EmptyState title={m.sameContent} />}
      columns={[
        { key: 'what', header: m.what, primary: true, cell: row => row.what },
        { key: 'before', header: m.before, cell: row => row.before, long: true },
        { key: 'after', header: m.after, cell: row => row.after, long: true },
      ]}
    />
  </>
)
