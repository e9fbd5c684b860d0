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
  type Sort,
  TextField,
} from '../../../ui/index.ts'
import type { ActivityMessages } from '../messages.ts'
import type { ActivityLine } from './list.tsx'

type Choice = { value: string; label: string }
type Props = {
  m: ActivityMessages
  waiting: string
  someWait: boolean
  rows: ActivityLine[]
  sort: Record<'nama' | 'pegawai' | 'selesai' | 'keadaan', Sort>
  values: { q: string; bentuk: string; keadaan: string }
  kinds: Choice[]
  states: Choice[]
  filtered: boolean
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

export const AllActivitiesPage = (props: Props) => {
  const { m, waiting, someWait, rows, sort, values, kinds, states, filtered, exportHref, pager } = props
  const toWaiting = (
    <ButtonLink href="/kegiatan/semua?keadaan=menunggu" tone="primary">
      {m.seeWaiting}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader
        title={m.all}
        lead={m.allLead}
        actions={
          rows.length > 0 && (
            <ButtonLink href={exportHref} icon="download" download>
              {m.export}
            </ButtonLink>
          )
        }
      />
      <KeyFigure
        value={waiting}
        label={m.waitingFigure}
        sentence={someWait ? m.waitingSome : m.waitingNone}
        action={someWait && values.keadaan !== 'menunggu' ? toWaiting : undefined}
      />
      {(rows.length > 0 || filtered) && (
        <FilterBar
          action="/kegiatan/semua"
          submit={m.apply}
          resetHref={filtered ? '/kegiatan/semua' : undefined}
          resetLabel={m.reset}
        >
          <TextField label={m.search} name="q" type="search" value={values.q} />
          <SelectField
            label={m.state}
            name="keadaan"
            value={values.keadaan}
            options={[{ value: '', label: m.anyState }, { value: 'menunggu', label: m.decide }, ...states]}
          />
          <SelectField label={m.kind} name="bentuk" value={values.bentuk} options={[{ value: '', label: m.anyKind }, ...kinds]} />
        </FilterBar>
      )}
      {rows.length === 0 && !filtered ? (
        <EmptyState title={m.none}>{m.noneOthers}</EmptyState>
      ) : (
        <DataTable<ActivityLine>
          caption={m.all}
          rows={rows}
          rowKey={row => row.id}
          rowHref={row => `/kegiatan/${row.id}`}
          empty={m.noMatch}
          columns={[
            {
              key: 'title',
              header: m.name,
              primary: true,
              cell: row => (
                <>
                  {row.title} <small class="cell-detail">{row.kind}</small>
                </>
              ),
              ...sort.nama,
            },
            { key: 'learner', header: m.learner, cell: row => row.learner, ...sort.pegawai },
            { key: 'partner', header: m.withWhom, secondary: true, cell: row => row.partner },
            { key: 'when', header: m.when, cell: row => row.when, ...sort.selesai },
            {
              key: 'state',
              header: m.state,
              cell: row => <Badge tone={row.state.tone}>{row.state.label}</Badge>,
              ...sort.keadaan,
            },
          ]}
        />
      )}
      {rows.length > 0 && <Pager {...pager} />}
    </>
  )
}
