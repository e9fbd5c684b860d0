import {
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  EnterButton,
  FilterBar,
  Form,
  HiddenField,
  KeyFigure,
  PageHeader,
  Pager,
  Section,
  SelectField,
  type Sort,
  TextField,
} from '../../ui/index.ts'
import type { VersionMessages } from '../version-messages.ts'

export type DraftCells = { id: number; seen: string; name: string; unit: string; levels: string; made: string }
type Choice = { value: string; label: string }
type Props = {
  v: VersionMessages
  rows: DraftCells[]
  total: string
  anyTotal: boolean
  filter: { instansi: string; untuk: string; dari: string; q: string }
  choices: { instansi: Choice[]; untuk: Choice[]; dari: Choice[] }
  sort: { nama: Sort; disusun: Sort }
  filtered: boolean
  resetHref: string
  exportHref: string
  /** The narrowing of the list, kept when a form is refused. */
  query: string
  chosen: ReadonlySet<string>
  basis: string
  errors: { field: string; message: string }[]
  pager: Parameters<typeof Pager>[0]
}

/** The drafts that wait, to be looked at one by one or set together. */
export function DraftsPage(props: Props) {
  const { v, rows, filter, choices, sort, errors } = props
  const error = (field: string) => errors.find(one => one.field === field)?.message
  const all = { value: '', label: v.all }
  return (
    <>
      <PageHeader
        title={v.drafts}
        lead={v.draftsLead}
        actions={
          rows.length > 0 && (
            <ButtonLink href={props.exportHref} icon="download" download>
              {v.export}
            </ButtonLink>
          )
        }
      />
      <KeyFigure value={props.total} label={v.draftsCount} sentence={props.anyTotal ? v.draftsSentence : v.draftsNone} />
      <FilterBar
        action="/standar/rancangan"
        submit={v.apply}
        resetHref={props.filtered ? props.resetHref : undefined}
        resetLabel={v.reset}
      >
        <TextField label={v.search} name="q" value={filter.q} type="search" />
        {choices.instansi.length > 1 && (
          <SelectField label={v.instansi} name="instansi" value={filter.instansi} options={choices.instansi} />
        )}
        <SelectField label={v.kindOf} name="untuk" value={filter.untuk} options={[all, ...choices.untuk]} />
        <SelectField label={v.cameFrom} name="dari" value={filter.dari} options={[all, ...choices.dari]} />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title={props.filtered ? v.noDraftsMatch : v.noDrafts}>{v.noDraftsWhat}</EmptyState>
      ) : (
        <Form action={`/standar/rancangan/tetapkan${props.query}`} errors={errors} errorTitle={v.notSet} wide>
          <EnterButton />
          <HiddenField name="instansi" value={filter.instansi} />
          <DataTable<DraftCells>
            caption={v.drafts}
            rows={rows}
            rowKey={row => row.id}
            rowHref={row => `/standar/versi/${row.id}`}
            select={{
              name: 'rancangan',
              value: row => row.seen,
              label: row => v.choose(row.name),
              all: v.chooseAll,
              checked: row => props.chosen.has(row.seen),
            }}
            empty=""
            columns={[
              {
                key: 'name',
                header: v.standard,
                primary: true,
                cell: row => row.name,
                ...sort.nama,
              },
              { key: 'unit', header: v.unit, cell: row => row.unit },
              { key: 'levels', header: v.lines, align: 'right', cell: row => row.levels },
              {
                key: 'made',
                header: v.madeWhen,
                cell: row => row.made,
                ...sort.disusun,
              },
            ]}
          />
          <Pager {...props.pager} />
          <Section title={v.setChosen}>
            <div class="form">
              <TextField
                label={v.basis}
                name="dasar"
                value={props.basis}
                help={v.basisHelp}
                error={error('dasar')}
                maxlength={300}
              />
              <div class="form-actions">
                <Button tone="primary">{v.setChosen}</Button>
                <Button tone="neutral" action={`/standar/rancangan/buang${props.query}`}>
                  {v.discardChosen}
                </Button>
              </div>
            </div>
          </Section>
        </Form>
      )}
    </>
  )
}
