import {
  Badge,
  ButtonLink,
  DataTable,
  EmptyState,
  FilterBar,
  KeyFigure,
  PageHeader,
  SelectField,
  Tabs,
  TextField,
} from '../../ui/index.ts'
import type { DictionaryMessages } from '../dictionary-messages.ts'

export type CompetencyCells = {
  code: string
  name: string
  pillar: string
  verified: boolean
  levels: { level: number; label: string }[]
  legalBasis: string
  /** Its dictionary with whose it is; null where there is only one. */
  dictionary: string | null
}

type Choice = { value: string | number; label: string }
type Props = {
  d: DictionaryMessages
  total: string
  unverified: string | null
  q: string
  urusan: string
  kamus: string
  choices: { urusan: Choice[]; kamus: Choice[] }
  filtered: boolean
  listHref: string
  exportHref: string
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

export function DictionaryPage(props: Props) {
  const { d, total, unverified, q, tabs, rows, choices, filtered } = props
  const all = { value: '', label: d.all }
  return (
    <>
      <PageHeader
        title={d.dictionary}
        lead={d.dictionaryLead}
        actions={
          <>
            <ButtonLink href={props.listHref}>{d.dictionaries}</ButtonLink>
            {rows.length > 0 && (
              <ButtonLink href={props.exportHref} icon="download" download>
                {d.export}
              </ButtonLink>
            )}
          </>
        }
      />
      <KeyFigure
        value={total}
        label={d.inDictionary}
        sentence={unverified ? d.unverifiedSentence(unverified) : d.verifiedSentence}
        tone={unverified ? 'info' : 'ok'}
      />
      <FilterBar action="/kamus" submit={d.apply} resetHref={filtered ? '/kamus' : undefined} resetLabel={d.resetSearch}>
        <TextField label={d.searchCompetency} name="q" value={q} type="search" />
        <SelectField label={d.urusan} name="urusan" value={props.urusan} options={[all, ...choices.urusan]} />
        {choices.kamus.length > 1 && (
          <SelectField label={d.inDictionaryOf} name="kamus" value={props.kamus} options={[all, ...choices.kamus]} />
        )}
      </FilterBar>
      <Tabs items={tabs} label={d.pillars} />
      <DataTable<CompetencyCells>
        caption={d.dictionary}
        rows={rows}
        rowKey={row => row.code}
        rowHref={row => `/kamus/${row.code}`}
        empty={
          filtered ? (
            <EmptyState title={d.noCompetencyMatch} action={<ButtonLink href="/kamus">{d.resetSearch}</ButtonLink>}>
              {d.noCompetencyMatchWhat}
            </EmptyState>
          ) : (
            <EmptyState title={d.noCompetencies}>{d.noCompetenciesWhat}</EmptyState>
          )
        }
        columns={[
          { key: 'code', header: d.code, cell: row => row.code },
          { key: 'name', header: d.competency, primary: true, cell: row => row.name },
          ...(filtered ? [{ key: 'pillar', header: d.pillar, cell: (row: CompetencyCells) => row.pillar }] : []),
          {
            key: 'levels',
            header: d.levels,
            long: true,
            cell: row => (
              <>
                <Levels levels={row.levels} />
                <small class="cell-detail">{[row.dictionary, row.legalBasis].filter(Boolean).join(' · ')}</small>
                {!row.verified && <Badge tone="warn">{d.unverified}</Badge>}
              </>
            ),
          },
        ]}
      />
    </>
  )
}
