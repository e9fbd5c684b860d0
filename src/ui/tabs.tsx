import type { ComponentChildren } from 'preact'

type Tab = { href: string; label: string; current: boolean; count?: ComponentChildren }

/** Pages beside each other: links, so that each has an address. */
export const Tabs = ({ items, label }: { items: Tab[]; label: string }) => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {items.map(item => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.label}
            {item.count !== undefined && <span class="tab-count">{item.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
