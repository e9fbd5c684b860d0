import type { ComponentChildren } from 'preact'
import {
  Alert,
  ButtonLink,
  DataTable,
  Facts,
  type Figure,
  Figures,
  KeyFigure,
  PageHeader,
  Pager,
  PostButton,
  Progress,
  Section,
  type Step,
  Steps,
} from '../../ui/index.ts'
import type { Messages } from '../messages.ts'
import type { ShownValue } from '../present.ts'
import type { State } from '../store.ts'

type FrameProps = {
  m: Messages
  title: string
  lead: string
  state: State
  facts: { label: string; value: string }[]
  children: ComponentChildren
}

const place: Record<State, number> = { reading: 0, mapping: 1, preview: 2, applying: 3, done: 4, failed: 3, cancelled: 3 }

/** What stands around every state of an import: which one it is, and how far. */
export function ImportFrame({ m, title, lead, state, facts, children }: FrameProps) {
  const labels = [m.steps.upload, m.steps.columns, m.steps.preview, m.steps.result]
  const steps = labels.map(
    (label, index): Step => ({ label, state: index < place[state] ? 'done' : index === place[state] ? 'now' : 'later' }),
  )
  return (
    <>
      <PageHeader title={title} lead={lead} />
      {state !== 'failed' && state !== 'cancelled' && <Steps steps={steps} label={m.stepsLabel} />}
      {children}
      {facts.length > 0 && (
        <Section title={m.aboutFile}>
          <Facts items={facts} />
        </Section>
      )}
    </>
  )
}

type WorkingProps = { m: Messages; id: number; title: string; words: string; progress: number; total: number }

/** Refreshes itself while the work goes on; without JavaScript the link does. */
export const Working = ({ m, id, title, words, progress, total }: WorkingProps) => (
  <div data-live={`/impor/${id}/keadaan`}>
    <Section
      title={title}
      lead={m.leave}
      actions={
        <ButtonLink href={`/impor/${id}`} icon="refresh">
          {m.reload}
        </ButtonLink>
      }
    >
      {total > 0 ? <Progress value={progress} max={total} label={words} /> : <p role="status">{words}</p>}
    </Section>
  </div>
)

export type Sample = { row: string; subject: string; values: ShownValue[]; reasons: { where: string; words: string }[] }

type SamplesProps = { m: Messages; outcome: string; refused: boolean; samples: Sample[]; pager: Parameters<typeof Pager>[0] }

const Values = ({ values }: { values: ShownValue[] }) => (
  <ul>
    {values.map(({ label, before, value }) => (
      <li key={label}>
        {label}:{' '}
        {before !== undefined && (
          <>
            <del>{before}</del> <span aria-hidden="true">→</span>{' '}
          </>
        )}
        {before !== undefined ? <ins>{value}</ins> : value}
      </li>
    ))}
  </ul>
)

const Reasons = ({ reasons }: { reasons: Sample['reasons'] }) => (
  <ul>
    {reasons.map(({ where, words }) => (
      <li key={where + words}>{where ? `${where}: ${words}` : words}</li>
    ))}
  </ul>
)

export const Samples = ({ m, outcome, refused, samples, pager }: SamplesProps) => (
  <Section title={m.samples(outcome)} id="contoh">
    <DataTable<Sample>
      caption={m.samples(outcome)}
      rows={samples}
      rowKey={sample => sample.row}
      empty={m.noSamples}
      columns={[
        { key: 'row', header: m.row, align: 'right', cell: sample => sample.row },
        { key: 'subject', header: m.subject, primary: true, cell: sample => sample.subject },
        {
          key: 'what',
          long: true,
          header: refused ? m.reason : m.changes,
          cell: sample => (sample.reasons.length > 0 ? <Reasons reasons={sample.reasons} /> : <Values values={sample.values} />),
        },
      ]}
    />
    <Pager {...pager} />
  </Section>
)

export type Next = { sentence: string; links: { href: string; label: string }[] }

/** What an office does now. */
const NextStep = ({ m, next }: { m: Messages; next: Next }) => (
  <Section title={m.nextStep} lead={next.sentence}>
    <div class="actions">
      {next.links.map(({ href, label }, index) => (
        <ButtonLink key={href} href={href} tone={index === 0 ? 'primary' : 'neutral'}>
          {label}
        </ButtonLink>
      ))}
    </div>
  </Section>
)

type CountedProps = {
  m: Messages
  id: number
  /** Rows to be written, or written. */
  rows: { count: number; shown: string }
  refused: number
  figures: Figure[]
  done: boolean
  note: string | null
  canChange: boolean
  next: Next | null
  children: ComponentChildren
}

const Refused = ({ m, id, refused }: { m: Messages; id: number; refused: number }) =>
  refused > 0 ? (
    <ButtonLink href={`/impor/${id}/ditolak.xlsx`} icon="download" download>
      {m.refusedFile}
    </ButtonLink>
  ) : null

/** The counts, before and after they were written, each leading to its rows. */
export function Counted({ m, id, rows, refused, figures, done, note, canChange, next, children }: CountedProps) {
  const nothing = rows.count === 0
  const sentence = done ? m.doneSentence(refused) : nothing ? m.nothingNewSentence(refused) : m.previewSentence(refused)
  return (
    <>
      <KeyFigure
        value={rows.shown}
        label={done ? m.doneTitle : nothing ? m.nothingNew : m.previewTitle}
        sentence={sentence}
        tone={refused > 0 ? 'warn' : 'ok'}
        action={
          <>
            {!done && !nothing && (
              <PostButton action={`/impor/${id}/jalankan`} label={m.run(rows.count)} tone="primary" icon="check" />
            )}
            <Refused m={m} id={id} refused={refused} />
          </>
        }
      />
      {note && <Alert tone="info">{note}</Alert>}
      <Figures items={figures} />
      {next && <NextStep m={m} next={next} />}
      {children}
      {canChange && (
        <Section title={m.notWhatYouMeant}>
          <div class="actions">
            <ButtonLink href={`/impor/${id}/kolom`}>{m.changeColumns}</ButtonLink>
            <PostButton action={`/impor/${id}/ulang`} label={m.readAgain} icon="refresh" />
            <PostButton action={`/impor/${id}/batal`} label={m.cancel} tone="danger" confirm={m.cancelQuestion} />
          </div>
        </Section>
      )}
    </>
  )
}

type EndedProps = { m: Messages; id: number; title: string; words: string; bad: boolean; canRetry: boolean; columns: boolean }

/** An import that came to nothing: why, and what can be done. */
export const Ended = ({ m, id, title, words, bad, canRetry, columns }: EndedProps) => (
  <>
    <Alert tone={bad ? 'bad' : 'neutral'} title={title}>
      <p>{words}</p>
    </Alert>
    <div class="actions">
      <ButtonLink href="/impor/baru" tone="primary" icon="upload">
        {m.newImport}
      </ButtonLink>
      {canRetry && <PostButton action={`/impor/${id}/ulang`} label={m.readAgain} icon="refresh" />}
      {canRetry && columns && <ButtonLink href={`/impor/${id}/kolom`}>{m.changeColumns}</ButtonLink>}
      {canRetry && <PostButton action={`/impor/${id}/batal`} label={m.cancel} tone="danger" confirm={m.cancelQuestion} />}
    </div>
  </>
)
