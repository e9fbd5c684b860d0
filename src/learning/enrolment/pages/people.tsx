import {
  Alert,
  Badge,
  Button,
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
  type Sort,
  Tabs,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type PersonCells = {
  id: number
  /** Who looks at it: nobody decides about themselves. */
  own: boolean
  name: string
  nip: string
  jabatan: string
  instansi: string
  way: string
  state: { label: string; tone: Tone }
  details: string[]
  entry: { label: string; tone: Tone }
  asked: string
}
type Choice = { value: string; label: string }
type Props = {
  m: Messages
  id: number
  title: string
  course: string
  tabs: { href: string; label: string; current: boolean }[]
  tabsLabel: string
  figure: { value: string; sentence: string; decide: boolean }
  rows: PersonCells[]
  values: { q: string; keadaan: string; cara: string }
  choices: { keadaan: Choice[]; cara: Choice[]; tujuan: Choice[] }
  sort: { antrean: Sort; nama: Sort; instansi: Sort }
  filtered: boolean
  exportHref: string
  nominateHref: string | null
  /** Who plans the class decides; a trainer reads. */
  decides: boolean
  reason: string
  ticked: readonly number[]
  error: string | null
  pager: Parameters<typeof Pager>[0]
}

const columnsOf = ({ m, sort }: Props): Column<PersonCells>[] => [
  {
    key: 'name',
    header: m.name,
    primary: true,
    cell: row => (
      <>
        {row.name} <small class="cell-detail">{row.nip}</small>
      </>
    ),
    ...sort.nama,
  },
  {
    key: 'instansi',
    header: m.instansi,
    cell: row => (
      <>
        {row.instansi}
        <small class="cell-detail">{row.jabatan}</small>
      </>
    ),
    ...sort.instansi,
  },
  { key: 'way', header: m.way, cell: row => row.way, secondary: true },
  {
    key: 'state',
    header: m.state,
    cell: row => (
      <>
        <Badge tone={row.state.tone}>{row.state.label}</Badge>
        {row.details.map(words => (
          <small key={words} class="cell-detail">
            {words}
          </small>
        ))}
      </>
    ),
  },
  { key: 'entry', header: m.entry, cell: row => <Badge tone={row.entry.tone}>{row.entry.label}</Badge> },
  { key: 'asked', header: m.asked, cell: row => row.asked, ...sort.antrean },
]

const Deeds = ({ m, choices, reason, error }: Props) => (
  <Section title={m.withSelected}>
    <div class="form">
      <TextField label={m.reason} name="alasan" value={reason} help={m.reasonHelp} maxlength={500} error={error ?? undefined} />
      <div class="form-actions">
        <Button name="tindakan" value="setujui" icon="check">
          {m.approve}
        </Button>
        <Button name="tindakan" value="tolak" tone="neutral">
          {m.reject}
        </Button>
        <Button name="tindakan" value="keluarkan" tone="danger">
          {m.takeOut}
        </Button>
      </div>
      {choices.tujuan.length > 0 && (
        <>
          <SelectField label={m.moveTo} name="tujuan" options={choices.tujuan} />
          <div class="form-actions">
            <Button name="tindakan" value="pindahkan" tone="neutral" icon="arrow-right">
              {m.move}
            </Button>
          </div>
        </>
      )}
    </div>
  </Section>
)

export function PeoplePage(props: Props) {
  const { m, id, values, choices, rows, figure } = props
  const here = `/kelas/${id}/peserta`
  const any = (list: Choice[]) => [{ value: '', label: m.all }, ...list]
  const table = (
    <DataTable<PersonCells>
      caption={m.people}
      rows={rows}
      rowKey={row => row.id}
      select={
        props.decides
          ? {
              name: 'orang',
              value: row => (row.own ? null : String(row.id)),
              label: row => m.select(row.name),
              all: m.selectAll,
              checked: row => props.ticked.includes(row.id),
            }
          : undefined
      }
      empty={
        props.filtered ? (
          <EmptyState title={m.noMatch} action={<ButtonLink href={here}>{m.reset}</ButtonLink>}>
            {m.noMatchWhat}
          </EmptyState>
        ) : (
          <EmptyState
            title={m.noPeople}
            action={
              props.nominateHref && (
                <ButtonLink href={props.nominateHref} tone="primary" icon="plus">
                  {m.nominate}
                </ButtonLink>
              )
            }
          >
            {m.noPeopleWhat}
          </EmptyState>
        )
      }
      columns={columnsOf(props)}
    />
  )
  return (
    <>
      <PageHeader
        title={props.title}
        eyebrow={props.course}
        actions={
          <>
            {props.nominateHref && (
              <ButtonLink href={props.nominateHref} icon="plus">
                {m.nominate}
              </ButtonLink>
            )}
            <ButtonLink href={props.exportHref} icon="download">
              {m.export}
            </ButtonLink>
          </>
        }
      />
      <Tabs items={props.tabs} label={props.tabsLabel} />
      {props.error && (
        <Alert tone="bad">
          <p>{props.error}</p>
        </Alert>
      )}
      <KeyFigure
        value={figure.value}
        label={m.peopleLabel}
        sentence={figure.sentence}
        action={figure.decide && <ButtonLink href={`${here}?keadaan=requested`}>{m.peopleDecide}</ButtonLink>}
      />
      <FilterBar action={here} submit={m.apply} resetHref={props.filtered ? here : undefined} resetLabel={m.reset}>
        <TextField label={m.search} name="q" value={values.q} type="search" />
        <SelectField label={m.state} name="keadaan" value={values.keadaan} options={any(choices.keadaan)} />
        <SelectField label={m.way} name="cara" value={values.cara} options={any(choices.cara)} />
      </FilterBar>
      {props.decides && rows.length > 0 ? (
        <form method="post" action={here}>
          {table}
          <Deeds {...props} />
        </form>
      ) : (
        table
      )}
      <Pager {...props.pager} />
    </>
  )
}
