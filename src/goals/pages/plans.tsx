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
  type Tone,
} from '../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type PlanCells = {
  id: number
  name: string
  kind: string
  owner: string
  period: string
  state: { label: string; tone: Tone }
  verified: boolean
  sasaran: string
  /** Null: a plan of the nation, or one without sasaran. */
  thread: { words: string; tone: Tone } | null
}
type Choice = { value: string | number; label: string }
type Props = {
  m: Messages
  figure: { value: string; label: string; sentence: string; tone: Tone }
  rows: PlanCells[]
  values: { q: string; instansi: string; jenis: string; keadaan: string }
  choices: { instansi: Choice[]; jenis: Choice[]; keadaan: Choice[] }
  sort: { nama: Sort; jenjang: Sort; tahun: Sort }
  filtered: boolean
  resetHref: string
  exportHref: string
  /** Null: this actor does not make plans here. */
  newHref: string | null
  newNationalHref: string | null
  canImport: boolean
  pager: Parameters<typeof Pager>[0]
}

const columnsOf = ({ m, sort }: Props): Column<PlanCells>[] => [
  {
    key: 'name',
    header: m.plan,
    primary: true,
    cell: row => (
      <>
        {row.name} <small class="cell-detail">{row.kind}</small>
      </>
    ),
    ...sort.nama,
  },
  { key: 'owner', header: m.owner, cell: row => row.owner, ...sort.jenjang },
  {
    key: 'period',
    header: m.period,
    nowrap: true,
    cell: row => row.period,
    ...sort.tahun,
  },
  { key: 'sasaran', header: m.sasaran, align: 'right', cell: row => row.sasaran },
  {
    key: 'thread',
    header: m.thread,
    cell: row => row.thread && <Badge tone={row.thread.tone}>{row.thread.words}</Badge>,
  },
  {
    key: 'state',
    header: m.state,
    cell: row => (
      <>
        <Badge tone={row.state.tone}>{row.state.label}</Badge> {!row.verified && <Badge tone="warn">{m.unverified}</Badge>}
      </>
    ),
  },
]

const Narrow = ({ m, values, choices, filtered, resetHref }: Props) => {
  const all = { value: '', label: m.all }
  return (
    <FilterBar action="/rencana-daerah" submit={m.apply} resetHref={filtered ? resetHref : undefined} resetLabel={m.reset}>
      <TextField label={m.search} name="q" value={values.q} type="search" />
      {choices.instansi.length > 1 && (
        <SelectField label={m.instansi} name="instansi" value={values.instansi} options={choices.instansi} />
      )}
      <SelectField label={m.kind} name="jenis" value={values.jenis} options={[all, ...choices.jenis]} />
      <SelectField label={m.state} name="keadaan" value={values.keadaan} options={[all, ...choices.keadaan]} />
    </FilterBar>
  )
}

const NoPlans = ({ m, filtered, resetHref, newHref }: Props) =>
  filtered ? (
    <EmptyState title={m.noPlanMatch} action={<ButtonLink href={resetHref}>{m.reset}</ButtonLink>}>
      {m.noPlanMatchWhat}
    </EmptyState>
  ) : (
    <EmptyState
      title={m.noPlans}
      action={
        newHref && (
          <ButtonLink href={newHref} tone="primary" icon="plus">
            {m.newPlan}
          </ButtonLink>
        )
      }
    >
      {newHref ? m.noPlansWhat : m.noPlansRead}
    </EmptyState>
  )

export function PlansPage(props: Props) {
  const { m, rows, figure, newHref, newNationalHref } = props
  return (
    <>
      <PageHeader
        title={m.plans}
        lead={m.plansLead}
        actions={
          <>
            {newHref && (
              <ButtonLink href={newHref} tone="primary" icon="plus">
                {m.newPlan}
              </ButtonLink>
            )}
            {newNationalHref && <ButtonLink href={newNationalHref}>{m.newNational}</ButtonLink>}
            {props.canImport && (
              <ButtonLink href="/impor/baru?jenis=sasaran" icon="upload">
                {m.importGoals}
              </ButtonLink>
            )}
            <ButtonLink href="/nomenklatur" icon="book">
              {m.nomenclature}
            </ButtonLink>
            {rows.length > 0 && (
              <ButtonLink href={props.exportHref} icon="download" download>
                {m.export}
              </ButtonLink>
            )}
          </>
        }
      />
      <KeyFigure value={figure.value} label={figure.label} sentence={figure.sentence} tone={figure.tone} />
      <Narrow {...props} />
      <DataTable<PlanCells>
        caption={m.plans}
        rows={rows}
        rowKey={row => row.id}
        rowHref={row => `/rencana-daerah/${row.id}`}
        empty={<NoPlans {...props} />}
        columns={columnsOf(props)}
      />
      {rows.length > 0 && <Pager {...props.pager} />}
    </>
  )
}
