import type { ComponentChildren } from 'preact'

type Control =
  | { kind: 'check'; name: string; label: string; checked: boolean }
  | { kind: 'select'; name: string; label: string; value: string; options: { value: string; label: string }[] }
  | { kind: 'fixed'; label: string; text: ComponentChildren }

export type OptionRow = { name: string; help?: string; note?: ComponentChildren; controls: Control[] }

/** A few settings of each of several things: a row of them on a wide screen, one below the other on a phone. */
export const OptionRows = ({ rows }: { rows: OptionRow[] }) => (
  <div class="option-rows">
    {rows.map(row => (
      <fieldset class="option-row" key={row.name}>
        <legend>{row.name}</legend>
        {row.help && <p class="field-help">{row.help}</p>}
        <div class="option-controls">
          {row.controls.map(control => (
            <OptionControl key={control.label} control={control} />
          ))}
        </div>
        {row.note && <p class="option-note">{row.note}</p>}
      </fieldset>
    ))}
  </div>
)

function OptionControl({ control }: { control: Control }) {
  if (control.kind === 'fixed') {
    return (
      <p class="option-fixed">
        <span>{control.label}</span> <strong>{control.text}</strong>
      </p>
    )
  }
  const id = `f-${control.name}`
  return control.kind === 'check' ? (
    <label class="option-check" for={id}>
      <input class="checkbox" type="checkbox" id={id} name={control.name} value="1" checked={control.checked} />
      {control.label}
    </label>
  ) : (
    <label class="option-select" for={id}>
      <span>{control.label}</span>
      <select class="select" id={id} name={control.name}>
        {control.options.map(option => (
          <option key={option.value} value={option.value} selected={option.value === control.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
