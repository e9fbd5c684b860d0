import type { ComponentChildren } from 'preact'
import { ButtonLink, Chart, DataTable, EmptyState, Facts, KeyFigure, PageHeader, PostButton, Section } from '../../ui/index.ts'
import type { Messages } from '../messages.ts'
import { type IndicatorCells, IndicatorTable } from './tree.tsx'

/** One goal that another points to; `href` null where this actor may not open it. */
export type LinkCells = { id: number; href: string | null; kind: string; code: string; name: string; plan: string }
export type GoalSection = { title: string; lead?: string; empty: string; rows: { href: string; name: string; detail: string }[] }

type Props = {
  m: Messages
  name: string
  eyebrow: string
  lead: string
  editHref: string | null
  remove: { action: string; confirm: string } | null
  /** Where more can be put under it. */
  add: { href: string; label: string }[]
  /** The figure of an indicator; null: no indicator, or without a target. */
  figure: { value: string; unit: string; label: string; sentence: string } | null
  isIndicator: boolean
  /** `svg` null: the targets are words. */
  targets: { svg: string | null; rows: { year: string; target: string }[] } | null
  facts: { label: string; value: string }[]
  thread: { steps: LinkCells[]; whole: boolean }
  indicators: { rows: IndicatorCells[]; years: string[] }
  inPlan: LinkCells[]
  servedBy: LinkCells[]
  hidden: string | null
  /** What capabilities above know of it. */
  sections: GoalSection[]
}

const Named = ({ link }: { link: LinkCells }) => (link.href ? <a href={link.href}>{link.name}</a> : link.name)

const Thread = ({ m, thread }: { m: Messages; thread: Props['thread'] }) => (
  <ol class="thread">
    {!thread.whole && <li class="thread-broken">{m.threadBroken}</li>}
    {thread.steps.map((step, index) => {
      const here = index === thread.steps.length - 1
      return (
        <li key={step.id} class={here ? 'thread-here' : undefined} aria-current={here ? 'true' : undefined}>
          <span class="thread-plan">
            {step.plan} · {step.kind} {step.code}
          </span>
          {here ? <strong>{step.name}</strong> : <Named link={step} />}
        </li>
      )
    })}
  </ol>
)

const Links = ({
  m,
  caption,
  rows,
  empty,
  withPlan,
}: {
  m: Messages
  caption: string
  rows: LinkCells[]
  empty: string
  withPlan: boolean
}) => (
  <DataTable<LinkCells>
    caption={caption}
    rows={rows}
    rowKey={row => row.id}
    empty={<EmptyState title={empty} />}
    columns={[
      { key: 'name', header: m.goalName, primary: true, cell: row => <Named link={row} /> },
      { key: 'code', header: m.code, nowrap: true, cell: row => row.code },
      { key: 'kind', header: m.goalKind, cell: row => row.kind },
      ...(withPlan ? [{ key: 'plan', header: m.plan, cell: (row: LinkCells) => row.plan }] : []),
    ]}
  />
)

const Targets = ({ m, targets, editHref }: Props): ComponentChildren => {
  if (!targets)
    return (
      <EmptyState title={m.noTarget} action={editHref && <ButtonLink href={editHref}>{m.edit}</ButtonLink>}>
        {m.noTargetWhat}
      </EmptyState>
    )
  const table = (
    <DataTable
      caption={m.targets}
      rows={targets.rows}
      rowKey={row => row.year}
      empty=""
      columns={[
        { key: 'year', header: m.year, primary: true, cell: row => row.year },
        { key: 'target', header: m.target, align: 'right', cell: row => row.target },
      ]}
    />
  )
  return targets.svg ? <Chart svg={targets.svg} tableLabel={m.chartTable} table={table} /> : table
}

export function GoalPage(props: Props) {
  const { m, figure, add, thread } = props
  return (
    <>
      <PageHeader
        title={props.name}
        eyebrow={props.eyebrow}
        lead={props.lead}
        actions={
          <>
            {props.editHref && <ButtonLink href={props.editHref}>{m.edit}</ButtonLink>}
            {props.remove && (
              <PostButton action={props.remove.action} label={m.removeGoal} confirm={props.remove.confirm} tone="danger" />
            )}
          </>
        }
      />
      {figure && <KeyFigure value={figure.value} unit={figure.unit} label={figure.label} sentence={figure.sentence} />}
      {props.isIndicator && (
        <Section title={m.targets}>
          <Targets {...props} />
        </Section>
      )}
      <Section title={m.threadUp} lead={thread.whole ? m.threadWhole : m.threadUpLead}>
        <Thread m={m} thread={thread} />
      </Section>
      {props.facts.length > 0 && <Facts items={props.facts} />}
      {!props.isIndicator && (
        <Section
          title={m.children}
          actions={
            add.length > 0 &&
            add.map(one => (
              <ButtonLink key={one.href} href={one.href} icon="plus">
                {one.label}
              </ButtonLink>
            ))
          }
        >
          {props.indicators.rows.length > 0 && (
            <IndicatorTable m={m} caption={m.indicators} rows={props.indicators.rows} years={props.indicators.years} />
          )}
          {(props.inPlan.length > 0 || props.indicators.rows.length === 0) && (
            <Links m={m} caption={m.children} rows={props.inPlan} empty={m.noChildren} withPlan={false} />
          )}
        </Section>
      )}
      {!props.isIndicator && (
        <Section title={m.servedBy} lead={m.servedByLead} id="bawah">
          <Links m={m} caption={m.servedBy} rows={props.servedBy} empty={m.noServedBy} withPlan />
          {props.hidden && <p class="section-lead">{props.hidden}</p>}
        </Section>
      )}
      {props.sections.map(section => (
        <Section key={section.title} title={section.title} lead={section.lead}>
          <DataTable
            caption={section.title}
            rows={section.rows}
            rowKey={row => row.href}
            rowHref={row => row.href}
            empty={<EmptyState title={section.empty} />}
            columns={[
              { key: 'name', header: section.title, primary: true, cell: row => row.name },
              { key: 'detail', header: m.detail, cell: row => row.detail },
            ]}
          />
        </Section>
      ))}
    </>
  )
}
