import { Badge, ButtonLink, type Column, DataTable, EmptyState, KeyFigure, PageHeader, Section, Tabs } from '../../../ui/index.ts'
import type { EvaluationMessages } from '../messages.ts'
import type { Verdict } from '../rules/items.ts'

export type TaskLine = {
  id: number
  /** Null: answered. */
  href: string | null
  title: string
  kind: string
  about: string
  due: string
  overdue: boolean
  done: boolean
}
export type ResultLine = {
  key: string
  title: string
  when: string
  self: string
  atasan: string
  verdict: Verdict | null
  note: string | null
}
type Props = {
  m: EvaluationMessages
  tabs: Parameters<typeof Tabs>[0] | null
  open: string
  firstHref: string | null
  tasks: TaskLine[]
  results: ResultLine[]
}

export const verdictTone = { ya: 'ok', sebagian: 'info', belum: 'warn' } as const

const taskColumns = (m: EvaluationMessages): Column<TaskLine>[] => [
  {
    key: 'title',
    header: m.what,
    primary: true,
    cell: row => (
      <>
        {row.href ? <a href={row.href}>{row.title}</a> : row.title} <small class="cell-detail">{row.kind}</small>
      </>
    ),
  },
  { key: 'about', header: m.about, cell: row => row.about },
  {
    key: 'due',
    header: m.due,
    cell: row =>
      row.done ? (
        <Badge tone="ok">{m.done}</Badge>
      ) : (
        <>
          {row.due} {row.overdue && <small class="cell-detail">{m.overdue}</small>}
        </>
      ),
  },
]

const resultColumns = (m: EvaluationMessages): Column<ResultLine>[] => [
  {
    key: 'title',
    header: m.course,
    primary: true,
    cell: row => (
      <>
        {row.title} <small class="cell-detail">{row.when}</small>
      </>
    ),
  },
  { key: 'self', header: m.self, align: 'right', cell: row => row.self },
  { key: 'atasan', header: m.leader, align: 'right', cell: row => row.atasan },
  {
    key: 'verdict',
    header: m.confirmed,
    cell: row => (row.verdict ? <Badge tone={verdictTone[row.verdict]}>{m.verdicts[row.verdict]}</Badge> : m.unknown),
  },
  { key: 'note', header: m.noteGiven, long: true, cell: row => row.note ?? m.unknown },
]

export const EvaluationsPage = ({ m, tabs, open, firstHref, tasks, results }: Props) => (
  <>
    <PageHeader title={m.title} lead={m.lead} />
    {tabs && <Tabs {...tabs} />}
    <KeyFigure
      value={open}
      label={m.waiting}
      sentence={firstHref ? m.waitingSentence : m.waitingNone}
      tone={firstHref ? 'warn' : 'ok'}
      action={
        firstHref && (
          <ButtonLink href={firstHref} tone="primary">
            {m.start}
          </ButtonLink>
        )
      }
    />
    <DataTable<TaskLine>
      caption={m.title}
      rows={tasks}
      rowKey={row => row.id}
      empty={<EmptyState title={m.none}>{m.noneWhat}</EmptyState>}
      columns={taskColumns(m)}
    />
    {results.length > 0 && (
      <Section title={m.mine} lead={m.mineLead}>
        <DataTable<ResultLine>
          caption={m.mine}
          rows={results}
          rowKey={row => row.key}
          empty={m.none}
          columns={resultColumns(m)}
        />
      </Section>
    )}
  </>
)
