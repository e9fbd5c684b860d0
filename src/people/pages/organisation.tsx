import type { ComponentChildren } from 'preact'
import {
  Badge,
  ButtonLink,
  DataTable,
  EmptyState,
  Facts,
  FilterBar,
  KeyFigure,
  PageHeader,
  Section,
  SelectField,
} from '../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type UnitCells = {
  id: number
  name: string
  headJabatan: string
  /** Null: nobody holds the head post. `undefined`: this actor may not know. */
  head: string | null | undefined
  acting: string | null
  units: string
  jabatan: string
  active: string
}

type TableProps = { m: Messages; caption: string; rows: UnitCells[]; showsPeople: boolean; empty: ComponentChildren }

/** Units with who leads them and what lies below, each the way down to its own page. */
export const UnitTable = ({ m, caption, rows, showsPeople, empty }: TableProps) => (
  <DataTable<UnitCells>
    caption={caption}
    rows={rows}
    rowKey={row => row.id}
    rowHref={row => `/organisasi/unit/${row.id}`}
    empty={empty}
    columns={[
      { key: 'name', header: m.unit, primary: true, cell: row => row.name },
      {
        key: 'head',
        header: m.head,
        cell: row =>
          row.head ? (
            <>
              {row.head} {row.acting && <Badge tone="info">{row.acting}</Badge>}
            </>
          ) : row.head === null && row.headJabatan ? (
            <Badge tone="warn">{m.vacant}</Badge>
          ) : (
            row.headJabatan || m.noHeadPost
          ),
      },
      { key: 'units', header: m.unitCount, align: 'right', cell: row => row.units },
      { key: 'jabatan', header: m.jabatanCount, align: 'right', cell: row => row.jabatan },
      ...(showsPeople
        ? [{ key: 'active', header: m.activePeople, align: 'right' as const, cell: (row: UnitCells) => row.active }]
        : []),
    ]}
  />
)

type Props = {
  m: Messages
  name: string
  chosen: string
  choices: { value: string; label: string }[]
  facts: { label: string; value: string }[]
  editHref: string | null
  /** The map of posts, for who sees the people. */
  mapHref: string | null
  unitCount: string
  jabatanCount: string
  units: UnitCells[]
  showsPeople: boolean
  canImport: boolean
}

export function OrganisationPage(props: Props) {
  const { m, units, editHref, choices, showsPeople } = props
  return (
    <>
      <PageHeader
        title={props.name}
        eyebrow={m.organisation}
        lead={m.organisationLead}
        actions={
          <>
            {props.mapHref && (
              <ButtonLink href={props.mapHref} icon="map">
                {m.postMap}
              </ButtonLink>
            )}
            {editHref && <ButtonLink href={editHref}>{m.edit}</ButtonLink>}
          </>
        }
      />
      {choices.length > 1 && (
        <FilterBar action="/organisasi" submit={m.apply} autosubmit>
          <SelectField label={m.choose} name="instansi" options={choices} value={props.chosen} />
        </FilterBar>
      )}
      <KeyFigure
        value={props.unitCount}
        label={m.units}
        sentence={units.length > 0 ? m.unitsSentence(props.jabatanCount) : undefined}
      />
      <Section title={m.tree} lead={showsPeople ? undefined : m.holdersHidden}>
        <UnitTable
          m={m}
          caption={m.tree}
          rows={units}
          showsPeople={showsPeople}
          empty={
            <EmptyState title={m.noUnits} action={props.canImport && <ButtonLink href="/impor">{m.import}</ButtonLink>}>
              {m.noUnitsWhat}
            </EmptyState>
          }
        />
      </Section>
      <Section title={m.card}>
        <Facts items={props.facts} />
      </Section>
    </>
  )
}
