import type { ComponentChildren } from 'preact'
import { Badge, ButtonLink, DataTable, EmptyState, Figures, KeyFigure, PageHeader, Section } from '../../ui/index.ts'
import type { ReportMessages } from '../messages.ts'

export type TopNeed = {
  id: number
  competency: string
  instansi: string
  jenjang: string
  levels: string
  people: string
  score: string
  completeness: string
  tier: string
  tone: 'bad' | 'warn' | 'neutral' | 'info'
}

type Props = {
  m: ReportMessages
  title: string
  lead: string
  figure: { value: string; sentence: string; missingHref: string | null } | null
  figures: Parameters<typeof Figures>[0]['items']
  top: TopNeed[]
  rankingHref: string
  manyInstansi: boolean
  /** What waits for the asker. */
  tasks: ComponentChildren
  canImport: boolean
}

/** What a manager of people sees first: coverage, needs by tier, and the most urgent of them. */
export function ManagerHome({ m, title, lead, figure, figures, top, rankingHref, manyInstansi, tasks, canImport }: Props) {
  const toImport = canImport && (
    <ButtonLink href="/impor" tone="primary" icon="upload">
      {m.startImport}
    </ButtonLink>
  )
  if (!figure) {
    return (
      <>
        <PageHeader title={title} lead={lead} />
        {tasks}
        <EmptyState title={m.emptyHomeTitle} action={toImport || undefined}>
          {m.emptyHomeText}
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader title={title} lead={lead} actions={toImport || undefined} />
      <KeyFigure
        value={figure.value}
        unit={m.assessedFigure}
        label={m.coverage}
        sentence={figure.sentence}
        action={figure.missingHref && <ButtonLink href={figure.missingHref}>{m.seeMissing}</ButtonLink>}
      />
      {tasks}
      <Figures items={figures} />
      <Section title={m.topNeeds} lead={m.topNeedsLead} actions={<ButtonLink href={rankingHref}>{m.seeRanking}</ButtonLink>}>
        <DataTable<TopNeed>
          caption={m.topNeeds}
          rows={top}
          rowKey={row => row.id}
          rowHref={row => `/kebutuhan/${row.id}`}
          empty={m.emptyHomeText}
          columns={[
            { key: 'competency', header: m.need, primary: true, cell: row => row.competency },
            ...(manyInstansi ? [{ key: 'instansi', header: m.government, cell: (row: TopNeed) => row.instansi }] : []),
            { key: 'jenjang', header: m.jenjang, cell: row => row.jenjang, nowrap: true },
            { key: 'levels', header: m.levels, align: 'center', cell: row => row.levels, nowrap: true },
            { key: 'people', header: m.people, align: 'right', cell: row => row.people },
            {
              key: 'score',
              header: m.score,
              align: 'right',
              cell: row => (
                <>
                  <strong>{row.score}</strong> <small class="text-muted">{row.completeness}</small>
                </>
              ),
            },
            { key: 'tier', header: m.tier, cell: row => <Badge tone={row.tone}>{row.tier}</Badge> },
          ]}
        />
      </Section>
    </>
  )
}
