import type { ComponentChildren } from 'preact'
import type { Sort } from '../../../ui/index.ts'
import {
  Badge,
  Button,
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  type Figure,
  Figures,
  FilterBar,
  KeyFigure,
  PageHeader,
  Pager,
  Section,
  SelectField,
  TextField,
} from '../../../ui/index.ts'
import type { VerifyMessages } from '../verify-messages.ts'

export type QueueCells = {
  id: number
  href: string
  person: string
  unit: string
  activity: string
  form: string
  dates: string
  jp: string
  waits: string
  flags: { text: string; blocks: boolean }[]
}
type Choice = { value: string | number; label: string; group?: string }

type Props = {
  m: VerifyMessages
  place: string
  figure: { value: string; sentence: string; tone: 'ok' | 'info' | 'warn' }
  figures: Figure[]
  rows: QueueCells[]
  /** Those that wait can be verified at once. */
  bulk: { action: string } | null
  sort: Record<'nama' | 'lama' | 'jp' | 'tanda', Sort>
  values: Record<'q' | 'instansi' | 'unit' | 'keadaan' | 'bentuk' | 'tanda' | 'umur', string>
  choices: Record<'instansi' | 'unit' | 'keadaan' | 'bentuk' | 'tanda' | 'umur', Choice[]>
  filtered: boolean
  resetHref: string
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

const columnsOf = ({ m, sort }: Props): Column<QueueCells>[] => {
  const sortable = (key: keyof typeof sort) => ({ ...sort[key] })
  return [
    {
      key: 'person',
      header: m.person,
      primary: true,
      cell: row => (
        <>
          {row.person} <small class="cell-detail">{row.unit}</small>
        </>
      ),
      ...sortable('nama'),
    },
    {
      key: 'activity',
      header: m.activity,
      long: true,
      cell: row => (
        <>
          {row.activity} <small class="cell-detail">{row.form}</small>
        </>
      ),
    },
    { key: 'dates', header: m.dates, cell: row => row.dates, secondary: true },
    { key: 'jp', header: m.jp, align: 'right', cell: row => row.jp, ...sortable('jp') },
    { key: 'waits', header: m.waits, align: 'right', nowrap: true, cell: row => row.waits, ...sortable('lama') },
    {
      key: 'flags',
      header: m.flags,
      cell: row =>
        row.flags.length === 0 ? (
          m.none
        ) : (
          <span class="tags">
            {row.flags.map(flag => (
              <Badge key={flag.text} tone={flag.blocks ? 'bad' : 'warn'} icon={flag.blocks ? 'alert' : 'warning'}>
                {flag.text}
              </Badge>
            ))}
          </span>
        ),
      ...sortable('tanda'),
    },
  ]
}

const Narrow = ({ m, values, choices, filtered, resetHref }: Props) => {
  const all = { value: '', label: m.all }
  return (
    <FilterBar action="/klaim/verifikasi" submit={m.apply} resetHref={filtered ? resetHref : undefined} resetLabel={m.reset}>
      <TextField label={m.search} name="q" type="search" value={values.q} />
      {choices.instansi.length > 1 && (
        <SelectField label={m.instansi} name="instansi" value={values.instansi} options={choices.instansi} />
      )}
      {choices.unit.length > 0 && <SelectField label={m.unit} name="unit" value={values.unit} options={[all, ...choices.unit]} />}
      <SelectField label={m.flags} name="tanda" value={values.tanda} options={[all, ...choices.tanda]} />
      <SelectField label={m.form} name="bentuk" value={values.bentuk} options={[all, ...choices.bentuk]} />
      <SelectField label={m.age} name="umur" value={values.umur} options={[all, ...choices.umur]} />
      <SelectField label={m.state} name="keadaan" value={values.keadaan} options={choices.keadaan} />
    </FilterBar>
  )
}

const List = (props: Props): ComponentChildren => {
  const { m, rows, bulk } = props
  const table = (
    <DataTable<QueueCells>
      caption={m.title}
      columns={columnsOf(props)}
      rows={rows}
      rowKey={row => row.id}
      rowHref={row => row.href}
      select={
        bulk
          ? { name: 'klaim', value: row => String(row.id), label: row => m.selectOne(row.person), all: m.selectAll }
          : undefined
      }
      empty={props.filtered ? <EmptyState title={m.noneMatch} /> : <EmptyState title={m.emptyTitle}>{m.emptyWords}</EmptyState>}
    />
  )
  if (!bulk || rows.length === 0) return table
  return (
    <form method="post" action={bulk.action}>
      {table}
      <div class="form-actions">
        <Button icon="check">{m.verifySelected}</Button>
        <p class="field-help">{m.bulkHelp}</p>
      </div>
    </form>
  )
}

/** What waits to be verified, the oldest first. */
export const QueuePage = (props: Props) => (
  <>
    <PageHeader eyebrow={props.m.title} title={props.place} lead={props.m.lead} />
    <KeyFigure label={props.m.figure} {...props.figure} />
    {props.figures.length > 0 && <Figures items={props.figures} />}
    <Narrow {...props} />
    <Section
      title={props.m.list}
      actions={
        props.rows.length > 0 && (
          <ButtonLink href={props.exportHref} icon="download">
            {props.m.export}
          </ButtonLink>
        )
      }
    >
      <List {...props} />
      {props.rows.length > 0 && <Pager {...props.pager} />}
    </Section>
  </>
)
