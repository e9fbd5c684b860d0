import type { ComponentChildren } from 'preact'
import { Mark } from './mark.tsx'

/** Nothing here yet: says what to do first. */
export const EmptyState = ({
  title,
  children,
  action,
}: {
  title: string
  children?: ComponentChildren
  action?: ComponentChildren
}) => (
  <div class="empty">
    <Mark />
    <p class="empty-title">{title}</p>
    {children && <div class="empty-words">{children}</div>}
    {action && <div class="actions">{action}</div>}
  </div>
)
