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
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { StatedMessages } from '../messages.ts'

type Choice = { value: string; label: string }
type StatedView = {
  id: number
  title: string
  detail: string
  kind: string
  year: string
  who: string
  people: string
  basis: string[]
  state: { label: string; tone: Tone }
}
type Props = {
  m: StatedMessages
  figure: { value: string; label: string; sentence: string } | null
  filters: { q: string; kind: string; state: string; year: string; instansi: string }
  filtered: boolean
  choices: { kinds: Choice[]; states: Choice[]; years: Choice[]; instansi: Choice[] }
  rows: StatedView[]
  addHref: string | null
  importHref: string | null
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

export function StatedListPage(props: Props) {
  const { m, figure, filters, choices } = props
  const all = { value: '', label: m.all }
  const resetHref = `/kebutuhan/organisasi?instansi=${filters.instansi}`
  return (
    <>
      <PageHeader
        title={m.title}
        lead={m.lead}
        actions={
          <>
            {props.addHref && (
              <ButtonLink href={props.addHref} tone="primary" icon="plus">
                {m.add}
              </ButtonLink>
            )}
            {props.importHref && (
              <ButtonLink href={props.importHref} icon="upload">
                {m.import}
              </ButtonLink>
            )}
            {props.rows.length > 0 && (
              <ButtonLink href={props.exportHref} icon="download" download>
                {m.export}
              </ButtonLink>
            )}
          </>
        }
      />
      {figure && <KeyFigure value={figure.value} unit={m.figureUnit} label={figure.label} sentence={figure.sentence} />}
      <FilterBar
        action="/kebutuhan/organisasi"
        submit={m.apply}
        resetHref={props.filtered ? resetHref : undefined}
        resetLabel={m.reset}
      >
        <TextField label={m.search} name="q" type="search" value={filters.q} />
        {choices.instansi.length > 1 && (
          <SelectField label={m.instansi} name="instansi" value={filters.instansi} options={choices.instansi} />
        )}
        <SelectField label={m.kind} name="jenis" value={filters.kind} options={[all, ...choices.kinds]} />
        <SelectField label={m.state} name="keadaan" value={filters.state} options={[all, ...choices.states]} />
        {choices.years.length > 1 && (
          <SelectField label={m.year} name="tahun" value={filters.year} options={[all, ...choices.years]} />
        )}
      </FilterBar>
      <DataTable<StatedView>
        caption={m.title}
        compact
        rows={props.rows}
        rowKey={row => row.id}
        rowHref={row => `/kebutuhan/organisasi/${row.id}`}
        empty={
          props.filtered ? (
            <EmptyState title={m.emptyFiltered} action={<ButtonLink href={resetHref}>{m.reset}</ButtonLink>} />
          ) : (
            <EmptyState title={m.empty} action={props.addHref && <ButtonLink href={props.addHref}>{m.add}</ButtonLink>}>
              {props.addHref ? m.emptyText : m.emptyReader}
            </EmptyState>
          )
        }
        columns={[
          {
            key: 'title',
            header: m.need,
            primary: true,
            cell: row => (
              <>
                {row.title} {row.detail && <small class="cell-detail">{row.detail}</small>}
                {row.basis.map(text => (
                  <small key={text} class="cell-detail cell-more" title={text}>
                    {text}
                  </small>
                ))}
              </>
            ),
          },
          { key: 'kind', header: m.kind, cell: row => row.kind },
          { key: 'year', header: m.year, align: 'right', cell: row => row.year },
          { key: 'who', header: m.who, cell: row => row.who },
          { key: 'people', header: m.people, align: 'right', cell: row => row.people },
          { key: 'state', header: m.state, cell: row => <Badge tone={row.state.tone}>{row.state.label}</Badge> },
        ]}
      />
      {props.rows.length > 0 && <Pager {...props.pager} />}
    </>
  )
}
