import {
  Badge,
  ButtonLink,
  DataTable,
  Disclosure,
  EmptyState,
  FilterBar,
  KeyFigure,
  Section,
  SelectField,
  TextField,
  type Tone,
} from '../../../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type SessionRow = {
  id: number
  title: string
  when: string
  present: string
  waiting: string
  away: string
  unmarked: string
  open: boolean
}
export type PersonRow = {
  pegawaiId: number
  name: string
  nip: string
  instansi: string
  jp: string
  share: string
  standing: { label: string; tone: Tone }
  undecided: string | null
}
type Props = {
  m: Messages
  figure: { value: string; sentence: string; tone: Tone }
  timetableHref: string
  /** Those that matter now, and all. */
  sessions: SessionRow[]
  all: SessionRow[]
  sessionHref: (id: number) => string
  action: string
  people: PersonRow[]
  peopleLead: string
  filtered: boolean
  values: { q: string; saring: string; urut: string }
}

const Sessions = ({ m, rows, sessionHref }: Props & { rows: SessionRow[] }) => (
  <DataTable<SessionRow>
    caption={m.bySession}
    rows={rows}
    rowKey={row => row.id}
    rowHref={row => sessionHref(row.id)}
    empty=""
    compact
    columns={[
      {
        key: 'title',
        header: m.session,
        primary: true,
        cell: row => (
          <>
            {row.title} <small class="cell-detail">{row.when}</small>
          </>
        ),
      },
      { key: 'present', header: m.present, align: 'right', cell: row => row.present },
      { key: 'waiting', header: m.waiting, align: 'right', cell: row => row.waiting },
      { key: 'away', header: m.away, align: 'right', cell: row => row.away },
      {
        key: 'unmarked',
        header: m.unmarked,
        align: 'right',
        cell: row => (row.open ? <Badge tone="warn">{row.unmarked}</Badge> : row.unmarked),
      },
    ]}
  />
)

export function AttendancePage(props: Props) {
  const { m, figure, sessions, people, values } = props
  if (props.all.length === 0)
    return (
      <EmptyState title={m.noTimetable} action={<ButtonLink href={props.timetableHref}>{m.toTimetable}</ButtonLink>}>
        {m.noTimetableWhat}
      </EmptyState>
    )
  return (
    <>
      <KeyFigure label={m.figure} value={figure.value} sentence={figure.sentence} tone={figure.tone} />
      <Section title={m.bySession}>
        <Sessions {...props} rows={sessions} />
        {props.all.length > sessions.length && (
          <Disclosure summary={m.allSessions(String(props.all.length))}>
            <Sessions {...props} rows={props.all} />
          </Disclosure>
        )}
      </Section>
      <Section title={m.byPerson} lead={props.peopleLead} id="peserta">
        <FilterBar action={props.action} submit={m.apply} autosubmit>
          <TextField label={m.search} name="q" value={values.q} type="search" />
          <SelectField
            label={m.filter}
            name="saring"
            value={values.saring}
            options={[
              { value: '', label: m.all },
              { value: 'kurang', label: m.onlyShort },
            ]}
          />
          <SelectField
            label={m.order}
            name="urut"
            value={values.urut}
            options={[
              { value: '', label: m.byName },
              { value: 'bagian', label: m.byShare },
            ]}
          />
        </FilterBar>
        <DataTable<PersonRow>
          caption={m.byPerson}
          rows={people}
          rowKey={row => row.pegawaiId}
          empty={props.filtered ? m.noMatch : m.noParticipants}
          compact
          columns={[
            {
              key: 'name',
              header: m.name,
              primary: true,
              cell: row => (
                <>
                  {row.name} <small class="cell-detail">{row.nip}</small>
                </>
              ),
            },
            { key: 'instansi', header: m.instansi, secondary: true, cell: row => row.instansi },
            { key: 'jp', header: m.jp, align: 'right', cell: row => row.jp },
            { key: 'share', header: m.share, align: 'right', cell: row => row.share },
            {
              key: 'standing',
              header: m.standing,
              cell: row => (
                <>
                  <Badge tone={row.standing.tone}>{row.standing.label}</Badge>{' '}
                  {row.undecided && <small class="cell-detail">{row.undecided}</small>}
                </>
              ),
            },
          ]}
        />
      </Section>
    </>
  )
}
