import {
  Badge,
  Button,
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  FilterBar,
  Form,
  FormActions,
  HiddenField,
  KeyFigure,
  PageHeader,
  Pager,
  SelectField,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { LearningMessages } from '../messages.ts'

export type EvidenceLine = {
  id: number
  pegawaiId: number
  name: string
  unit: string
  course: string
  completed: string
  score: string
  competency: string
  change: string
  state: { label: string; tone: Tone }
  why: string
  decided: string
  mayDecide: boolean
}

type Props = {
  m: LearningMessages
  open: string
  someOpen: boolean
  rows: EvidenceLine[]
  filters: { q: string; keadaan: string }
  filtered: boolean
  /** Where a decision comes back to. */
  here: string
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

/** What was learned and what it was taken for; the same on the page of one person. */
export const evidenceColumns = (m: LearningMessages): Column<EvidenceLine>[] => [
  { key: 'competency', header: m.competency, cell: row => row.competency },
  { key: 'change', header: m.change, nowrap: true, cell: row => row.change },
  {
    key: 'course',
    header: m.course,
    cell: row => (
      <>
        {row.course} <small class="cell-detail">{row.completed}</small>
      </>
    ),
  },
  { key: 'score', header: m.score, align: 'right', cell: row => row.score },
  {
    key: 'state',
    header: m.state,
    cell: row => (
      <>
        <Badge tone={row.state.tone}>{row.state.label}</Badge>
        {row.decided && <small class="cell-detail">{row.decided}</small>}
      </>
    ),
  },
  { key: 'why', header: m.why, long: true, cell: row => row.why },
]

const Lines = ({ m, rows }: Pick<Props, 'm' | 'rows'>) => {
  const open = rows.some(row => row.mayDecide)
  return (
    <DataTable<EvidenceLine>
      caption={m.title}
      rows={rows}
      rowKey={row => row.id}
      empty={m.noMatch}
      select={
        open
          ? {
              name: 'bukti',
              all: m.selectAll,
              value: row => String(row.id),
              label: row => m.selectOne(row.name, row.competency),
            }
          : undefined
      }
      columns={[
        {
          key: 'name',
          header: m.person,
          primary: true,
          cell: row => (
            <>
              <a href={`/pegawai/${row.pegawaiId}`}>{row.name}</a> <small class="cell-detail">{row.unit}</small>
            </>
          ),
        },
        ...evidenceColumns(m),
      ]}
    />
  )
}

export function EvidencePage(props: Props) {
  const { m, rows, filters, filtered } = props
  const states = Object.entries(m.states).map(([value, label]) => ({ value, label }))
  return (
    <>
      <PageHeader
        title={m.title}
        lead={m.lead}
        actions={
          <>
            <ButtonLink href="/aturan/bukti-belajar" icon="filter">
              {m.rule}
            </ButtonLink>
            {rows.length > 0 && (
              <ButtonLink href={props.exportHref} icon="download" download>
                {m.export}
              </ButtonLink>
            )}
          </>
        }
      />
      <KeyFigure
        value={props.open}
        label={m.openLabel}
        sentence={props.someOpen ? m.openSentence : m.openNone}
        tone={props.someOpen ? 'warn' : 'ok'}
      />
      <FilterBar
        action="/pemetaan/bukti"
        submit={m.apply}
        resetHref={filtered ? '/pemetaan/bukti' : undefined}
        resetLabel={m.reset}
      >
        <TextField label={m.search} name="q" type="search" value={filters.q} />
        <SelectField label={m.state} name="keadaan" value={filters.keadaan} options={[{ value: '', label: m.all }, ...states]} />
      </FilterBar>
      {rows.length === 0 && !filtered ? (
        <EmptyState title={m.none}>{m.noneWhat}</EmptyState>
      ) : rows.some(row => row.mayDecide) ? (
        <Form action="/pemetaan/bukti" wide>
          <HiddenField name="kembali" value={props.here} />
          <Lines m={m} rows={rows} />
          <TextField label={m.reason} name="alasan" help={m.reasonHelp} maxlength={1000} rows={2} />
          <FormActions>
            <Button name="putusan" value="terima">
              {m.accept}
            </Button>
            <Button name="putusan" value="tolak" tone="danger">
              {m.reject}
            </Button>
          </FormActions>
        </Form>
      ) : (
        <Lines m={m} rows={rows} />
      )}
      {rows.length > 0 && <Pager {...props.pager} />}
    </>
  )
}
