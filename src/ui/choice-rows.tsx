import { fieldId } from './fields.tsx'
import { Icon } from './icon.tsx'
import { classes } from './tone.ts'

type Option = { value: string; label: string; mark?: string; help?: string }
type Props = {
  label: string
  name: string
  options: Option[]
  value?: string | null
  /** What is worth knowing before one chooses. */
  note?: string
  error?: string
}

/** One of a few, each a row as wide as the thumb is broad: for forms with many such questions. */
export function ChoiceRows({ label, name, options, value, note, error }: Props) {
  const id = fieldId(name)
  return (
    <fieldset class={classes('choice', error && 'field-wrong')} id={id} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{label}</legend>
      {note && <p class="choice-note">{note}</p>}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          <Icon name="alert" />
          {error}
        </p>
      )}
      {options.map((option, index) => (
        <label class="choice-row" key={option.value} for={`${id}-${index}`}>
          <input
            class="radio"
            type="radio"
            id={`${id}-${index}`}
            name={name}
            value={option.value}
            checked={option.value === value}
          />
          <span>
            {option.mark && <b>{option.mark}</b>} {option.label}
            {option.help && <small>{option.help}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
