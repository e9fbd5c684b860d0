import { Disclosure } from './disclosure.tsx'
import { classes } from './tone.ts'

export type HeatTone = 0 | 1 | 2 | 3 | 4 | null
export type HeatCell = { value: number | null; text: string; title: string; tone: HeatTone; href?: string }

type Props = {
  caption: string
  rowHeader: string
  columns: { key: string; label: string; title?: string; href?: string }[]
  /** A cell that is null asks for nothing: it stays blank. */
  rows: { label: string; href?: string; cells: (HeatCell | null)[] }[]
  legend: { tone: HeatTone; label: string }[]
  emptyText: string
  /** Opens the list of what the columns stand for, where their names are codes. */
  columnsLabel?: string
  /** What a darker tone says: `warm` more of what is missing (the usual), `sea` more of what is there. */
  scale?: 'warm' | 'sea'
}

const heat = (tone: HeatTone) => `heat-${tone ?? 'none'}`

/** Read with the heads of its row and column; the title, said once, tells the rest to mouse and screen reader. */
function Cell({ cell }: { cell: HeatCell | null }) {
  if (cell === null) return <td />
  const text = cell.value === null ? cell.text || '–' : cell.text
  if (!cell.href) {
    return (
      <td class={heat(cell.tone)} title={cell.title}>
        {text}
      </td>
    )
  }
  return (
    <td class={heat(cell.tone)}>
      <a href={cell.href} title={cell.title}>
        {text}
      </a>
    </td>
  )
}

/** A table first: each cell carries its figure, the tone only repeats it. Not assessed is hatched, never pale. */
export function Heatmap({ caption, rowHeader, columns, rows, legend, emptyText, columnsLabel, scale = 'warm' }: Props) {
  if (rows.length === 0 || columns.length === 0) return <p class="table-empty">{emptyText}</p>
  return (
    <div class={classes('heat', `heat-scale-${scale}`)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="heat-scroll" tabIndex={0} aria-label={caption}>
        <table>
          <caption class="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{rowHeader}</th>
              {columns.map(column => (
                <th key={column.key} scope="col" title={column.title}>
                  {column.href ? <a href={column.href}>{column.label}</a> : column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.label}>
                <th scope="row">{row.href ? <a href={row.href}>{row.label}</a> : row.label}</th>
                {row.cells.map((cell, index) => (
                  <Cell key={columns[index]?.key ?? index} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ul class="heat-legend">
        {legend.map(item => (
          <li key={item.label}>
            <span class={`swatch ${heat(item.tone)}`} />
            {item.label}
          </li>
        ))}
      </ul>
      {columnsLabel && (
        <Disclosure summary={columnsLabel}>
          <dl class="heat-columns">
            {columns.map(column => (
              <div key={column.key}>
                <dt>{column.label}</dt>
                <dd>{column.title}</dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      )}
    </div>
  )
}
