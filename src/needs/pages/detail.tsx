import {
  Alert,
  Badge,
  ButtonLink,
  type Column,
  DataTable,
  Facts,
  Figures,
  KeyFigure,
  PageHeader,
  Pager,
  Section,
  ShareBar,
} from '../../ui/index.ts'
import { CostSection } from '../cost/pages/cost.tsx'
import type { NeedMessages } from '../messages.ts'
import { tierTone } from '../present.ts'
import type { Component, Tier } from '../rules/priority.ts'

export type ComponentView = {
  name: Component
  value: string
  share: number | null
  weight: string
  help: string
  /** How the value came about; absent where it is not known. */
  because: string | undefined
  /** Where what it came from is listed, for who may. */
  source: { href: string; label: string } | null
}
export type PersonView = {
  id: number
  name: string
  nip: string
  unit: string
  jabatan: string
  /** One for each of `headers`. */
  cells: string[]
}

type Props = {
  m: NeedMessages
  title: string
  lead: string
  /** Since when nobody has it; null while somebody does. */
  gone: string | null
  tier: Tier
  score: string
  completeness: string
  missing: string | null
  place: string
  people: string
  peopleUnit: string
  sentence: string
  components: ComponentView[]
  policyNote: string
  policyMissing: string
  /** Why it is not urgen though its score would be; null: it is no such need. */
  provisional: string | null
  /** Where the unknown factors are filled in, for who may. */
  factorsHref: string | null
  calculated: string
  distribution: { title: string; rows: { label: string; share: number; text: string }[] } | null
  facts: { label: string; value: string; href: string | null }[]
  proposals: { href: string; text: string }[]
  /** Null: of another kind, which has no levels to cost. */
  cost: Parameters<typeof CostSection>[0] | null
  /** Where a need that was typed is edited. */
  statedHref: string | null
  headers: { header: string; number: boolean }[]
  persons: PersonView[] | null
  noPersons: string
  pager: Parameters<typeof Pager>[0] | null
  exportHref: string | null
}

function Why(props: Props) {
  const { m } = props
  const facts = [
    ...props.facts.map(({ label, value, href }) => ({ label, value: href ? <a href={href}>{value}</a> : value })),
    ...(props.proposals.length > 0
      ? [
          {
            label: m.proposedBy,
            value: (
              <ul>
                {props.proposals.map(one => (
                  <li key={one.href}>
                    <a href={one.href}>{one.text}</a>
                  </li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
  ]
  return (
    <Section title={m.whyTitle}>
      <DataTable<ComponentView>
        caption={m.whyTitle}
        rows={props.components}
        rowKey={row => row.name}
        empty=""
        columns={[
          {
            key: 'name',
            header: m.component,
            primary: true,
            cell: row => (
              <>
                {m.components[row.name]} <small class="cell-detail">{row.help}</small>
              </>
            ),
          },
          {
            key: 'value',
            header: m.value,
            cell: row =>
              row.share === null ? <Badge tone="neutral">{m.unknown}</Badge> : <ShareBar share={row.share} label={row.value} />,
          },
          {
            key: 'because',
            header: m.becauseHeader,
            long: true,
            cell: row => (
              <>
                {row.because ?? ''} {row.source && <a href={row.source.href}>{row.source.label}</a>}
              </>
            ),
          },
          { key: 'weight', header: m.weight, align: 'right', cell: row => row.weight },
        ]}
      />
      {props.factorsHref && (
        <p>
          <a href={props.factorsHref}>{m.toFactors}</a>
        </p>
      )}
      {facts.length > 0 && <Facts items={facts} />}
      <Alert tone="info" title={m.policyTitle}>
        <p>{props.policyNote}</p>
        <p>{props.policyMissing}</p>
        <p>{props.calculated}</p>
      </Alert>
    </Section>
  )
}

function People(props: Props) {
  const { m, persons } = props
  if (persons === null) return <p>{m.noPeopleRight}</p>
  const columns: Column<PersonView>[] = [
    { key: 'name', header: m.name, primary: true, cell: row => row.name },
    { key: 'nip', header: 'NIP', cell: row => row.nip, nowrap: true },
    { key: 'jabatan', header: m.jabatan, cell: row => row.jabatan },
    { key: 'unit', header: m.unit, cell: row => row.unit },
    ...props.headers.map(
      ({ header, number }, index): Column<PersonView> => ({
        key: header,
        header,
        ...(number && { align: 'right' }),
        cell: row => row.cells[index],
      }),
    ),
  ]
  return (
    <>
      <DataTable<PersonView>
        caption={m.peopleTitle}
        compact
        rows={persons}
        rowKey={row => row.id}
        rowHref={row => `/pegawai/${row.id}`}
        empty={props.noPersons}
        columns={columns}
      />
      {props.pager && <Pager {...props.pager} />}
    </>
  )
}

export function NeedPage(props: Props) {
  const { m, distribution } = props
  return (
    <>
      <PageHeader
        title={props.title}
        lead={props.lead}
        actions={
          <>
            {props.statedHref && (
              <ButtonLink href={props.statedHref} icon="file">
                {m.statedOpen}
              </ButtonLink>
            )}
            {props.exportHref && (
              <ButtonLink href={props.exportHref} icon="download" download>
                {m.export}
              </ButtonLink>
            )}
          </>
        }
      />
      {props.gone && <Alert tone="info">{props.gone}</Alert>}
      <KeyFigure value={props.people} unit={props.peopleUnit} label={props.place} sentence={props.sentence} />
      <Figures
        items={[
          { label: m.score, value: props.score, detail: props.completeness },
          {
            label: m.tier,
            value: (
              <>
                <Badge tone={tierTone[props.tier]}>{m.tiers[props.tier]}</Badge>
                {props.provisional && <small class="cell-detail">{m.provisional}</small>}
              </>
            ),
            detail: props.missing ?? undefined,
          },
        ]}
      />
      {props.provisional && (
        <Alert tone="warn">
          <p>{props.provisional}</p>
        </Alert>
      )}
      <Why {...props} />
      {distribution && (
        <Section title={distribution.title}>
          <ul class="grid gap-3">
            {distribution.rows.map(row => (
              <li key={row.label}>
                <ShareBar share={row.share} label={`${row.label}: ${row.text}`} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {props.cost && <CostSection {...props.cost} />}
      <Section title={m.peopleTitle} id="orang">
        <People {...props} />
      </Section>
    </>
  )
}
