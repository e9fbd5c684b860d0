import {
  Badge,
  ButtonLink,
  type Column,
  DataTable,
  Disclosure,
  EmptyState,
  FilterBar,
  HiddenField,
  KeyFigure,
  PageHeader,
  Pager,
  Section,
  SelectField,
  type Sort,
  Tabs,
  TextField,
} from '../../../ui/index.ts'
import type { ReportMessages } from '../messages.ts'
import type { RecapCells } from '../recap-cells.ts'
import type { AdviceLine } from '../recap-sheet.ts'
import type { StandingOrder } from '../store/standings.ts'

type Choice = { value: string; label: string }
type Props = {
  m: ReportMessages
  form: 'penilaian' | 'unit'
  place: string
  forms: { href: string; label: string; current: boolean }[]
  figure: { value: string; sentence: string }
  /** Nobody here has a result that holds. */
  empty: boolean
  filters: { instansi: string; unit: string; q: string; campaign: string; purpose: string; category: string }
  choices: { instansi: Choice[]; units: Choice[]; campaigns: Choice[]; purposes: Choice[]; categories: Choice[] }
  resetHref: string | null
  rows: RecapCells[]
  advice: AdviceLine[]
  sort: Record<StandingOrder, Sort>
  rules: string
  note: string | null
  printHref: string
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

const person = ({ m, sort }: Props): Column<RecapCells> => ({
  key: 'name',
  header: m.name,
  primary: true,
  ...sort.nama,
  cell: row => (
    <>
      {row.name}
      <small class="cell-detail">{row.nip}</small>
    </>
  ),
})
const jabatan = ({ m, sort }: Props): Column<RecapCells> => ({
  key: 'jabatan',
  header: m.jabatanUnit,
  ...sort.unit,
  cell: row => (
    <>
      {row.jabatan}
      <small class="cell-detail">{row.unit}</small>
    </>
  ),
})

const assessmentColumns = (props: Props): Column<RecapCells>[] => {
  const { m, sort } = props
  return [
    person(props),
    jabatan(props),
    { key: 'performance', header: m.performance, cell: row => row.performance },
    { key: 'potential', header: m.potentialShort, align: 'right', cell: row => row.potential, ...sort.potensi },
    {
      key: 'jpm',
      header: m.jpm,
      align: 'right',
      ...sort.kompetensi,
      cell: row => (
        <>
          <strong>{row.jpm}</strong>
          <small class="cell-detail">{row.competency}</small>
        </>
      ),
    },
    {
      key: 'category',
      header: m.category,
      cell: row => (
        <>
          <Badge tone={row.category.tone}>{row.category.text}</Badge>
          {row.ending && <small class="cell-detail">{row.ending}</small>}
        </>
      ),
    },
    { key: 'suggestion', header: m.suggestion, long: true, cell: row => row.suggestionBrief },
  ]
}

const unitColumns = (props: Props): Column<RecapCells>[] => {
  const { m, sort } = props
  return [
    person(props),
    jabatan(props),
    { key: 'ikk', header: m.ikk, align: 'right', cell: row => <strong>{row.ikk}</strong>, ...sort.ikk },
    { key: 'band', header: m.gapBand, cell: row => <Badge tone={row.band.tone}>{row.band.text}</Badge> },
    { key: 'quadrant', header: m.quadrant, secondary: true, cell: row => <span class="text-muted">{row.quadrant}</span> },
    { key: 'kinds', header: m.kinds, long: true, cell: row => row.kindsBrief },
    { key: 'plan', header: m.plan, secondary: true, cell: row => <span class="text-muted">{row.plan}</span> },
  ]
}

export const AdviceTable = ({ m, advice }: { m: ReportMessages; advice: AdviceLine[] }) => (
  <DataTable<AdviceLine>
    caption={m.adviceTitle}
    rows={advice}
    rowKey={row => row.category}
    empty=""
    columns={[
      { key: 'category', header: m.category, primary: true, cell: row => row.category },
      { key: 'limits', header: m.limits, cell: row => row.limits },
      { key: 'recommendation', header: m.recommendation, long: true, cell: row => row.recommendation },
      { key: 'placement', header: m.placement, long: true, cell: row => row.placement },
    ]}
  />
)

const Filters = ({ m, filters, choices, resetHref, form }: Props) => (
  <FilterBar action="/pemetaan/rekap" submit={m.apply} resetHref={resetHref ?? undefined} resetLabel={m.reset} autosubmit>
    {form === 'unit' && <HiddenField name="bentuk" value="unit" />}
    {choices.instansi.length > 1 ? (
      <SelectField label={m.instansi} name="instansi" options={choices.instansi} value={filters.instansi} />
    ) : (
      <HiddenField name="instansi" value={filters.instansi} />
    )}
    <TextField label={m.search} name="q" type="search" value={filters.q} />
    <SelectField label={m.unit} name="unit" options={[{ value: '', label: m.allUnits }, ...choices.units]} value={filters.unit} />
    {choices.campaigns.length > 0 && (
      <SelectField
        label={m.campaign}
        name="kampanye"
        options={[{ value: '', label: m.allCampaigns }, ...choices.campaigns]}
        value={filters.campaign}
      />
    )}
    <SelectField label={m.purpose} name="tujuan" options={choices.purposes} value={filters.purpose} />
    <SelectField
      label={m.category}
      name="kategori"
      options={[{ value: '', label: m.all }, ...choices.categories]}
      value={filters.category}
    />
  </FilterBar>
)

/** The recap on the screen: the same rows as the form, the widest of its columns in a few. */
export function RecapPage(props: Props) {
  const { m, form, rows } = props
  return (
    <>
      <PageHeader title={m.recapTitle} eyebrow={props.place} lead={m.recapLead} />
      <Tabs items={props.forms} label={m.recapForms} />
      <Filters {...props} />
      {props.empty ? (
        <EmptyState title={m.emptyRecap}>{m.emptyRecapWhat}</EmptyState>
      ) : (
        <>
          <KeyFigure value={props.figure.value} label={m.recapFigure} sentence={props.figure.sentence} />
          {props.note && <p class="text-muted">{props.note}</p>}
          <DataTable<RecapCells>
            caption={m.recapTitle}
            rows={rows}
            rowKey={row => row.id}
            rowHref={row => `/pegawai/${row.id}/laporan`}
            empty={m.emptyFiltered}
            columns={form === 'unit' ? unitColumns(props) : assessmentColumns(props)}
          />
          <Pager {...props.pager} />
          <p class="text-muted">
            {props.rules} {m.quadrantNote}
          </p>
          <div class="actions">
            <ButtonLink href={props.exportHref} icon="download" download>
              {m.export}
            </ButtonLink>
            <ButtonLink href={props.printHref} icon="printer" tone="ghost">
              {m.print}
            </ButtonLink>
          </div>
          {form === 'penilaian' && (
            <Section title={m.adviceTitle}>
              <p class="text-muted">
                {m.adviceLead} <Badge tone="warn">{m.unverified}</Badge>
              </p>
              <Disclosure summary={m.sheetAdvice}>
                <AdviceTable m={m} advice={props.advice} />
              </Disclosure>
            </Section>
          )}
        </>
      )}
    </>
  )
}
