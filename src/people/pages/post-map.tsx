import {
  Badge,
  ButtonLink,
  DataTable,
  Disclosure,
  EmptyState,
  FilterBar,
  KeyFigure,
  PageHeader,
  Pager,
  Section,
  SelectField,
  type Sort,
  TextField,
  type Tone,
} from '../../ui/index.ts'
import type { PostMapMessages } from '../post-map-messages.ts'

export type PostCells = {
  id: number
  name: string
  code: string
  unit: string
  /** Null where the unit is the office itself, or the list is of one office. */
  opd: string | null
  jenjang: string
  seats: string
  filled: string
  state: { text: string; tone: Tone }
  holders: { id: number; name: string; detail: string | null }[]
  more: { text: string; href: string } | null
}
export type OfficeCells = {
  id: number
  href: string
  unit: string
  posts: string
  seats: string
  definitive: string
  vacant: string
  open: string
  acting: string
}
type Choice = { value: string | number; label: string }
type Props = {
  m: PostMapMessages
  vacant: string
  total: string
  sentence: string
  values: { q: string; instansi: string; unit: string; jenjang: string; keadaan: string; pelaksana: string }
  choices: { instansi: Choice[]; unit: Choice[]; jenjang: Choice[]; keadaan: Choice[]; pelaksana: Choice[] }
  filtered: boolean
  resetHref: string
  exportHref: string
  offices: OfficeCells[]
  rows: PostCells[]
  sort: { nama: Sort; unit: Sort; kosong: Sort }
  canImport: boolean
  pager: Parameters<typeof Pager>[0]
}

const Holders = ({ m, row }: { m: PostMapMessages; row: PostCells }) =>
  row.holders.length === 0 ? (
    <span class="text-muted">{m.nobody}</span>
  ) : (
    <>
      {row.holders.map(holder => (
        <div key={holder.id}>
          <a href={`/pegawai/${holder.id}`}>{holder.name}</a>
          {holder.detail && <small class="cell-detail">{holder.detail}</small>}
        </div>
      ))}
      {row.more && <a href={row.more.href}>{row.more.text}</a>}
    </>
  )

const Offices = ({ m, offices }: { m: PostMapMessages; offices: OfficeCells[] }) => (
  <Disclosure summary={m.byOffice}>
    <p>{m.byOfficeLead}</p>
    <DataTable<OfficeCells>
      caption={m.byOffice}
      rows={offices}
      rowKey={row => row.id}
      rowHref={row => row.href}
      empty=""
      columns={[
        { key: 'unit', header: m.opd, primary: true, cell: row => row.unit },
        { key: 'posts', header: m.posts, align: 'right', cell: row => row.posts },
        { key: 'seats', header: m.seats, align: 'right', cell: row => row.seats },
        { key: 'definitive', header: m.definitive, align: 'right', cell: row => row.definitive },
        { key: 'vacant', header: m.vacantPosts, align: 'right', cell: row => row.vacant },
        { key: 'open', header: m.open, align: 'right', cell: row => row.open },
        { key: 'acting', header: m.acting, align: 'right', cell: row => row.acting },
      ]}
    />
  </Disclosure>
)

const NoPosts = ({ m, filtered, resetHref, canImport }: Props) =>
  filtered ? (
    <EmptyState title={m.noMatch} action={<ButtonLink href={resetHref}>{m.reset}</ButtonLink>}>
      {m.noMatchWhat}
    </EmptyState>
  ) : (
    <EmptyState title={m.none} action={canImport && <ButtonLink href="/impor">{m.import}</ButtonLink>}>
      {canImport ? m.noneWhat : m.noneElse}
    </EmptyState>
  )

/** The map of posts (peta jabatan): what there is, who holds it, what is vacant. */
export function PostMapPage(props: Props) {
  const { m, values, choices, rows, sort } = props
  const all = { value: '', label: m.all }
  return (
    <>
      <PageHeader
        title={m.title}
        lead={m.lead}
        actions={
          rows.length > 0 && (
            <ButtonLink href={props.exportHref} icon="download" download>
              {m.export}
            </ButtonLink>
          )
        }
      />
      <KeyFigure
        value={props.vacant}
        unit={props.total}
        label={m.vacantPosts}
        sentence={props.sentence}
        tone={props.vacant === '0' ? 'ok' : 'warn'}
      />
      <FilterBar
        action="/organisasi/peta"
        submit={m.apply}
        resetHref={props.filtered ? props.resetHref : undefined}
        resetLabel={m.reset}
      >
        <TextField label={m.search} name="q" value={values.q} type="search" />
        {choices.instansi.length > 1 && (
          <SelectField label={m.instansi} name="instansi" value={values.instansi} options={choices.instansi} />
        )}
        {choices.unit.length > 0 && (
          <SelectField label={m.opd} name="unit" value={values.unit} options={[all, ...choices.unit]} />
        )}
        <SelectField label={m.jenjang} name="jenjang" value={values.jenjang} options={[all, ...choices.jenjang]} />
        <SelectField label={m.state} name="keadaan" value={values.keadaan} options={[all, ...choices.keadaan]} />
        <SelectField label={m.actingOnly} name="pelaksana" value={values.pelaksana} options={choices.pelaksana} />
      </FilterBar>
      {props.offices.length > 0 && <Offices m={m} offices={props.offices} />}
      <Section title={m.list}>
        <DataTable<PostCells>
          caption={m.list}
          rows={rows}
          rowKey={row => row.id}
          rowHref={row => `/standar/${row.id}`}
          empty={<NoPosts {...props} />}
          columns={[
            {
              key: 'name',
              header: m.jabatan,
              primary: true,
              cell: row => (
                <>
                  {row.name}
                  <small class="cell-detail">{row.jenjang}</small>
                </>
              ),
              ...sort.nama,
            },
            {
              key: 'unit',
              header: m.unit,
              cell: row => (
                <>
                  {row.unit}
                  {row.opd && <small class="cell-detail">{row.opd}</small>}
                </>
              ),
              ...sort.unit,
            },
            { key: 'seats', header: m.seats, align: 'right', cell: row => row.seats },
            { key: 'filled', header: m.definitive, align: 'right', cell: row => row.filled },
            {
              key: 'state',
              header: m.state,
              cell: row => <Badge tone={row.state.tone}>{row.state.text}</Badge>,
              ...sort.kosong,
            },
            { key: 'holders', header: m.holders, cell: row => <Holders m={m} row={row} /> },
          ]}
        />
        {rows.length > 0 && <Pager {...props.pager} />}
      </Section>
    </>
  )
}
