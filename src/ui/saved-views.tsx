import { Button } from './buttons.tsx'
import { HiddenField, TextField } from './fields.tsx'
import { Icon } from './icon.tsx'

/** Names under which somebody keeps this list with a filter, and what keeps the present one. */
export type SavedViewsProps = {
  label: string
  items: { href: string; name: string; current: boolean }[]
  allHref: string
  allLabel: string
  save: { label: string; action: string; path: string; field: string; help: string; submit: string }
}

export const SavedViews = ({ label, items, allHref, allLabel, save }: SavedViewsProps) => (
  <div class="saved-views">
    {items.length > 0 && (
      <nav aria-label={label}>
        <ul>
          {items.map(item => (
            <li key={item.href}>
              <a class="chip" href={item.href} aria-current={item.current ? 'true' : undefined}>
                {item.name}
              </a>
            </li>
          ))}
          <li>
            <a href={allHref}>{allLabel}</a>
          </li>
        </ul>
      </nav>
    )}
    <details class="confirm" data-menu>
      <summary class="btn btn-ghost">
        <Icon name="plus" />
        {save.label}
      </summary>
      <div class="confirm-question">
        <form method="post" action={save.action}>
          <HiddenField name="alamat" value={save.path} />
          <TextField
            label={save.field}
            name="nama"
            help={save.help}
            maxlength={80}
            required
            autocomplete="off"
            id="f-nama-tampilan"
          />
          <Button>{save.submit}</Button>
        </form>
      </div>
    </details>
  </div>
)
