import { Badge, ButtonLink, DataTable, EmptyState, FilterBar, KeyFigure, PageHeader, Tabs, TextField } from '../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type CompetencyCells = {
  code: string
  name: string
  pillar: string
  verified: boolean
  levels: { level: number; label: string }[]
  legalBasis: string
}

type Props = {
  m: Messages
  total: string
  unverified: string | null
  q: string
  tabs: Parameters<typeof Tabs>[0]['items']
  rows: CompetencyCells[]
}

const Levels = ({ levels }: { levels: CompetencyCells['levels'] }) => (
  <ol class="grid gap-1 text-start wrap-anywhere">
    {levels.map(({ level, label }) => (
      <li key={level}>
        <strong>{level}.</strong> {label}
      </li>
    ))}
  </ol>
)

export function DictionaryPage({ m, total, unverified, q, tabs, rows }: Props) {
  return (
    <>
      <PageHeader title={m.dictionary} lead={m.dictionaryLead} />
      <KeyFigure
        value={total}
        label={m.inDictionary}
        sentence={unverified ? m.unverifiedSentence(unverified) : m.verifiedSentence}
        tone={unverified ? 'info' : 'ok'}
      />
      <FilterBar action="/kamus" submit={m.apply} resetHref={q ? '/kamus' : undefined} resetLabel={m.resetSearch}>
        <TextField label={m.searchCompetency} name="q" value={q} type="search" />
      </FilterBar>
      <Tabs items={tabs} label={m.pillars} />
      <DataTable<CompetencyCells>
        caption={m.dictionary}
        rows={rows}
        rowKey={row => row.code}
        rowHref={row => `/kamus/${row.code}`}
        empty={
          q ? (
            <EmptyState title={m.noCompetencyMatch} action={<ButtonLink href="/kamus">{m.resetSearch}</ButtonLink>}>
              {m.noCompetencyMatchWhat}
            </EmptyState>
          ) : (
            <EmptyState title={m.noCompetencies}>{m.noCompetenciesWhat}</EmptyState>
          )
        }
        columns={[
          { key: 'code', header: m.code, cell: row => row.code },
          { key: 'name', header: m.competency, primary: true, cell: row => row.name },
          ...(q ? [{ key: 'pillar', header: m.pillar, cell: (row: CompetencyCells) => row.pillar }] : []),
          { key: 'levels', header: m.levels, long: true, cell: row => <Levels levels={row.levels} /> },
          {
            key: 'basis',
            header: m.legalBasis,
            secondary: true,
            cell: row => (
              <>
                {row.legalBasis} {!row.verified && <Badge tone="warn">{m.unverified}</Badge>}
              </>
            ),
          },
        ]}
      />
    </>
  )
}
