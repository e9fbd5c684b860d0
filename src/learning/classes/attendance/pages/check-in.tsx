import {
  Alert,
  Button,
  ButtonLink,
  Form,
  FormActions,
  HiddenField,
  KeyFigure,
  PageHeader,
  TextField,
  type Tone,
} from '../../../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Session = { title: string; className: string; when: string }

/** Where a code is typed that was not scanned. */
export const CodePage = ({ m, typed, error, none }: { m: Messages; typed: string; error?: string; none: boolean }) => (
  <>
    <PageHeader title={m.codeTitle} lead={m.codeLead} />
    {none && <Alert tone="info">{m.codeNone}</Alert>}
    <Form action="/hadir">
      <TextField
        label={m.code}
        name="kode"
        value={typed}
        help={m.codeHelp}
        error={error}
        maxlength={12}
        autocomplete="off"
        required
      />
      <FormActions>
        <Button>{m.codeGo}</Button>
      </FormActions>
    </Form>
  </>
)

/** One press: that one is here. With JavaScript the device adds where it is, if the session asks for it. */
export const CheckInPage = (props: { m: Messages; session: Session; action: string; ticket: string; asksPlace: boolean }) => {
  const { m, session } = props
  return (
    <>
      <PageHeader title={m.checkInTitle} eyebrow={session.className} lead={`${session.title}, ${session.when}`} />
      {props.asksPlace && <Alert tone="info">{m.askPlace}</Alert>}
      <form method="post" action={props.action} class="form" data-place={props.asksPlace ? m.locating : undefined}>
        <HiddenField name="tiket" value={props.ticket} />
        <HiddenField name="lintang" value="" />
        <HiddenField name="bujur" value="" />
        <FormActions>
          <Button icon="check">{m.checkInButton}</Button>
        </FormActions>
      </form>
    </>
  )
}

/** How it ended: recorded, waiting, or why not. */
export const AnswerPage = (props: {
  title: string
  words: string
  tone: Tone
  className: string | null
  back: { href: string; label: string }
}) => {
  const back = <ButtonLink href={props.back.href}>{props.back.label}</ButtonLink>
  return (
    <>
      <PageHeader title={props.title} />
      {props.tone === 'ok' ? (
        <KeyFigure label={props.className} value="✓" sentence={props.words} tone="ok" action={back} />
      ) : (
        <Alert tone={props.tone} title={props.className ?? undefined}>
          <p>{props.words}</p>
          <div class="notice-actions">{back}</div>
        </Alert>
      )}
    </>
  )
}
