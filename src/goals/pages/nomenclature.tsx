import {
  Badge,
  ButtonLink,
  DataTable,
  EmptyState,
  FilterBar,
  HiddenField,
  KeyFigure,
  PageHeader,
  Pager,
  SelectField,
  TextField,
  type Tone,
} from '../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type CodeCells = {
  code: string
  name: string
  level: string
  government: string
  verified: boolean
  /** Null: nothing stands below it. */
  below: string | null
  href: string
}
type Choice = { value: string; label: string }
type Props = {
  m: Messages
  title: string
  eyebrow: string | null
  figure: { value: string; sentence: string; tone: Tone }
  rows: CodeCells[]
  /** Searching mixes levels: the column that tells them apart is shown. */
  searched: boolean
  values: { versi: string; q: string; untuk: string; induk: string }
  choices: { versi: Choice[]; untuk: Choice[] }
  filtered: boolean
  resetHref: string
  exportHref: string
  canImport: boolean
  isEmpty: boolean
  pager: Parameters<typeof Pager>[0]
}

const Nothing = ({ m, isEmpty, filtered, resetHref, canImport, values }: Props) => {
  if (isEmpty)
    return (
      <EmptyState
        title={m.noCodes}
        action={canImport && <ButtonLink href="/impor/baru?jenis=nomenklatur">{m.importCodes}</ButtonLink>}
      >
        {m.noCodesWhat}
      </EmptyState>
    )
  if (!filtered && values.induk) return <EmptyState title={m.noBelow} />
  return (
    <EmptyState title={m.noCodeMatch} action={<ButtonLink href={resetHref}>{m.reset}</ButtonLink>}>
      {m.noCodeMatchWhat}
    </EmptyState>
  )
}

export function NomenclaturePage(props: Props) {
  const { m, rows, figure, values, choices } = props
  return (
    <>
      <PageHeader
        title={props.title}
        eyebrow={props.eyebrow}
        lead={props.eyebrow ? undefined : m.nomenclatureLead}
        actions={
          <>
            {props.canImport && (
              <ButtonLink href="/impor/baru?jenis=nomenklatur" icon="upload">
                {m.importCodes}
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
      <KeyFigure value={figure.value} label={m.codesHeld} sentence={figure.sentence} tone={figure.tone} />
      <FilterBar
        action="/nomenklatur"
        submit={m.apply}
        resetHref={props.filtered ? props.resetHref : undefined}
        resetLabel={m.reset}
      >
        <TextField label={m.searchCode} name="q" value={values.q} type="search" />
        <SelectField label={m.version} name="versi" value={values.versi} options={choices.versi} />
        <SelectField
          label={m.government}
          name="untuk"
          value={values.untuk}
          options={[{ value: '', label: m.all }, ...choices.untuk]}
        />
        {values.induk && <HiddenField name="induk" value={values.induk} />}
      </FilterBar>
      <DataTable<CodeCells>
        caption={m.nomenclature}
        rows={rows}
        rowKey={row => row.code}
        empty={<Nothing {...props} />}
        columns={[
          {
            key: 'name',
            header: m.name,
            primary: true,
            cell: row =>
              row.below === null ? (
                row.name
              ) : (
                <a class="row-link" href={row.href}>
                  {row.name}
                </a>
              ),
          },
          { key: 'code', header: m.code, nowrap: true, cell: row => row.code },
          { key: 'level', header: m.level, cell: row => row.level },
          { key: 'government', header: m.government, cell: row => row.government },
          { key: 'below', header: m.below, align: 'right', cell: row => row.below },
          {
            key: 'verified',
            header: m.checked,
            cell: row => (row.verified ? '' : <Badge tone="warn">{m.unverified}</Badge>),
          },
        ]}
      />
      {rows.length > 0 && <Pager {...props.pager} />}
    </>
  )
}
