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

export type StandardCells = {
  id: number
  name: string
  unit: string
  jenjang: string
  competencies: string
  /** How many levels are the jabatan's own, in words; null where all follow the class. */
  own: string | null
  /** A draft waits; only for who may set it. */
  draft: boolean
}
type Choice = { value: string | number; label: string }
type Props = {
  m: Messages
  rows: StandardCells[]
  total: string
  sentence: string
  values: { q: string; instansi: string; unit: string; jenjang: string; asal: string }
  choices: { instansi: Choice[]; unit: Choice[]; jenjang: Choice[]; asal: Choice[] }
  sort: { nama: Sort; unit: Sort }
  filtered: boolean
  resetHref: string
  exportHref: string
  canImport: boolean
  links: { classes: string; drafts: { href: string; label: string } | null }
  pager: Parameters<typeof Pager>[0]
}

const columnsOf = ({ m, sort }: Props): Column<StandardCells>[] => [
  { key: 'name', header: m.jabatan, primary: true, cell: row => row.name, ...sort.nama },
  { key: 'unit', header: m.unit, cell: row => row.unit, ...sort.unit },
  { key: 'jenjang', header: m.jenjang, cell: row => row.jenjang },
  { key: 'count', header: m.competencyCount, align: 'right', cell: row => row.competencies },
  {
    key: 'source',
    header: m.source,
    cell: row => (
      <>
        {row.own ? <Badge tone="ok">{row.own}</Badge> : <Badge tone="neutral">{m.sources.bawaan}</Badge>}{' '}
        {row.draft && <Badge tone="info">{m.sources.rancangan}</Badge>}
      </>
    ),
  },
]

const Narrow = ({ m, values, choices, filtered, resetHref }: Props) => {
  const all = { value: '', label: m.all }
  return (
    <FilterBar action="/standar" submit={m.apply} resetHref={filtered ? resetHref : undefined} resetLabel={m.reset}>
      <TextField label={m.searchJabatan} name="q" value={values.q} type="search" />
      {choices.instansi.length > 1 && (
        <SelectField label={m.instansi} name="instansi" value={values.instansi} options={choices.instansi} />
      )}
      {choices.unit.length > 0 && <SelectField label={m.opd} name="unit" value={values.unit} options={[all, ...choices.unit]} />}
      <SelectField label={m.jenjang} name="jenjang" value={values.jenjang} options={[all, ...choices.jenjang]} />
      <SelectField label={m.source} name="asal" value={values.asal} options={[all, ...choices.asal]} />
    </FilterBar>
  )
}

const NoJabatan = ({ m, filtered, resetHref, canImport }: Props) =>
  filtered ? (
    <EmptyState title={m.noJabatanMatch} action={<ButtonLink href={resetHref}>{m.reset}</ButtonLink>}>
      {m.noJabatanMatchWhat}
    </EmptyState>
  ) : (
    <EmptyState title={m.noJabatan} action={canImport && <ButtonLink href="/impor">{m.import}</ButtonLink>}>
      {canImport ? m.noJabatanWhat : m.noJabatanElse}
    </EmptyState>
  )

export function StandardsPage(props: Props) {
  const { m, rows, pager } = props
  return (
    <>
      <PageHeader
        title={m.standards}
        lead={m.standardsLead}
        actions={
          <>
            <ButtonLink href={props.links.classes}>{m.classes}</ButtonLink>
            {rows.length > 0 && (
              <ButtonLink href={props.exportHref} icon="download" download>
                {m.export}
              </ButtonLink>
            )}
            {props.links.drafts && (
              <ButtonLink href={props.links.drafts.href} tone="primary">
                {props.links.drafts.label}
              </ButtonLink>
            )}
          </>
        }
      />
      <KeyFigure value={props.total} label={m.jabatanCounted} sentence={props.sentence} />
      <Narrow {...props} />
      <DataTable<StandardCells>
        caption={m.standards}
        rows={rows}
        rowKey={row => row.id}
        rowHref={row => `/standar/${row.id}`}
        empty={<NoJabatan {...props} />}
        columns={columnsOf(props)}
      />
      {rows.length > 0 && <Pager {...pager} />}
    </>
  )
}
