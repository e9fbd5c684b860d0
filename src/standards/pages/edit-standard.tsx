import { Button, ButtonLink, Form, FormActions, PageHeader, Section, SelectField, TextField } from '../../ui/index.ts'
import type { Messages } from '../messages.ts'

type EditLine = {
  field: string
  label: string
  /** What emptying the level means: the level of the class, or null where the competency is then no longer asked for. */
  classLevel: number | null
  value: string
}
type Choice = { value: string | number; label: string }
type Props = {
  m: Messages
  name: string
  action: string
  backHref: string
  pillars: { label: string; lines: EditLine[] }[]
  levels: number[]
  addable: Choice[]
  values: { kompetensi_baru: string; tingkat_baru: string; dasar_hukum: string }
  errors: { field: string; message: string }[]
}

export function EditStandardPage({ m, name, action, backHref, pillars, levels, addable, values, errors }: Props) {
  const error = (field: string) => errors.find(e => e.field === field)?.message
  const choices = levels.map(level => ({ value: level, label: m.levelN(level) }))
  return (
    <>
      <PageHeader title={name} eyebrow={m.edit} lead={m.editLead} />
      <Form action={action} errors={errors} errorTitle={m.formErrors}>
        {pillars.map(pillar => (
          <Section key={pillar.label} title={pillar.label}>
            <div class="grid gap-6">
              {pillar.lines.map(line => (
                <SelectField
                  key={line.field}
                  label={line.label}
                  name={line.field}
                  value={line.value}
                  options={[{ value: '', label: line.classLevel === null ? m.drop : m.followClass(line.classLevel) }, ...choices]}
                  error={error(line.field)}
                />
              ))}
            </div>
          </Section>
        ))}
        <Section title={m.addTitle} lead={m.addLead}>
          <div class="grid gap-6">
            <SelectField
              label={m.competency}
              name="kompetensi_baru"
              value={values.kompetensi_baru}
              options={[{ value: '', label: m.choose }, ...addable]}
              error={error('kompetensi_baru')}
            />
            <SelectField
              label={m.level}
              name="tingkat_baru"
              value={values.tingkat_baru}
              options={[{ value: '', label: m.choose }, ...choices]}
              error={error('tingkat_baru')}
            />
          </div>
        </Section>
        <TextField
          label={m.legalBasis}
          name="dasar_hukum"
          value={values.dasar_hukum}
          help={m.basisHelp}
          error={error('dasar_hukum')}
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
