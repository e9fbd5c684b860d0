import { Alert, DataTable, Facts, PageHeader, Section } from '../../ui/index.ts'
import type { DictionaryMessages } from '../dictionary-messages.ts'

type Level = { level: number; label: string; indicators: string[] }
type Demand = { key: number; jenjang: string; urusan: string; owner: string; level: string }
export type StepCells = { key: string; from: string; to: string }
type Props = {
  d: DictionaryMessages
  code: string
  name: string
  verified: boolean
  /** The name of its dictionary, where that is no longer in force. */
  old: string | null
  definition: string | null
  facts: { label: string; value: string }[]
  levels: Level[]
  steps: StepCells[]
  demands: Demand[]
}

/** One competency with its five levels and indicators, its counterparts in other dictionaries, and the classes that ask for it. */
export function CompetencyPage({ d, code, name, verified, old, definition, facts, levels, steps, demands }: Props) {
  return (
    <>
      <PageHeader title={name} eyebrow={code} lead={definition ?? undefined} />
      {old && (
        <Alert tone="info" title={d.oldWords}>
          <p>{d.oldWordsMean(old)}</p>
        </Alert>
      )}
      {!verified && (
        <Alert tone="warn" title={d.unverified}>
          <p>{d.unverifiedMeans}</p>
        </Alert>
      )}
      <Facts items={facts} />
      <Section title={d.levels}>
        <DataTable<Level>
          caption={d.levels}
          rows={levels}
          rowKey={row => row.level}
          empty="–"
          columns={[
            { key: 'level', header: d.level, primary: true, nowrap: true, cell: row => d.levelN(row.level) },
            { key: 'label', header: d.describes, long: true, cell: row => <span class="wrap-anywhere">{row.label}</span> },
            ...(levels.some(row => row.indicators.length > 0)
              ? [
                  {
                    key: 'indicators',
                    header: d.indicators,
                    long: true,
                    cell: (row: Level) =>
                      row.indicators.length === 0 ? (
                        '–'
                      ) : (
                        <ul class="plain-list">
                          {row.indicators.map(indicator => (
                            <li key={indicator}>{indicator}</li>
                          ))}
                        </ul>
                      ),
                  },
                ]
              : []),
          ]}
        />
        {levels.every(row => row.indicators.length === 0) && <p class="text-muted">{d.noIndicators}</p>}
      </Section>
      {steps.length > 0 && (
        <Section title={d.saidAs} lead={d.saidAsLead}>
          <DataTable<StepCells>
            caption={d.saidAs}
            rows={steps}
            rowKey={row => row.key}
            empty=""
            columns={[
              { key: 'from', header: d.from, primary: true, cell: row => row.from },
              { key: 'to', header: d.to, long: true, cell: row => row.to },
            ]}
          />
        </Section>
      )}
      <Section title={d.askedBy} lead={demands.length > 0 ? d.askedByLead : undefined}>
        <DataTable<Demand>
          caption={d.askedBy}
          rows={demands}
          rowKey={row => row.key}
          empty={d.askedByNone}
          columns={[
            { key: 'jenjang', header: d.jenjang, primary: true, cell: row => row.jenjang },
            { key: 'urusan', header: d.urusan, cell: row => row.urusan },
            { key: 'owner', header: d.setBy, cell: row => row.owner },
            { key: 'level', header: d.level, align: 'right', cell: row => row.level },
          ]}
        />
      </Section>
    </>
  )
}
