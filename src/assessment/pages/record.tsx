import { Button, ButtonLink, Form, FormActions, PageHeader, Section, SelectField, TextField } from '../../ui/index.ts'
import type { RecordMessages } from '../record-messages.ts'

type Choice = { value: string | number; label: string }
type Props = {
  m: RecordMessages
  name: string
  lead: string
  action: string
  backHref: string
  methods: Choice[]
  today: string
  /** In words, what stands above the levels. */
  levelsLead: string
  pillars: { label: string; lines: { field: string; label: string; help: string; options: Choice[] }[] }[]
  others: Choice[]
  otherLevels: Choice[]
  values: Record<string, string>
  errors: { field: string; message: string }[]
}

export function RecordPage({ m, name, lead, action, backHref, methods, today, values, errors, ...props }: Props) {
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
        />
        <TextField label={m.assessedOn} name="tanggal" type="date" max={today} value={values.tanggal} error={error('tanggal')} />
        <Section title={m.levels} lead={props.levelsLead} id="f-levels">
          <div class="grid gap-6">
            {error('levels') && <p class="field-error">{error('levels')}</p>}
            {props.pillars.map(pillar => (
              <fieldset key={pillar.label}>
                <legend class="eyebrow">{pillar.label}</legend>
                <div class="grid gap-4">
                  {pillar.lines.map(line => (
                    <SelectField
                      key={line.field}
                      label={line.label}
                      name={line.field}
                      value={values[line.field]}
                      help={line.help}
                      options={[{ value: '', label: m.notAssessed }, ...line.options]}
                      error={error(line.field)}
                    />
                  ))}
                </div>
              </fieldset>
            ))}
            <SelectField
              label={m.other}
              name="kompetensi"
              value={values.kompetensi}
              help={m.otherHelp}
              options={[{ value: '', label: '–' }, ...props.others]}
              error={error('kompetensi')}
            />
            <SelectField
              label={m.otherLevel}
              name="level"
              value={values.level}
              options={[{ value: '', label: '–' }, ...props.otherLevels]}
              error={error('level')}
            />
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
        <TextField label={m.note} name="catatan" rows={3} value={values.catatan} help={m.noteHelp} error={error('catatan')} />
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
