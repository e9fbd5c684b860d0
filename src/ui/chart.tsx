import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

type Props = {
  /** What platform/charts drew: it carries its own title and description. */
  svg: string
  /** Left out where the page shows the same figures as a table anyway. */
  table?: ComponentChildren
  /** What opens the table behind the chart. */
  tableLabel?: string
}

/** A chart and the figures behind it, for who would rather read than look. */
export const Chart = ({ svg, table, tableLabel = '123' }: Props) => (
  <figure class="chart">
    <div class="chart-picture" dangerouslySetInnerHTML={{ __html: svg }} />
    {table && (
      <details class="chart-table">
        <summary>
          <Icon name="chevron" />
          {tableLabel}
        </summary>
        {table}
      </details>
    )}
  </figure>
)
