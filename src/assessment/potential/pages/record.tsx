import { Button, ButtonLink, Form, FormActions, PageHeader, Section, SelectField, TextField } from '../../../ui/index.ts'
import type { PotentialMessages } from '../messages.ts'

type Props = {
  m: PotentialMessages
  name: string
  lead: string
  action: string
  backHref: string
  methods: { value: string; label: string }[]
  today: string
  scoresLead: string
  scores: string[]
  aspects: { field: string; label: string }[]
  values: Record<string, string>
  errors: { field: string; message: string }[]
}

export function PotentialPage({ m, name, lead, action, backHref, methods, today, values, errors, ...props }: Props) {
  const error = (field: string) => errors.find(one => one.field === field)?.message
  return (
    <>
      <PageHeader title={name} eyebrow={m.title} lead={lead} />
      <Form action={action} errors={errors} errorTitle={m.formErrors}>
        <p class="text-muted">{m.lead}</p>
        <SelectField
          label={m.method}
          name="metode"
          value={values.metode}
          options={[{ value: '', label: m.choose }, ...methods]}
          error={error('metode')}
          required
        />
        <TextField
          label={m.assessedOn}
          name="tanggal"
          type="date"
          max={today}
          value={values.tanggal}
          error={error('tanggal')}
          required
        />
        <Section title={m.scores} lead={props.scoresLead} id="f-nilai">
          {error('nilai') && <p class="field-error">{error('nilai')}</p>}
          <div class="grid gap-4">
            {props.aspects.map(aspect => (
              <SelectField
                key={aspect.field}
                label={aspect.label}
                name={aspect.field}
                value={values[aspect.field]}
                options={[{ value: '', label: m.notAssessed }, ...props.scores.map(value => ({ value, label: value }))]}
                error={error(aspect.field)}
              />
            ))}
          </div>
        </Section>
        <TextField label={m.assessor} name="penilai" value={values.penilai} help={m.assessorHelp} error={error('penilai')} />
        <TextField
          label={m.validUntil}
          name="berlaku"
          type="date"
          value={values.berlaku}
          help={m.validUntilHelp}
          error={error('berlaku')}
        />
        <FormActions>
          <Button tone="primary">{m.save}</Button>
          <ButtonLink href={backHref} tone="ghost">
            {m.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}
