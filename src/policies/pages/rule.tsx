import type { ComponentChildren } from 'preact'
import {
  Alert,
  Badge,
  Button,
  CheckField,
  DataTable,
  Disclosure,
  Facts,
  FilterBar,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  Section,
  SelectField,
  TextField,
} from '../../ui/index.ts'
import type { Messages } from '../messages.ts'
import type { Whose } from '../present.ts'
import { type Choice, WhoseBadge } from './rules.tsx'

export type FieldView = {
  name: string
  label: string
  help: string | undefined
  value: string
  kind: 'integer' | 'rupiah' | 'choice' | 'yes_no'
  min?: number
  max?: number
  choices?: { value: string; label: string; help: string | undefined }[]
}
export type PastView = {
  version: number
  state: 'draft' | 'active' | 'archived'
  period: string
  steps: string[]
  first: boolean
  basis: string
  setBy: string
}
export type Problem = { field: string; message: string }

type Props = {
  m: Messages
  name: string
  lead: string
  place: { code: string; forAll: boolean; sentence: string; choices: Choice[] }
  action: string
  now: { facts: { label: string; value: string }[]; basis: string; since: string; whose: Whose; unverified: boolean }
  draft: { notice: string; href: string } | null
  /** Null: this reader may not choose. */
  form: { fields: FieldView[]; basis: string; seen: string; errors: Problem[]; top: string | null } | null
  history: PastView[]
}

function Input({ field, error, m }: { field: FieldView; error: string | undefined; m: Messages }) {
  const common = { label: field.label, name: field.name, error }
  if (field.kind === 'yes_no') return <CheckField {...common} help={field.help} checked={field.value !== ''} />
  if (field.kind === 'choice') {
    const explained = field.choices!.filter(choice => choice.help)
    return (
      <>
        <SelectField {...common} help={field.help} options={field.choices!} value={field.value} />
        {explained.length > 0 && (
          <Disclosure summary={m.meaning}>
            <Facts items={explained.map(choice => ({ label: choice.label, value: choice.help }))} />
          </Disclosure>
        )}
      </>
    )
  }
  return <TextField {...common} help={field.help} value={field.value} inputmode="numeric" autocomplete="off" />
}

function DraftForm({
  m,
  form,
  place,
  action,
  hasDraft,
}: Pick<Props, 'm' | 'place' | 'action'> & { form: NonNullable<Props['form']>; hasDraft: boolean }) {
  const error = (name: string) => form.errors.find(one => one.field === name)?.message
  return (
    <Section title={hasDraft ? m.changeDraft : m.change} lead={place.forAll ? m.changeLeadAll : m.changeLead} id="susun">
      {form.top && (
        <Alert tone="warn">
          <p>{form.top}</p>
        </Alert>
      )}
      <Form action={action} errors={form.errors} errorTitle={m.notSaved}>
        <HiddenField name="instansi" value={place.code} />
        <HiddenField name="rancangan" value={form.seen} />
        {form.fields.map(field => (
          <Input key={field.name} field={field} error={error(field.name)} m={m} />
        ))}
        <TextField
          label={m.basis}
          name="dasar"
          value={form.basis}
          help={m.basisDraftHelp}
          error={error('dasar')}
          maxlength={300}
        />
        <FormActions>
          <Button tone="primary">{m.saveDraft}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

const Steps = ({ row, m }: { row: PastView; m: Messages }): ComponentChildren => (
  <>
    {row.steps.map(step => (
      <div key={step}>{step}</div>
    ))}
    {row.first && <small class="cell-detail">{m.firstVersion}</small>}
  </>
)

const most = 8 // fields shown without asking

/** One local rule: what holds, the draft that waits, the form, and every version there was. */
export function RulePage(props: Props) {
  const { m, name, lead, place, action, now, draft, form, history } = props
  const refused = form !== null && (form.errors.length > 0 || form.top !== null)
  const draftForm = form && <DraftForm m={m} form={form} place={place} action={action} hasDraft={draft !== null} />
  return (
    <>
      <PageHeader title={name} lead={lead} />
      {place.choices.length > 1 && (
        <FilterBar action={action} submit={m.apply} autosubmit>
          <SelectField label={m.instansi} name="instansi" value={place.code} options={place.choices} id="pilih-instansi" />
        </FilterBar>
      )}
      {draft && (
        <Alert tone="info" title={m.draftNoticeTitle}>
          <p>{draft.notice}</p>
          <p>
            <a href={draft.href}>{m.openDraft}</a>
          </p>
        </Alert>
      )}
      {refused && draftForm}
      <Section title={m.now} lead={place.sentence}>
        <Facts
          items={[
            ...(now.facts.length > most ? now.facts.slice(0, 2) : now.facts),
            { label: m.whose, value: <WhoseBadge m={m} whose={now.whose} /> },
            { label: m.since, value: now.since },
            { label: m.basis, value: now.basis },
          ]}
        />
        {now.facts.length > most && (
          <Disclosure summary={m.moreFields(now.facts.length - 2)}>
            <Facts items={now.facts.slice(2)} />
          </Disclosure>
        )}
        {now.unverified && (
          <Alert tone="warn">
            <p>{m.unverifiedWhat}</p>
          </Alert>
        )}
      </Section>
      {!refused && draftForm}
      <Section title={m.history} lead={m.historyLead}>
        <DataTable<PastView>
          caption={m.history}
          rows={history}
          rowKey={row => row.version}
          empty={m.noHistory}
          columns={[
            { key: 'version', header: m.version, primary: true, cell: row => `${m.version} ${row.version}`, nowrap: true },
            {
              key: 'state',
              header: m.state,
              cell: row => <Badge tone={row.state === 'active' ? 'ok' : 'neutral'}>{m.states[row.state]}</Badge>,
            },
            { key: 'period', header: m.period, cell: row => row.period },
            { key: 'steps', header: m.changed, long: true, cell: row => <Steps row={row} m={m} /> },
            { key: 'basis', header: m.basis, long: true, cell: row => row.basis },
            { key: 'by', header: m.setBy, cell: row => row.setBy },
          ]}
        />
      </Section>
    </>
  )
}
