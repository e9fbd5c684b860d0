import type { ComponentChildren } from 'preact'
import {
  Alert,
  Badge,
  ButtonLink,
  DataTable,
  EmptyState,
  Facts,
  FilterBar,
  KeyFigure,
  PageHeader,
  PostButton,
  Section,
  SelectField,
  TextField,
  type Tone,
} from '../../ui/index.ts'
import type { Messages } from '../messages.ts'
import { type GoalNode, GoalTree } from './tree.tsx'

export type GoalCells = { id: number; code: string; kind: string; name: string; serves: string; broken: boolean }
type Choice = { value: string; label: string }

type Props = {
  m: Messages
  id: number
  name: string
  kind: string
  lead: string
  verified: boolean
  state: { label: string; tone: Tone }
  figure: { value: string; sentence: string; tone: Tone; brokenHref: string | null }
  nodes: GoalNode[]
  years: string[]
  /** What a search finds; null: nothing was searched, the tree is shown. */
  found: GoalCells[] | null
  values: { q: string; jenis: string; kaitan: string }
  choices: { jenis: Choice[]; kaitan: Choice[] }
  facts: { label: string; value: string }[]
  isEmpty: boolean
  /** Null: this actor does not write this plan, or it is archived. */
  addHref: string | null
  addLabel: string
  editHref: string | null
  exportHref: string
  canImport: boolean
  /** The one step that this actor may take with the plan as a whole. */
  step: { action: string; label: string; confirm: string; danger: boolean } | null
  removable: boolean
}

const Found = ({ m, rows, resetHref }: { m: Messages; rows: GoalCells[]; resetHref: string }) => (
  <DataTable<GoalCells>
    caption={m.tree}
    rows={rows}
    rowKey={row => row.id}
    rowHref={row => `/sasaran/${row.id}`}
    empty={
      <EmptyState title={m.noGoalMatch} action={<ButtonLink href={resetHref}>{m.reset}</ButtonLink>}>
        {m.noPlanMatchWhat}
      </EmptyState>
    }
    columns={[
      { key: 'name', header: m.goalName, primary: true, cell: row => row.name },
      { key: 'code', header: m.code, nowrap: true, cell: row => row.code },
      { key: 'kind', header: m.goalKind, cell: row => row.kind },
      {
        key: 'serves',
        header: m.serves,
        long: true,
        cell: row => (row.broken ? <Badge tone="warn">{m.broken}</Badge> : row.serves),
      },
    ]}
  />
)

const Empty = ({ m, addHref, addLabel, canImport }: Props) => (
  <EmptyState
    title={m.noGoals}
    action={
      addHref && (
        <>
          <ButtonLink href={addHref} tone="primary" icon="plus">
            {addLabel}
          </ButtonLink>
          {canImport && (
            <ButtonLink href="/impor/baru?jenis=sasaran" icon="upload">
              {m.importGoals}
            </ButtonLink>
          )}
        </>
      )
    }
  >
    {addHref ? m.noGoalsWhat : m.noGoalsRead}
  </EmptyState>
)

const Held = (props: Props): ComponentChildren => {
  const { m, id, found, values, choices, nodes, years } = props
  const here = `/rencana-daerah/${id}`
  return (
    <>
      <FilterBar action={here} submit={m.apply} resetHref={found ? here : undefined} resetLabel={m.reset}>
        <TextField label={m.searchGoal} name="q" value={values.q} type="search" />
        <SelectField
          label={m.goalKind}
          name="jenis"
          value={values.jenis}
          options={[{ value: '', label: m.all }, ...choices.jenis]}
        />
        <SelectField
          label={m.thread}
          name="kaitan"
          value={values.kaitan}
          options={[{ value: '', label: m.all }, ...choices.kaitan]}
        />
      </FilterBar>
      {found ? <Found m={m} rows={found} resetHref={here} /> : <GoalTree m={m} nodes={nodes} years={years} />}
    </>
  )
}

export function PlanPage(props: Props) {
  const { m, step, addHref, editHref } = props
  return (
    <>
      <PageHeader
        title={props.name}
        eyebrow={props.kind}
        lead={
          <>
            {props.lead} <Badge tone={props.state.tone}>{props.state.label}</Badge>
          </>
        }
        actions={
          <>
            {addHref && (
              <ButtonLink href={addHref} tone="primary" icon="plus">
                {props.addLabel}
              </ButtonLink>
            )}
            {editHref && <ButtonLink href={editHref}>{m.editPlan}</ButtonLink>}
            {!props.isEmpty && (
              <ButtonLink href={props.exportHref} icon="download" download>
                {m.downloadGoals}
              </ButtonLink>
            )}
          </>
        }
      />
      <KeyFigure
        value={props.figure.value}
        label={m.held}
        sentence={props.figure.sentence}
        tone={props.figure.tone}
        action={props.figure.brokenHref && <ButtonLink href={props.figure.brokenHref}>{m.seeBroken}</ButtonLink>}
      />
      {!props.verified && (
        <Alert tone="warn" title={m.unverified}>
          <p>{m.unverifiedPlan}</p>
        </Alert>
      )}
      <Section title={m.tree}>{props.isEmpty ? <Empty {...props} /> : <Held {...props} />}</Section>
      <Section
        title={m.about}
        actions={
          (step || props.removable) && (
            <>
              {step && (
                <PostButton
                  action={step.action}
                  label={step.label}
                  confirm={step.confirm}
                  tone={step.danger ? 'danger' : 'primary'}
                />
              )}
              {props.removable && (
                <PostButton action={`/rencana-daerah/${props.id}/hapus`} label={m.remove} confirm={m.removeAsk} tone="danger" />
              )}
            </>
          )
        }
      >
        <Facts items={props.facts} />
      </Section>
    </>
  )
}
