import {
  ButtonLink,
  DataTable,
  Disclosure,
  EmptyState,
  FilterBar,
  HiddenField,
  KeyFigure,
  PageHeader,
  Pager,
  SelectField,
  ShareBar,
  TextField,
} from '../../../ui/index.ts'
import type { JabatanDifMessages } from '../jabatan-dif-messages.ts'
import { FactorTabs } from './factor-tabs.tsx'

type Choice = { value: string; label: string }
type PostView = { id: number; name: string; code: string; unit: string; jenjang: string; share: number; rated: string }
type Props = {
  m: JabatanDifMessages
  figure: { value: string; label: string; sentence: string }
  filters: { q: string; instansi: string; jenjang: string; state: string; item: string; order: string }
  filtered: boolean
  choices: { instansi: Choice[]; jenjang: Choice[]; items: Choice[]; states: Choice[]; orders: Choice[] }
  rows: PostView[]
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

const path = '/kebutuhan/dif/jabatan'

export function JabatanDifListPage(props: Props) {
  const { m, figure, filters, choices } = props
  const resetHref = `${path}?instansi=${filters.instansi}`
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
      <FactorTabs m={m} instansi={filters.instansi} current="jabatan" />
      <KeyFigure value={figure.value} unit={m.figureUnit} label={figure.label} sentence={figure.sentence} />
      <FilterBar action={path} submit={m.apply} resetHref={props.filtered ? resetHref : undefined} resetLabel={m.reset}>
        <TextField label={m.search} name="q" type="search" value={filters.q} />
        {choices.instansi.length > 1 ? (
          <SelectField label={m.instansi} name="instansi" value={filters.instansi} options={choices.instansi} />
        ) : (
          <HiddenField name="instansi" value={filters.instansi} />
        )}
        <SelectField
          label={m.jenjang}
          name="jenjang"
          value={filters.jenjang}
          options={[{ value: '', label: m.all }, ...choices.jenjang]}
        />
        <SelectField label={m.show} name="tampil" value={filters.state} options={choices.states} />
        {choices.items.length > 0 && (
          <SelectField
            label={m.ratedFor}
            name="butir"
            value={filters.item}
            options={[{ value: '', label: m.all }, ...choices.items]}
          />
        )}
        <SelectField label={m.order} name="urut" value={filters.order} options={choices.orders} />
      </FilterBar>
      <DataTable<PostView>
        caption={m.title}
        compact
        rows={props.rows}
        rowKey={row => row.id}
        rowHref={row => `${path}/${row.id}`}
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
            header: m.jabatan,
            primary: true,
            cell: row => (
              <>
                {row.name} <small class="cell-detail">{row.code}</small>
              </>
            ),
          },
          { key: 'unit', header: m.unit, cell: row => row.unit },
          { key: 'jenjang', header: m.jenjang, cell: row => row.jenjang },
          { key: 'rated', header: m.rated, cell: row => <ShareBar share={row.share} label={row.rated} /> },
        ]}
      />
      {props.rows.length > 0 && <Pager {...props.pager} />}
      <Disclosure summary={m.how}>
        <p>{m.howText}</p>
      </Disclosure>
    </>
  )
}
