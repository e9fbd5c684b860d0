import {
  Button,
  ButtonLink,
  CheckField,
  Disclosure,
  EmptyState,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  SelectField,
} from '../../../ui/index.ts'
import type { JabatanDifMessages } from '../jabatan-dif-messages.ts'
import type { FactorMessages } from '../messages.ts'
import type { TypedRated } from '../rules/jabatan-dif.ts'

type Flaw = { field: string; message: string }
type LineView = {
  index: number
  key: string
  name: string
  detail: string
  last: string | null
  typed: TypedRated
  flaws: Flaw[]
}
type Props = {
  m: JabatanDifMessages
  factor: FactorMessages
  action: string
  name: string
  /** Code, jenjang, unit and instansi. */
  about: string
  standardHref: string
  lines: LineView[]
  fields: Record<keyof TypedRated, string>
  /** The tick for jabatan of the same name and jenjang; null: there is none. */
  alike: { label: string; checked: boolean } | null
  errors: Flaw[]
}

export function JabatanDifPage(props: Props) {
  const { m, factor, lines } = props
  const ratings = [
    { value: '', label: m.blank },
    ...(['r', 's', 't'] as const).map(value => ({ value, label: factor.ratings[value] })),
  ]
  return (
    <>
      <PageHeader
        eyebrow={m.title}
        title={props.name}
        lead={props.about}
        actions={lines.length > 0 && <ButtonLink href={props.standardHref}>{m.toStandard}</ButtonLink>}
      />
      {lines.length === 0 ? (
        <EmptyState title={m.noneTitle} action={<ButtonLink href={props.standardHref}>{m.toStandard}</ButtonLink>}>
          {m.none}
        </EmptyState>
      ) : (
        <Form action={props.action} errors={props.errors} errorTitle={m.errors} wide>
          <p>{m.formLead}</p>
          {lines.map(line => (
            <fieldset class="factor factor-three" key={line.key}>
              <legend>
                {line.name} <small>{line.detail}</small>
                {line.last && <small>{line.last}</small>}
              </legend>
              <HiddenField name={`butir-${line.index}`} value={line.key} />
              {(['difficulty', 'importance', 'frequency'] as const).map(one => {
                const name = `${props.fields[one]}-${line.index}`
                return (
                  <SelectField
                    key={one}
                    label={factor[one]}
                    name={name}
                    value={line.typed[one]}
                    options={ratings}
                    error={line.flaws.find(flaw => flaw.field === name)?.message}
                  />
                )
              })}
            </fieldset>
          ))}
          {props.alike && (
            <CheckField name="serupa" value="ya" label={props.alike.label} checked={props.alike.checked} help={m.alikeHelp} />
          )}
          <FormActions>
            <Button tone="primary">{m.save}</Button>
          </FormActions>
        </Form>
      )}
      <Disclosure summary={m.how}>
        <p>{m.howText}</p>
      </Disclosure>
    </>
  )
}
