import {
  Badge,
  ButtonLink,
  DataTable,
  EmptyState,
  FilterBar,
  KeyFigure,
  PageHeader,
  Pager,
  Section,
  SelectField,
  type Tone,
} from '../../ui/index.ts'
import type { Messages } from '../messages.ts'
import type { State } from '../store.ts'

const stateTone: Record<State, Tone> = {
  reading: 'info',
  mapping: 'warn',
  preview: 'warn',
  applying: 'info',
  done: 'ok',
  failed: 'bad',
  cancelled: 'neutral',
}

export type ListRow = {
  id: number
  kind: string
  file: string
  instansi: string
  when: string
  who: string
  state: State
  result: string
}
export type TemplateRow = { kind: string; name: string; lead: string }
type Choice = { value: string; label: string }

type Props = {
  m: Messages
  waiting: { count: number; shown: string }
  rows: ListRow[]
  noneLead: string
  templates: TemplateRow[]
  kinds: Choice[]
  kind: string
  filtered: boolean
  pager: Parameters<typeof Pager>[0]
}

const NewImport = ({ m }: { m: Messages }) => (
  <ButtonLink href="/impor/baru" tone="primary" icon="upload">
    {m.newImport}
  </ButtonLink>
)

export function ImportsPage({ m, waiting, rows, noneLead, templates, kinds, kind, filtered, pager }: Props) {
  const nothing = rows.length === 0 && !filtered
  const many = new Set(rows.map(row => row.instansi)).size > 1
  return (
    <>
      <PageHeader title={m.imports} lead={m.importsLead} actions={nothing ? undefined : <NewImport m={m} />} />
      {nothing ? (
        <EmptyState title={m.none} action={<NewImport m={m} />}>
          {noneLead}
        </EmptyState>
      ) : (
        <>
          <KeyFigure
            value={waiting.shown}
            label={m.openLabel}
            sentence={m.openImports(waiting.count)}
            tone={waiting.count > 0 ? 'warn' : 'ok'}
          />
          {kinds.length > 1 && (
            <FilterBar action="/impor" submit={m.filter} autosubmit>
              <SelectField label={m.kind} name="jenis" options={[{ value: '', label: m.all }, ...kinds]} value={kind} />
            </FilterBar>
          )}
          <DataTable<ListRow>
            caption={m.imports}
            rows={rows}
            rowKey={row => row.id}
            rowHref={row => `/impor/${row.id}`}
            empty={m.noneFiltered}
            columns={[
              { key: 'kind', header: m.kind, primary: true, cell: row => row.kind },
              { key: 'state', header: m.state, cell: row => <Badge tone={stateTone[row.state]}>{m.states[row.state]}</Badge> },
              { key: 'result', header: m.result, cell: row => row.result },
              { key: 'file', header: m.file, cell: row => row.file },
              ...(many ? [{ key: 'instansi', header: m.instansi, cell: (row: ListRow) => row.instansi }] : []),
              { key: 'when', header: m.when, cell: row => row.when },
              { key: 'who', header: m.who, secondary: true, cell: row => row.who },
            ]}
          />
          <Pager {...pager} />
        </>
      )}
      <Section title={m.templates} lead={m.templatesLead}>
        <DataTable<TemplateRow>
          caption={m.templates}
          rows={templates}
          rowKey={row => row.kind}
          empty=""
          columns={[
            { key: 'name', header: m.kind, primary: true, cell: row => row.name },
            { key: 'lead', header: m.holds, long: true, cell: row => row.lead },
            {
              key: 'get',
              header: m.file,
              cell: row => (
                <ButtonLink href={`/impor/templat/${row.kind}`} icon="download" tone="ghost" download>
                  {m.download}
                  <span class="sr-only"> {row.name}</span>
                </ButtonLink>
              ),
            },
          ]}
        />
      </Section>
    </>
  )
}
