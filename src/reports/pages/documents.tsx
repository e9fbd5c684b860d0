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
  type Tone,
} from '../../ui/index.ts'
import type { DocumentMessages } from '../documents-messages.ts'
import type { DocumentRow } from '../documents-view.ts'

const stateTone: Record<DocumentRow['state'], Tone> = { queued: 'info', ready: 'ok', failed: 'bad' }

type Choice = { value: string; label: string }
type Props = {
  m: DocumentMessages
  place: string
  counts: { ready: string; queued: number; failed: number }
  rows: DocumentRow[]
  filters: { q: string; kind: string; year: string; instansi: string }
  choices: { kinds: Choice[]; years: Choice[]; instansi: Choice[] }
  filtered: boolean
  nothing: boolean
  newHref: string | null
  exportHref: string
  sort: Record<'judul' | 'keadaan' | 'terbaru', Sort>
  pager: Parameters<typeof Pager>[0]
}

/** Which of the files may be had, each a link that names its document. */
export const Downloads = ({ m, row }: { m: DocumentMessages; row: DocumentRow }) => (
  <>
    {row.downloads.length === 0 && '–'}
    {row.downloads.map(file => (
      <ButtonLink key={file.format} href={file.href} icon="download" tone="ghost" download>
        <span aria-hidden="true">{file.format}</span>
        <span class="sr-only">{m.downloadOf(file.format, row.title)}</span>
      </ButtonLink>
    ))}
  </>
)

export const DocumentTable = ({
  m,
  rows,
  sort,
  empty,
  withDigest,
}: {
  m: DocumentMessages
  rows: DocumentRow[]
  sort?: Props['sort']
  empty: string
  withDigest: boolean
}) => (
  <DataTable<DocumentRow>
    caption={m.documents}
    rows={rows}
    rowKey={row => row.id}
    rowHref={row => `/dokumen/${row.id}`}
    empty={empty}
    columns={[
      {
        key: 'title',
        header: m.title,
        primary: true,
        ...sort?.judul,
        cell: row => (
          <>
            {row.title} <small class="cell-detail">{row.detail}</small>
          </>
        ),
      },
      { key: 'asOf', header: m.asOf, ...sort?.keadaan, cell: row => row.asOf },
      {
        key: 'issued',
        header: m.issued,
        ...sort?.terbaru,
        cell: row => (row.state === 'ready' ? row.issued : <Badge tone={stateTone[row.state]}>{row.issued}</Badge>),
      },
      { key: 'by', header: m.by, cell: row => row.by },
      ...(withDigest
        ? [
            {
              key: 'digest',
              header: m.digest,
              secondary: true,
              nowrap: true,
              cell: (row: DocumentRow) => <code class="text-muted">{row.digest}</code>,
            },
          ]
        : []),
      { key: 'files', header: m.files, cell: row => <Downloads m={m} row={row} /> },
    ]}
  />
)

/** What an instansi has issued: the figure, the list, and the way to a new one. */
export function DocumentsPage(props: Props) {
  const { m, counts, filters, choices, rows } = props
  const issue = props.newHref && (
    <ButtonLink href={props.newHref} tone="primary" icon="plus">
      {m.issue}
    </ButtonLink>
  )
  if (props.nothing) {
    return (
      <>
        <PageHeader title={m.documents} lead={m.lead} />
        {choices.instansi.length > 1 && <InstansiFilter m={m} filters={filters} choices={choices} />}
        <EmptyState title={m.emptyTitle} action={issue}>
          {props.newHref ? m.emptyText : m.emptyReader}
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader
        title={m.documents}
        lead={m.lead}
        actions={
          <>
            {issue}
            <ButtonLink href={props.exportHref} icon="download" download>
              {m.export}
            </ButtonLink>
          </>
        }
      />
      <KeyFigure
        value={counts.ready}
        unit={m.figure}
        label={props.place}
        sentence={m.figureSentence(counts.queued, counts.failed)}
        tone={counts.failed > 0 ? 'warn' : counts.queued > 0 ? 'info' : 'neutral'}
      />
      <FilterBar
        action="/dokumen"
        submit={m.apply}
        resetHref={props.filtered ? '/dokumen' : undefined}
        resetLabel={m.reset}
        autosubmit
      >
        <TextField label={m.search} name="q" value={filters.q} type="search" />
        {choices.instansi.length > 1 && (
          <SelectField label={m.instansi} name="instansi" value={filters.instansi} options={choices.instansi} />
        )}
        <SelectField label={m.kind} name="jenis" value={filters.kind} options={choices.kinds} />
        {choices.years.length > 0 && (
          <SelectField
            label={m.year}
            name="tahun"
            value={filters.year}
            options={[{ value: '', label: m.all }, ...choices.years]}
          />
        )}
      </FilterBar>
      <DocumentTable m={m} rows={rows} sort={props.sort} empty={m.emptyFiltered} withDigest />
      <Pager {...props.pager} />
    </>
  )
}

const InstansiFilter = ({ m, filters, choices }: Pick<Props, 'm' | 'filters' | 'choices'>) => (
  <FilterBar action="/dokumen" submit={m.apply} autosubmit>
    <SelectField label={m.instansi} name="instansi" value={filters.instansi} options={choices.instansi} />
  </FilterBar>
)
