import {
  Badge,
  ButtonLink,
  DataTable,
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
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type PersonCells = {
  id: number
  name: string
  nip: string
  jabatan: string
  unit: string
  employment: string
  recognised: string
  forecast: string
  state: { text: string; tone: Tone }
}
type Choice = { value: string | number; label: string }

type Props = {
  m: Messages
  title: string
  lead: string
  recapHref: string | null
  exportHref: string
  figure: {
    value: string
    label: string
    sentence: string
    /** What the year will come to; null: nothing is missing, or it is over. */
    forecast: string | null
    shortHref: string | null
    tone: Tone
  } | null
  values: { q: string; instansi: string; year: number; unit: string; employment: string; state: string }
  choices: { instansi: Choice[]; year: Choice[]; unit: Choice[]; employment: Choice[]; state: Choice[] }
  filtered: boolean
  resetHref: string
  rows: PersonCells[]
  /** `prakiraan` null: the year has no forecast. */
  sort: Record<'nama' | 'jp', Sort> & { prakiraan: Sort | null }
  pager: Parameters<typeof Pager>[0]
}

const Narrow = ({ m, values, choices, filtered, resetHref }: Props) => (
  <FilterBar action="/jp/orang" submit={m.apply} resetHref={filtered ? resetHref : undefined} resetLabel={m.reset}>
    <TextField label={m.search} name="q" value={values.q} type="search" />
    {choices.instansi.length > 1 && (
      <SelectField label={m.instansi} name="instansi" value={values.instansi} options={choices.instansi} />
    )}
    <SelectField label={m.year} name="tahun" value={values.year} options={choices.year} />
    {choices.unit.length > 0 && (
      <SelectField label={m.unit} name="unit" value={values.unit} options={[{ value: '', label: m.all }, ...choices.unit]} />
    )}
    <SelectField
      label={m.employment}
      name="status"
      value={values.employment}
      options={[{ value: '', label: m.all }, ...choices.employment]}
    />
    <SelectField label={m.state} name="keadaan" value={values.state} options={[{ value: '', label: m.all }, ...choices.state]} />
  </FilterBar>
)

/** Everybody's JP of a year: who is behind, who is done, whose records want a look. */
export function JpPeoplePage(props: Props) {
  const { m, figure, rows, sort } = props
  return (
    <>
      <PageHeader
        title={props.title}
        eyebrow={m.listTitle}
        lead={props.lead}
        actions={
          <>
            {props.recapHref && (
              <ButtonLink href={props.recapHref} icon="chart">
                {m.recap}
              </ButtonLink>
            )}
            {rows.length > 0 && (
              <ButtonLink href={props.exportHref} icon="download" download>
                {m.download}
              </ButtonLink>
            )}
          </>
        }
      />
      {figure && (
        <KeyFigure
          value={figure.value}
          label={figure.label}
          sentence={[figure.sentence, figure.forecast].filter(Boolean).join(' ')}
          tone={figure.tone}
          action={figure.shortHref && <ButtonLink href={figure.shortHref}>{m.seeShort}</ButtonLink>}
        />
      )}
      <Section title={m.list}>
        <Narrow {...props} />
        <DataTable<PersonCells>
          caption={m.list}
          rows={rows}
          rowKey={row => row.id}
          rowHref={row => `/pegawai/${row.id}/jp`}
          empty={
            props.filtered ? (
              <EmptyState title={m.noMatch} action={<ButtonLink href={props.resetHref}>{m.reset}</ButtonLink>}>
                {m.noMatchWhat}
              </EmptyState>
            ) : (
              <EmptyState title={m.noPeople}>{m.noPeopleWhat}</EmptyState>
            )
          }
          columns={[
            {
              key: 'name',
              header: m.name,
              primary: true,
              cell: row => (
                <>
                  {row.name} <small class="cell-detail">{row.jabatan}</small>
                </>
              ),
              ...sort.nama,
            },
            { key: 'nip', header: m.nip, cell: row => row.nip, nowrap: true, secondary: true },
            { key: 'unit', header: m.unit, cell: row => row.unit, secondary: true },
            { key: 'employment', header: m.employment, cell: row => row.employment, secondary: true },
            {
              key: 'recognised',
              header: m.recognised,
              align: 'right',
              cell: row => <strong>{row.recognised}</strong>,
              ...sort.jp,
            },
            ...(sort.prakiraan
              ? [
                  {
                    key: 'forecast',
                    header: m.forecastHead,
                    align: 'right' as const,
                    cell: (row: PersonCells) => row.forecast,
                    ...sort.prakiraan,
                  },
                ]
              : []),
            { key: 'state', header: m.state, cell: row => <Badge tone={row.state.tone}>{row.state.text}</Badge> },
          ]}
        />
        {rows.length > 0 && <Pager {...props.pager} />}
      </Section>
    </>
  )
}
