import {
  Button,
  DataTable,
  EmptyState,
  FilterBar,
  HiddenField,
  PageHeader,
  Pager,
  SelectField,
  TextField,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type ToSendCells = {
  recordId: number
  person: string
  activity: string
  lastDay: string
  jp: string
  source: string
  lacks: string
}
type Choice = { value: string; label: string }
type Props = {
  m: Messages
  place: { name: string; code: string }
  rows: ToSendCells[]
  total: string
  values: { q: string; asal: string; tahun: string }
  sources: Choice[]
  years: Choice[]
  filtered: boolean
  pager: Parameters<typeof Pager>[0]
}

/** What of it goes into a batch. */
export const ComposePage = ({ m, place, rows, total, values, sources, years, filtered, pager }: Props) => (
  <>
    <PageHeader eyebrow={place.name} title={m.composeTitle} lead={m.composeLead} />
    <FilterBar
      action="/integrasi/siasn/baru"
      submit={m.apply}
      resetHref={filtered ? `/integrasi/siasn/baru?instansi=${place.code}` : undefined}
      resetLabel={m.reset}
    >
      <HiddenField name="instansi" value={place.code} />
      <TextField label={m.search} name="q" type="search" value={values.q} />
      <SelectField label={m.source} name="asal" value={values.asal} options={[{ value: '', label: m.all }, ...sources]} />
      <SelectField label={m.year} name="tahun" value={values.tahun} options={[{ value: '', label: m.all }, ...years]} />
    </FilterBar>
    <form method="post" action={`/integrasi/siasn?instansi=${place.code}`}>
      {Object.entries(values).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <DataTable<ToSendCells>
        caption={m.composeTitle}
        rows={rows}
        rowKey={row => row.recordId}
        select={{
          name: 'catatan',
          value: row => String(row.recordId),
          label: row => m.chooseOne(`${row.person}: ${row.activity}`),
          all: m.chooseAll,
        }}
        columns={[
          { key: 'person', header: m.person, primary: true, cell: row => row.person },
          { key: 'activity', header: m.activity, long: true, cell: row => row.activity },
          { key: 'lastDay', header: m.lastDay, cell: row => row.lastDay },
          { key: 'jp', header: m.jp, align: 'right', cell: row => row.jp },
          { key: 'source', header: m.source, cell: row => row.source },
          { key: 'lacks', header: m.lacks, long: true, cell: row => row.lacks },
        ]}
        empty={<EmptyState title={m.figureNone} />}
      />
      {rows.length > 0 && (
        <div class="form-actions">
          <Button name="pilihan" value="semua">
            {m.composeAll(total)}
          </Button>
          <Button name="pilihan" value="dipilih" tone="neutral">
            {m.composeChosen}
          </Button>
        </div>
      )}
    </form>
    {rows.length > 0 && <Pager {...pager} />}
  </>
)
