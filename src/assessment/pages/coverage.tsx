import {
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  type Figure,
  Figures,
  FilterBar,
  KeyFigure,
  PageHeader,
  Pager,
  Section,
  SelectField,
  ShareBar,
  type Sort,
} from '../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type CoverageCells = {
  id: number
  name: string
  active: string
  assessed: string
  share: number
  shareText: string
  missing: string
  /** Null where nobody is missing, or where this actor sees no names. */
  missingHref: string | null
}
type Props = {
  m: Messages
  title: string
  choices: { value: string; label: string }[]
  chosen: string
  /** Null: nobody to count. */
  figure: { value: string; sentence: string; complete: boolean; missingHref: string | null } | null
  figures: Figure[]
  table: { title: string; lead: string; nameHeader: string; drillHref: ((row: CoverageCells) => string) | undefined }
  rows: CoverageCells[]
  sort: Record<'nama' | 'aktif' | 'cakupan', Sort>
  calculated: string | null
  pager: Parameters<typeof Pager>[0] | null
  canImport: boolean
  /** Null where it is about several governments, or not this actor's to see. */
  policyHref: string | null
  /** Null for who sees figures only. */
  campaignsHref: string | null
  /** The query of the lists of where people stand; null where this actor sees no names. */
  standingsHref: string | null
}

const columnsOf = ({ m, table, sort }: Props): Column<CoverageCells>[] => {
  return [
    { key: 'name', header: table.nameHeader, primary: true, cell: row => row.name, ...sort.nama },
    { key: 'active', header: m.active, align: 'right', cell: row => row.active, ...sort.aktif },
    { key: 'assessed', header: m.assessed, align: 'right', cell: row => row.assessed },
    { key: 'share', header: m.share, cell: row => <ShareBar share={row.share} label={row.shareText} />, ...sort.cakupan },
    {
      key: 'missing',
      header: m.missing,
      align: 'right',
      cell: row => (row.missingHref ? <a href={row.missingHref}>{row.missing}</a> : row.missing),
    },
  ]
}

export function CoveragePage(props: Props) {
  const { m, choices, figure, table, rows } = props
  return (
    <>
      <PageHeader
        title={props.title}
        eyebrow={m.mapping}
        lead={m.mappingLead}
        actions={
          <>
            {props.campaignsHref && <ButtonLink href={props.campaignsHref}>{m.campaigns}</ButtonLink>}
            {props.standingsHref && <ButtonLink href={`/pemetaan/ikk?${props.standingsHref}`}>{m.ikkList}</ButtonLink>}
            {props.standingsHref && <ButtonLink href={`/pemetaan/rekap?${props.standingsHref}`}>{m.recap}</ButtonLink>}
            {props.policyHref && <ButtonLink href={props.policyHref}>{m.capPolicyName}</ButtonLink>}
          </>
        }
      />
      {choices.length > 1 && (
        <FilterBar action="/pemetaan" submit={m.apply} autosubmit>
          <SelectField label={m.instansi} name="instansi" options={choices} value={props.chosen} />
        </FilterBar>
      )}
      {figure ? (
        <>
          <KeyFigure
            value={figure.value}
            label={m.covered}
            sentence={figure.sentence}
            tone={figure.complete ? 'ok' : 'neutral'}
            action={
              figure.missingHref && (
                <ButtonLink href={figure.missingHref} tone="primary" icon="people">
                  {m.seeMissing}
                </ButtonLink>
              )
            }
          />
          {props.figures.length > 0 && <Figures items={props.figures} />}
          <Section title={table.title} lead={table.lead}>
            <DataTable<CoverageCells>
              caption={table.title}
              rows={rows}
              rowKey={row => row.id}
              rowHref={table.drillHref}
              empty={m.noCoverage}
              columns={columnsOf(props)}
            />
            {props.pager && <Pager {...props.pager} />}
            {props.calculated && <p class="text-muted">{props.calculated}</p>}
          </Section>
        </>
      ) : (
        <EmptyState title={m.noCoverage} action={props.canImport && <ButtonLink href="/impor">{m.import}</ButtonLink>}>
          {m.noCoverageWhat}
        </EmptyState>
      )}
    </>
  )
}
