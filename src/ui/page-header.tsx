import type { ComponentChildren } from 'preact'

type Props = { title: string; lead?: ComponentChildren; actions?: ComponentChildren; eyebrow?: ComponentChildren }

export const PageHeader = ({ title, lead, actions, eyebrow }: Props) => (
  <div class="page-header">
    <div class="page-header-words">
      {eyebrow && <p class="eyebrow">{eyebrow}</p>}
      <h1>{title}</h1>
      {lead && <p class="lead">{lead}</p>}
    </div>
    {actions && <div class="actions">{actions}</div>}
  </div>
)
