import { Badge, ButtonLink, DataTable, EmptyState, KeyFigure, PageHeader, Section, Tabs } from '../../../ui/index.ts'
import type { LearningMessages } from '../messages.ts'

export type RecommendedLine = {
  key: string
  href: string
  title: string
  provider: string
  isOffer: boolean
  reasons: { words: string; aimed: boolean }[]
  more: string | null
  jp: string
  cost: string
  when: string
}
type Props = {
  m: LearningMessages
  title: string
  tabs: Parameters<typeof Tabs>[0] | null
  gaps: string
  someGaps: boolean
  aimed: string | null
  notAssessed: string | null
  /** What is being learned already. */
  followed: RecommendedLine[]
  /** What can begin at once, and what goes by a schedule. */
  now: RecommendedLine[]
  later: RecommendedLine[]
  found: string
}

const Lines = ({ m, rows, caption }: { m: LearningMessages; rows: RecommendedLine[]; caption: string }) => (
  <DataTable<RecommendedLine>
    caption={caption}
    rows={rows}
    rowKey={row => row.key}
    rowHref={row => row.href}
    empty={m.sentenceNothing}
    columns={[
      {
        key: 'title',
        header: m.learning,
        primary: true,
        cell: row => (
          <>
            {row.title} <small class="cell-detail">{row.provider}</small>
          </>
        ),
      },
      {
        key: 'reason',
        header: m.reason,
        long: true,
        cell: row => (
          <ul class="plain-list">
            {row.reasons.map(reason => (
              <li key={reason.words}>
                {reason.words} {reason.aimed && <Badge tone="neutral">{m.aimed}</Badge>}
              </li>
            ))}
            {row.more && <li>{row.more}</li>}
          </ul>
        ),
      },
      { key: 'jp', header: m.jp, align: 'right', cell: row => row.jp },
      { key: 'cost', header: m.cost, cell: row => row.cost },
      {
        key: 'when',
        header: m.when,
        cell: row => (row.isOffer ? <Badge tone="neutral">{m.offer}</Badge> : row.when),
      },
    ]}
  />
)

export const RecommendedPage = ({ m, title, tabs, gaps, someGaps, aimed, notAssessed, followed, now, later, found }: Props) => {
  const some = followed.length + now.length + later.length > 0
  return (
    <>
      <PageHeader title={title} lead={m.lead} />
      {tabs && <Tabs {...tabs} />}
      {someGaps ? (
        <KeyFigure
          value={gaps}
          label={m.figure}
          sentence={[aimed, some ? m.sentence(found) : m.sentenceNothing, notAssessed].filter(Boolean).join(' ')}
          tone={some ? 'info' : 'warn'}
        />
      ) : (
        <EmptyState title={m.noGaps} action={<ButtonLink href="/katalog">{m.catalogue}</ButtonLink>}>
          {[m.noGapsWhat, notAssessed].filter(Boolean).join(' ')}
        </EmptyState>
      )}
      {followed.length > 0 && (
        <Section title={m.followed}>
          <Lines m={m} rows={followed} caption={m.followed} />
        </Section>
      )}
      {now.length > 0 && (
        <Section title={m.startNow}>
          <Lines m={m} rows={now} caption={m.startNow} />
        </Section>
      )}
      {later.length > 0 && (
        <Section title={m.bySchedule}>
          <Lines m={m} rows={later} caption={m.bySchedule} />
        </Section>
      )}
      {some && <p class="section-lead">{m.rule}</p>}
    </>
  )
}
