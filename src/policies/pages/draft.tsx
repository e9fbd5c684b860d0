import {
  Alert,
  Button,
  ButtonLink,
  DataTable,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  PostButton,
  Section,
  TextField,
} from '../../ui/index.ts'
import type { Messages } from '../messages.ts'
import type { Problem } from './rule.tsx'

type Pair = { label: string; before: string; after: string }
type MoveRow = { n: number; cells: string[]; href: string | null }

type Props = {
  m: Messages
  title: string
  lead: string
  place: { code: string; sentence: string }
  /** `/aturan/<path>` */
  action: string
  draftId: number
  steps: Pair[]
  impact: { sentence: string; figures: Pair[]; columns: string[]; rows: MoveRow[]; shown: string | null } | null
  set: { lead: string; basis: string; errors: Problem[] }
  editHref: string
}

const pairColumns = (m: Messages, label: string) => [
  { key: 'label', header: label, primary: true, cell: (row: Pair) => row.label },
  { key: 'before', header: m.before, align: 'right' as const, cell: (row: Pair) => row.before },
  { key: 'after', header: m.after, align: 'right' as const, cell: (row: Pair) => <strong>{row.after}</strong> },
]

function Impact({ m, impact }: { m: Messages; impact: Props['impact'] }) {
  if (!impact) return <p>{m.noSimulation}</p>
  return (
    <>
      <Alert tone="info">
        <p>{impact.sentence}</p>
      </Alert>
      {impact.figures.length > 0 && (
        <DataTable<Pair>
          caption={m.impact}
          rows={impact.figures}
          rowKey={row => row.label}
          empty=""
          columns={pairColumns(m, m.number)}
        />
      )}
      {impact.rows.length > 0 && (
        <DataTable<MoveRow>
          caption={m.impact}
          rows={impact.rows}
          rowKey={row => row.n}
          rowHref={impact.rows[0]!.href === null ? undefined : row => row.href!}
          empty={m.noMove}
          columns={impact.columns.map((header, index) => ({
            key: String(index),
            header,
            primary: index === 0,
            cell: (row: MoveRow) => row.cells[index],
          }))}
        />
      )}
      {impact.shown && <p>{impact.shown}</p>}
    </>
  )
}

/** A draft before it is set: what it changes, what would move, and the two buttons. */
export function DraftPage(props: Props) {
  const { m, place, action, draftId, steps, set } = props
  const error = (name: string) => set.errors.find(one => one.field === name)?.message
  return (
    <>
      <PageHeader title={props.title} lead={props.lead} />
      <Section title={m.whatChanges} lead={place.sentence}>
        <DataTable<Pair>
          caption={m.whatChanges}
          rows={steps}
          rowKey={row => row.label}
          empty={m.nothingChanges}
          columns={pairColumns(m, m.field)}
        />
      </Section>
      <Section title={m.impact} lead={m.impactLead}>
        <Impact m={m} impact={props.impact} />
      </Section>
      <Section title={m.set} lead={set.lead}>
        <Form action={`${action}/tetapkan`} errors={set.errors} errorTitle={m.notSaved}>
          <HiddenField name="instansi" value={place.code} />
          <HiddenField name="rancangan" value={draftId} />
          <TextField
            label={m.basis}
            name="dasar"
            value={set.basis}
            help={m.basisHelp}
            error={error('dasar')}
            required
            maxlength={300}
          />
          <FormActions>
            <Button tone="primary">{m.setNow}</Button>
            <ButtonLink href={props.editHref} tone="ghost">
              {m.changeDraft}
            </ButtonLink>
          </FormActions>
        </Form>
        <PostButton
          action={`${action}/buang`}
          label={m.discard}
          tone="danger"
          fields={{ instansi: place.code, rancangan: String(draftId) }}
          confirm={m.discardSure}
        />
      </Section>
    </>
  )
}
