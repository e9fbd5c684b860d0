import { Alert, DataTable, Facts, PageHeader, Section } from '../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Level = { level: number; label: string }
type Demand = { jenjang: string; urusan: string; level: string }
type Props = {
  m: Messages
  code: string
  name: string
  verified: boolean
  facts: { label: string; value: string }[]
  levels: Level[]
  demands: Demand[]
}

export function CompetencyPage({ m, code, name, verified, facts, levels, demands }: Props) {
  return (
    <>
      <PageHeader title={name} eyebrow={code} />
      {!verified && (
        <Alert tone="warn" title={m.unverified}>
          <p>{m.unverifiedMeans}</p>
        </Alert>
      )}
      <Facts items={facts} />
      <Section title={m.levels}>
        <DataTable<Level>
          caption={m.levels}
          rows={levels}
          rowKey={row => row.level}
          empty="–"
          columns={[
            { key: 'level', header: m.level, primary: true, nowrap: true, cell: row => m.levelN(row.level) },
            { key: 'label', header: m.describes, long: true, cell: row => <span class="wrap-anywhere">{row.label}</span> },
          ]}
        />
      </Section>
      <Section title={m.askedBy} lead={demands.length > 0 ? m.askedByLead : undefined}>
        <DataTable<Demand>
          caption={m.askedBy}
          rows={demands}
          rowKey={row => `${row.jenjang} ${row.urusan}`}
          empty={m.askedByNone}
          columns={[
            { key: 'jenjang', header: m.jenjang, primary: true, cell: row => row.jenjang },
            { key: 'urusan', header: m.urusan, cell: row => row.urusan },
            { key: 'level', header: m.level, align: 'right', cell: row => row.level },
          ]}
        />
      </Section>
    </>
  )
}
