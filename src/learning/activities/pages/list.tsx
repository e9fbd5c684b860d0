import {
  Alert,
  Badge,
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  KeyFigure,
  PageHeader,
  Section,
  Tabs,
  type Tone,
} from '../../../ui/index.ts'
import type { ActivityMessages } from '../messages.ts'
import type { ActivityState } from '../rules/activity.ts'

export const stateTone: Record<ActivityState, Tone> = {
  draft: 'neutral',
  proposed: 'info',
  returned: 'warn',
  agreed: 'ok',
  reported: 'info',
  approved: 'ok',
  rejected: 'bad',
  cancelled: 'neutral',
}

export type ActivityLine = {
  id: number
  title: string
  kind: string
  learner: string
  partner: string
  when: string
  state: { label: string; tone: Tone }
}
type Props = {
  m: ActivityMessages
  running: string
  someRun: boolean
  mayPlan: boolean
  decides: boolean
  /** How many wait for who asks; null: none. */
  waiting: string | null
  tabs: Parameters<typeof Tabs>[0] | null
  mine: ActivityLine[]
  accompany: ActivityLine[]
}

const Lines = ({
  m,
  rows,
  caption,
  others,
}: {
  m: ActivityMessages
  rows: ActivityLine[]
  caption: string
  others?: boolean
}) => {
  const columns: Column<ActivityLine>[] = [
    {
      key: 'title',
      header: m.name,
      primary: true,
      cell: row => (
        <>
          {row.title} <small class="cell-detail">{row.kind}</small>
        </>
      ),
    },
    others
      ? { key: 'learner', header: m.learner, cell: row => row.learner }
      : { key: 'partner', header: m.withWhom, cell: row => row.partner },
    { key: 'when', header: m.when, cell: row => row.when },
    { key: 'state', header: m.state, cell: row => <Badge tone={row.state.tone}>{row.state.label}</Badge> },
  ]
  return (
    <DataTable<ActivityLine>
      caption={caption}
      rows={rows}
      rowKey={row => row.id}
      rowHref={row => `/kegiatan/${row.id}`}
      empty={m.none}
      columns={columns}
    />
  )
}

export function ActivitiesPage({ m, tabs, running, someRun, mayPlan, decides, waiting, mine, accompany }: Props) {
  const create = (
    <ButtonLink href="/kegiatan/baru" tone="primary" icon="plus">
      {m.create}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader
        title={m.title}
        lead={m.lead}
        actions={
          mine.length > 0 && (
            <ButtonLink href="/kegiatan.xlsx" icon="download" download>
              {m.export}
            </ButtonLink>
          )
        }
      />
      {tabs && <Tabs {...tabs} />}
      {mayPlan && (
        <KeyFigure value={running} label={m.running} sentence={someRun ? m.runningSentence : m.runningNone} action={create} />
      )}
      {decides && (
        <Alert tone={waiting ? 'warn' : 'info'}>
          <p>
            {waiting ?? m.waitingNone}{' '}
            <a href={waiting ? '/kegiatan/semua?keadaan=menunggu' : '/kegiatan/semua'}>{waiting ? m.seeWaiting : m.all}</a>
          </p>
        </Alert>
      )}
      {mayPlan && (
        <Section title={m.mine}>
          {mine.length === 0 ? (
            <EmptyState title={m.none}>{m.noneWhat}</EmptyState>
          ) : (
            <Lines m={m} rows={mine} caption={m.mine} />
          )}
        </Section>
      )}
      {accompany.length > 0 && (
        <Section title={m.accompany} lead={m.accompanyLead}>
          <Lines m={m} rows={accompany} caption={m.accompany} others />
        </Section>
      )}
    </>
  )
}
