import { fieldId } from './fields.tsx'
import { Icon } from './icon.tsx'
import { classes } from './tone.ts'

type Props = {
  label: string
  name: string
  /** Each shows its mark; what it means is told to screen readers and to who rests on it. The page says it once for all. */
  options: { value: string; mark: string; label: string }[]
  value?: string | null
  error?: string
}

/** One mark of a short scale, beside each other under the thumb: for forms with many questions of the same scale. */
export function ScaleField({ label, name, options, value, error }: Props) {
  const id = fieldId(name)
  return (
    <fieldset
      class={classes('choice scale', error && 'field-wrong')}
      id={id}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend>{label}</legend>
      {error && (
        <p class="field-error" id={`${id}-error`}>
          <Icon name="alert" />
          {error}
        </p>
      )}
      <div class="scale-marks">
        {options.map((option, index) => (
          <label class="scale-mark" key={option.value} for={`${id}-${index}`} title={option.label}>
            <input
              class="sr-only"
              type="radio"
              id={`${id}-${index}`}
              name={name}
              value={option.value}
              checked={option.value === value}
            />
            <span aria-hidden="true">{option.mark}</span>
            <span class="sr-only">{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
