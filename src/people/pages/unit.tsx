import { Badge, ButtonLink, DataTable, EmptyState, KeyFigure, PageHeader, Section } from '../../ui/index.ts'
import type { Messages } from '../messages.ts'
import { type UnitCells, UnitTable } from './organisation.tsx'

export type JabatanCells = {
  id: number
  name: string
  jenjang: string
  holders: { id: number; name: string; acting: string | null }[]
  /** How many holders are not listed, in words; null where all are. */
  more: string | null
}

type Props = {
  m: Messages
  name: string
  lead: string
  figure: { value: string; label: string; sentence: string }
  units: UnitCells[]
  jabatan: JabatanCells[]
  showsPeople: boolean
  peopleHref: string | null
}

const Holders = ({ m, row }: { m: Messages; row: JabatanCells }) =>
  row.holders.length === 0 ? (
    <Badge tone="warn">{m.vacant}</Badge>
  ) : (
    <>
      {row.holders.map((holder, index) => (
        <span key={holder.id}>
          {index > 0 && ', '}
          <a href={`/pegawai/${holder.id}`}>{holder.name}</a>
          {holder.acting && <> ({holder.acting})</>}
        </span>
      ))}
      {row.more && (
        <>
          {' '}
          <a href={`/pegawai?jabatan=${row.id}`}>{row.more}</a>
        </>
      )}
    </>
  )

export function UnitPage({ m, name, lead, figure, units, jabatan, showsPeople, peopleHref }: Props) {
  return (
    <>
      <PageHeader
        title={name}
        lead={lead}
        actions={
          peopleHref && (
            <ButtonLink href={peopleHref} icon="people">
              {m.peopleHere}
            </ButtonLink>
          )
        }
      />
      <KeyFigure {...figure} />
      {units.length > 0 && (
        <Section title={m.subUnits}>
          <UnitTable m={m} caption={m.subUnits} rows={units} showsPeople={showsPeople} empty={null} />
        </Section>
      )}
      <Section title={m.jabatanHere} lead={showsPeople ? undefined : m.holdersHidden}>
        <DataTable<JabatanCells>
          caption={m.jabatanHere}
          rows={jabatan}
          rowKey={row => row.id}
          rowHref={row => `/standar/${row.id}`}
          empty={<EmptyState title={m.noJabatanHere}>{m.noJabatanHereWhat}</EmptyState>}
          columns={[
            { key: 'name', header: m.jabatan, primary: true, cell: row => row.name },
            { key: 'jenjang', header: m.jenjang, cell: row => row.jenjang },
            ...(showsPeople
              ? [{ key: 'holders', header: m.holders, cell: (row: JabatanCells) => <Holders m={m} row={row} /> }]
              : []),
          ]}
        />
      </Section>
    </>
  )
}
