import type { ComponentChildren } from 'preact'
import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  Facts,
  Form,
  FormActions,
  KeyFigure,
  PageHeader,
  PostButton,
  Section,
  Tabs,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Props = {
  m: Messages
  id: number
  title: string
  course: string
  lead: string
  state: { key: string; label: string; tone: Tone }
  tabs: { href: string; label: string; current: boolean }[]
  /** Null: a cancelled class has no seats. */
  figure: { label: string; value: string; unit: string | null; sentence: string; tone: Tone } | null
  /** Requests that wait for this actor; null: none, or not theirs. */
  asked: string | null
  notice: { tone: Tone; words: string }[]
  /** How the actor stands in this class. */
  own: { label: string; tone: Tone; href: string } | null
  facts: { label: string; value: ComponentChildren }[]
  joinHref: string | null
  nominateHref: string | null
  calendarHref: string | null
  organiser: { edit: boolean; open: boolean; start: boolean; cancel: boolean; nextHref: string | null }
}

const Steps = ({ m, id, organiser }: Props) => (
  <>
    {organiser.open && <PostButton action={`/kelas/${id}/buka`} label={m.open} confirm={m.openAsk} tone="primary" icon="check" />}
    {organiser.start && (
      <PostButton action={`/kelas/${id}/mulai`} label={m.start} confirm={m.startAsk} tone="primary" icon="check" />
    )}
    {organiser.edit && <ButtonLink href={`/kelas/${id}/ubah`}>{m.edit}</ButtonLink>}
    {organiser.nextHref && (
      <ButtonLink href={organiser.nextHref} tone="ghost">
        {m.nextClass}
      </ButtonLink>
    )}
    {organiser.cancel && (
      <ButtonLink href={`/kelas/${id}/batal`} tone="ghost">
        {m.cancel}
      </ButtonLink>
    )}
  </>
)

export function ClassPage(props: Props) {
  const { m, id, figure, own } = props
  return (
    <>
      <PageHeader
        title={props.title}
        eyebrow={props.course}
        lead={
          <>
            {props.lead} <Badge tone={props.state.tone}>{props.state.label}</Badge>
          </>
        }
        actions={
          <>
            <Steps {...props} />
            {props.joinHref && (
              <ButtonLink href={props.joinHref} tone={props.organiser.edit ? 'neutral' : 'primary'} icon="arrow-right">
                {m.join}
              </ButtonLink>
            )}
            {props.nominateHref && (
              <ButtonLink href={props.nominateHref} icon="people">
                {m.nominate}
              </ButtonLink>
            )}
          </>
        }
      />
      {props.tabs.length > 1 && <Tabs items={props.tabs} label={m.tabs} />}
      {props.notice.map(one => (
        <Alert key={one.words} tone={one.tone}>
          <p>{one.words}</p>
        </Alert>
      ))}
      {figure && (
        <KeyFigure
          value={figure.value}
          unit={figure.unit ?? undefined}
          label={figure.label}
          sentence={figure.sentence}
          tone={figure.tone}
          action={
            props.asked && (
              <>
                <Badge tone="warn">{props.asked}</Badge>
                <ButtonLink href={`/kelas/${id}/peserta?keadaan=requested`}>{m.decide}</ButtonLink>
              </>
            )
          }
        />
      )}
      {own && (
        <p>
          {m.joined}: <a href={own.href}>{own.label}</a>
        </p>
      )}
      <Section
        title={m.about}
        actions={
          props.calendarHref && (
            <ButtonLink href={props.calendarHref} icon="download">
              {m.calendarFile}
            </ButtonLink>
          )
        }
      >
        <Facts items={props.facts} />
      </Section>
    </>
  )
}

type CancelProps = {
  m: Messages
  id: number
  title: string
  course: string
  count: string
  why: string
  errors: { field: string; message: string }[]
}
export const CancelPage = ({ m, id, title, course, count, why, errors }: CancelProps) => (
  <>
    <PageHeader title={m.cancel} eyebrow={`${course} · ${title}`} lead={m.cancelLead} />
    <Alert tone="warn">
      <p>{count}</p>
    </Alert>
    <Form action={`/kelas/${id}/batal`} errors={errors} errorTitle={m.formErrors}>
      <TextField
        label={m.cancelWhy}
        name="alasan"
        value={why}
        rows={3}
        maxlength={500}
        help={m.cancelWhyHelp}
        error={errors[0]?.message}
        required
      />
      <FormActions>
        <Button tone="danger">{m.cancel}</Button>
        <ButtonLink href={`/kelas/${id}`} tone="ghost">
          {m.back}
        </ButtonLink>
      </FormActions>
    </Form>
  </>
)
