import {
  Alert,
  Badge,
  ButtonLink,
  type Column,
  DataTable,
  Disclosure,
  KeyFigure,
  PageHeader,
  Section,
  type Tone,
} from '../../ui/index.ts'
import type { Messages } from '../messages.ts'
import { RatingForm, type RatingFormProps, WithdrawForm } from './rating-form.tsx'

export type PastRating = {
  id: number
  period: string
  result: string
  behaviour: string
  predicate: { text: string; tone: Tone }
  achieved: string
  rater: string
  ratedOn: string
  recorded: string
  /** When and how. */
  recordedHow: string
  /** Of one that was replaced or withdrawn. */
  superseded: { by: string; why: string } | null
  correctHref: string | null
}
type MatrixRow = { result: string; cells: { behaviour: string; predicate: string; percent: string; tone: Tone }[] }

export type PersonProps = {
  m: Messages
  title: string
  eyebrow: string | null
  lead: string
  /** Null where the breadcrumb leads there. */
  profileHref: string | null
  latest: { predicate: string; sentence: string; tone: Tone } | null
  own: boolean
  /** Why nothing can be recorded here; null where it can, or where there is nothing to explain. */
  refusal: string | null
  current: PastRating[]
  replaced: PastRating[]
  replacedTitle: string
  form: RatingFormProps | null
  withdraw: { action: string; error: string | null } | null
  matrix: { rows: MatrixRow[]; lead: string; percentLead: string; source: string; verified: boolean }
}

const columns = (m: Messages, canCorrect: boolean): Column<PastRating>[] => [
  { key: 'period', header: m.period, primary: true, cell: row => row.period },
  { key: 'result', header: m.result, cell: row => row.result, nowrap: true },
  { key: 'behaviour', header: m.behaviour, cell: row => row.behaviour, nowrap: true },
  { key: 'predicate', header: m.predicate, cell: row => <Badge tone={row.predicate.tone}>{row.predicate.text}</Badge> },
  { key: 'achieved', header: m.achieved, align: 'right', cell: row => row.achieved },
  {
    key: 'rater',
    header: m.rater,
    long: true,
    cell: row => (
      <>
        {row.rater} <small class="cell-detail">{row.ratedOn}</small>
      </>
    ),
  },
  {
    key: 'recorded',
    header: m.recorded,
    long: true,
    cell: row => (
      <>
        {row.recorded} <small class="cell-detail">{row.recordedHow}</small>
      </>
    ),
  },
  ...(canCorrect
    ? [
        {
          key: 'correct',
          header: m.action,
          cell: (row: PastRating) => row.correctHref && <a href={row.correctHref}>{m.correct}</a>,
        },
      ]
    : []),
]

const Replaced = ({ m, replaced, replacedTitle }: PersonProps) => (
  <Disclosure summary={replacedTitle}>
    <DataTable<PastRating>
      caption={replacedTitle}
      rows={replaced}
      rowKey={row => row.id}
      empty=""
      columns={[
        ...columns(m, false),
        { key: 'by', header: m.supersededBy, long: true, cell: row => row.superseded?.by ?? '–' },
        { key: 'why', header: m.supersededWhy, long: true, cell: row => row.superseded?.why ?? '–' },
      ]}
    />
  </Disclosure>
)

const Matrix = ({ m, matrix }: PersonProps) => (
  <Section
    title={m.matrix}
    lead={
      <>
        {matrix.lead} {!matrix.verified && <Badge tone="warn">{m.unverified}</Badge>}
      </>
    }
  >
    <DataTable<MatrixRow>
      caption={m.matrix}
      rows={matrix.rows}
      rowKey={row => row.result}
      empty=""
      columns={[
        { key: 'result', header: m.result, primary: true, cell: row => row.result },
        ...(matrix.rows[0]?.cells ?? []).map((head, index) => ({
          key: String(index),
          header: head.behaviour,
          cell: (row: MatrixRow) => {
            const cell = row.cells[index]!
            return (
              <>
                <Badge tone={cell.tone}>{cell.predicate}</Badge> <small class="text-muted">{cell.percent}</small>
              </>
            )
          },
        })),
      ]}
    />
    <p class="section-lead">
      {matrix.percentLead} {matrix.source}
    </p>
  </Section>
)

/** One person's ratings: what counts, who recorded it when, what was replaced; and the form, for who may rate. */
export function PersonPage(props: PersonProps) {
  const { m, latest, own, form, withdraw, current, replaced } = props
  const actions = props.profileHref && <ButtonLink href={props.profileHref}>{m.profile}</ButtonLink>
  return (
    <>
      <PageHeader title={props.title} eyebrow={props.eyebrow} lead={props.lead} actions={actions} />
      <KeyFigure
        value={latest?.predicate ?? m.none}
        label={m.latest}
        sentence={latest?.sentence ?? (own ? m.noneMine : m.noneWhat)}
        tone={latest?.tone ?? 'info'}
        action={
          form && (
            <ButtonLink href="#catat" tone="primary" icon="plus">
              {m.record}
            </ButtonLink>
          )
        }
      />
      <Section title={m.history} lead={current.length > 0 ? m.historyLead : undefined}>
        <DataTable<PastRating>
          caption={m.history}
          rows={current}
          rowKey={row => row.id}
          empty={own ? m.noneMine : m.noneWhat}
          columns={columns(m, form !== null)}
        />
        {replaced.length > 0 && <Replaced {...props} />}
      </Section>
      <Matrix {...props} />
      {props.refusal && (
        <Alert tone="info" title={m.selfTitle}>
          {props.refusal}
        </Alert>
      )}
      {form && (
        <Section id="catat" title={form.title} lead={form.lead}>
          <div class="grid gap-6">
            <RatingForm {...form} />
            {withdraw && (
              <Disclosure summary={m.withdrawTitle} open={withdraw.error !== null}>
                <p class="text-muted">{m.withdrawLead}</p>
                <WithdrawForm m={m} {...withdraw} />
              </Disclosure>
            )}
          </div>
        </Section>
      )}
    </>
  )
}
