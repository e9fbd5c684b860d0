import type { ComponentChildren } from 'preact'
import type { Sort } from '../../../ui/index.ts'
import {
  Badge,
  Button,
  ButtonLink,
  CheckField,
  type Column,
  DataTable,
  EmptyState,
  FilterBar,
  FormActions,
  HiddenField,
  KeyFigure,
  PageHeader,
  Pager,
  SelectField,
  Tabs,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type PersonCells = {
  id: number
  name: string
  nip: string
  jabatan: string
  unit: string
  wave: string
  ratings: string
  stage: { text: string; tone: Tone; detail: string | null }
}
type Choice = { value: string; label: string }
type Props = {
  m: Messages
  name: string
  eyebrow: string
  home: string
  tabs: Parameters<typeof Tabs>[0]['items']
  figure: { value: string; sentence: string }
  values: { q: string; stage: string; wave: string; unit: string; withoutAsesor: boolean }
  choices: { stage: Choice[]; wave: Choice[]; unit: Choice[] }
  usesAsesor: boolean
  filtered: boolean
  resetHref: string
  rows: PersonCells[]
  sort: Record<'nama' | 'unit' | 'keadaan', Sort>
  exportHref: string
  pager: Parameters<typeof Pager>[0]
  /** Newcomers may be let in or left out, by ticking them. */
  choosing: boolean
}

function columnsOf({ m, sort }: Props): Column<PersonCells>[] {
  const sortable = (key: keyof typeof sort) => ({ ...sort[key] })
  return [
    {
      key: 'name',
      header: m.name,
      primary: true,
      cell: row => (
        <>
          {row.name} <small class="cell-detail">{row.jabatan}</small>
        </>
      ),
      ...sortable('nama'),
    },
    { key: 'nip', header: m.nip, cell: row => row.nip, nowrap: true, secondary: true },
    { key: 'unit', header: m.unit, cell: row => row.unit, ...sortable('unit') },
    { key: 'wave', header: m.wave, align: 'right', cell: row => row.wave, secondary: true },
    { key: 'ratings', header: m.ratings, align: 'right', cell: row => row.ratings },
    {
      key: 'stage',
      header: m.stage,
      cell: row => (
        <>
          <Badge tone={row.stage.tone}>{row.stage.text}</Badge>
          {row.stage.detail && <small class="cell-detail">{row.stage.detail}</small>}
        </>
      ),
      ...sortable('keadaan'),
    },
  ]
}

const Narrow = ({ m, home, values, choices, ...props }: Props): ComponentChildren => (
  <FilterBar
    action={`${home}/peserta`}
    submit={m.apply}
    resetHref={props.filtered ? props.resetHref : undefined}
    resetLabel={m.reset}
  >
    <TextField label={m.searchPerson} name="q" value={values.q} type="search" />
    <SelectField label={m.stage} name="keadaan" value={values.stage} options={[{ value: '', label: m.all }, ...choices.stage]} />
    {choices.wave.length > 1 && (
      <SelectField label={m.wave} name="gelombang" value={values.wave} options={[{ value: '', label: m.all }, ...choices.wave]} />
    )}
    {choices.unit.length > 1 && (
      <SelectField label={m.office} name="unit" value={values.unit} options={[{ value: '', label: m.all }, ...choices.unit]} />
    )}
    {props.usesAsesor && <CheckField label={m.withoutAsesor} name="tanpa-asesor" checked={values.withoutAsesor} />}
  </FilterBar>
)

/** Who takes part, and how far each is. */
export function PeoplePage(props: Props) {
  const { m, rows, choosing } = props
  const table = (
    <DataTable<PersonCells>
      caption={m.participants}
      rows={rows}
      rowKey={row => row.id}
      rowHref={row => `${props.home}/peserta/${row.id}`}
      select={
        choosing ? { name: 'orang', value: row => String(row.id), label: row => m.choose(row.name), all: m.chooseAll } : undefined
      }
      empty={
        props.filtered ? (
          <EmptyState title={m.noneFound} action={<ButtonLink href={props.resetHref}>{m.reset}</ButtonLink>}>
            {m.noneFoundWhat}
          </EmptyState>
        ) : (
          <EmptyState title={m.noParticipants} action={<ButtonLink href={props.home}>{m.tabs.progress}</ButtonLink>}>
            {m.noParticipantsWhat}
          </EmptyState>
        )
      }
      columns={columnsOf(props)}
    />
  )
  return (
    <>
      <PageHeader
        title={props.name}
        eyebrow={props.eyebrow}
        lead={m.participantsLead}
        actions={
          rows.length > 0 && (
            <ButtonLink href={props.exportHref} icon="download" download>
              {m.export}
            </ButtonLink>
          )
        }
      />
      <Tabs items={props.tabs} label={props.name} />
      <KeyFigure value={props.figure.value} label={m.participants} sentence={props.figure.sentence} />
      <Narrow {...props} />
      {choosing && rows.length > 0 ? (
        <form method="post" action={`${props.home}/calon`}>
          <HiddenField name="terpilih" value="1" />
          {table}
          <FormActions>
            <Button tone="primary" name="langkah" value="tambah">
              {m.admitChosen}
            </Button>
            <Button tone="neutral" name="langkah" value="tolak">
              {m.declineChosen}
            </Button>
          </FormActions>
        </form>
      ) : (
        table
      )}
      {rows.length > 0 && <Pager {...props.pager} />}
    </>
  )
}
