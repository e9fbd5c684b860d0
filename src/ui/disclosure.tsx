import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

type Props = { summary: ComponentChildren; open?: boolean; children: ComponentChildren }

/** What not everybody wants to read, one press away and without JavaScript. */
export const Disclosure = ({ summary, open, children }: Props) => (
  <details class="disclosure" open={open}>
    <summary>
      <Icon name="chevron" />
      {summary}
    </summary>
    <div class="disclosure-body">{children}</div>
  </details>
)
