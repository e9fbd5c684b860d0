import { DataTable, Disclosure, Icon } from '../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type IndicatorCells = { id: number; name: string; measure: string; baseline: string; targets: string[] }
export type GoalNode = {
  id: number
  kind: string
  code: string
  name: string
  /** The office that answers for it. */
  answers: string | null
  serves: { href: string | null; words: string } | null
  servedBy: string | null
  /** Where the thread breaks, in words; null where it leads to the nation, or where the plan is the nation's. */
  broken: string | null
  indicators: IndicatorCells[]
  children: GoalNode[]
  /** Programs and what lies below open on demand, under this heading. */
  folded: { summary: string; nodes: GoalNode[] } | null
}
type TreeProps = { m: Messages; nodes: GoalNode[]; years: string[]; depth?: number }

const Ties = ({ m, node }: { m: Messages; node: GoalNode }) => {
  const { serves, servedBy, broken, answers } = node
  if (!serves && !servedBy && !broken && !answers) return null
  return (
    <ul class="goal-ties">
      {serves && (
        <li>
          <Icon name="arrow-up" />
          <span>
            {m.serves} {serves.href ? <a href={serves.href}>{serves.words}</a> : serves.words}
          </span>
        </li>
      )}
      {broken && (
        <li class="tie-broken">
          <Icon name="warning" />
          <span>{broken}</span>
        </li>
      )}
      {servedBy && (
        <li>
          <Icon name="arrow-down" />
          <a href={`/sasaran/${node.id}#bawah`}>{servedBy}</a>
        </li>
      )}
      {answers && (
        <li>
          <Icon name="building" />
          <span>{answers}</span>
        </li>
      )}
    </ul>
  )
}

export const IndicatorTable = ({
  m,
  caption,
  rows,
  years,
}: {
  m: Messages
  caption: string
  rows: IndicatorCells[]
  years: string[]
}) => (
  <div class="year-table">
    <DataTable<IndicatorCells>
      caption={caption}
      rows={rows}
      rowKey={row => row.id}
      rowHref={row => `/sasaran/${row.id}`}
      empty=""
      columns={[
        { key: 'name', header: m.indicators, primary: true, cell: row => row.name },
        { key: 'measure', header: m.measure, cell: row => row.measure },
        { key: 'baseline', header: m.baseline, align: 'right', cell: row => row.baseline },
        ...years.map((year, index) => ({
          key: year,
          header: year,
          align: 'right' as const,
          cell: (row: IndicatorCells) => row.targets[index] ?? '',
        })),
      ]}
    />
  </div>
)

/** What a plan holds: tujuan, the sasaran under it, each with its indicators, and what ties it to the plans above and below. */
export const GoalTree = ({ m, nodes, years, depth = 0 }: TreeProps) => {
  const Heading = (['h3', 'h4', 'h5', 'h6'] as const)[Math.min(depth, 3)]!
  return (
    <ol class="goal-tree">
      {nodes.map(node => (
        <li key={node.id} class="goal-node" id={`s-${node.id}`}>
          <p class="goal-kind">
            {node.kind} {node.code}
          </p>
          <Heading class="goal-name">
            <a href={`/sasaran/${node.id}`}>{node.name}</a>
          </Heading>
          <Ties m={m} node={node} />
          {node.indicators.length > 0 && (
            <IndicatorTable m={m} caption={`${m.indicators} ${node.code}`} rows={node.indicators} years={years} />
          )}
          {node.children.length > 0 && <GoalTree m={m} nodes={node.children} years={years} depth={depth + 1} />}
          {node.folded && (
            <Disclosure summary={node.folded.summary}>
              <GoalTree m={m} nodes={node.folded.nodes} years={years} depth={depth + 1} />
            </Disclosure>
          )}
        </li>
      ))}
    </ol>
  )
}
