import {
  Badge,
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  Facts,
  Form,
  FormActions,
  KeyFigure,
  PageHeader,
  Section,
  Tabs,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type OwnCells = {
  id: number
  title: string
  name: string
  dates: string
  state: { label: string; tone: Tone }
  next: string | null
}
type Tab = { href: string; label: string; current: boolean }
type Props = { m: Messages; tabs: { label: string; items: Tab[] }; figure: { value: string; sentence: string }; rows: OwnCells[] }

export const MinePage = ({ m, tabs, figure, rows }: Props) => (
  <>
    <PageHeader
      title={m.mine}
      lead={m.mineLead}
      actions={
        <ButtonLink href="/belajar/kalender" icon="clock">
          {m.calendars.learner.title}
        </ButtonLink>
      }
    />
    {tabs.items.length > 1 && <Tabs {...tabs} />}
    {rows.length > 0 && <KeyFigure value={figure.value} label={m.mineLabel} sentence={figure.sentence} />}
    <DataTable<OwnCells>
      caption={m.mine}
      rows={rows}
      rowKey={row => row.id}
      rowHref={row => `/belajar/pendaftaran/${row.id}`}
      empty={
        <EmptyState
          title={m.mineNone}
          action={
            <ButtonLink href="/katalog" tone="primary">
              {m.toCatalogue}
            </ButtonLink>
          }
        >
          {m.mineNoneWhat}
        </EmptyState>
      }
      columns={[
        {
          key: 'title',
          header: m.course,
          primary: true,
          cell: row => (
            <>
              {row.title} <small class="cell-detail">{row.name}</small>
            </>
          ),
        },
        { key: 'dates', header: m.dates, cell: row => row.dates },
        {
          key: 'state',
          header: m.state,
          cell: row => (
            <>
              <Badge tone={row.state.tone}>{row.state.label}</Badge>
              {row.next && <small class="cell-detail">{row.next}</small>}
            </>
          ),
        },
      ]}
    />
  </>
)

type OneProps = {
  m: Messages
  id: number
  title: string
  name: string
  /** Has lessons to go on with, or to read again. */
  learns: boolean
  state: { label: string; tone: Tone }
  next: string | null
  facts: { label: string; value: string }[]
  events: string[]
  reason: string | null
  /** Null: it is too late to withdraw. */
  withdraw: { lead: string; why: string; error: string | undefined } | null
}
export const OwnPage = ({ m, id, title, name, learns, state, next, facts, events, reason, withdraw }: OneProps) => (
  <>
    <PageHeader
      title={title}
      eyebrow={name}
      lead={
        <>
          <Badge tone={state.tone}>{state.label}</Badge> {next}
        </>
      }
      actions={
        <>
          {learns && (
            <ButtonLink href={`/belajar/${id}`} tone="primary" icon="book">
              {m.openLessons}
            </ButtonLink>
          )}
          <ButtonLink href={`/kelas/${id}`}>{m.openClass}</ButtonLink>
        </>
      }
    />
    <Facts items={reason ? [...facts, { label: m.reasonWas, value: reason }] : facts} />
    {events.length > 0 && (
      <Section title={m.history}>
        <ol class="grid gap-2">
          {events.map(words => (
            <li key={words}>{words}</li>
          ))}
        </ol>
      </Section>
    )}
    {withdraw && (
      <Section title={m.withdraw} lead={withdraw.lead}>
        <Form
          action={`/belajar/pendaftaran/${id}/mundur`}
          errors={withdraw.error ? [{ field: 'alasan', message: withdraw.error }] : []}
        >
          <TextField
            label={m.withdrawWhy}
            name="alasan"
            value={withdraw.why}
            rows={2}
            maxlength={500}
            help={m.withdrawWhyHelp}
            error={withdraw.error}
            required
          />
          <FormActions>
            <Button tone="danger">{m.withdraw}</Button>
          </FormActions>
        </Form>
      </Section>
    )}
  </>
)
