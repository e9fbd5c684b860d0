import { Fragment } from 'preact'
import { Alert, Button, Disclosure, Form, FormActions, Section, SelectField, TextField } from '../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Option = { value: string; label: string }
export type MappingField = {
  name: string
  label: string
  help: string | undefined
  options: Option[]
  value: string
  /** Where one value may be given for all rows. */
  fixed: { name: string; value: string; choices: Option[] | null; date: boolean } | null
  many: boolean
  required: boolean
}

type Props = {
  m: Messages
  id: number
  fields: MappingField[]
  /** What the file does not say by itself; a first visit asks for it. */
  waiting: { field: string; message: string }[]
  errors: { field: string; message: string }[]
}

const Fixed = ({ m, field }: { m: Messages; field: MappingField }) => {
  if (!field.fixed) return null
  const { name, value, choices, date } = field.fixed
  const label = m.forAll(field.label)
  if (choices)
    return (
      <SelectField
        label={label}
        name={name}
        options={[{ value: '', label: m.blank }, ...choices]}
        value={value}
        help={m.forAllHelp}
      />
    )
  return <TextField label={label} name={name} value={value} help={m.forAllHelp} placeholder={date ? '31-12-2025' : undefined} />
}

/** Each field and the column it is read from. */
export function MappingForm({ m, id, fields, waiting, errors }: Props) {
  const error = (name: string) => errors.find(e => e.field === name)?.message
  const select = (field: MappingField) => (
    <SelectField
      key={field.name}
      label={field.required ? m.mustHave(field.label) : field.label}
      name={field.name}
      options={field.options}
      value={field.value}
      help={field.help}
      error={error(field.name)}
    />
  )
  const single = fields.filter(field => !field.many)
  const chosen = fields.filter(field => field.many && field.value !== '')
  const others = fields.filter(field => field.many && field.value === '')
  return (
    <Section
      title={m.mappingTitle}
      lead={`${m.mappingLead(single.filter(field => field.value !== '').length, single.length)} ${m.mappingHelp}`}
    >
      <Form action={`/impor/${id}/kolom`} errors={errors} errorTitle={m.mappingErrors}>
        {waiting.length > 0 && (
          <Alert tone="info" title={m.waitingFor}>
            <ul>
              {waiting.map(({ field, message }) => (
                <li key={field}>
                  <a href={`#f-${field}`}>{message}</a>
                </li>
              ))}
            </ul>
          </Alert>
        )}
        {single.map(field => (
          <Fragment key={field.name}>
            {select(field)}
            <Fixed m={m} field={field} />
          </Fragment>
        ))}
        {chosen.length > 0 && (
          <fieldset class="form">
            <legend class="field-label">{m.competencyColumns}</legend>
            {chosen.map(select)}
          </fieldset>
        )}
        {others.length > 0 && (
          <Disclosure summary={m.otherCompetencies(others.length)}>
            <div class="form">{others.map(select)}</div>
          </Disclosure>
        )}
        <FormActions>
          <Button icon="check">{m.useColumns}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}
