import type { ComponentChildren } from 'preact'
import { fieldId } from './fields.tsx'
import { Icon } from './icon.tsx'
import { classes } from './tone.ts'

type Props = {
  action: string
  method?: 'get' | 'post'
  children: ComponentChildren
  multipart?: boolean
  /** Holds a table: as wide as the page. */
  wide?: boolean
  errors?: { field: string; message: string }[]
  errorTitle?: string
}

/** One column. What was refused stands on top, each line a link to its field. */
export const Form = ({ action, method = 'post', children, multipart, wide, errors = [], errorTitle }: Props) => (
  <form
    class={classes('form', wide && 'form-wide')}
    action={action}
    method={method}
    enctype={multipart ? 'multipart/form-data' : undefined}
  >
    {errors.length > 0 && (
      <div class="alert notice notice-bad" role="alert" tabIndex={-1} data-focus>
        <Icon name="alert" />
        <div>
          {errorTitle && <p class="notice-title">{errorTitle}</p>}
          <ul class="form-errors">
            {errors.map(({ field, message }) => (
              <li key={field + message}>
                <a href={`#${fieldId(field)}`}>{message}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    )}
    {children}
  </form>
)

/** First in a form with several buttons: what the Enter key in a field presses, so that it never removes a row. */
export const EnterButton = ({ name, value }: { name?: string; value?: string }) => (
  <button type="submit" class="sr-only" tabIndex={-1} aria-hidden="true" name={name} value={value} />
)

/** Fields that belong together as one row of a list, with what removes it. `pair`: a long one and a short one beside it. */
export const FieldRow = ({
  legend,
  children,
  pair,
}: {
  legend: ComponentChildren
  children: ComponentChildren
  pair?: boolean
}) => (
  <fieldset class={classes('field-row', pair && 'field-pair')}>
    <legend>{legend}</legend>
    {children}
  </fieldset>
)

/** The buttons at the foot of a form, the primary one first. */
export const FormActions = ({ children }: { children: ComponentChildren }) => <div class="form-actions">{children}</div>
