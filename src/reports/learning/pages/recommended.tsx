import { Badge, ButtonLink, DataTable, EmptyState, KeyFigure, PageHeader, Tabs } from '../../../ui/index.ts'
import type { LearningMessages } from '../messages.ts'

export type RecommendedLine = {
  key: string
  href: string
  title: string
  provider: string
  isOffer: boolean
  reasons: { words: string; aimed: boolean }[]
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
  notAssessed: string | null
  rows: RecommendedLine[]
  found: string
}

export const RecommendedPage = ({ m, title, tabs, gaps, someGaps, notAssessed, rows, found }: Props) => (
  <>
    <PageHeader title={title} lead={m.lead} />
    {tabs && <Tabs {...tabs} />}
    {someGaps ? (
      <KeyFigure
        value={gaps}
        label={m.figure}
        sentence={[rows.length > 0 ? m.sentence(found) : m.sentenceNothing, notAssessed].filter(Boolean).join(' ')}
        tone={rows.length > 0 ? 'info' : 'warn'}
      />
    ) : (
      <EmptyState title={m.noGaps} action={<ButtonLink href="/katalog">{m.catalogue}</ButtonLink>}>
        {[m.noGapsWhat, notAssessed].filter(Boolean).join(' ')}
      </EmptyState>
    )}
    {rows.length > 0 && (
      <>
        <DataTable<RecommendedLine>
          caption={title}
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
        <p>{m.rule}</p>
      </>
    )}
  </>
)
