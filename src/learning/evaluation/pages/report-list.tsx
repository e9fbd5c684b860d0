import {
  type Column,
  DataTable,
  EmptyState,
  FilterBar,
  HiddenField,
  Pager,
  SelectField,
  type Sort,
  Tabs,
  TextField,
} from '../../../ui/index.ts'
import type { ReportMessages } from '../report-messages.ts'

/** What a line of every report begins with. */
export type ReportLine = { id: number; name: string; href: string | null; classes: string }

/** A report as a list, without its lines. */
export type ReportFrame<Order extends string> = {
  m: ReportMessages
  path: string
  by: string
  /** By what its lines are, and of which classes it speaks, in words. */
  name: string
  period: string
  /** Says that no class ended in the year asked for; null where some did. */
  none: string | null
  q: string
  tahun: string
  years: { value: string; label: string }[]
  tabs: { href: string; label: string; current: boolean }[]
  resetHref?: string
  exportHref: string
  sort: Record<'nama' | Order, Sort>
  pager: Parameters<typeof Pager>[0]
}
type Props<Line extends ReportLine> = { list: ReportFrame<never>; caption: string; lines: Line[]; columns: Column<Line>[] }

/** Its tabs, what narrows it, and its lines: the name first, then these columns. */
export function ReportList<Line extends ReportLine>({ list, caption, lines, columns }: Props<Line>) {
  const { m } = list
  return (
    <>
      <Tabs label={m.by} items={list.tabs} />
      <FilterBar action={list.path} submit={m.search} resetHref={list.resetHref} resetLabel={m.reset} autosubmit>
        <HiddenField name="menurut" value={list.by} />
        <SelectField label={m.year} name="tahun" value={list.tahun} options={list.years} />
        <TextField label={m.searchName} name="q" type="search" value={list.q} maxlength={80} />
      </FilterBar>
      <DataTable<Line>
        caption={caption}
        rows={lines}
        rowKey={line => line.id}
        empty={<EmptyState title={list.none ?? m.notFound}>{list.none ? m.noneWhat : m.notFoundWhat}</EmptyState>}
        columns={[
          {
            key: 'name',
            header: list.name,
            primary: true,
            ...list.sort.nama,
            cell: line => (
              <>
                {line.href ? <a href={line.href}>{line.name}</a> : line.name} <small class="cell-detail">{line.classes}</small>
              </>
            ),
          },
          ...columns,
        ]}
      />
      {lines.length > 0 && <Pager {...list.pager} />}
    </>
  )
}
