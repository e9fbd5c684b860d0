import type { ComponentChildren } from 'preact'
import type { Sort } from '../../ui/index.ts'
import {
  Badge,
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  FilterBar,
  HiddenField,
  KeyFigure,
  PageHeader,
  Pager,
  SelectField,
  TextField,
} from '../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type PegawaiCells = {
  id: number
  name: string
  nip: string
  jabatan: string
  unit: string
  instansi: string
  employment: string
  /** Null where it needs no word: the person is active. */
  status: string | null
}
type Choice = { value: string | number; label: string }

type Props = {
  m: Messages
  rows: PegawaiCells[]
  total: string
  sentence: string
  values: { q: string; instansi: string; unit: string; jenjang: string; kepegawaian: string; kedudukan: string; jabatan: string }
  choices: { instansi: Choice[]; unit: Choice[]; jenjang: Choice[]; kepegawaian: Choice[]; kedudukan: Choice[] }
  sort: Record<'nama' | 'nip' | 'jabatan', Sort>
  onlyJabatan: string | null
  filtered: boolean
  exportHref: string
  canImport: boolean
  pager: Parameters<typeof Pager>[0]
}

const Choose = ({
  label,
  name,
  value,
  options,
  all,
}: {
  label: string
  name: string
  value: string
  options: Choice[]
  all: string
}) => <SelectField label={label} name={name} value={value} options={[{ value: '', label: all }, ...options]} />

function columnsOf({ m, sort, choices }: Props): Column<PegawaiCells>[] {
  const instansi: Column<PegawaiCells> = { key: 'instansi', header: m.instansi, cell: row => row.instansi }
  return [
    { key: 'name', header: m.name, primary: true, cell: row => row.name, ...sort.nama },
    { key: 'nip', header: m.nip, cell: row => <span class="whitespace-nowrap">{row.nip}</span>, ...sort.nip },
    { key: 'jabatan', header: m.jabatan, cell: row => row.jabatan, ...sort.jabatan },
    { key: 'unit', header: m.opd, cell: row => row.unit },
    ...(choices.instansi.length > 1 ? [instansi] : []),
    {
      key: 'employment',
      header: m.employment,
      cell: row => (
        <>
          {row.employment} {row.status && <Badge tone="neutral">{row.status}</Badge>}
        </>
      ),
    },
  ]
}

const Nobody = ({ m, filtered, canImport }: Props) =>
  filtered ? (
    <EmptyState title={m.noMatch} action={<ButtonLink href="/pegawai">{m.reset}</ButtonLink>}>
      {m.noMatchWhat}
    </EmptyState>
  ) : (
    <EmptyState title={m.noPegawai} action={canImport && <ButtonLink href="/impor">{m.import}</ButtonLink>}>
      {m.noPegawaiWhat}
    </EmptyState>
  )

const Narrow = (props: Props): ComponentChildren => {
  const { m, values, choices, filtered, onlyJabatan } = props
  return (
    <FilterBar action="/pegawai" submit={m.apply} resetHref={filtered ? '/pegawai' : undefined} resetLabel={m.reset}>
      <TextField label={m.search} name="q" value={values.q} type="search" />
      {choices.instansi.length > 1 && (
        <Choose label={m.instansi} name="instansi" value={values.instansi} options={choices.instansi} all={m.all} />
      )}
      {choices.unit.length > 0 && <Choose label={m.opd} name="unit" value={values.unit} options={choices.unit} all={m.all} />}
      <Choose label={m.jenjang} name="jenjang" value={values.jenjang} options={choices.jenjang} all={m.all} />
      <Choose label={m.employment} name="kepegawaian" value={values.kepegawaian} options={choices.kepegawaian} all={m.all} />
      <Choose label={m.status} name="kedudukan" value={values.kedudukan} options={choices.kedudukan} all={m.all} />
      {values.jabatan && <HiddenField name="jabatan" value={values.jabatan} />}
      {onlyJabatan && <Badge tone="info">{m.holdersOf(onlyJabatan)}</Badge>}
    </FilterBar>
  )
}

export function PegawaiListPage(props: Props) {
  const { m, rows, exportHref, pager } = props
  return (
    <>
      <PageHeader
        title={m.pegawai}
        lead={m.pegawaiLead}
        actions={
          rows.length > 0 && (
            <ButtonLink href={exportHref} icon="download" download>
              {m.export}
            </ButtonLink>
          )
        }
      />
      <KeyFigure value={props.total} label={m.found} sentence={props.sentence} />
      <Narrow {...props} />
      <DataTable<PegawaiCells>
        caption={m.pegawai}
        rows={rows}
        rowKey={row => row.id}
        rowHref={row => `/pegawai/${row.id}`}
        empty={<Nobody {...props} />}
        columns={columnsOf(props)}
      />
      {rows.length > 0 && <Pager {...pager} />}
    </>
  )
}
