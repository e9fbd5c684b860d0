import { DataTable, Section } from '../../../ui/index.ts'
import { learningMessages } from '../messages.ts'
import { type EvidenceLine, evidenceColumns } from './list.tsx'

/** What one person's learning was taken for; nothing where there was none. */
export function PersonEvidence({ language, rows, own }: { language: 'id' | 'en'; rows: EvidenceLine[]; own: boolean }) {
  const m = learningMessages[language]
  return rows.length === 0 ? null : (
    <Section title={own ? m.ownTitle : m.ofPersonTitle} lead={m.ownLead}>
      <DataTable<EvidenceLine>
        caption={m.ofPersonTitle}
        rows={rows}
        rowKey={row => row.id}
        empty={m.noMatch}
        columns={evidenceColumns(m).map((column, index) => (index === 0 ? { ...column, primary: true } : column))}
      />
    </Section>
  )
}
