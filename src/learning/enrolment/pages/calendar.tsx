import { Alert, ButtonLink, EmptyState, KeyFigure, PageHeader, PostButton, TextField } from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Props = {
  m: Messages
  feed: { since: string; fetched: string } | null
  /** Shown once, right after it was made. */
  fresh: string | null
  here: string
  words: { title: string; lead: string }
  back: { href: string; label: string }
}

export const CalendarPage = ({ m, feed, fresh, here, words, back }: Props) => (
  <>
    <PageHeader
      title={words.title}
      lead={words.lead}
      actions={
        feed && (
          <>
            <PostButton action={here} label={m.calendarMakeAgain} confirm={m.calendarAgainAsk} icon="refresh" />
            <PostButton
              action={`${here}/cabut`}
              label={m.calendarRevoke}
              confirm={m.calendarRevokeAsk}
              tone="danger"
              icon="close"
            />
          </>
        )
      }
    />
    {fresh && (
      <>
        <Alert tone="warn" title={m.calendarOnce}>
          <p>{m.calendarSecret}</p>
        </Alert>
        <TextField label={m.calendarYours} name="alamat" value={fresh} help={m.calendarNoneWhat} rows={2} />
      </>
    )}
    {feed ? (
      <KeyFigure
        value={<>✓</>}
        label={m.calendarActive}
        sentence={`${feed.since} ${feed.fetched}`}
        tone="ok"
        action={<ButtonLink href={back.href}>{back.label}</ButtonLink>}
      />
    ) : (
      <EmptyState title={m.calendarNone} action={<PostButton action={here} label={m.calendarMake} tone="primary" icon="plus" />}>
        {m.calendarNoneWhat}
      </EmptyState>
    )}
  </>
)
