import type { ComponentChildren } from 'preact'
import {
  Alert,
  Badge,
  ButtonLink,
  DataTable,
  EmptyState,
  FilterBar,
  HiddenField,
  KeyFigure,
  PageHeader,
  Pager,
  SavedViews,
  type SavedViewsProps,
  SelectField,
  Tabs,
  TextField,
} from '../../ui/index.ts'
import type { NeedMessages } from '../messages.ts'
import { tierTone } from '../present.ts'
import type { Tier } from '../rules/priority.ts'

export type NeedView = {
  id: number
  name: string
  detail: string
  jenjang: string
  instansi: string
  levels: string
  /** The goal it serves and the act that demands it, as far as they are known. */
  basis: string[]
  people: string
  score: string
  completeness: string
  missing: string | null
  tier: Tier
  /** Why it is not urgen though its score would be; null: it is no such need. */
  provisional: string | null
  /** What it costs a year; null where that is not asked. */
  cost: string | null
  /** When the last of its people went; null while somebody has it. */
  gone: string | null
}
type Choice = { value: string; label: string }
type Filters = {
  q: string
  tier: string
  pillar: string
  jenjang: string
  instansi: string
  post: string
  kind: string
  gone: boolean
  order: string
}

type Props = {
  m: NeedMessages
  title: string
  lead: string
  tabs: Parameters<typeof Tabs>[0]['items']
  figure: { value: string; label: string; sentence: string | undefined } | null
  rows: NeedView[]
  /** Null: nothing is filled in, and the column is left out. */
  costHeader: string | null
  views: SavedViewsProps
  manyInstansi: boolean
  filters: Filters
  sortHrefs: { rank: string; people: string }
  filtered: boolean
  choices: { tiers: Choice[]; pillars: Choice[]; jenjang: Choice[]; instansi: Choice[] }
  links: { href: string; label: string }[]
  policyNote: string
  policyMissing: string
  calculated: string | null
  exportHref: string
  canImport: boolean
  pager: Parameters<typeof Pager>[0]
}

export const TierBadge = ({ tier, children }: { tier: Tier; children: ComponentChildren }) => (
  <Badge tone={tierTone[tier]}>{children}</Badge>
)

function Filter({ m, filters, filtered, choices }: Props) {
  const all = { value: '', label: m.all }
  const resetHref = filters.gone ? '/kebutuhan?keadaan=lalu' : '/kebutuhan'
  return (
    <FilterBar action="/kebutuhan" submit={m.apply} resetHref={filtered ? resetHref : undefined} resetLabel={m.reset}>
      {filters.kind && <HiddenField name="jenis" value={filters.kind} />}
      {filters.order && <HiddenField name="urut" value={filters.order} />}
      {filters.gone && <HiddenField name="keadaan" value="lalu" />}
      <TextField label={m.search} name="q" value={filters.q} type="search" />
      {choices.instansi.length > 1 && (
        <SelectField
          label={m.instansi}
          name="instansi"
          value={filters.instansi}
          options={[{ value: 'semua', label: m.allInstansi }, ...choices.instansi]}
        />
      )}
      <SelectField label={m.tier} name="tingkat" value={filters.tier} options={[all, ...choices.tiers]} />
      <SelectField label={m.pillar} name="pilar" value={filters.pillar} options={[all, ...choices.pillars]} />
      <SelectField label={m.jenjang} name="jenjang" value={filters.jenjang} options={[all, ...choices.jenjang]} />
      <SelectField
        label={m.post}
        name="jabatan"
        value={filters.post}
        options={[
          { value: '', label: m.posts.held },
          { value: 'dituju', label: m.posts.aimed },
        ]}
      />
    </FilterBar>
  )
}

export function RankingPage(props: Props) {
  const { m, rows, filters, choices } = props
  const empty = props.filtered ? (
    <EmptyState title={m.emptyFiltered} action={<ButtonLink href="/kebutuhan">{m.reset}</ButtonLink>} />
  ) : filters.gone ? (
    <EmptyState title={m.goneEmpty} action={<ButtonLink href="/kebutuhan">{m.backToNow}</ButtonLink>} />
  ) : (
    <EmptyState
      title={m.emptyTitle}
      action={
        <>
          {props.canImport && <ButtonLink href="/impor">{m.toImport}</ButtonLink>}
          {choices.instansi.length > 1 && filters.instansi !== 'semua' && (
            <ButtonLink href="/kebutuhan?instansi=semua">{m.toAllInstansi}</ButtonLink>
          )}
        </>
      }
    >
      {m.emptyText}
    </EmptyState>
  )
  return (
    <>
      <PageHeader
        title={props.title}
        lead={props.lead}
        actions={
          <ButtonLink href={props.exportHref} icon="download" download>
            {m.export}
          </ButtonLink>
        }
      />
      {props.figure && (
        <KeyFigure value={props.figure.value} unit={m.urgentFigure} label={props.figure.label} sentence={props.figure.sentence} />
      )}
      {!filters.gone && (
        <nav class="see-also" aria-label={m.alsoTitle}>
          <ul>
            {props.links.map(link => (
              <li key={link.href}>
                <a href={link.href}>{link.label}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <SavedViews {...props.views} />
      <Tabs label={m.kindsNav} items={props.tabs} />
      <Filter {...props} />
      <DataTable<NeedView>
        caption={props.title}
        compact
        rows={rows}
        rowKey={row => row.id}
        rowHref={row => `/kebutuhan/${row.id}`}
        empty={empty}
        columns={[
          {
            key: 'name',
            header: m.need,
            primary: true,
            cell: row => (
              <>
                {row.name} <small class="cell-detail">{row.detail}</small>
                {row.basis.map(text => (
                  <small key={text} class="cell-detail cell-more" title={text}>
                    {text}
                  </small>
                ))}
              </>
            ),
          },
          ...(props.manyInstansi ? [{ key: 'instansi', header: m.instansi, cell: (row: NeedView) => row.instansi }] : []),
          { key: 'jenjang', header: m.jenjang, cell: row => row.jenjang, nowrap: true },
          { key: 'levels', header: m.levels, align: 'center', cell: row => row.levels, nowrap: true },
          {
            key: 'people',
            header: m.people,
            align: 'right',
            sortHref: props.sortHrefs.people,
            sorted: filters.order ? 'desc' : null,
            cell: row => row.people,
          },
          ...(props.costHeader
            ? [
                {
                  key: 'cost',
                  header: props.costHeader,
                  align: 'right' as const,
                  secondary: true,
                  cell: (row: NeedView) => row.cost,
                },
              ]
            : []),
          {
            key: 'score',
            header: m.score,
            align: 'right',
            sortHref: props.sortHrefs.rank,
            sorted: filters.order ? null : 'desc',
            cell: row => (
              <>
                <strong>{row.score}</strong>{' '}
                <small class="text-muted" title={row.missing ?? undefined}>
                  {row.completeness}
                </small>
              </>
            ),
          },
          {
            key: 'tier',
            header: m.tier,
            nowrap: true,
            cell: row =>
              row.gone === null ? (
                <>
                  <TierBadge tier={row.tier}>{m.tiers[row.tier]}</TierBadge>
                  {row.provisional && (
                    <>
                      {' '}
                      <small class="cell-detail" title={row.provisional}>
                        {m.provisional}
                      </small>
                    </>
                  )}
                </>
              ) : (
                <>
                  <Badge tone="neutral">{m.goneBadge}</Badge> <small class="cell-detail">{row.gone}</small>
                </>
              ),
          },
        ]}
      />
      {props.rows.length > 0 && <Pager {...props.pager} />}
      {filters.gone ? (
        props.rows.length > 0 && (
          <p class="mt-6">
            <a href="/kebutuhan">{m.backToNow}</a>
          </p>
        )
      ) : (
        <Alert tone="info" title={m.policyTitle}>
          <p>{props.policyNote}</p>
          <p>{props.policyMissing}</p>
          {props.calculated && <p>{props.calculated}</p>}
        </Alert>
      )}
    </>
  )
}
