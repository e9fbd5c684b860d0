import {
  Badge,
  DataTable,
  EmptyState,
  FilterBar,
  PageHeader,
  Pager,
  PostButton,
  type Sort,
  TextField,
} from '../../../ui/index.ts'
import type { CommunityMessages } from '../messages.ts'

type Row = { pegawaiId: number; name: string; unit: string; leads: boolean; since: string; mayLead: boolean }
type Props = {
  m: CommunityMessages
  /** Of the community. */
  path: string
  name: string
  count: string
  q: string
  rows: Row[]
  sort: Record<'nama' | 'unit' | 'sejak', Sort>
  pager: Parameters<typeof Pager>[0]
}

export const MembersPage = ({ m, path, name, count, q, rows, sort, pager }: Props) => (
  <>
    <PageHeader title={m.members} eyebrow={name} lead={count} />
    <FilterBar action={`${path}/anggota`} submit={m.apply} resetHref={q ? `${path}/anggota` : undefined} resetLabel={m.reset}>
      <TextField label={m.searchMember} name="q" type="search" value={q} maxlength={80} />
    </FilterBar>
    <DataTable<Row>
      caption={m.members}
      rows={rows}
      rowKey={row => row.pegawaiId}
      empty={<EmptyState title={m.noMember}>{m.noMemberWhat}</EmptyState>}
      columns={[
        { key: 'name', header: m.person, primary: true, ...sort.nama, cell: row => row.name },
        { key: 'unit', header: m.unit, ...sort.unit, cell: row => row.unit },
        { key: 'since', header: m.since, nowrap: true, ...sort.sejak, cell: row => row.since },
        {
          key: 'leads',
          header: m.role,
          cell: row =>
            row.leads ? (
              <Badge tone="info">{m.leads}</Badge>
            ) : (
              row.mayLead && (
                <PostButton
                  action={`${path}/penggerak`}
                  label={m.makeLead}
                  tone="ghost"
                  fields={{ anggota: String(row.pegawaiId) }}
                />
              )
            ),
        },
      ]}
    />
    {rows.length > 0 && <Pager {...pager} />}
  </>
)
