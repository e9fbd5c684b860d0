import {
  Button,
  ButtonLink,
  CheckField,
  ChoiceRows,
  Disclosure,
  Form,
  FormActions,
  PostButton,
  Section,
  SelectField,
  TextField,
} from '../../../../ui/index.ts'
import type { Messages } from '../messages.ts'
import type { TypedSession } from '../rules/session.ts'

type Choice = { value: string | number; label: string }
type Props = {
  m: Messages
  title: string
  action: string
  backHref: string
  /** Null: a new one. */
  removeAction: string | null
  values: TypedSession
  reason: string
  errors: { field: string; message: string }[]
  days: { from: string; until: string }
  subjects: Choice[]
  rooms: Choice[]
  trainers: { id: number; name: string; detail?: string }[]
  jpHelp: string
}

type Part = Props & { error: (field: string) => string | undefined }

const Trainers = ({ m, values, trainers, error }: Part) => (
  <fieldset class="choice" id="f-pengajar">
    <legend>{m.trainers}</legend>
    {error('pengajar') && <p class="field-error">{error('pengajar')}</p>}
    {trainers.length === 0 && <p class="field-help">{m.noTrainers}</p>}
    <div class="grid gap-2">
      {trainers.map(trainer => (
        <CheckField
          key={trainer.id}
          label={trainer.name}
          name="pengajar"
          id={`f-pengajar-${trainer.id}`}
          value={String(trainer.id)}
          checked={values.trainers.includes(trainer.id)}
          help={trainer.detail}
        />
      ))}
    </div>
  </fieldset>
)

/** How one comes in from afar, and where one must stand to check in: seldom needed. */
function Details({ m, values, errors, error }: Part) {
  const open =
    values.meetingUrl !== '' ||
    values.point !== '' ||
    errors.some(one => ['tautan', 'daya', 'titik', 'radius'].includes(one.field))
  return (
    <Disclosure summary={m.details} open={open}>
      <TextField
        label={m.meetingUrl}
        name="tautan"
        type="url"
        value={values.meetingUrl}
        maxlength={500}
        help={m.meetingHelp}
        error={error('tautan')}
      />
      <TextField
        label={m.meetingCapacity}
        name="daya"
        inputmode="numeric"
        value={values.meetingCapacity}
        maxlength={6}
        help={m.capacityHelp}
        error={error('daya')}
      />
      <TextField label={m.point} name="titik" value={values.point} maxlength={60} help={m.pointHelp} error={error('titik')} />
      <TextField
        label={m.radius}
        name="radius"
        inputmode="numeric"
        value={values.radius}
        maxlength={4}
        placeholder="100"
        error={error('radius')}
      />
    </Disclosure>
  )
}

export function SessionFormPage(props: Props) {
  const { m, values, errors } = props
  const error = (field: string) =>
    errors
      .filter(one => one.field === field)
      .map(one => one.message)
      .join(' ') || undefined
  return (
    <Section title={props.title}>
      <Form action={props.action} errors={errors} errorTitle={m.errorTitle}>
        <SelectField
          label={m.subject}
          name="mata"
          value={values.subject}
          options={[...props.subjects, { value: '', label: m.noSubject }]}
          error={error('mata')}
        />
        <TextField label={m.title} name="judul" value={values.title} maxlength={200} help={m.titleHelp} error={error('judul')} />
        <TextField
          label={m.day}
          name="tanggal"
          type="date"
          value={values.day}
          min={props.days.from}
          max={props.days.until}
          error={error('tanggal')}
        />
        <TextField label={m.from} name="mulai" type="time" value={values.from} error={error('mulai')} />
        <TextField label={m.until} name="selesai" type="time" value={values.until} error={error('selesai')} />
        <TextField
          label={m.jp}
          name="jp"
          inputmode="numeric"
          maxlength={2}
          value={values.jp}
          help={props.jpHelp}
          error={error('jp')}
        />
        <ChoiceRows
          label={m.mode}
          name="cara"
          value={values.mode}
          error={error('cara')}
          options={[
            { value: 'tatap_muka', label: m.modes.tatap_muka },
            { value: 'daring', label: m.modes.daring },
          ]}
        />
        <SelectField
          label={m.room}
          name="ruang"
          value={values.room}
          options={[{ value: '', label: m.noRoom }, ...props.rooms]}
          error={error('ruang')}
        />
        <Trainers {...props} error={error} />
        <Details {...props} error={error} />
        {(props.reason !== '' || error('alasan')) && (
          <TextField
            label={m.reason}
            name="alasan"
            value={props.reason}
            maxlength={300}
            help={m.reasonHelp}
            error={error('alasan')}
          />
        )}
        <FormActions>
          <Button>{m.save}</Button>
          {props.removeAction === null && (
            <Button tone="neutral" name="lagi" value="1">
              {m.saveNext}
            </Button>
          )}
          <ButtonLink href={props.backHref} tone="ghost">
            {m.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
      {props.removeAction && <PostButton action={props.removeAction} label={m.remove} tone="danger" confirm={m.removeConfirm} />}
    </Section>
  )
}
