import {
  Badge,
  ButtonLink,
  DataTable,
  Disclosure,
  EmptyState,
  Facts,
  FilterBar,
  KeyFigure,
  PageHeader,
  SavedViews,
  type SavedViewsProps,
  Section,
  SelectField,
  Tabs,
  TextField,
} from '../../../ui/index.ts'
import type { RecountMessages } from '../messages.ts'
import { type DifferenceMade, Differences, Needs, type NeedsMade } from './then-lists.tsx'
import { Ask, Failed, MadeAt, Working, type WorkingProps } from './working.tsx'

export type StandardView = { key: string; name: string; basis: string; from: string; people: string; verified: boolean }
type DocumentView = { id: number; href: string; title: string; detail: string; chosen: boolean; compareHref: string }

export type DayMade = NeedsMade & {
  figure: { value: string; label: string; sentence: string }
  madeAt: string
  stale: boolean
  nobody: boolean
  rules: { label: string; value: string }[]
  standards: StandardView[]
}

export type ThenProps = {
  m: RecountMessages
  views: SavedViewsProps
  values: { instansi: string; day: string }
  today: string
  error: string | null
  choices: { value: string; label: string }[]
  working: WorkingProps | null
  failed: { title: string; words: string } | null
  notYet: string | null
  made: DayMade | null
  documents: DocumentView[]
  /** What the chosen document keeps differs so; null where it keeps no list, or none is chosen. */
  difference: DifferenceMade | null
  differing: boolean
  tabs: Parameters<typeof Tabs>[0]['items']
  exportHref: string
  resetHref: string
}

const askOf = ({ values }: Pick<ThenProps, 'values'>) => ({
  action: '/kebutuhan/pada',
  fields: { instansi: values.instansi, hari: values.day },
})

const Choose = ({ m, values, today, error, choices }: ThenProps) => (
  <FilterBar action="/kebutuhan/pada" submit={m.show}>
    {choices.length > 1 && <SelectField label={m.instansi} name="instansi" value={values.instansi} options={choices} />}
    <TextField label={m.day} name="hari" type="date" value={values.day} max={today} error={error ?? undefined} required />
  </FilterBar>
)

const Issued = ({ m, documents }: ThenProps) => (
  <Section title={m.issued} lead={m.issuedLead}>
    <DataTable<DocumentView>
      caption={m.issued}
      rows={documents}
      rowKey={row => row.id}
      empty={m.issuedNone}
      columns={[
        {
          key: 'title',
          header: m.issued,
          primary: true,
          cell: row => (
            <>
              <a class="row-link" href={row.href}>
                {row.title}
              </a>{' '}
              <small class="cell-detail">{row.detail}</small>
            </>
          ),
        },
        {
          key: 'compare',
          header: '',
          align: 'right',
          cell: row => (row.chosen ? <Badge tone="info">{m.chosen}</Badge> : <a href={row.compareHref}>{m.compareWith}</a>),
        },
      ]}
    />
  </Section>
)

const MadeWith = ({ m, made, values }: Pick<ThenProps, 'm' | 'values'> & { made: DayMade }) => (
  <Section title={m.madeWith}>
    <Facts items={made.rules} />
    {made.standards.length > 0 && (
      <Disclosure summary={m.standardsList}>
        <DataTable<StandardView>
          caption={m.standardsList}
          compact
          rows={made.standards}
          rowKey={row => row.key}
          empty=""
          columns={[
            {
              key: 'name',
              header: m.standard,
              primary: true,
              cell: row => (
                <>
                  {row.name} {!row.verified && <Badge tone="warn">{m.unverified}</Badge>}
                </>
              ),
            },
            { key: 'basis', header: m.standardBasis, cell: row => row.basis, long: true },
            { key: 'from', header: m.standardFrom, cell: row => row.from, nowrap: true },
            { key: 'people', header: m.people, align: 'right', cell: row => row.people },
          ]}
        />
      </Disclosure>
    )}
    <MadeAt m={m} made={made} {...askOf({ values })} />
  </Section>
)

export function ThenPage(props: ThenProps) {
  const { m, made, working, failed } = props
  return (
    <>
      <PageHeader
        title={m.thenTitle}
        lead={m.thenLead}
        actions={
          made && (
            <ButtonLink href={props.exportHref} icon="download" download>
              {m.export}
            </ButtonLink>
          )
        }
      />
      <Choose {...props} />
      <SavedViews {...props.views} />
      {working && <Working {...working} />}
      {failed && <Failed m={m} {...failed} {...askOf(props)} />}
      {made && (
        <>
          {working && <p class="section-lead">{m.older}</p>}
          {made.nobody ? (
            <EmptyState title={made.figure.label}>{m.thenNobody}</EmptyState>
          ) : (
            <KeyFigure value={made.figure.value} unit={m.thenFigure} label={made.figure.label} sentence={made.figure.sentence} />
          )}
        </>
      )}
      {props.notYet && (
        <EmptyState title={m.thenNotYetTitle} action={<Ask {...askOf(props)} label={m.thenWork} />}>
          {props.notYet}
        </EmptyState>
      )}
      <Issued {...props} />
      {made && !made.nobody && (
        <Section title={props.differing ? m.difference : m.thenTitle} id="daftar">
          {props.tabs.length > 1 && <Tabs label={m.thenTitle} items={props.tabs} />}
          {props.differing ? <Differences m={m} difference={props.difference} /> : <Needs {...props} made={made} />}
        </Section>
      )}
      {made && <MadeWith m={m} made={made} values={props.values} />}
    </>
  )
}
