import type { ComponentChildren } from 'preact'
import { HiddenField } from './fields.tsx'
import { Icon, type IconName } from './icon.tsx'

export type ButtonTone = 'primary' | 'neutral' | 'danger' | 'ghost'

const toneClass: Record<ButtonTone, string> = {
  primary: 'btn btn-primary',
  neutral: 'btn',
  danger: 'btn btn-error',
  ghost: 'btn btn-ghost',
}

type ButtonProps = {
  children: ComponentChildren
  tone?: ButtonTone
  icon?: IconName
  name?: string
  value?: string
  /** Where this button sends the form, where not to its own address; a `#part` is where the answer opens. */
  action?: string
  /** With JavaScript this key presses it, unless one is writing. */
  shortcut?: string
}

export const Button = ({ children, tone = 'primary', icon, name, value, action, shortcut }: ButtonProps) => (
  <button
    type="submit"
    class={toneClass[tone]}
    name={name}
    value={value}
    formaction={action}
    data-shortcut={shortcut}
    aria-keyshortcuts={shortcut}
  >
    {icon && <Icon name={icon} />}
    {children}
  </button>
)

type LinkProps = {
  href: string
  children: ComponentChildren
  tone?: ButtonTone
  icon?: IconName
  download?: boolean | string
  /** With JavaScript this key follows it, unless one is writing. */
  shortcut?: string
}

export const ButtonLink = ({ href, children, tone = 'neutral', icon, download, shortcut }: LinkProps) => (
  <a class={toneClass[tone]} href={href} download={download} data-shortcut={shortcut} aria-keyshortcuts={shortcut}>
    {icon && <Icon name={icon} />}
    {children}
  </a>
)

type PostProps = {
  action: string
  label: string
  tone?: ButtonTone
  fields?: Record<string, string>
  confirm?: string
  icon?: IconName
}

/** One press, one POST. With `confirm` the press first opens the question (a <details>, so it needs no JavaScript). */
export function PostButton({ action, label, tone = 'neutral', fields = {}, confirm, icon }: PostProps) {
  const form = (
    <form method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <Button tone={tone} icon={icon}>
        {label}
      </Button>
    </form>
  )
  if (confirm === undefined) return form
  return (
    <details class="confirm" data-menu>
      <summary class={tone === 'danger' ? 'btn btn-outline btn-error' : toneClass[tone]}>
        {icon && <Icon name={icon} />}
        {label}
      </summary>
      <div class="confirm-question">
        <p>{confirm}</p>
        {form}
      </div>
    </details>
  )
}
