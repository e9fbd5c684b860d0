import {
  Badge,
  ButtonLink,
  DataTable,
  Disclosure,
  EmptyState,
  FilterBar,
  KeyFigure,
  PageHeader,
  Pager,
  SavedViews,
  type SavedViewsProps,
  SelectField,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { LackingMessages } from '../messages.ts'

type Choice = { value: string; label: string }
type LackView = {
  key: string
  personId: number
  name: string
  nip: string
  jabatan: string
  unit: string
  since: string
  training: string
  needHref: string | null
  importance: { label: string; tone: Tone }
  basis: string
}
type Props = {
  m: LackingMessages
  views: SavedViewsProps
  figure: { value: string; label: string; sentence: string; good: boolean }
  filters: { q: string; unit: string; importance: string; jenjang: string; training: string; instansi: string; order: string }
  filtered: boolean
  choices: {
    instansi: Choice[]
    units: Choice[]
    importances: Choice[]
    jenjang: Choice[]
    trainings: Choice[]
    orders: Choice[]
  }
  rows: LackView[]
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

const path = '/kebutuhan/tanpa-pelatihan'

export function LackingPage(props: Props) {
  const { m, figure, filters, choices } = props
  const all = { value: '', label: m.all }
  const resetHref = filters.instansi ? `${path}?instansi=${filters.instansi}` : path
  return (
    <>
      <PageHeader
        title={m.title}
        lead={m.lead}
        actions={
          props.rows.length > 0 && (
            <ButtonLink href={props.exportHref} icon="download" download>
              {m.export}
            </ButtonLink>
          )
        }
      />
      <KeyFigure
        value={figure.value}
        unit={m.figureUnit}
        label={figure.label}
        sentence={figure.sentence}
        tone={figure.good ? 'ok' : 'neutral'}
      />
      <SavedViews {...props.views} />
      <FilterBar action={path} submit={m.apply} resetHref={props.filtered ? resetHref : undefined} resetLabel={m.reset}>
        <TextField label={m.search} name="q" type="search" value={filters.q} />
        {choices.instansi.length > 1 && (
          <SelectField label={m.instansi} name="instansi" value={filters.instansi} options={choices.instansi} />
        )}
        <SelectField label={m.training} name="pelatihan" value={filters.training} options={[all, ...choices.trainings]} />
        <SelectField label={m.importance} name="kepentingan" value={filters.importance} options={[all, ...choices.importances]} />
        <SelectField label={m.jenjang} name="jenjang" value={filters.jenjang} options={[all, ...choices.jenjang]} />
        {choices.units.length > 0 && (
          <SelectField label={m.unit} name="unit" value={filters.unit} options={[all, ...choices.units]} />
        )}
        <SelectField label={m.order} name="urut" value={filters.order} options={choices.orders} />
      </FilterBar>
      <DataTable<LackView>
        caption={m.title}
        compact
        rows={props.rows}
        rowKey={row => row.key}
        rowHref={row => `/pegawai/${row.personId}`}
        empty={
          props.filtered ? (
            <EmptyState title={m.emptyFiltered} action={<ButtonLink href={resetHref}>{m.reset}</ButtonLink>} />
          ) : (
            <EmptyState title={m.emptyTitle} action={<ButtonLink href="/standar">{m.toStandards}</ButtonLink>}>
              {m.empty}
            </EmptyState>
          )
        }
        columns={[
          {
            key: 'name',
            header: m.name,
            primary: true,
            cell: row => (
              <>
                {row.name} <small class="cell-detail">{row.nip}</small>
              </>
            ),
          },
          {
            key: 'jabatan',
            header: m.jabatan,
            cell: row => (
              <>
                {row.jabatan} <small class="cell-detail">{row.unit}</small>
              </>
            ),
          },
          { key: 'since', header: m.since, cell: row => row.since },
          {
            key: 'training',
            header: m.training,
            cell: row => (
              <>
                {row.needHref ? <a href={row.needHref}>{row.training}</a> : row.training}{' '}
                {row.basis && <small class="cell-detail">{row.basis}</small>}
              </>
            ),
          },
          {
            key: 'importance',
            header: m.importance,
            cell: row => <Badge tone={row.importance.tone}>{row.importance.label}</Badge>,
          },
        ]}
      />
      {props.rows.length > 0 && <Pager {...props.pager} />}
      <Disclosure summary={m.matching}>
        <p>{m.matchingText}</p>
      </Disclosure>
    </>
  )
}
