import { changeChart } from '../../../platform/charts/index.ts'
import {
  Alert,
  ButtonLink,
  Chart,
  type Column,
  DataTable,
  Disclosure,
  EmptyState,
  Facts,
  type Figure,
  Figures,
  FilterBar,
  KeyFigure,
  PageHeader,
  SavedViews,
  type SavedViewsProps,
  Section,
  SelectField,
  TextField,
} from '../../../ui/index.ts'
import type { RecountMessages } from '../messages.ts'
import { Ask, AskAgain, Working, type WorkingProps } from './working.tsx'

export type CauseView = {
  key: string
  name: string
  help: string
  people: string
  plus: number
  minus: number
  opened: string
  closed: string
  widened: string
  narrowed: string
  known: string
  unknown: string
  net: string
  /** Null: the names are not for this reader, or no longer kept. */
  href: string | null
}
export type CompetencyView = {
  code: string
  name: string
  pillar: string
  before: string
  after: string
  opened: string
  closed: string
  net: string
  href: string | null
}

export type MadeView = {
  figure: { value: string; label: string; sentence: string }
  figures: Figure[]
  madeAt: string
  stale: boolean
  causes: CauseView[]
  competencies: CompetencyView[]
  peopleHref: string | null
  exportHref: string
  /** What the costs rest on; null where none are shown. */
  costNote: { text: string; href: string | null; link: string } | null
  rowsGone: boolean
}

export type CompareProps = {
  m: RecountMessages
  views: SavedViewsProps
  values: { instansi: string; from: string; until: string }
  today: string
  errors: { field: string; message: string }[]
  choices: { value: string; label: string }[]
  shortcuts: { href: string; label: string; current: boolean }[]
  working: WorkingProps | null
  failed: { title: string; words: string } | null
  made: MadeView | null
  /** What stands where nothing is made yet: how many people there are. */
  notYet: string | null
  last: { href: string; days: string; gaps: string; at: string }[]
  mayNames: boolean
  format: (value: number) => string
}

const askOf = ({ values }: CompareProps) => ({
  action: '/kesenjangan/banding',
  fields: { instansi: values.instansi, dari: values.from, sampai: values.until },
})

const Choose = ({ m, values, today, errors, choices, shortcuts }: CompareProps) => {
  const errorOf = (field: string) => errors.find(one => one.field === field)?.message
  return (
    <>
      <nav class="see-also" aria-label={m.shortcuts}>
        <ul>
          {shortcuts.map(one => (
            <li key={one.href}>
              <a href={one.href} aria-current={one.current ? 'true' : undefined}>
                {one.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <FilterBar action="/kesenjangan/banding" submit={m.show}>
        {choices.length > 1 && <SelectField label={m.instansi} name="instansi" value={values.instansi} options={choices} />}
        <TextField label={m.from} name="dari" type="date" value={values.from} max={today} error={errorOf('dari')} required />
        <TextField
          label={m.until}
          name="sampai"
          type="date"
          value={values.until}
          max={today}
          error={errorOf('sampai')}
          required
        />
      </FilterBar>
    </>
  )
}

function Why({ m, made, format }: { m: RecountMessages; made: MadeView; format: CompareProps['format'] }) {
  const drawn = made.causes.filter(cause => cause.plus > 0 || cause.minus > 0)
  const number = (key: keyof CauseView, header: string): Column<CauseView> => ({
    key,
    header,
    align: 'right',
    cell: row => row[key],
  })
  const table = (
    <DataTable<CauseView>
      caption={m.whyTable}
      rows={made.causes}
      rowKey={row => row.key}
      {...(made.causes.some(row => row.href !== null) && { rowHref: (row: CauseView) => row.href! })}
      empty={m.nothingMoved}
      columns={[
        {
          key: 'name',
          header: m.cause,
          primary: true,
          cell: row => row.name,
        },
        number('people', m.people),
        number('opened', m.openedHead),
        number('closed', m.closedHead),
        number('net', m.net),
        number('widened', m.widenedHead),
        number('narrowed', m.narrowedHead),
        number('known', m.knownHead),
        number('unknown', m.unknownHead),
      ]}
    />
  )
  return (
    <Section title={m.why} lead={m.whyLead}>
      <div class="beside">
        {drawn.length > 0 ? (
          <Chart
            svg={changeChart({
              title: m.whyChart,
              description: drawn
                .map(
                  one => `${one.name}: ${m.closedHead.toLowerCase()} ${one.closed}, ${m.openedHead.toLowerCase()} ${one.opened}.`,
                )
                .join(' '),
              rows: drawn.map(one => ({ label: one.name, plus: one.plus, minus: one.minus })),
              words: { plus: m.openedHead, minus: m.closedHead },
              format,
            })}
            tableLabel={m.whyTable}
            table={table}
          />
        ) : (
          table
        )}
        <Facts
          items={made.causes.map(cause => ({
            label: cause.name,
            value: (
              <>
                {cause.help} {cause.href && <a href={cause.href}>{m.peopleOf(cause.people)}</a>}
              </>
            ),
          }))}
        />
      </div>
    </Section>
  )
}

const firstShown = 12

function Competencies({ m, made }: { m: RecountMessages; made: MadeView }) {
  const table = (rows: CompetencyView[]) => (
    <DataTable<CompetencyView>
      caption={m.byCompetency}
      compact
      rows={rows}
      rowKey={row => row.code}
      {...(rows.some(row => row.href !== null) && { rowHref: (row: CompetencyView) => row.href! })}
      empty={m.noCompetency}
      columns={[
        {
          key: 'name',
          header: m.competency,
          primary: true,
          cell: row => (
            <>
              {row.name} <small class="cell-detail">{`${row.code} · ${row.pillar}`}</small>
            </>
          ),
        },
        { key: 'before', header: m.before, align: 'right', cell: row => row.before },
        { key: 'opened', header: m.openedHead, align: 'right', cell: row => row.opened },
        { key: 'closed', header: m.closedHead, align: 'right', cell: row => row.closed },
        { key: 'after', header: m.after, align: 'right', cell: row => row.after },
        { key: 'net', header: m.net, align: 'right', cell: row => <strong>{row.net}</strong> },
      ]}
    />
  )
  const rest = made.competencies.slice(firstShown)
  return (
    <Section title={m.byCompetency}>
      {table(made.competencies.slice(0, firstShown))}
      {rest.length > 0 && <Disclosure summary={m.moreCompetencies(rest.length)}>{table(rest)}</Disclosure>}
    </Section>
  )
}

function Made(props: CompareProps & { made: MadeView }) {
  const { m, made, mayNames, format } = props
  return (
    <>
      <KeyFigure
        value={made.figure.value}
        unit={m.gaps}
        label={made.figure.label}
        sentence={made.figure.sentence}
        action={
          made.peopleHref && (
            <ButtonLink href={made.peopleHref} tone="primary" icon="people">
              {m.seePeople}
            </ButtonLink>
          )
        }
      />
      <Figures items={made.figures} />
      {made.costNote && (
        <p class="section-lead">
          {made.costNote.text} {made.costNote.href && <a href={made.costNote.href}>{made.costNote.link}</a>}
        </p>
      )}
      <Why m={m} made={made} format={format} />
      <Competencies m={m} made={made} />
      <Alert tone={made.stale ? 'warn' : 'info'}>
        <p>
          {made.madeAt} {made.stale && m.stale}
        </p>
        {made.rowsGone && <p>{m.rowsGone}</p>}
        {!mayNames && <p>{m.noNames}</p>}
        <div class="notice-actions">
          <AskAgain m={m} {...askOf(props)} />
        </div>
      </Alert>
    </>
  )
}

export function ComparePage(props: CompareProps) {
  const { m, made, working, failed, last } = props
  return (
    <>
      <PageHeader
        title={m.compare}
        lead={m.compareLead}
        actions={
          made && (
            <ButtonLink href={made.exportHref} icon="download" download>
              {m.export}
            </ButtonLink>
          )
        }
      />
      {props.errors.length > 0 && (
        <Alert tone="bad" title={m.formErrors}>
          <ul>
            {props.errors.map(error => (
              <li key={error.field}>{error.message}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Choose {...props} />
      <SavedViews {...props.views} />
      {working && <Working {...working} />}
      {failed && (
        <Alert tone="bad" title={failed.title}>
          <p>{failed.words}</p>
          <p>{m.failedWhat}</p>
          <div class="notice-actions">
            <AskAgain m={m} {...askOf(props)} />
          </div>
        </Alert>
      )}
      {made && working && <p class="section-lead">{m.older}</p>}
      {made && <Made {...props} made={made} />}
      {props.notYet && (
        <EmptyState title={m.notYetTitle} action={<Ask {...askOf(props)} label={m.work} />}>
          {props.notYet}
        </EmptyState>
      )}
      {last.length > 0 && (
        <Section title={m.lastTitle}>
          <DataTable<CompareProps['last'][number]>
            caption={m.lastTitle}
            compact
            rows={last}
            rowKey={row => row.href}
            rowHref={row => row.href}
            empty={m.lastNone}
            columns={[
              { key: 'days', header: m.days, primary: true, cell: row => row.days },
              { key: 'gaps', header: m.cardGaps, cell: row => row.gaps, nowrap: true },
              { key: 'at', header: m.madeOn, cell: row => row.at },
            ]}
          />
        </Section>
      )}
    </>
  )
}
