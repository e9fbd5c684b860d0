import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import { classes } from './tone.ts'

/** The id an error summary links to. */
export const fieldId = (name: string) => `f-${name}`

type Common = { label: string; name: string; help?: ComponentChildren; error?: string; required?: boolean; id?: string }

const describedBy = (id: string, help: unknown, error: unknown) =>
  classes(Boolean(help) && `${id}-help`, Boolean(error) && `${id}-error`) || undefined

type FieldProps = {
  id: string
  label: string
  help?: ComponentChildren
  error?: string
  children: ComponentChildren
}

/** Label above, help below, the error beside its field. */
const Field = ({ id, label, help, error, children }: FieldProps) => (
  <div class={classes('field', error && 'field-wrong')}>
    <label class="field-label" for={id}>
      {label}
    </label>
    {children}
    {help && (
      <p class="field-help" id={`${id}-help`}>
        {help}
      </p>
    )}
    {error && (
      <p class="field-error" id={`${id}-error`}>
        <Icon name="alert" />
        {error}
      </p>
    )}
  </div>
)

type TextProps = Common & {
  value?: string | number | null
  type?: 'text' | 'email' | 'password' | 'number' | 'date' | 'datetime-local' | 'month' | 'time' | 'tel' | 'url' | 'search'
  autocomplete?: string
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search' | 'none'
  placeholder?: string
  /** The id of a datalist with what may be chosen. */
  list?: string
  min?: string | number
  max?: string | number
  step?: string | number
  maxlength?: number
  /** Several lines: a text area this many rows high. */
  rows?: number
}

export function TextField(props: TextProps) {
  const { label, name, value, type = 'text', help, error, rows, id = fieldId(name), ...rest } = props
  const shared = {
    ...rest,
    id,
    name,
    'aria-describedby': describedBy(id, help, error),
    'aria-invalid': error ? ('true' as const) : undefined,
  }
  return (
    <Field id={id} label={label} help={help} error={error}>
      {rows ? (
        <textarea class="input area" rows={rows} value={value ?? ''} {...shared} />
      ) : (
        <input class="input" type={type as 'text'} value={value ?? undefined} {...shared} />
      )}
    </Field>
  )
}

type Option = { value: string | number; label: string; group?: string }
type SelectProps = Common & {
  /** Those of one `group` stand together under its name. */
  options: Option[]
  value?: string | number | null
}

const OptionList = ({ options, value }: Pick<SelectProps, 'options' | 'value'>) => (
  <>
    {options.map(option => (
      <option key={option.value} value={option.value} selected={String(option.value) === String(value ?? '')}>
        {option.label}
      </option>
    ))}
  </>
)

export function SelectField({ label, name, options, value, help, error, required, id = fieldId(name) }: SelectProps) {
  return (
    <Field id={id} label={label} help={help} error={error}>
      <select
        class="select"
        id={id}
        name={name}
        required={required}
        aria-describedby={describedBy(id, help, error)}
        aria-invalid={error ? 'true' : undefined}
      >
        {[...Map.groupBy(options, option => option.group ?? '')].map(([group, some]) =>
          group === '' ? (
            <OptionList key={group} options={some} value={value} />
          ) : (
            <optgroup key={group} label={group}>
              <OptionList options={some} value={value} />
            </optgroup>
          ),
        )}
      </select>
    </Field>
  )
}

type FileProps = Common & { accept?: string; multiple?: boolean }

export function FileField({ label, name, accept, help, error, required, multiple, id = fieldId(name) }: FileProps) {
  return (
    <Field id={id} label={label} help={help} error={error}>
      <input
        class="file-input"
        type="file"
        id={id}
        name={name}
        accept={accept}
        required={required}
        multiple={multiple}
        aria-describedby={describedBy(id, help, error)}
        aria-invalid={error ? 'true' : undefined}
      />
      <output class="field-file" for={id} hidden />
    </Field>
  )
}

type CheckProps = Omit<Common, 'error'> & { value?: string; checked?: boolean; error?: string }

export function CheckField({ label, name, value = '1', checked, help, error, required, id = fieldId(name) }: CheckProps) {
  return (
    <div class={classes('field field-check', error && 'field-wrong')}>
      <input
        class="checkbox"
        type="checkbox"
        id={id}
        name={name}
        value={value}
        checked={checked}
        required={required}
        aria-describedby={describedBy(id, help, error)}
        aria-invalid={error ? 'true' : undefined}
      />
      <label for={id}>{label}</label>
      {help && (
        <p class="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          <Icon name="alert" />
          {error}
        </p>
      )}
    </div>
  )
}

export const HiddenField = ({ name, value }: { name: string; value: string | number }) => (
  <input type="hidden" name={name} value={value} />
)
