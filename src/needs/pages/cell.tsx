import {
  ButtonLink,
  DataTable,
  EmptyState,
  FilterBar,
  HiddenField,
  KeyFigure,
  PageHeader,
  Pager,
  SavedViews,
  type SavedViewsProps,
  SelectField,
  TextField,
} from '../../ui/index.ts'
import type { CellMessages } from '../cell-messages.ts'
import type { NeedMessages } from '../messages.ts'

export type CellView = {
  id: number
  name: string
  nip: string
  jabatan: string
  unit: string
  required: string
  held: string
  gap: string
}
type Choice = { value: string; label: string }
type Props = {
  m: NeedMessages
  w: CellMessages
  title: string
  views: SavedViewsProps
  figure: { value: string; sentence: string }
  place: string
  /** What the address holds beside the filter. */
  cell: Record<string, string>
  values: { q: string; state: string; order: string }
  choices: { state: Choice[]; order: Choice[] }
  filtered: boolean
  resetHref: string
  rows: CellView[]
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

/** Who stands behind a cell of the heatmap. */
export function CellPage({
  m,
  w,
  title,
  views,
  figure,
  place,
  cell,
  values,
  choices,
  filtered,
  resetHref,
  rows,
  exportHref,
  pager,
}: Props) {
  return (
    <>
      <PageHeader
        title={title}
        lead={m.heatmap}
        actions={
          rows.length > 0 && (
            <ButtonLink href={exportHref} icon="download" download>
              {w.export}
            </ButtonLink>
          )
        }
      />
      <KeyFigure value={figure.value} unit={w.figure} label={place} sentence={figure.sentence} />
      <SavedViews {...views} />
      <FilterBar action="/kesenjangan/orang" submit={m.apply} resetHref={filtered ? resetHref : undefined} resetLabel={m.reset}>
        {Object.entries(cell).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <TextField label={w.search} name="q" value={values.q} type="search" />
        <SelectField
          label={w.state}
          name="keadaan"
          value={values.state}
          options={[{ value: '', label: m.all }, ...choices.state]}
        />
        <SelectField label={w.order} name="urut" value={values.order} options={choices.order} />
      </FilterBar>
      <DataTable<CellView>
        caption={title}
        rows={rows}
        rowKey={row => row.id}
        rowHref={row => `/pegawai/${row.id}`}
        empty={<EmptyState title={filtered ? w.none : w.nobody} />}
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
          },
          { key: 'nip', header: 'NIP', cell: row => row.nip, nowrap: true },
          { key: 'unit', header: m.unit, cell: row => row.unit },
          { key: 'held', header: m.held, align: 'right', cell: row => row.held },
          { key: 'required', header: m.required, align: 'right', cell: row => row.required },
          { key: 'gap', header: m.gap, align: 'right', cell: row => row.gap },
        ]}
      />
      {rows.length > 0 && <Pager {...pager} />}
    </>
  )
}
