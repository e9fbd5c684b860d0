import type { ComponentChildren } from 'preact'

export const Facts = ({ items }: { items: { label: string; value: ComponentChildren }[] }) => (
  <dl class="facts">
    {items.map(item => (
      <div key={item.label}>
        <dt>{item.label}</dt>
        <dd>{item.value}</dd>
      </div>
    ))}
  </dl>
)
