import type { Crumb, Frame } from './frame.ts'
import { Icon } from './icon.tsx'
import { classes } from './tone.ts'

const barPlaces = 5

const Item = ({ item }: { item: Frame['menu'][number] }) => (
  <a href={item.href} aria-current={item.current ? 'page' : undefined}>
    <Icon name={item.icon} />
    <span>{item.label}</span>
  </a>
)

/** A column beside the page; on a phone a bar at the thumb, what does not fit behind "more". */
export function Navigation({ frame }: { frame: Frame }) {
  const { menu, texts } = frame
  const inBar = menu.length > barPlaces ? barPlaces - 1 : barPlaces
  const behind = menu.slice(inBar)
  return (
    <nav class="menu" aria-label={texts.menu}>
      <ul>
        {menu.map((item, index) => (
          <li key={item.href} class={classes(index >= inBar && 'beside-only') || undefined}>
            <Item item={item} />
          </li>
        ))}
        {behind.length > 0 && (
          <li class="bar-only">
            <details data-menu>
              <summary class={behind.some(item => item.current) ? 'current' : undefined}>
                <Icon name="more" />
                <span>{texts.more}</span>
              </summary>
              <ul>
                {behind.map(item => (
                  <li key={item.href}>
                    <Item item={item} />
                  </li>
                ))}
              </ul>
            </details>
          </li>
        )}
      </ul>
    </nav>
  )
}

export const Breadcrumb = ({ crumbs, label }: { crumbs: Crumb[]; label: string }) => (
  <nav class="crumbs" aria-label={label}>
    <ol>
      {crumbs.map((crumb, index) => (
        <li key={crumb.label}>
          {crumb.href ? (
            <a href={crumb.href}>{crumb.label}</a>
          ) : (
            <span aria-current={index === crumbs.length - 1 ? 'page' : undefined}>{crumb.label}</span>
          )}
        </li>
      ))}
    </ol>
  </nav>
)
