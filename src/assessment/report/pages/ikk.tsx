import {
  Badge,
  ButtonLink,
  Chart,
  DataTable,
  EmptyState,
  FilterBar,
  HiddenField,
  KeyFigure,
  PageHeader,
  Pager,
  Section,
  SelectField,
  type Sort,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { ReportMessages } from '../messages.ts'
import type { StandingOrder } from '../store/standings.ts'

type Choice = { value: string; label: string }
type Band = { name: string; tone: Tone; limits: string; people: string; href: string }
type Row = {
  id: number
  name: string
  nip: string
  jabatan: string
  unit: string
  ikk: string
  band: { text: string; tone: Tone }
  potential: string
  potentialDetail: string | null
  competency: string
  competencyDetail: string | null
}
type Props = {
  m: ReportMessages
  place: string
  /** Nobody here has a result that holds. */
  empty: boolean
  figure: { value: string; sentence: string; tone: Tone }
  importHref: string | null
  /** Null where nobody's index is known. */
  chart: string | null
  bands: Band[]
  filters: { instansi: string; unit: string; q: string; band: string }
  choices: { instansi: Choice[]; units: Choice[]; bands: Choice[] }
  resetHref: string | null
  rows: Row[]
  sort: Record<StandingOrder, Sort>
  rules: string
  ruleHref: string
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

const BandTable = ({ m, bands }: Pick<Props, 'm' | 'bands'>) => (
  <DataTable<Band>
    caption={m.distribution}
    rows={bands}
    rowKey={row => row.name}
    empty=""
    columns={[
      { key: 'band', header: m.band, primary: true, cell: row => <Badge tone={row.tone}>{row.name}</Badge> },
      { key: 'limits', header: m.limits, cell: row => row.limits },
      { key: 'people', header: m.people, align: 'right', cell: row => <a href={row.href}>{row.people}</a> },
    ]}
  />
)

const Detail = ({ text, detail }: { text: string; detail: string | null }) => (
  <>
    {text}
    {detail && <small class="cell-detail">{detail}</small>}
  </>
)

/** The gap index of a place: how many stand where, and who. */
export function IkkPage(props: Props) {
  const { m, filters, choices, rows, sort } = props
  const several = choices.instansi.length > 1
  const toImport = props.importHref && (
    <ButtonLink href={props.importHref} icon="upload">
      {m.importPotential}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader
        title={m.ikkTitle}
        eyebrow={props.place}
        lead={m.ikkLead}
        actions={
          <ButtonLink href={props.ruleHref} tone="ghost">
            {m.ruleLink}
          </ButtonLink>
        }
      />
      <FilterBar action="/pemetaan/ikk" submit={m.apply} resetHref={props.resetHref ?? undefined} resetLabel={m.reset} autosubmit>
        {several ? (
          <SelectField label={m.instansi} name="instansi" options={choices.instansi} value={filters.instansi} />
        ) : (
          <HiddenField name="instansi" value={filters.instansi} />
        )}
        <TextField label={m.search} name="q" type="search" value={filters.q} />
        <SelectField
          label={m.unit}
          name="unit"
          options={[{ value: '', label: m.allUnits }, ...choices.units]}
          value={filters.unit}
        />
        <SelectField
          label={m.band}
          name="kategori"
          options={[{ value: '', label: m.all }, ...choices.bands]}
          value={filters.band}
        />
      </FilterBar>
      {props.empty ? (
        <EmptyState title={m.emptyIkk} action={toImport || undefined}>
          {m.emptyIkkWhat}
        </EmptyState>
      ) : (
        <>
          <KeyFigure
            value={props.figure.value}
            unit={m.ikkUnit}
            label={m.ikkFigure}
            sentence={props.figure.sentence}
            tone={props.figure.tone}
            action={toImport || undefined}
          />
          <Section title={m.distribution}>
            {props.chart ? (
              <Chart svg={props.chart} tableLabel={m.distributionTable} table={<BandTable m={m} bands={props.bands} />} />
            ) : (
              <BandTable m={m} bands={props.bands} />
            )}
          </Section>
          <Section title={m.list}>
            <DataTable<Row>
              caption={m.list}
              rows={rows}
              rowKey={row => row.id}
              rowHref={row => `/pegawai/${row.id}#potensi`}
              empty={m.emptyFiltered}
              columns={[
                {
                  key: 'name',
                  header: m.name,
                  primary: true,
                  cell: row => <Detail text={row.name} detail={row.nip} />,
                  ...sort.nama,
                },
                {
                  key: 'jabatan',
                  header: m.jabatanUnit,
                  cell: row => <Detail text={row.jabatan} detail={row.unit} />,
                  ...sort.unit,
                },
                { key: 'ikk', header: m.ikk, align: 'right', cell: row => <strong>{row.ikk}</strong>, ...sort.ikk },
                { key: 'band', header: m.band, cell: row => <Badge tone={row.band.tone}>{row.band.text}</Badge> },
                {
                  key: 'competency',
                  header: m.competency,
                  align: 'right',
                  cell: row => <Detail text={row.competency} detail={row.competencyDetail} />,
                  ...sort.kompetensi,
                },
                {
                  key: 'potential',
                  header: m.potential,
                  align: 'right',
                  cell: row => <Detail text={row.potential} detail={row.potentialDetail} />,
                  ...sort.potensi,
                },
              ]}
            />
            <Pager {...props.pager} />
            <p class="text-muted">{props.rules}</p>
            <div class="actions">
              <ButtonLink href={props.exportHref} icon="download" download>
                {m.export}
              </ButtonLink>
            </div>
          </Section>
        </>
      )}
    </>
  )
}
