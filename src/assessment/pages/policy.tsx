import {
  Badge,
  Button,
  DataTable,
  Facts,
  FilterBar,
  Form,
  HiddenField,
  PageHeader,
  Section,
  SelectField,
  TextField,
} from '../../ui/index.ts'
import type { messages } from '../messages.ts'

type M = (typeof messages)['id']
type Choice = { value: string; label: string }
type Past = { version: number; cap: string; basis: string; since: string; active: boolean }
type Props = {
  m: M
  instansi: { value: string; choices: Choice[] }
  caps: Choice[]
  now: { cap: string; basis: string; since: string; isDefault: boolean }
  typed: { cap: string; basis: string }
  error: string | null
  history: Past[]
}

/** The rule in force, what each choice means, and the versions before. */
export function PolicyPage({ m, instansi, caps, now, typed, error, history }: Props) {
  return (
    <>
      <PageHeader title={m.policyTitle} lead={m.policyLead} />
      {instansi.choices.length > 1 && (
        <FilterBar action="/pemetaan/aturan" submit={m.apply}>
          <SelectField label={m.instansi} name="instansi" value={instansi.value} options={instansi.choices} id="pilih-instansi" />
        </FilterBar>
      )}
      <Section title={m.policyNow}>
        <Facts
          items={[
            { label: m.capLabel, value: now.cap },
            {
              label: m.basis,
              value: now.isDefault ? (
                <>
                  {now.basis} <Badge tone="warn">{m.unverified}</Badge>
                </>
              ) : (
                now.basis
              ),
            },
            { label: m.since, value: now.since },
          ]}
        />
        <p>{m.capExample}</p>
      </Section>
      <Section title={m.policyChange}>
        <Form action="/pemetaan/aturan" errors={error ? [{ field: 'dasar', message: error }] : []} errorTitle={m.notSaved}>
          <HiddenField name="instansi" value={instansi.value} />
          <SelectField label={m.capLabel} name="batas" options={caps} value={typed.cap} />
          <TextField
            label={m.basis}
            name="dasar"
            value={typed.basis}
            help={m.basisHelp}
            error={error ?? undefined}
            required
            maxlength={300}
          />
          <Button tone="primary">{m.policySave}</Button>
        </Form>
      </Section>
      <Section title={m.policyHistory}>
        <DataTable<Past>
          caption={m.policyHistory}
          rows={history}
          rowKey={row => row.version}
          empty={m.policyNone}
          columns={[
            { key: 'version', header: m.version, align: 'right', cell: row => row.version },
            { key: 'cap', header: m.capLabel, primary: true, cell: row => row.cap },
            { key: 'basis', header: m.basis, cell: row => row.basis },
            { key: 'since', header: m.since, cell: row => row.since },
            {
              key: 'state',
              header: m.reason,
              cell: row => (row.active ? <Badge tone="ok">{m.inForce}</Badge> : <Badge tone="neutral">{m.archived}</Badge>),
            },
          ]}
        />
      </Section>
    </>
  )
}
