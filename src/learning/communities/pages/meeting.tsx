import { Badge, Button, ButtonLink, DataTable, Facts, Form, FormActions, PageHeader, Section } from '../../../ui/index.ts'
import type { CommunityMessages } from '../messages.ts'
import type { MeetingState } from '../rules/community.ts'
import { meetingTone } from './show.tsx'

type Row = { id: number; name: string; unit: string }
type Props = {
  m: CommunityMessages
  action: string
  title: string
  community: string
  on: string
  minutes: string
  place: string
  state: MeetingState
  /** The list to sign; null: nobody signs it any more. */
  listHref: string | null
  mayClose: boolean
  present: string
  rows: Row[]
}

const People = ({ m, rows, mayClose }: Pick<Props, 'm' | 'rows' | 'mayClose'>) => (
  <DataTable<Row>
    caption={m.attendance}
    rows={rows}
    rowKey={row => row.id}
    empty={m.none}
    select={
      mayClose
        ? {
            name: 'hadir',
            all: m.chooseAll,
            value: row => String(row.id),
            label: row => m.choose(row.name),
          }
        : undefined
    }
    columns={[
      { key: 'name', header: m.person, primary: true, cell: row => row.name },
      { key: 'unit', header: m.unit, cell: row => row.unit },
    ]}
  />
)

export const MeetingPage = (props: Props) => {
  const { m, action, title, community, on, minutes, place, state, listHref, mayClose, present } = props
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={community}
        lead={<Badge tone={meetingTone[state]}>{state === 'closed' ? `${m.closed}, ${present}` : m[state]}</Badge>}
        actions={
          listHref && (
            <ButtonLink href={listHref} icon="download" download>
              {m.list}
            </ButtonLink>
          )
        }
      />
      <Facts
        items={[
          { label: m.on, value: on },
          { label: m.minutes, value: minutes },
          { label: m.place, value: place },
        ]}
      />
      {(state === 'closed' || mayClose) && (
        <Section title={m.attendance} lead={mayClose ? m.attendanceLead : undefined}>
          {mayClose ? (
            <Form action={action} wide>
              <People {...props} />
              <FormActions>
                <Button>{m.close}</Button>
              </FormActions>
            </Form>
          ) : (
            <People {...props} />
          )}
        </Section>
      )}
    </>
  )
}
