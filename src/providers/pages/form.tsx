import type { ComponentChildren } from 'preact'
import {
  Button,
  ButtonLink,
  CheckField,
  FieldRow,
  FileField,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  SelectField,
  TextField,
} from '../../ui/index.ts'

type Choice = { value: string | number; label: string }
type Said = { name: string; label: string; help?: string; required?: boolean }
/** One field of a form as plain data; `rows` stand together under a legend. */
export type FieldSpec =
  | (Said & { as: 'text'; value: string; max?: number; numeric?: boolean; lines?: number; list?: string[] })
  | (Said & { as: 'day'; value: string })
  | (Said & { as: 'choice'; value: string; choices: Choice[] })
  | (Said & { as: 'tick'; ticked: boolean })
  | (Said & { as: 'pdf' })
  | { as: 'hidden'; name: string; value: string }
  | { as: 'rows'; legend: string; help?: string; ticks?: boolean; pair?: boolean; fields: FieldSpec[] }

type Props = {
  title: string
  eyebrow?: string
  lead?: string
  action: string
  backHref: string
  words: { save: string; cancel: string; errorTitle: string }
  danger?: boolean
  fields: FieldSpec[]
  errors: readonly { field: string; message: string }[]
  /** Stands before the buttons. */
  more?: ComponentChildren
  /** Another step with the same thing, at the foot. */
  other?: { href: string; label: string }
}

function One({ spec, errors }: { spec: FieldSpec; errors: Props['errors'] }) {
  if (spec.as === 'hidden') return <HiddenField name={spec.name} value={spec.value} />
  if (spec.as === 'rows') {
    const inner = spec.fields.map((one, index) => <One key={index} spec={one} errors={errors} />)
    return (
      <FieldRow legend={spec.legend} pair={spec.pair}>
        {spec.help && <p class="field-help wide">{spec.help}</p>}
        {spec.ticks ? <div class="tick-grid wide">{inner}</div> : inner}
      </FieldRow>
    )
  }
  const { name, label, help, required } = spec
  const said = { name, label, help, required, error: errors.find(one => one.field === name)?.message }
  switch (spec.as) {
    case 'day':
      return <TextField {...said} type="date" value={spec.value} />
    case 'choice':
      return <SelectField {...said} value={spec.value} options={spec.choices} />
    case 'tick':
      return <CheckField {...said} checked={spec.ticked} />
    case 'pdf':
      return <FileField {...said} accept="application/pdf,.pdf" />
    case 'text':
      return (
        <>
          <TextField
            {...said}
            value={spec.value}
            maxlength={spec.max}
            rows={spec.lines}
            inputmode={spec.numeric ? 'numeric' : undefined}
            list={spec.list && `${name}-pilihan`}
          />
          {spec.list && (
            <datalist id={`${name}-pilihan`}>
              {spec.list.map(one => (
                <option key={one} value={one} />
              ))}
            </datalist>
          )}
        </>
      )
  }
}

/** Every form of the register: what it asks is data, so that all look and fail alike. */
export function FormPage(props: Props) {
  const { fields, errors, words } = props
  return (
    <>
      <PageHeader title={props.title} eyebrow={props.eyebrow} lead={props.lead} />
      <Form
        action={props.action}
        errors={[...errors]}
        errorTitle={words.errorTitle}
        multipart={fields.some(spec => spec.as === 'pdf')}
      >
        {fields.map((spec, index) => (
          <One key={index} spec={spec} errors={errors} />
        ))}
        {props.more}
        <FormActions>
          <Button tone={props.danger ? 'danger' : 'primary'}>{words.save}</Button>
          <ButtonLink href={props.backHref} tone="ghost">
            {words.cancel}
          </ButtonLink>
          {props.other && (
            <ButtonLink href={props.other.href} tone="ghost">
              {props.other.label}
            </ButtonLink>
          )}
        </FormActions>
      </Form>
    </>
  )
}
