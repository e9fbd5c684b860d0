import type { ComponentChildren } from 'preact'
import { Alert, ButtonLink, Facts, KeyFigure, PageHeader, PostButton, Progress, Section } from '../../../ui/index.ts'
import type { OpeningMessages } from '../messages.ts'

type FrameProps = {
  m: OpeningMessages
  title: string
  lead: string
  facts: { label: string; value: string }[]
  children: ComponentChildren
}

export const OpeningFrame = ({ m, title, lead, facts, children }: FrameProps) => (
  <>
    <PageHeader title={title} lead={lead} />
    {children}
    <Section title={m.about}>
      <Facts items={facts} />
    </Section>
  </>
)

type WorkingProps = { m: OpeningMessages; id: number; words: string; progress: number; total: number }

/** Refreshes itself while the work goes on; without JavaScript the link does. */
export const OpeningWorking = ({ m, id, words, progress, total }: WorkingProps) => (
  <div data-live={`/akun/massal/${id}/keadaan`}>
    <Section
      title={m.states.queued}
      lead={m.leave}
      actions={
        <ButtonLink href={`/akun/massal/${id}`} icon="refresh">
          {m.reload}
        </ButtonLink>
      }
    >
      {total > 0 ? <Progress value={progress} max={total} label={words} /> : <p role="status">{words}</p>}
    </Section>
  </div>
)

export const OpeningCancel = ({ m, id }: { m: OpeningMessages; id: number }) => (
  <div class="actions mt-6">
    <PostButton action={`/akun/massal/${id}/batal`} label={m.cancel} tone="danger" confirm={m.cancelQuestion} />
  </div>
)

type DoneProps = {
  m: OpeningMessages
  id: number
  value: string
  label: string
  sentence: string
  /** The passwords wait for the one who looks. */
  canFetch: boolean
  /** Where lost passwords are made anew; null where none were made, or they still wait. */
  againHref: string | null
}

export const OpeningDone = ({ m, id, value, label, sentence, canFetch, againHref }: DoneProps) => (
  <>
    <KeyFigure
      value={value}
      label={label}
      sentence={sentence}
      tone={canFetch ? 'warn' : 'ok'}
      action={
        canFetch && (
          <PostButton
            action={`/akun/massal/${id}/sandi`}
            label={m.fetch}
            tone="primary"
            icon="download"
            confirm={m.fetchQuestion}
          />
        )
      }
    />
    {againHref && (
      <Alert tone="info">
        <p>
          {m.lost} <a href={againHref}>{m.again}</a>
        </p>
      </Alert>
    )}
  </>
)

type EndedProps = { m: OpeningMessages; bad: boolean; title: string; words: string; againHref: string }

export const OpeningEnded = ({ m, bad, title, words, againHref }: EndedProps) => (
  <>
    <Alert tone={bad ? 'bad' : 'neutral'} title={title}>
      <p>{words}</p>
    </Alert>
    <div class="actions">
      <ButtonLink href={againHref} tone="primary">
        {m.startAgain}
      </ButtonLink>
    </div>
  </>
)
