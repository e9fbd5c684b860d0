import {
  Badge,
  Button,
  DataTable,
  Disclosure,
  Facts,
  Form,
  FormActions,
  PageHeader,
  Section,
  SelectField,
  TextField,
} from '../../ui/index.ts'
import type { ChangeCells } from '../present.ts'
import type { VersionMessages } from '../version-messages.ts'
import { ChangeTable } from './changes.tsx'
import { Lines } from './lines.tsx'

export type SaidCells = { key: string; what: string; says: string; basis: string | null }
type Props = {
  v: VersionMessages
  title: string
  eyebrow: string
  lead: string
  active: boolean
  state: string
  facts: { label: string; value: string }[]
  says: SaidCells[]
  compare: { action: string; choices: { value: number; label: string }[] } | null
  end: { action: string; lead: string; why: string; errors: { field: string; message: string }[] } | null
}

/** One version that is or was in force: who set it, what it says itself; the ways to compare it and to end it. */
export function VersionPage({ v, title, eyebrow, lead, active, state, facts, says, compare, end }: Props) {
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={eyebrow}
        lead={
          <>
            {lead} <Badge tone={active ? 'ok' : 'neutral'}>{state}</Badge>
          </>
        }
      />
      <Section title={v.facts}>
        <Facts items={facts} />
      </Section>
      <Section title={v.says} lead={v.saysLead}>
        <DataTable<SaidCells>
          caption={v.says}
          rows={says}
          rowKey={row => row.key}
          empty={<p class="text-muted">{v.saysNothing}</p>}
          columns={[
            { key: 'what', header: v.what, primary: true, cell: row => row.what },
            {
              key: 'says',
              header: v.saysHead,
              long: true,
              cell: row => (
                <>
                  <Lines text={row.says} />
                  {row.basis && <small class="cell-detail">{row.basis}</small>}
                </>
              ),
            },
          ]}
        />
      </Section>
      {compare && (
        <Section title={v.compare} lead={v.compareLead}>
          <Form action={compare.action} method="get">
            <SelectField label={v.compareWith} name="dengan" options={compare.choices} />
            <FormActions>
              <Button tone="neutral">{v.compare}</Button>
            </FormActions>
          </Form>
        </Section>
      )}
      {end && (
        <Section title={v.end} lead={end.lead}>
          <Disclosure summary={v.end} open={end.errors.length > 0}>
            <Form action={end.action} errors={end.errors} errorTitle={v.notSet}>
              <TextField label={v.why} name="alasan" value={end.why} error={end.errors[0]?.message} required maxlength={300} />
              <FormActions>
                <Button tone="danger">{v.endNow}</Button>
              </FormActions>
            </Form>
          </Disclosure>
        </Section>
      )}
    </>
  )
}

export const ComparePage = ({
  v,
  title,
  eyebrow,
  rows,
  heads,
}: {
  v: VersionMessages
  title: string
  eyebrow: string
  rows: ChangeCells[]
  heads: { before: string; after: string }
}) => (
  <>
    <PageHeader title={title} eyebrow={eyebrow} lead={v.compareLead} />
    <Section title={v.changes}>
      <ChangeTable v={v} rows={rows} heads={heads} empty={v.sameAs} />
    </Section>
  </>
)
