import {
  Badge,
  Button,
  ButtonLink,
  CheckField,
  type Column,
  DataTable,
  Disclosure,
  EmptyState,
  Form,
  FormActions,
  KeyFigure,
  Section,
  SelectField,
  TextField,
  type Tone,
} from '../../../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type SessionCells = {
  id: number
  time: string
  title: string
  jp: string
  mode: string
  place: string
  trainers: string
  clash: string | null
  joinHref: string | null
  attendanceHref: string | null
}
type Day = { day: string; label: string; jp: string; rows: SessionCells[] }
type Props = {
  m: Messages
  figure: { label: string; value: string; unit: string | undefined; sentence: string; tone: Tone; joinHref: string | null }
  days: Day[]
  /** yyyy-mm-dd: what is over is folded in a long timetable. */
  today: string
  curriculum: { title: string; asked: string; planned: string; difference: string; tone: Tone }[]
  /** Null: it may be read and not changed. */
  edit: { newHref: string; copyAction: string; days: { from: string; until: string } } | null
  rowHref: ((id: number) => string) | null
  copy: { from: string; to: string; reason: string; errors: { field: string; message: string }[] }
  /** Null: there is no class whose timetable could be copied, or this one has sessions. */
  pattern: {
    action: string
    options: { value: number; label: string }[]
    from: string
    bare: boolean
    reason: string
    errors: { field: string; message: string }[]
  } | null
  reader: boolean
}

const columnsOf = ({ m, reader }: Props): Column<SessionCells>[] => [
  { key: 'time', header: m.time, nowrap: true, cell: row => row.time },
  {
    key: 'title',
    header: m.session,
    primary: true,
    cell: row => (
      <>
        {row.title} <small class="cell-detail">{row.trainers}</small>
      </>
    ),
  },
  { key: 'jp', header: m.jp, align: 'right', cell: row => row.jp },
  {
    key: 'place',
    header: m.room,
    cell: row => (
      <>
        {row.place} {row.clash && <small class="cell-detail">{row.clash}</small>}
      </>
    ),
  },
  {
    key: 'go',
    header: reader ? m.join : m.attendance,
    cell: row => (
      <>
        {row.joinHref && <a href={row.joinHref}>{m.join}</a>}{' '}
        {row.attendanceHref && <a href={row.attendanceHref}>{m.attendance}</a>}
      </>
    ),
  },
]

const Copy = ({ m, days, edit, copy }: Props & { edit: NonNullable<Props['edit']> }) => {
  const error = (field: string) => copy.errors.find(one => one.field === field)?.message
  return (
    <Disclosure summary={m.copyTitle} open={copy.errors.length > 0}>
      <p>{m.copyLead}</p>
      <Form action={edit.copyAction} errors={copy.errors} errorTitle={m.copyErrorTitle}>
        <SelectField
          label={m.copyFrom}
          name="dari"
          value={copy.from}
          options={days.map(one => ({ value: one.day, label: one.label }))}
        />
        <TextField
          label={m.copyTo}
          name="tanggal"
          type="date"
          value={copy.to}
          min={edit.days.from}
          max={edit.days.until}
          error={error('tanggal')}
        />
        {(copy.reason !== '' || error('alasan')) && (
          <TextField
            label={m.reason}
            name="alasan"
            value={copy.reason}
            maxlength={300}
            help={m.reasonHelp}
            error={error('alasan')}
          />
        )}
        <FormActions>
          <Button tone="neutral">{m.copy}</Button>
        </FormActions>
      </Form>
    </Disclosure>
  )
}

const CopyClass = ({ m, pattern }: Props & { pattern: NonNullable<Props['pattern']> }) => {
  const error = (field: string) =>
    pattern.errors
      .filter(one => one.field === field)
      .map(one => one.message)
      .join(' ') || undefined
  return (
    <Section title={m.patternTitle} lead={m.patternLead}>
      <Form action={pattern.action} errors={pattern.errors} errorTitle={m.patternErrorTitle}>
        <SelectField label={m.patternFrom} name="kelas" value={pattern.from} options={pattern.options} error={error('kelas')} />
        <CheckField label={m.patternBare} name="tanpa" checked={pattern.bare} help={m.patternBareHelp} />
        {(pattern.reason !== '' || error('alasan')) && (
          <TextField
            label={m.reason}
            name="alasan"
            value={pattern.reason}
            maxlength={300}
            help={m.reasonHelp}
            error={error('alasan')}
          />
        )}
        <FormActions>
          <Button tone="neutral">{m.patternCopy}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

const Days = (props: Props) => (
  <>
    {props.days.map(one => (
      <Section key={one.day} title={one.label} lead={one.jp} id={`hari-${one.day}`}>
        <DataTable<SessionCells>
          caption={one.label}
          columns={columnsOf(props)}
          rows={one.rows}
          rowKey={row => row.id}
          rowHref={props.rowHref ? row => props.rowHref!(row.id) : undefined}
          empty=""
        />
      </Section>
    ))}
  </>
)

const mostDays = 10
/** A short timetable is read at once; of a long one the days that are near. */
function folded(days: readonly Day[], today: string) {
  if (days.length <= mostDays) return { past: [], near: [...days], later: [] }
  const past = days.filter(one => one.day < today)
  const ahead = days.slice(past.length)
  return ahead.length === 0
    ? { past: [], near: past, later: [] }
    : { past, near: ahead.slice(0, mostDays / 2), later: ahead.slice(mostDays / 2) }
}

export function TimetablePage(props: Props) {
  const { m, days, figure, edit, curriculum } = props
  const { past, near, later } = folded(days, props.today)
  return (
    <>
      <KeyFigure
        {...figure}
        action={
          figure.joinHref && (
            <ButtonLink href={figure.joinHref} tone="primary" icon="globe">
              {m.join}
            </ButtonLink>
          )
        }
      />
      {days.length === 0 && (
        <EmptyState
          title={m.emptyTitle}
          action={
            edit && (
              <ButtonLink href={edit.newHref} tone="primary" icon="plus">
                {m.add}
              </ButtonLink>
            )
          }
        >
          {props.reader ? m.emptyReader : m.none}
        </EmptyState>
      )}
      {props.pattern && <CopyClass {...props} pattern={props.pattern} />}
      {past.length > 0 && (
        <Disclosure summary={m.pastDays(String(past.length))}>
          <Days {...props} days={past} />
        </Disclosure>
      )}
      <Days {...props} days={near} />
      {later.length > 0 && (
        <Disclosure summary={m.laterDays(String(later.length))}>
          <Days {...props} days={later} />
        </Disclosure>
      )}
      {edit && days.length > 0 && <Copy {...props} edit={edit} />}
      {curriculum.length > 0 && (
        <Section title={m.curriculum} lead={m.curriculumLead}>
          <DataTable
            caption={m.curriculum}
            rows={curriculum}
            rowKey={row => row.title}
            empty=""
            compact
            columns={[
              { key: 'title', header: m.subject, primary: true, cell: row => row.title },
              { key: 'asked', header: m.asked, align: 'right', cell: row => row.asked },
              { key: 'planned', header: m.planned, align: 'right', cell: row => row.planned },
              { key: 'difference', header: m.difference, cell: row => <Badge tone={row.tone}>{row.difference}</Badge> },
            ]}
          />
        </Section>
      )}
    </>
  )
}
