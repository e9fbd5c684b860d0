import {
  Alert,
  Badge,
  ButtonLink,
  DataTable,
  Facts,
  Figures,
  KeyFigure,
  PageHeader,
  Pager,
  Section,
  ShareBar,
} from '../../ui/index.ts'
import type { NeedMessages } from '../messages.ts'
import { tierTone } from '../present.ts'
import type { Component, Tier } from '../rules/priority.ts'

export type ComponentView = { name: Component; value: string; share: number | null; weight: string; help: string }
export type PersonView = {
  id: number
  name: string
  nip: string
  unit: string
  jabatan: string
  held: string
  required: string
  gap: string
}

type Props = {
  m: NeedMessages
  title: string
  lead: string
  tier: Tier
  score: string
  completeness: string
  missing: string | null
  people: string
  sentence: string
  components: ComponentView[]
  policyNote: string
  calculated: string
  distribution: { label: string; share: number; text: string }[]
  facts: { label: string; value: string }[]
  persons: PersonView[] | null
  pager: Parameters<typeof Pager>[0] | null
  exportHref: string | null
}

export function NeedPage(props: Props) {
  const { m } = props
  return (
    <>
      <PageHeader
        title={props.title}
        lead={props.lead}
        actions={
          props.exportHref && (
            <ButtonLink href={props.exportHref} icon="download" download>
              {m.export}
            </ButtonLink>
          )
        }
      />
      <KeyFigure value={props.people} unit={m.peopleFigure} label={m.people} sentence={props.sentence} />
      <Figures
        items={[
          { label: m.score, value: props.score, detail: props.completeness },
          {
            label: m.tier,
            value: <Badge tone={tierTone[props.tier]}>{m.tiers[props.tier]}</Badge>,
            detail: props.missing ?? undefined,
          },
        ]}
      />
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
            { key: 'weight', header: m.weight, align: 'right', cell: row => row.weight },
          ]}
        />
        {props.facts.length > 0 && <Facts items={props.facts} />}
        <Alert tone="info" title={m.policyTitle}>
          <p>{props.policyNote}</p>
          <p>{m.policyMissing}</p>
          <p>{props.calculated}</p>
        </Alert>
      </Section>
      <Section title={m.distribution}>
        <ul class="grid gap-3">
          {props.distribution.map(row => (
            <li key={row.label}>
              <ShareBar share={row.share} label={`${row.label}: ${row.text}`} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={m.peopleTitle} id="orang">
        {props.persons === null ? (
          <p>{m.noPeopleRight}</p>
        ) : (
          <>
            <DataTable<PersonView>
              caption={m.peopleTitle}
              rows={props.persons}
              rowKey={row => row.id}
              rowHref={row => `/pegawai/${row.id}`}
              empty={m.emptyFiltered}
              columns={[
                { key: 'name', header: m.name, primary: true, cell: row => row.name },
                { key: 'nip', header: 'NIP', cell: row => row.nip, nowrap: true },
                { key: 'jabatan', header: m.jabatan, cell: row => row.jabatan },
                { key: 'unit', header: m.unit, cell: row => row.unit },
                { key: 'held', header: m.held, align: 'right', cell: row => row.held },
                { key: 'required', header: m.required, align: 'right', cell: row => row.required },
                { key: 'gap', header: m.gap, align: 'right', cell: row => row.gap },
              ]}
            />
            {props.pager && <Pager {...props.pager} />}
          </>
        )}
      </Section>
    </>
  )
}
