import type { ComponentChildren } from 'preact'
import type { Sort } from '../../ui/index.ts'
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
  Section,
  SelectField,
  TextField,
  type Tone,
} from '../../ui/index.ts'
import type { AccreditationMessages } from '../accreditation-messages.ts'
import { Add, Framed, type ProviderFrame } from './frame.tsx'

export type AccreditationCells = {
  id: number
  provider: string
  programme: string
  accreditor: string
  peringkat: string
  decree: string
  until: string
  /** Days left, where they are few; why it was revoked. */
  detail: string | null
  state: { label: string; tone: Tone }
  verified: boolean
  fileHref: string | null
  /** Null: this actor does not keep the institution. */
  editHref: string | null
}
type Choice = { value: string; label: string }

type TableProps = {
  m: AccreditationMessages
  rows: AccreditationCells[]
  sort?: { lembaga: Sort; program: Sort; peringkat: Sort; berakhir: Sort }
  empty: ComponentChildren
}
const columnsOf = ({ m, rows, sort }: TableProps): Column<AccreditationCells>[] => [
  {
    key: 'programme',
    header: m.programme,
    primary: true,
    cell: row => (
      <>
        {row.programme} <small class="cell-detail">{row.decree}</small>
      </>
    ),
    ...sort?.program,
  },
  ...(sort
    ? [
        {
          key: 'provider',
          header: m.provider,
          cell: (row: AccreditationCells) => row.provider,
          ...sort.lembaga,
        },
      ]
    : []),
  {
    key: 'peringkat',
    header: m.peringkat,
    cell: row => row.peringkat,
    ...sort?.peringkat,
  },
  { key: 'accreditor', header: m.accreditor, cell: row => row.accreditor },
  {
    key: 'until',
    header: m.until,
    cell: row => (
      <>
        {row.until} {row.detail && <small class="cell-detail">{row.detail}</small>}
      </>
    ),
    ...sort?.berakhir,
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
  ...(rows.some(row => row.fileHref)
    ? [
        {
          key: 'file',
          header: m.file,
          cell: (row: AccreditationCells) =>
            row.fileHref ? (
              <a href={row.fileHref} download>
                {m.openFile}
              </a>
            ) : (
              '–'
            ),
        },
      ]
    : []),
  ...(rows.some(row => row.editHref)
    ? [
        {
          key: 'edit',
          header: m.edit,
          cell: (row: AccreditationCells) =>
            row.editHref && (
              <a href={row.editHref} aria-label={`${m.edit}: ${row.programme}, ${row.provider}`}>
                {m.edit}
              </a>
            ),
        },
      ]
    : []),
]
const Table = (props: TableProps) => (
  <DataTable<AccreditationCells>
    caption={props.m.title}
    rows={props.rows}
    rowKey={row => row.id}
    columns={columnsOf(props)}
    empty={props.empty}
  />
)

type ListProps = {
  m: AccreditationMessages
  figure: { value: string; sentence: string; tone: Tone; href: string | null }
  rows: AccreditationCells[]
  values: { q: string; keadaan: string; program: string; pengakreditasi: string }
  choices: { keadaan: Choice[]; program: Choice[]; pengakreditasi: Choice[] }
  sort: NonNullable<TableProps['sort']>
  filtered: boolean
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}
export function AccreditationsPage(props: ListProps) {
  const { m, rows, figure, values, choices, filtered } = props
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
        value={figure.value}
        label={m.figureLabel}
        sentence={figure.sentence}
        tone={figure.tone}
        action={figure.href && <ButtonLink href={figure.href}>{m.seeEnding}</ButtonLink>}
      />
      <FilterBar action="/akreditasi" submit={m.apply} resetHref={filtered ? '/akreditasi' : undefined} resetLabel={m.reset}>
        <TextField label={m.search} name="q" value={values.q} type="search" />
        <SelectField label={m.state} name="keadaan" value={values.keadaan} options={[all, ...choices.keadaan]} />
        <SelectField label={m.programme} name="program" value={values.program} options={[all, ...choices.program]} />
        <SelectField
          label={m.accreditor}
          name="pengakreditasi"
          value={values.pengakreditasi}
          options={[all, ...choices.pengakreditasi]}
        />
      </FilterBar>
      <Table
        m={m}
        rows={rows}
        sort={props.sort}
        empty={
          filtered ? (
            <EmptyState title={m.noMatch} action={<ButtonLink href="/akreditasi">{m.reset}</ButtonLink>}>
              {m.noMatchWhat}
            </EmptyState>
          ) : (
            <EmptyState title={m.none} action={<ButtonLink href="/penyelenggara">{m.provider}</ButtonLink>}>
              {m.noneWhat}
            </EmptyState>
          )
        }
      />
      {rows.length > 0 && <Pager {...props.pager} />}
    </>
  )
}

type OfProvider = { m: AccreditationMessages; frame: ProviderFrame; rows: AccreditationCells[]; addHref: string | null }
export const ProviderAccreditationPage = ({ m, frame, rows, addHref }: OfProvider) => (
  <Framed frame={frame}>
    <Section title={m.title} lead={m.lead} actions={<Add href={addHref} label={m.add} />}>
      <Table m={m} rows={rows} empty={<EmptyState title={m.none}>{m.noneWhat}</EmptyState>} />
    </Section>
  </Framed>
)
