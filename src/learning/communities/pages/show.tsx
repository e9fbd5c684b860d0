import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  DataTable,
  Disclosure,
  Form,
  FormActions,
  PageHeader,
  Pager,
  PostButton,
  RadioField,
  Section,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { CommunityMessages } from '../messages.ts'
import type { MeetingState } from '../rules/community.ts'

/** How the state of a meeting looks. */
export const meetingTone: Record<MeetingState, Tone> = { closed: 'neutral', due: 'warn', planned: 'info' }

type TopicCells = { id: number; title: string; kind: string; author: string; at: string; replies: string; state: boolean | null }
type MeetingCells = { id: number; title: string; on: string; minutes: string; place: string; state: MeetingState }
type Props = {
  m: CommunityMessages
  id: number
  name: string
  about: string
  by: string
  members: string
  isMember: boolean
  mayJoin: boolean
  leads: boolean
  topics: TopicCells[]
  meetings: MeetingCells[]
  typed: { title: string; body: string; kind: string; event: string; on: string; minutes: string; place: string }
  errors: { field: string; message: string }[]
  pager: Parameters<typeof Pager>[0]
}

const NewTopic = ({ m, id, typed, errors }: Props) => {
  const ours = errors.filter(one => one.field === 'judul' || one.field === 'isi')
  const error = (field: string) => ours.find(one => one.field === field)?.message
  return (
    <Disclosure summary={m.newTopic} open={ours.length > 0}>
      <Form action={`/komunitas/${id}/topik`} errors={ours} errorTitle={m.errors}>
        <RadioField
          label={m.kind}
          name="jenis"
          value={typed.kind}
          options={[
            { value: 'tanya', label: m.kinds.tanya },
            { value: 'bahasan', label: m.kinds.bahasan },
          ]}
        />
        <TextField label={m.topicTitle} name="judul" value={typed.title} error={error('judul')} maxlength={200} />
        <TextField label={m.body} name="isi" value={typed.body} error={error('isi')} rows={5} maxlength={8000} />
        <FormActions>
          <Button>{m.newTopic}</Button>
        </FormActions>
      </Form>
    </Disclosure>
  )
}

const NewMeeting = ({ m, id, typed, errors }: Props) => {
  const ours = errors.filter(one => ['acara', 'tanggal', 'menit', 'tempat'].includes(one.field))
  const error = (field: string) => ours.find(one => one.field === field)?.message
  return (
    <Disclosure summary={m.callMeeting} open={ours.length > 0}>
      <Form action={`/komunitas/${id}/pertemuan`} errors={ours} errorTitle={m.errors}>
        <TextField label={m.meetingTitle} name="acara" value={typed.event} error={error('acara')} maxlength={200} />
        <TextField label={m.on} name="tanggal" type="date" value={typed.on} error={error('tanggal')} />
        <TextField
          label={m.minutes}
          name="menit"
          value={typed.minutes}
          inputmode="numeric"
          maxlength={3}
          error={error('menit')}
        />
        <TextField label={m.place} name="tempat" value={typed.place} error={error('tempat')} maxlength={300} />
        <FormActions>
          <Button>{m.callMeeting}</Button>
        </FormActions>
      </Form>
    </Disclosure>
  )
}

const Topics = (props: Props) => {
  const { m, id, topics } = props
  return (
    <Section title={m.topics}>
      <NewTopic {...props} />
      <DataTable<TopicCells>
        caption={m.topics}
        rows={topics}
        rowKey={row => row.id}
        rowHref={row => `/komunitas/${id}/topik/${row.id}`}
        empty={m.noTopics}
        columns={[
          {
            key: 'title',
            header: m.topic,
            primary: true,
            cell: row => (
              <>
                {row.title} <small class="cell-detail">{row.kind}</small>
              </>
            ),
          },
          { key: 'author', header: m.author, cell: row => `${row.author}, ${row.at}` },
          { key: 'replies', header: m.replies, align: 'right', cell: row => row.replies },
          {
            key: 'state',
            header: m.state,
            cell: row =>
              row.state !== null && <Badge tone={row.state ? 'ok' : 'warn'}>{row.state ? m.answered : m.unanswered}</Badge>,
          },
        ]}
      />
      {topics.length > 0 && <Pager {...props.pager} />}
    </Section>
  )
}

const Meetings = (props: Props) => {
  const { m, id, meetings, leads } = props
  return (
    <Section title={m.meetings} lead={m.meetingsLead}>
      {leads && <NewMeeting {...props} />}
      <DataTable<MeetingCells>
        caption={m.meetings}
        rows={meetings}
        rowKey={row => row.id}
        rowHref={row => `/komunitas/${id}/pertemuan/${row.id}`}
        empty={m.noMeetings}
        columns={[
          { key: 'title', header: m.meetingTitle, primary: true, cell: row => row.title },
          { key: 'on', header: m.on, cell: row => row.on },
          { key: 'minutes', header: m.minutes, align: 'right', cell: row => row.minutes },
          { key: 'place', header: m.place, cell: row => row.place },
          {
            key: 'state',
            header: m.state,
            cell: row => <Badge tone={meetingTone[row.state]}>{m[row.state]}</Badge>,
          },
        ]}
      />
    </Section>
  )
}

export function CommunityPage(props: Props) {
  const { m, id, name, about, by, members, isMember, mayJoin } = props
  return (
    <>
      <PageHeader
        title={name}
        eyebrow={`${by} · ${members}`}
        lead={about}
        actions={
          mayJoin ? (
            <PostButton action={`/komunitas/${id}/gabung`} label={m.join} tone="primary" />
          ) : (
            isMember && (
              <>
                <ButtonLink href={`/komunitas/${id}/anggota`} icon="people">
                  {m.members}
                </ButtonLink>
                <PostButton action={`/komunitas/${id}/keluar`} label={m.leave} tone="ghost" />
              </>
            )
          )
        }
      />
      {isMember ? (
        <>
          <Topics {...props} />
          <Meetings {...props} />
        </>
      ) : (
        <Alert tone="info">{m.membersOnly}</Alert>
      )}
    </>
  )
}
