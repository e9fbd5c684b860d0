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
  type Sort,
  Tabs,
  TextField,
} from '../../../ui/index.ts'
import type { CostMessages } from '../cost-messages.ts'

export type CostLine = {
  id: number
  name: string
  href: string
  classes: string
  finished: string
  spent: string
  risen: string
  risenDetail: string | null
  waiting: string
  perLevel: string
}
type Props = {
  m: CostMessages
  figure: { value: string; sentence: string }
  tabs: { href: string; label: string; current: boolean }[]
  by: string
  name: string
  rows: CostLine[]
  /** No class was finished at all. */
  empty: boolean
  q: string
  sort: Record<'biaya_per_level' | 'nama' | 'selesai' | 'biaya' | 'naik' | 'menunggu', Sort>
  pager: Parameters<typeof Pager>[0]
  path: string
  evaluationHref: string
  exportHref: string
}

const Rows = ({ m, name, rows, sort }: Props) => (
  <DataTable<CostLine>
    caption={m.title}
    rows={rows}
    rowKey={row => row.id}
    empty={<EmptyState title={m.notFound}>{m.notFoundWhat}</EmptyState>}
    columns={[
      {
        key: 'name',
        header: name,
        primary: true,
        ...sort.nama,
        cell: row => (
          <>
            <a href={row.href}>{row.name}</a> <small class="cell-detail">{row.classes}</small>
          </>
        ),
      },
      { key: 'finished', header: m.finished, align: 'right', ...sort.selesai, cell: row => row.finished },
      { key: 'spent', header: m.spent, align: 'right', ...sort.biaya, cell: row => row.spent },
      {
        key: 'risen',
        header: m.risen,
        align: 'right',
        ...sort.naik,
        cell: row => (
          <>
            {row.risen} {row.risenDetail && <small class="cell-detail">{row.risenDetail}</small>}
          </>
        ),
      },
      { key: 'waiting', header: m.waiting, align: 'right', ...sort.menunggu, cell: row => row.waiting },
      { key: 'perLevel', header: m.perLevel, align: 'right', ...sort.biaya_per_level, cell: row => row.perLevel },
    ]}
  />
)

export const CostPage = (props: Props) => {
  const { m, figure, tabs, by, empty, q, pager, path, evaluationHref, exportHref } = props
  return (
    <>
      <PageHeader
        title={m.title}
        lead={m.lead}
        actions={
          <>
            <ButtonLink href={evaluationHref}>{m.evaluation}</ButtonLink>
            {!empty && (
              <ButtonLink href={exportHref} icon="download" download>
                {m.export}
              </ButtonLink>
            )}
          </>
        }
      />
      {empty ? (
        <EmptyState title={m.empty}>{m.emptyWhat}</EmptyState>
      ) : (
        <>
          <KeyFigure value={figure.value} label={m.figure} sentence={figure.sentence} />
          <Tabs label={m.by} items={tabs} />
          <FilterBar action={path} submit={m.search} resetHref={q ? `${path}?menurut=${by}` : undefined} resetLabel={m.all}>
            <HiddenField name="menurut" value={by} />
            <TextField label={m.searchName} name="q" value={q} maxlength={80} />
          </FilterBar>
          <Rows {...props} />
          <Pager {...pager} />
          <Disclosure summary={m.how}>
            <ul>
              {m.howText.map(one => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </Disclosure>
        </>
      )}
    </>
  )
}
