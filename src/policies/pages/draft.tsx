import {
  Alert,
  Button,
  ButtonLink,
  DataTable,
  Disclosure,
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
type Effect = {
  sentence: string
  figures: Pair[]
  columns: { header: string; isNumber: boolean }[]
  rows: MoveRow[]
  /** `397 yang berpindah` */
  summary: string
  shown: string | null
}

type Props = {
  m: Messages
  title: string
  lead: string
  place: { code: string; sentence: string }
  /** `/aturan/<path>` */
  action: string
  draftId: number
  steps: Pair[]
  effect: Effect | null
  set: { lead: string; basis: string; errors: Problem[] }
  editHref: string
  exportHref: string
}

const pairColumns = (m: Messages, label: string, align?: 'right') => [
  { key: 'label', header: label, primary: true, cell: (row: Pair) => row.label },
  { key: 'before', header: m.before, align, cell: (row: Pair) => row.before },
  { key: 'after', header: m.after, align, cell: (row: Pair) => <strong>{row.after}</strong> },
]

const few = 10 // rows that are shown without asking

function EffectView({ m, effect }: { m: Messages; effect: Effect | null }) {
  if (!effect) return <p>{m.noSimulation}</p>
  return (
    <div class="grid gap-6">
      <Alert tone="info">
        <p>{effect.sentence}</p>
      </Alert>
      {effect.figures.length > 0 && (
        <DataTable<Pair>
          caption={m.effect}
          rows={effect.figures}
          rowKey={row => row.label}
          empty=""
          columns={pairColumns(m, m.number, 'right')}
        />
      )}
      {effect.rows.length > 0 && (
        <Disclosure summary={effect.summary} open={effect.rows.length <= few}>
          <DataTable<MoveRow>
            caption={m.effect}
            rows={effect.rows}
            rowKey={row => row.n}
            rowHref={effect.rows[0]!.href === null ? undefined : row => row.href!}
            empty={m.noMove}
            columns={effect.columns.map(({ header, isNumber }, index) => ({
              key: String(index),
              header,
              primary: index === 0,
              align: isNumber ? ('right' as const) : undefined,
              cell: (row: MoveRow) => row.cells[index],
            }))}
          />
          {effect.shown && <p>{effect.shown}</p>}
        </Disclosure>
      )}
    </div>
  )
}

/** A draft before it is set: what it changes, what would move, and the two buttons. */
export function DraftPage(props: Props) {
  const { m, place, action, draftId, steps, set } = props
  const error = (name: string) => set.errors.find(one => one.field === name)?.message
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
      <Section title={m.whatChanges} lead={place.sentence}>
        <DataTable<Pair>
          caption={m.whatChanges}
          rows={steps}
          rowKey={row => row.label}
          empty={m.nothingChanges}
          columns={pairColumns(m, m.field)}
        />
      </Section>
      <Section title={m.effect} lead={m.effectLead}>
        <EffectView m={m} effect={props.effect} />
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
        <FormActions>
          <PostButton
            action={`${action}/buang`}
            label={m.discard}
            tone="danger"
            fields={{ instansi: place.code, rancangan: String(draftId) }}
            confirm={m.discardSure}
          />
        </FormActions>
      </Section>
    </>
  )
}
