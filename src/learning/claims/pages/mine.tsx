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
  Section,
  SelectField,
  type Sort,
  Tabs,
  type Tone,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type OwnCells = {
  id: number
  name: string
  detail: string
  dates: string
  jp: string
  state: { text: string; tone: Tone }
}

type Props = {
  m: Messages
  tabs: Parameters<typeof Tabs>[0]
  figure: { value: string; unit?: string; label: string; sentence: string; tone: Tone }
  rows: OwnCells[]
  sort: Record<'nama' | 'selesai' | 'jp' | 'keadaan', Sort>
  values: { state: string; year: string }
  states: { value: string; label: string }[]
  years: { value: string; label: string }[]
  filtered: boolean
  none: boolean
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

const columnsOf = ({ m, sort }: Props): Column<OwnCells>[] => [
  {
    key: 'name',
    header: m.name,
    primary: true,
    cell: row => (
      <>
        {row.name} <small class="cell-detail">{row.detail}</small>
      </>
    ),
    ...sort.nama,
  },
  { key: 'dates', header: m.dates, cell: row => row.dates, ...sort.selesai },
  { key: 'jp', header: m.jp, align: 'right', cell: row => row.jp, ...sort.jp },
  {
    key: 'state',
    header: m.state,
    cell: row => <Badge tone={row.state.tone}>{row.state.text}</Badge>,
    ...sort.keadaan,
  },
]

/** One's own claims: the figure that matters now, then all of them. */
export function MyClaimsPage(props: Props) {
  const { m, figure, rows, values } = props
  const make = (
    <ButtonLink href="/klaim/baru" tone="primary" icon="plus">
      {m.make}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader title={m.claims} lead={m.lead} />
      <Tabs {...props.tabs} />
      <KeyFigure {...figure} action={props.none ? null : make} />
      {!props.none && (
        <FilterBar
          action="/klaim"
          submit={m.apply}
          resetHref={props.filtered ? '/klaim' : undefined}
          resetLabel={m.reset}
          autosubmit
        >
          <SelectField
            label={m.state}
            name="keadaan"
            value={values.state}
            options={[{ value: '', label: m.all }, ...props.states]}
          />
          <SelectField label={m.year} name="tahun" value={values.year} options={[{ value: '', label: m.all }, ...props.years]} />
        </FilterBar>
      )}
      <Section
        title={m.list}
        actions={
          rows.length > 0 && (
            <ButtonLink href={props.exportHref} icon="download">
              {m.export}
            </ButtonLink>
          )
        }
      >
        <DataTable<OwnCells>
          caption={m.claims}
          columns={columnsOf(props)}
          rows={rows}
          rowKey={row => row.id}
          rowHref={row => `/klaim/${row.id}`}
          compact
          empty={
            props.none ? (
              <EmptyState title={m.noneTitle} action={make}>
                {m.noneWords}
              </EmptyState>
            ) : (
              <EmptyState title={m.noneMatch} />
            )
          }
        />
        {rows.length > 0 && <Pager {...props.pager} />}
      </Section>
    </>
  )
}
