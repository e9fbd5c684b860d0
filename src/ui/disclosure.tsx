import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

type Props = {
  summary: ComponentChildren
  open?: boolean
  children: ComponentChildren
  /** With JavaScript this key opens it and goes to its first field, unless one is writing. */
  shortcut?: string
}

/** What not everybody wants to read, one press away and without JavaScript. */
export const Disclosure = ({ summary, open, children, shortcut }: Props) => (
  <details class="disclosure" open={open} data-shortcut={shortcut}>
    <summary>
      <Icon name="chevron" />
      {summary}
    </summary>
    <div class="disclosure-body">{children}</div>
  </details>
)
