import { changeChart } from '../../../platform/charts/index.ts'
import { Chart, type Column, DataTable, Disclosure, Facts, Section } from '../../../ui/index.ts'
import type { RecountMessages } from '../messages.ts'

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

type WhyProps = { m: RecountMessages; causes: CauseView[]; format: (value: number) => string }

/** What moved the gaps, by cause. */
export function Why({ m, causes, format }: WhyProps) {
  const drawn = causes.filter(cause => cause.plus > 0 || cause.minus > 0)
  const number = (key: keyof CauseView, header: string): Column<CauseView> => ({
    key,
    header,
    align: 'right',
    cell: row => row[key],
  })
  const table = (
    <DataTable<CauseView>
      caption={m.whyTable}
      rows={causes}
      rowKey={row => row.key}
      {...(causes.some(row => row.href !== null) && { rowHref: (row: CauseView) => row.href! })}
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
          items={causes.map(cause => ({
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

/** The same by competency. */
export function Competencies({ m, competencies }: { m: RecountMessages; competencies: CompetencyView[] }) {
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
  const rest = competencies.slice(firstShown)
  return (
    <Section title={m.byCompetency}>
      {table(competencies.slice(0, firstShown))}
      {rest.length > 0 && <Disclosure summary={m.moreCompetencies(rest.length)}>{table(rest)}</Disclosure>}
    </Section>
  )
}
