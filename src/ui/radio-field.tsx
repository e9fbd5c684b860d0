import { fieldId } from './fields.tsx'
import { Icon } from './icon.tsx'
import { classes } from './tone.ts'

type Option = { value: string; label: string; help?: string }
type Props = { label: string; name: string; options: Option[]; value?: string | null; help?: string; error?: string }

/** One of a few that are worth reading: each with a line of its own below it. */
export function RadioField({ label, name, options, value, help, error }: Props) {
  const id = fieldId(name)
  return (
    <fieldset class={classes('field', error && 'field-wrong')} id={id} aria-describedby={error ? `${id}-error` : undefined}>
      <legend class="field-label">{label}</legend>
      {help && <p class="field-help">{help}</p>}
      {options.map((option, index) => (
        <div class="field field-check" key={option.value}>
          <input
            class="radio"
            type="radio"
            id={`${id}-${index}`}
            name={name}
            value={option.value}
            checked={option.value === value}
            aria-describedby={option.help ? `${id}-${index}-help` : undefined}
          />
          <label for={`${id}-${index}`}>{option.label}</label>
          {option.help && (
            <p class="field-help" id={`${id}-${index}-help`}>
              {option.help}
            </p>
          )}
        </div>
      ))}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          <Icon name="alert" />
          {error}
        </p>
      )}
    </fieldset>
  )
}
