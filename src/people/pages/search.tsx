import { ButtonLink, DataTable, EmptyState, FilterBar, PageHeader, Section, TextField } from '../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Person = { id: number; name: string; nip: string; jabatan: string; unit: string }
type Jabatan = { id: number; name: string; jenjang: string; unit: string; instansi: string }
type Props = {
  m: Messages
  q: string
  /** Null: nothing was asked yet. */
  found: { people: Person[]; allPeople: { href: string; label: string } | null; jabatan: Jabatan[] } | null
}

const Ask = ({ m, q }: { m: Messages; q: string }) => (
  <FilterBar action="/cari" submit={m.searchTitle}>
    <TextField label={m.searchField} name="q" value={q} type="search" />
  </FilterBar>
)

export function SearchPage({ m, q, found }: Props) {
  if (!found) {
    return (
      <>
        <PageHeader title={m.searchTitle} lead={m.searchLead} />
        <Ask m={m} q={q} />
        <EmptyState title={m.searchHint}>{m.searchHintWhat}</EmptyState>
      </>
    )
  }
  const { people, allPeople, jabatan } = found
  return (
    <>
      <PageHeader title={m.searchResult(q)} />
      <Ask m={m} q={q} />
      <Section title={m.people} actions={allPeople && <ButtonLink href={allPeople.href}>{allPeople.label}</ButtonLink>}>
        <DataTable<Person>
          caption={m.people}
          rows={people}
          rowKey={row => row.id}
          rowHref={row => `/pegawai/${row.id}`}
          empty={m.noPeopleFound}
          columns={[
            { key: 'name', header: m.name, primary: true, cell: row => row.name },
            { key: 'nip', header: m.nip, cell: row => row.nip, nowrap: true },
            { key: 'jabatan', header: m.jabatan, cell: row => row.jabatan },
            { key: 'unit', header: m.unit, cell: row => row.unit },
          ]}
        />
      </Section>
      <Section title={m.jabatan}>
        <DataTable<Jabatan>
          caption={m.jabatan}
          rows={jabatan}
          rowKey={row => row.id}
          rowHref={row => `/standar/${row.id}`}
          empty={m.noJabatanFound}
          columns={[
            { key: 'name', header: m.jabatan, primary: true, cell: row => row.name },
            { key: 'jenjang', header: m.jenjang, cell: row => row.jenjang },
            { key: 'unit', header: m.unit, cell: row => row.unit },
            { key: 'instansi', header: m.instansi, secondary: true, cell: row => row.instansi },
          ]}
        />
      </Section>
      <Section title={m.competencies}>
        <ButtonLink href={`/kamus?q=${encodeURIComponent(q)}`} icon="book">
          {m.inDictionary(q)}
        </ButtonLink>
      </Section>
    </>
  )
}
