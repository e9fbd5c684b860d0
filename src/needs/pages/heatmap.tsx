import {
  ButtonLink,
  DataTable,
  EmptyState,
  FilterBar,
  Heatmap,
  HiddenField,
  KeyFigure,
  PageHeader,
  Pager,
  SelectField,
} from '../../ui/index.ts'
import type { NeedMessages } from '../messages.ts'

type Choice = { value: string; label: string }
type Props = {
  m: NeedMessages
  figure: { value: string; sentence: string | undefined } | null
  place: string
  /** The OPD whose units are shown. */
  unit: number | null
  canImport: boolean
  instansi: { value: string; choices: Choice[] }
  pillar: { value: string; choices: Choice[] }
  map: Omit<Parameters<typeof Heatmap>[0], 'caption' | 'legend' | 'emptyText' | 'columnsLabel' | 'rowHeader'>
}

export function HeatmapPage({ m, figure, place, unit, canImport, instansi, pillar, map }: Props) {
  return (
    <>
      <PageHeader title={m.heatmap} lead={m.heatmapLead} />
      {figure && <KeyFigure value={figure.value} unit={m.heatFigure} label={place} sentence={figure.sentence} />}
      <FilterBar action="/kesenjangan" submit={m.apply} autosubmit>
        {unit !== null ? (
          <>
            <HiddenField name="instansi" value={instansi.value} />
            <HiddenField name="unit" value={unit} />
          </>
        ) : (
          instansi.choices.length > 1 && (
            <SelectField label={m.instansi} name="instansi" value={instansi.value} options={instansi.choices} />
          )
        )}
        <SelectField
          label={m.pillar}
          name="pilar"
          value={pillar.value}
          options={[{ value: '', label: m.all }, ...pillar.choices]}
        />
      </FilterBar>
      {map.rows.length === 0 && pillar.value === '' ? (
        <EmptyState title={m.heatEmptyTitle} action={canImport && <ButtonLink href="/impor">{m.toImport}</ButtonLink>}>
          {m.heatEmpty}
        </EmptyState>
      ) : (
        <Heatmap
          caption={m.heatmap}
          rowHeader={m.unit}
          emptyText={m.heatNoneFiltered}
          columnsLabel={m.heatColumns}
          legend={[
            ...m.heatLegend.map((label, tone) => ({ tone: tone as 0 | 1 | 2 | 3 | 4, label })),
            { tone: null, label: m.heatNone },
          ]}
          {...map}
        />
      )}
    </>
  )
}

export type CellView = { id: number; name: string; nip: string; jabatan: string; required: string; held: string; gap: string }

export function CellPage({
  m,
  title,
  rows,
  pager,
}: {
  m: NeedMessages
  title: string
  rows: CellView[]
  pager: Parameters<typeof Pager>[0]
}) {
  return (
    <>
      <PageHeader title={title} lead={m.heatmap} />
      <DataTable<CellView>
        caption={title}
        rows={rows}
        rowKey={row => row.id}
        rowHref={row => `/pegawai/${row.id}`}
        empty={m.heatEmpty}
        columns={[
          { key: 'name', header: m.name, primary: true, cell: row => row.name },
          { key: 'nip', header: 'NIP', cell: row => row.nip, nowrap: true },
          { key: 'jabatan', header: m.jabatan, cell: row => row.jabatan },
          { key: 'held', header: m.held, align: 'right', cell: row => row.held },
          { key: 'required', header: m.required, align: 'right', cell: row => row.required },
          { key: 'gap', header: m.gap, align: 'right', cell: row => row.gap },
        ]}
      />
      <Pager {...pager} />
    </>
  )
}
