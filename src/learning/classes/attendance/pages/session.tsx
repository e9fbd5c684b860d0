import {
  Badge,
  Button,
  ButtonLink,
  Disclosure,
  Form,
  FormActions,
  KeyFigure,
  Section,
  TextField,
  type Tone,
} from '../../../../ui/index.ts'
import type { Messages } from '../messages.ts'
import type { AttendanceState } from '../store.ts'

export type MarkRow = {
  pegawaiId: number
  name: string
  detail: string
  /** As recorded; null: not marked. */
  state: AttendanceState | null
  /** As it stands in the form. */
  chosen: string
  how: string | null
}
type Props = {
  m: Messages
  title: string
  when: string
  figure: { value: string; sentence: string; tone: Tone }
  rows: MarkRow[]
  action: string
  screenHref: string | null
  printHref: string
  /** Null: it cannot be marked now, and why. */
  editable: boolean
  note: string | null
  unmarked: number
  waiting: string | null
  reason: string
  typed: string
  listReason: string
  errors: { field: string; message: string }[]
  listErrors: { title: string; errors: string[] } | null
}

const tones: Record<AttendanceState, Tone> = { hadir: 'ok', menunggu: 'warn', izin: 'info', sakit: 'info', alpa: 'bad' }
const choices = ['hadir', 'izin', 'sakit', 'alpa'] as const

const Row = ({ m, row, editable }: { m: Messages; row: MarkRow; editable: boolean }) => (
  <li class="mark-row">
    <div>
      <strong id={`nama-${row.pegawaiId}`}>{row.name}</strong>
      <small class="cell-detail">{row.detail}</small>
      {row.state && (
        <p>
          <Badge tone={tones[row.state]}>{m.states[row.state]}</Badge> <small class="cell-detail">{row.how}</small>
        </p>
      )}
      {!row.state && !editable && <Badge tone="neutral">{m.none}</Badge>}
    </div>
    {editable && (
      <select class="select" name={`h_${row.pegawaiId}`} id={`f-h_${row.pegawaiId}`} aria-labelledby={`nama-${row.pegawaiId}`}>
        {(row.state === null || row.state === 'menunggu') && (
          <option value="" selected={row.chosen === ''}>
            {row.state === 'menunggu' ? m.states.menunggu : m.none}
          </option>
        )}
        {choices.map(one => (
          <option key={one} value={one} selected={row.chosen === one}>
            {m.states[one]}
          </option>
        ))}
      </select>
    )}
  </li>
)

export function SessionAttendancePage(props: Props) {
  const { m, figure, rows, errors } = props
  const error = (field: string) => errors.find(one => one.field === field)?.message
  return (
    <>
      <KeyFigure
        label={`${props.title}, ${props.when}`}
        value={figure.value}
        sentence={figure.sentence}
        tone={figure.tone}
        action={
          <>
            {props.screenHref && (
              <ButtonLink href={props.screenHref} tone="primary">
                {m.screen}
              </ButtonLink>
            )}
            <ButtonLink href={props.printHref} icon="printer">
              {m.print}
            </ButtonLink>
          </>
        }
      />
      <Section title={m.byPerson} lead={props.note ?? undefined}>
        {rows.length === 0 && <p>{m.noParticipants}</p>}
        <Form action={props.action} errors={errors} errorTitle={m.errorTitle} wide>
          <ul class="mark-rows">
            {rows.map(row => (
              <Row key={row.pegawaiId} m={m} row={row} editable={props.editable} />
            ))}
          </ul>
          {props.editable && rows.length > 0 && (
            <>
              <TextField
                label={m.reason}
                name="alasan"
                value={props.reason}
                maxlength={300}
                help={m.reasonHelp}
                error={error('alasan')}
              />
              <FormActions>
                <Button>{m.save}</Button>
                {props.waiting && (
                  <Button tone="neutral" name="semua" value="konfirmasi">
                    {props.waiting}
                  </Button>
                )}
                {props.unmarked > 0 && (
                  <>
                    <Button tone="neutral" name="semua" value="hadir">
                      {m.restPresent}
                    </Button>
                    <Button tone="ghost" name="semua" value="alpa">
                      {m.restAway}
                    </Button>
                  </>
                )}
              </FormActions>
            </>
          )}
        </Form>
      </Section>
      {props.editable && rows.length > 0 && (
        <Disclosure summary={m.listTitle} open={props.listErrors !== null}>
          <p>{m.listLead}</p>
          <Form
            action={`${props.action}/daftar`}
            errors={props.listErrors?.errors.map(message => ({ field: 'daftar', message })) ?? []}
            errorTitle={props.listErrors?.title}
          >
            <TextField label={m.list} name="daftar" value={props.typed} rows={8} />
            <TextField label={m.reason} name="alasan_daftar" value={props.listReason} maxlength={300} help={m.reasonHelp} />
            <FormActions>
              <Button tone="neutral">{m.listSave}</Button>
            </FormActions>
          </Form>
        </Disclosure>
      )}
    </>
  )
}
