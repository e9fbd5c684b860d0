import type { ComponentChildren } from 'preact'

type Props = { title: string; lead?: ComponentChildren; actions?: ComponentChildren; children: ComponentChildren; id?: string }

export const Section = ({ title, lead, actions, children, id }: Props) => (
  <section class="section" id={id}>
    <div class="section-header">
      <div>
        <h2>{title}</h2>
        {lead && <p class="section-lead">{lead}</p>}
      </div>
      {actions && <div class="actions">{actions}</div>}
    </div>
    {children}
  </section>
)
