import type { ComponentChildren } from 'preact'
import { methodLabels } from '../../assessment/index.ts'
import { formatNip, personLabels } from '../../people/index.ts'
import { formatDate, type Language } from '../../platform/i18n/index.ts'
import { Badge, DataTable, Disclosure, Facts, Section } from '../../ui/index.ts'
import type { ReportMessages } from '../messages.ts'
import type { Profile } from '../profile.ts'

/** What is on file of a person: facts, results of assessments, jabatan held. */
export function Dossier({ m, profile, language }: { m: ReportMessages; profile: Profile; language: Language }) {
  const { person, history, results } = profile
  const labels = personLabels[language]
  const day = (date: string | null) => (date ? formatDate(date, language) : m.now)
  const facts: { label: string; value: ComponentChildren }[] = [
    { label: m.facts.nip, value: formatNip(person.nip) },
    { label: m.facts.jabatan, value: person.jabatan?.name ?? '–' },
    { label: m.facts.unit, value: person.unit.path.join(' › ') },
    { label: m.facts.instansi, value: person.instansi.name },
    { label: m.facts.employment, value: labels.employment[person.employment] },
    { label: m.facts.golongan, value: person.golongan ?? '–' },
    { label: m.facts.education, value: person.education ? labels.education[person.education] : '–' },
    { label: m.facts.aim, value: person.aim?.name ?? '–' },
    { label: m.facts.atasan, value: profile.leader?.name ?? '–' },
  ]
  return (
    <>
      <Section title={m.history}>
        <Facts items={facts} />
      </Section>
      <Disclosure summary={m.results}>
        <p class="text-muted">{m.resultsLead}</p>
        <DataTable<(typeof results)[number]>
          caption={m.results}
          rows={results}
          rowKey={row => row.id}
          empty={m.noResults}
          columns={[
            { key: 'name', header: m.competency, primary: true, cell: row => row.name },
            { key: 'level', header: m.level, align: 'right', cell: row => row.level },
            { key: 'method', header: m.method, cell: row => methodLabels[language][row.method] },
            { key: 'date', header: m.date, cell: row => day(row.assessedOn) },
            {
              key: 'until',
              header: m.validUntil,
              cell: row => (row.expired ? <Badge tone="warn">{m.expired}</Badge> : day(row.validUntil)),
            },
          ]}
        />
      </Disclosure>
      <Disclosure summary={m.jabatanHistory}>
        <DataTable<(typeof history.jabatan)[number]>
          caption={m.jabatanHistory}
          rows={history.jabatan}
          rowKey={row => `${row.jabatan}${row.from}`}
          empty="–"
          columns={[
            { key: 'jabatan', header: m.jabatan, primary: true, cell: row => row.jabatan },
            { key: 'unit', header: m.facts.unit, cell: row => row.unit },
            { key: 'kind', header: m.jabatanHistory, cell: row => labels.appointment[row.appointment] },
            { key: 'when', header: m.date, cell: row => `${day(row.from)} – ${day(row.until)}` },
          ]}
        />
      </Disclosure>
    </>
  )
}
