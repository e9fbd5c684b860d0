import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import { classes } from './tone.ts'

/** What makes a column's head a link that sorts. */
export type Sort = { sortHref: string; sorted: 'asc' | 'desc' | null }

export type Column<Row> = Partial<Sort> & {
  key: string
  header: string
  cell: (row: Row) => ComponentChildren
  align?: 'right' | 'center'
  /** The title of the card a row becomes on a phone, and the link to `rowHref`. */
  primary?: boolean
  /** Left out of the card on a phone. */
  secondary?: boolean
  /** Sentences: in the card below its label rather than beside it. */
  long?: boolean
  /** Kept on one line where there is room, such as a NIP. */
  nowrap?: boolean
}

type Props<Row> = {
  caption: string
  columns: Column<Row>[]
  rows: readonly Row[]
  rowHref?: (row: Row) => string
  rowKey: (row: Row) => string | number
  empty: ComponentChildren
  /** A box before each row that has a `value`; `all` names the box that ticks them all (it shows only with JavaScript). */
  select?: {
    name: string
    value: (row: Row) => string | null
    label: (row: Row) => string
    all?: string
    checked?: (row: Row) => boolean
  }
  captionVisible?: boolean
  /** On a phone a low card: the cells beside each other below the title, each with its label; two columns are a line anyway. */
  compact?: boolean
}

const columnClass = <Row,>(column: Column<Row>) =>
  classes(
    column.align === 'right' && 'num',
    column.align === 'center' && 'mid',
    column.primary && 'primary-cell',
    column.secondary && 'secondary-cell',
    column.long && 'long-cell',
    column.nowrap && 'nowrap-cell',
  ) || undefined

/** What a cell holds as one thing, so that the card of a phone can set it against its label. */
const whole = (held: ComponentChildren) => (held !== null && typeof held === 'object' ? <div>{held}</div> : held)

const sortState = { asc: 'ascending', desc: 'descending' } as const

const Header = <Row,>({ column }: { column: Column<Row> }) => (
  <th scope="col" class={columnClass(column)} aria-sort={column.sorted ? sortState[column.sorted] : undefined}>
    {column.sortHref ? (
      <a class="sort" href={column.sortHref}>
        {column.header}
        {column.sorted && <Icon name={column.sorted === 'asc' ? 'arrow-up' : 'arrow-down'} />}
      </a>
    ) : (
      column.header
    )}
  </th>
)

/** The workhorse. The head stays in sight; on a phone CSS makes each row a card. With JavaScript the whole row is the link. */
export function DataTable<Row>(props: Props<Row>) {
  const { caption, columns, rows, rowHref, rowKey, empty, select, captionVisible, compact } = props
  if (rows.length === 0) return <div class="table-empty">{empty}</div>
  const linked = columns.find(column => column.primary) ?? columns[0]
  return (
    <div class="table-frame">
      <table class={classes('data-table', compact && columns.length > 2 && 'low-cards')}>
        <caption class={captionVisible ? undefined : 'sr-only'}>{caption}</caption>
        <thead>
          <tr>
            {select && (
              <td class="select-cell">
                {select.all && (
                  <input type="checkbox" class="checkbox needs-js" aria-label={select.all} data-check-all={select.name} />
                )}
              </td>
            )}
            {columns.map(column => (
              <Header key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={rowKey(row)} data-href={rowHref?.(row)}>
              {select && (
                <td class="select-cell">
                  {select.value(row) !== null && (
                    <input
                      type="checkbox"
                      class="checkbox"
                      name={select.name}
                      value={select.value(row) ?? undefined}
                      aria-label={select.label(row)}
                      checked={select.checked?.(row)}
                    />
                  )}
                </td>
              )}
              {columns.map(column => (
                <td key={column.key} class={columnClass(column)} data-label={column.primary ? undefined : column.header}>
                  {rowHref && column === linked ? (
                    <a class="row-link" href={rowHref(row)}>
                      {column.cell(row)}
                    </a>
                  ) : (
                    whole(column.cell(row))
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
