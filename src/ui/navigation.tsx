import { Fragment } from 'preact'
import type { Crumb, Frame } from './frame.ts'
import { Icon } from './icon.tsx'
import { classes } from './tone.ts'

type Entry = Frame['menu'][number]

const Item = ({ item }: { item: Entry }) => (
  <a href={item.href} aria-current={item.current ? 'page' : undefined}>
    <Icon name={item.icon} />
    <span>{item.label}</span>
  </a>
)

/** Where a heading begins. */
const opens = (items: readonly Entry[], index: number) => {
  const group = items[index]!.group
  return group !== null && group !== items[index - 1]?.group ? group : null
}

const Entries = ({ items, besideOnly }: { items: readonly Entry[]; besideOnly?: (item: Entry) => boolean }) => (
  <>
    {items.map((item, index) => {
      const group = opens(items, index)
      return (
        <Fragment key={item.href}>
          {group && <li class={classes('menu-heading', besideOnly && 'beside-only')}>{group}</li>}
          <li class={classes(besideOnly?.(item) && 'beside-only') || undefined}>
            <Item item={item} />
          </li>
        </Fragment>
      )
    })}
  </>
)

/** A column beside the page; on a phone a bar at the thumb, what does not fit behind "more". */
export function Navigation({ frame }: { frame: Frame }) {
  const { menu, texts } = frame
  const behind = menu.filter(item => !item.bar)
  return (
    <nav class="menu" aria-label={texts.menu}>
      <ul>
        <Entries items={menu} besideOnly={item => !item.bar} />
        {behind.length > 0 && (
          <li class="bar-only">
            <details data-menu>
              <summary class={behind.some(item => item.current) ? 'current' : undefined}>
                <Icon name="more" />
                <span>{texts.more}</span>
              </summary>
              <ul>
                <Entries items={behind} />
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
