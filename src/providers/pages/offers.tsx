import type { ComponentChildren } from 'preact'
import type { Sort } from '../../ui/index.ts'
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
  TextField,
} from '../../ui/index.ts'
import type { OfferMessages } from '../offer-messages.ts'
import { Add, Framed, type ProviderFrame } from './frame.tsx'

export type OfferCells = {
  id: number
  title: string
  provider: string
  form: string
  pattern: string
  jp: string
  competencies: string
  months: string
  cost: string
  closed: boolean
  verified: boolean
}
type Choice = { value: string | number; label: string }
type Sorts = { judul: Sort; penyelenggara: Sort; jp: Sort; biaya: Sort }

/** Without `sort` the offers of one institution. */
const columnsOf = (m: OfferMessages, sort?: Sorts): Column<OfferCells>[] => [
  {
    key: 'title',
    header: m.offer,
    primary: true,
    cell: row => (
      <>
        {row.title}{' '}
        <small class="cell-detail">
          {row.form} · {row.pattern}
        </small>{' '}
        {row.closed && <Badge tone="neutral">{m.closed}</Badge>}
      </>
    ),
    ...sort?.judul,
  },
  ...(sort
    ? [
        {
          key: 'provider',
          header: m.provider,
          cell: (row: OfferCells) => row.provider,
          ...sort.penyelenggara,
        },
      ]
    : []),
  { key: 'competencies', header: m.competency, cell: row => row.competencies || '–' },
  { key: 'months', header: m.month, cell: row => row.months, secondary: true },
  { key: 'jp', header: m.jp, align: 'right', cell: row => row.jp, ...sort?.jp },
  {
    key: 'cost',
    header: m.cost,
    align: 'right',
    cell: row => (
      <>
        {row.cost} {!row.verified && <small class="cell-detail">{m.unverified}</small>}
      </>
    ),
    ...sort?.biaya,
  },
]
const Table = ({ m, rows, sort, empty }: { m: OfferMessages; rows: OfferCells[]; sort?: Sorts; empty: ComponentChildren }) => (
  <DataTable<OfferCells>
    caption={m.title}
    rows={rows}
    rowKey={row => row.id}
    rowHref={row => `/penawaran/${row.id}`}
    columns={columnsOf(m, sort)}
    empty={empty}
  />
)

type ListProps = {
  m: OfferMessages
  figure: { value: string; sentence: string }
  rows: OfferCells[]
  values: { q: string; bentuk: string; pola: string; kompetensi: string; bulan: string; biaya: string }
  choices: { bentuk: Choice[]; pola: Choice[]; kompetensi: Choice[]; bulan: Choice[] }
  sort: Sorts
  filtered: boolean
  exportHref: string
  importHref: string | null
  pager: Parameters<typeof Pager>[0]
}

export function OffersPage(props: ListProps) {
  const { m, rows, figure, values, choices, filtered } = props
  const all = { value: '', label: m.all }
  return (
    <>
      <PageHeader
        title={m.title}
        lead={m.lead}
        actions={
          <>
            {props.importHref && (
              <ButtonLink href={props.importHref} icon="upload">
                {m.import}
              </ButtonLink>
            )}
            {rows.length > 0 && (
              <ButtonLink href={props.exportHref} icon="download" download>
                {m.export}
              </ButtonLink>
            )}
          </>
        }
      />
      <KeyFigure value={figure.value} label={m.figureLabel} sentence={figure.sentence} />
      <FilterBar action="/penawaran" submit={m.apply} resetHref={filtered ? '/penawaran' : undefined} resetLabel={m.reset}>
        <TextField label={m.search} name="q" value={values.q} type="search" />
        <SelectField label={m.competency} name="kompetensi" value={values.kompetensi} options={[all, ...choices.kompetensi]} />
        <SelectField label={m.form} name="bentuk" value={values.bentuk} options={[all, ...choices.bentuk]} />
        <SelectField label={m.pattern} name="pola" value={values.pola} options={[all, ...choices.pola]} />
        <SelectField label={m.month} name="bulan" value={values.bulan} options={[all, ...choices.bulan]} />
        <TextField label={m.mostCost} name="biaya" value={values.biaya} inputmode="numeric" placeholder="5.000.000" />
      </FilterBar>
      <Table
        m={m}
        rows={rows}
        sort={props.sort}
        empty={
          filtered ? (
            <EmptyState title={m.noMatch} action={<ButtonLink href="/penawaran">{m.reset}</ButtonLink>}>
              {m.noMatchWhat}
            </EmptyState>
          ) : (
            <EmptyState title={m.none} action={<ButtonLink href="/penyelenggara">{m.provider}</ButtonLink>}>
              {m.figureNone}
            </EmptyState>
          )
        }
      />
      {rows.length > 0 && <Pager {...props.pager} />}
    </>
  )
}

type OfProvider = { m: OfferMessages; frame: ProviderFrame; rows: OfferCells[]; addHref: string | null }
export const ProviderOffersPage = ({ m, frame, rows, addHref }: OfProvider) => (
  <Framed frame={frame}>
    <Section title={m.title} actions={<Add href={addHref} label={m.add} />}>
      <Table m={m} rows={rows} empty={<EmptyState title={m.none}>{m.noneWhat}</EmptyState>} />
    </Section>
  </Framed>
)
