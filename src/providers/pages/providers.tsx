import {
  Badge,
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  FilterBar,
  KeyFigure,
  PageHeader,
  Pager,
  SelectField,
  type Sort,
  TextField,
} from '../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Row = {
  id: number
  name: string
  kind: string
  register: string
  offers: string
  accredited: string
  beds: string
  closed: boolean
}
type Choice = { value: string; label: string }
type Props = {
  m: Messages
  figure: { value: string; sentence: string }
  rows: Row[]
  values: { q: string; jenis: string; daftar: string; keadaan: string }
  choices: { jenis: Choice[]; daftar: Choice[] }
  sort: { nama: Sort; jenis: Sort; penawaran: Sort; akreditasi: Sort }
  filtered: boolean
  exportHref: string
  /** Null: this actor keeps no register. */
  newHref: string | null
  newNationalHref: string | null
  pager: Parameters<typeof Pager>[0]
}

const columnsOf = ({ m, sort }: Props): Column<Row>[] => [
  {
    key: 'name',
    header: m.provider,
    primary: true,
    cell: row => (
      <>
        {row.name} {row.closed && <Badge tone="neutral">{m.closedState}</Badge>}
      </>
    ),
    ...sort.nama,
  },
  { key: 'kind', header: m.kind, cell: row => row.kind, ...sort.jenis },
  { key: 'register', header: m.register, cell: row => row.register, secondary: true },
  {
    key: 'accredited',
    header: m.accredited,
    cell: row => row.accredited || '–',
    ...sort.akreditasi,
  },
  {
    key: 'offers',
    header: m.offers,
    align: 'right',
    cell: row => row.offers,
    ...sort.penawaran,
  },
  { key: 'beds', header: m.beds, align: 'right', cell: row => row.beds || '–' },
]

const New = ({ m, newHref }: Pick<Props, 'm' | 'newHref'>) =>
  newHref && (
    <ButtonLink href={newHref} tone="primary" icon="plus">
      {m.add}
    </ButtonLink>
  )

export function ProvidersPage(props: Props) {
  const { m, rows, values, choices, filtered, figure } = props
  const all = { value: '', label: m.all }
  return (
    <>
      <PageHeader
        title={m.title}
        lead={m.lead}
        actions={
          <>
            <New {...props} />
            {props.newNationalHref && <ButtonLink href={props.newNationalHref}>{m.addNational}</ButtonLink>}
            {rows.length > 0 && (
              <ButtonLink href={props.exportHref} icon="download" download>
                {m.export}
              </ButtonLink>
            )}
          </>
        }
      />
      <KeyFigure
        value={figure.value}
        label={m.figureLabel}
        sentence={figure.sentence}
        action={<ButtonLink href="/penawaran">{m.seeOffers}</ButtonLink>}
      />
      <FilterBar
        action="/penyelenggara"
        submit={m.apply}
        resetHref={filtered ? '/penyelenggara' : undefined}
        resetLabel={m.reset}
      >
        <TextField label={m.search} name="q" value={values.q} type="search" />
        <SelectField label={m.kind} name="jenis" value={values.jenis} options={[all, ...choices.jenis]} />
        <SelectField label={m.register} name="daftar" value={values.daftar} options={[all, ...choices.daftar]} />
        <SelectField
          label={m.state}
          name="keadaan"
          value={values.keadaan}
          options={[
            { value: '', label: m.teaching },
            { value: 'ditutup', label: m.closedState },
          ]}
        />
      </FilterBar>
      <DataTable<Row>
        caption={m.title}
        rows={rows}
        rowKey={row => row.id}
        rowHref={row => `/penyelenggara/${row.id}`}
        columns={columnsOf(props)}
        empty={
          filtered ? (
            <EmptyState title={m.noMatch} action={<ButtonLink href="/penyelenggara">{m.reset}</ButtonLink>}>
              {m.noMatchWhat}
            </EmptyState>
          ) : (
            <EmptyState title={m.none} action={<New {...props} />}>
              {props.newHref ? m.noneWhat : m.noneRead}
            </EmptyState>
          )
        }
      />
      {rows.length > 0 && <Pager {...props.pager} />}
    </>
  )
}
