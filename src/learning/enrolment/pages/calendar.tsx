import { Alert, ButtonLink, EmptyState, KeyFigure, PageHeader, PostButton, TextField } from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Props = {
  m: Messages
  feed: { since: string; fetched: string } | null
  /** Shown once, right after it was made. */
  fresh: string | null
  here: string
}

export const CalendarPage = ({ m, feed, fresh, here }: Props) => (
  <>
    <PageHeader
      title={m.calendar}
      lead={m.calendarLead}
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
        action={<ButtonLink href="/belajar/pendaftaran">{m.mine}</ButtonLink>}
      />
    ) : (
      <EmptyState title={m.calendarNone} action={<PostButton action={here} label={m.calendarMake} tone="primary" icon="plus" />}>
        {m.calendarNoneWhat}
      </EmptyState>
    )}
  </>
)
