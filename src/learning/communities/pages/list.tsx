import {
  Badge,
  ButtonLink,
  DataTable,
  EmptyState,
  FilterBar,
  KeyFigure,
  PageHeader,
  Pager,
  SelectField,
  Tabs,
  TextField,
} from '../../../ui/index.ts'
import type { CommunityMessages } from '../messages.ts'

export type CommunityCells = { id: number; name: string; about: string; by: string; next: string; joined: boolean }
type Props = {
  m: CommunityMessages
  tabs: Parameters<typeof Tabs>[0] | null
  mine: string
  someMine: boolean
  mayBegin: boolean
  rows: CommunityCells[]
  filters: { q: string; only: boolean }
  filtered: boolean
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

export const CommunitiesPage = ({ m, tabs, mine, someMine, mayBegin, rows, filters, filtered, exportHref, pager }: Props) => (
  <>
    <PageHeader
      title={m.title}
      lead={m.lead}
      actions={
        rows.length > 0 && (
          <ButtonLink href={exportHref} icon="download" download>
            {m.export}
          </ButtonLink>
        )
      }
    />
    {tabs && <Tabs {...tabs} />}
    {mayBegin && (
      <KeyFigure
        value={mine}
        label={m.mineFigure}
        sentence={someMine ? m.mineSentence : m.mineNone}
        action={
          <ButtonLink href="/komunitas/baru" tone="primary" icon="plus">
            {m.create}
          </ButtonLink>
        }
      />
    )}
    <FilterBar action="/komunitas" submit={m.apply} resetHref={filtered ? '/komunitas' : undefined} resetLabel={m.reset}>
      <TextField label={m.search} name="q" type="search" value={filters.q} />
      <SelectField
        label={m.only}
        name="tampil"
        value={filters.only ? 'saya' : ''}
        options={[
          { value: '', label: m.onlyAll },
          { value: 'saya', label: m.onlyMine },
        ]}
      />
    </FilterBar>
    {rows.length === 0 && !filtered ? (
      <EmptyState title={m.none}>{m.noneWhat}</EmptyState>
    ) : (
      <DataTable<CommunityCells>
        caption={m.title}
        rows={rows}
        rowKey={row => row.id}
        rowHref={row => `/komunitas/${row.id}`}
        empty={m.noMatch}
        columns={[
          {
            key: 'name',
            header: m.community,
            primary: true,
            cell: row => (
              <>
                {row.name} <small class="cell-detail">{row.about}</small>
              </>
            ),
          },
          { key: 'by', header: m.by, cell: row => row.by },
          { key: 'next', header: m.next, cell: row => row.next },
          { key: 'joined', header: m.state, cell: row => row.joined && <Badge tone="ok">{m.joined}</Badge> },
        ]}
      />
    )}
    {rows.length > 0 && <Pager {...pager} />}
  </>
)
