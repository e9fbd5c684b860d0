import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

type Props = {
  action: string
  children: ComponentChildren
  submit: string
  resetHref?: string
  resetLabel?: string
  /** With JavaScript the list follows a changed choice at once. */
  autosubmit?: boolean
}

/** Narrows a list: a GET form, so that the result has an address. */
export const FilterBar = ({ action, children, submit, resetHref, resetLabel, autosubmit }: Props) => (
  <form class="filter-bar" method="get" action={action} data-autosubmit={autosubmit}>
    {children}
    <div class="filter-bar-actions">
      <button type="submit" class="btn">
        <Icon name="filter" />
        {submit}
      </button>
      {resetHref && resetLabel && (
        <a class="btn btn-ghost" href={resetHref}>
          {resetLabel}
        </a>
      )}
    </div>
  </form>
)
