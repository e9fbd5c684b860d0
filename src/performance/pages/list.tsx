import type { ComponentChildren } from 'preact'
import { barChart } from '../../platform/charts/index.ts'
import { formatNumber, type Language } from '../../platform/i18n/index.ts'
import type { Sort } from '../../ui/index.ts'
import {
  Badge,
  ButtonLink,
  Chart,
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
  type Tone,
} from '../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type RatingCells = {
  id: number
  name: string
  nip: string
  jabatan: string
  unit: string
  result: string
  behaviour: string
  predicate: { text: string; tone: Tone }
  achieved: string
}
type Choice = { value: string | number; label: string }
type Bar = { key: string; label: string; count: number; text: string; share: string; href: string }

type Props = {
  m: Messages
  language: Language
  eyebrow: string | null
  place: string
  lead: string
  figure: { value: string; label: string; sentence: string; tone: Tone; canImport: boolean } | null
  figures: Figure[]
  /** Empty: nobody is rated. */
  bars: Bar[]
  distributionLead: string
  values: { q: string; instansi: string; unit: string; year: number; period: string; state: string }
  choices: { instansi: Choice[]; unit: Choice[]; year: Choice[]; period: Choice[]; state: Choice[] }
  filtered: boolean
  resetHref: string
  rows: RatingCells[]
  sort: Record<'nama' | 'predikat' | 'capaian', Sort>
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

function columnsOf({ m, sort }: Props): Column<RatingCells>[] {
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
      ...sort.nama,
    },
    { key: 'nip', header: m.nip, cell: row => row.nip, nowrap: true, secondary: true },
    { key: 'unit', header: m.unit, cell: row => row.unit, secondary: true },
    { key: 'result', header: m.result, cell: row => row.result, nowrap: true },
    { key: 'behaviour', header: m.behaviour, cell: row => row.behaviour, nowrap: true },
    { key: 'achieved', header: m.achieved, align: 'right', cell: row => row.achieved, ...sort.capaian },
    {
      key: 'predicate',
      header: m.predicate,
      cell: row => <Badge tone={row.predicate.tone}>{row.predicate.text}</Badge>,
      ...sort.predikat,
    },
  ]
}

const Narrow = ({ m, values, choices, filtered, resetHref }: Props): ComponentChildren => (
  <FilterBar action="/kinerja" submit={m.apply} resetHref={filtered ? resetHref : undefined} resetLabel={m.reset}>
    <TextField label={m.search} name="q" value={values.q} type="search" />
    {choices.instansi.length > 1 && (
      <SelectField label={m.instansi} name="instansi" value={values.instansi} options={choices.instansi} />
    )}
    <SelectField label={m.year} name="tahun" value={values.year} options={choices.year} />
    <SelectField label={m.period} name="periode" value={values.period} options={choices.period} />
    {choices.unit.length > 0 && (
      <SelectField label={m.unit} name="unit" value={values.unit} options={[{ value: '', label: m.all }, ...choices.unit]} />
    )}
    <SelectField
      label={m.state}
      name="penilaian"
      value={values.state}
      options={[{ value: '', label: m.all }, ...choices.state]}
    />
  </FilterBar>
)

const Distribution = ({ m, language, bars, distributionLead }: Props) => (
  <Section title={m.distribution} lead={distributionLead}>
    <Chart
      svg={barChart({
        title: m.distributionChart,
        description: bars.map(bar => `${bar.label}: ${bar.text}`).join(', '),
        bars: bars.map(bar => ({ label: bar.label, value: bar.count })),
        format: value => formatNumber(value, language),
      })}
      tableLabel={m.distributionTable}
      table={
        <DataTable<Bar>
          caption={m.distributionTable}
          rows={bars}
          rowKey={bar => bar.key}
          rowHref={bar => bar.href}
          empty=""
          columns={[
            { key: 'predicate', header: m.predicate, primary: true, cell: bar => bar.label },
            { key: 'people', header: m.people, align: 'right', cell: bar => bar.text },
            { key: 'share', header: m.share, align: 'right', cell: bar => bar.share },
          ]}
        />
      }
    />
  </Section>
)

/** How many are rated and how, then the people. */
export function RatingListPage(props: Props) {
  const { m, figure, rows } = props
  return (
    <>
      <PageHeader
        title={props.place}
        eyebrow={props.eyebrow}
        lead={props.lead}
        actions={
          rows.length > 0 && (
            <ButtonLink href={props.exportHref} icon="download" download>
              {m.export}
            </ButtonLink>
          )
        }
      />
      {figure && (
        <KeyFigure
          value={figure.value}
          label={figure.label}
          sentence={figure.sentence}
          tone={figure.tone}
          action={
            figure.canImport && (
              <ButtonLink href="/impor/baru?jenis=kinerja" icon="upload" tone="primary">
                {m.import}
              </ButtonLink>
            )
          }
        />
      )}
      {props.figures.length > 0 && <Figures items={props.figures} />}
      {props.bars.length > 0 && <Distribution {...props} />}
      <Section title={m.list}>
        <Narrow {...props} />
        <DataTable<RatingCells>
          caption={m.list}
          rows={rows}
          rowKey={row => row.id}
          rowHref={row => `/kinerja/${row.id}`}
          empty={
            props.filtered ? (
              <EmptyState title={m.noMatch} action={<ButtonLink href={props.resetHref}>{m.reset}</ButtonLink>}>
                {m.noMatchWhat}
              </EmptyState>
            ) : (
              <EmptyState title={m.noPeople}>{m.noPeopleWhat}</EmptyState>
            )
          }
          columns={columnsOf(props)}
        />
        {rows.length > 0 && <Pager {...props.pager} />}
      </Section>
    </>
  )
}
