import type { Frame } from './frame.ts'
import { Icon } from './icon.tsx'
import { Mark } from './mark.tsx'
import { Preferences } from './preferences.tsx'

const Search = ({ search }: { search: NonNullable<Frame['search']> }) => (
  <search class="top-search">
    <form method="get" action={search.action}>
      <Icon name="search" />
      <input
        type="search"
        name="q"
        aria-label={search.label}
        placeholder={search.placeholder}
        autocomplete="off"
        enterkeyhint="search"
        data-search
      />
    </form>
  </search>
)

const Account = ({ frame, user }: { frame: Frame; user: NonNullable<Frame['user']> }) => (
  <details class="account" data-menu>
    <summary>
      <span class="account-badge" aria-hidden="true">
        {user.name.trim().slice(0, 1).toUpperCase()}
      </span>
      <span class="sr-only">{frame.texts.account}: </span>
      <span class="account-name">{user.name}</span>
      <Icon name="chevron" />
    </summary>
    <div class="account-panel">
      <p class="account-who">
        <strong>{user.name}</strong>
        <span>{user.detail}</span>
      </p>
      {user.links.length > 0 && (
        <ul>
          {user.links.map(link => (
            <li key={link.href}>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
      )}
      <Preferences frame={frame} />
      <form method="post" action={user.signOut.action}>
        <button type="submit" class="account-leave">
          <Icon name="logout" />
          {user.signOut.label}
        </button>
      </form>
    </div>
  </details>
)

export const TopBar = ({ frame, user }: { frame: Frame; user: NonNullable<Frame['user']> }) => (
  <header class="top">
    <div class="top-row">
      <a class="brand" href="/" aria-label={frame.appName}>
        <Mark />
        <span>{frame.appName}</span>
      </a>
      <p class="where">
        {frame.agency && <strong>{frame.agency}</strong>}
        {frame.period && <span>{frame.period}</span>}
      </p>
      {frame.search && <Search search={frame.search} />}
      {frame.bell && (
        <a class="bell" href={frame.bell.href} aria-label={frame.bell.label} title={frame.bell.label}>
          <Icon name="bell" />
          {frame.bell.count && <span class="bell-count">{frame.bell.count}</span>}
        </a>
      )}
      <Account frame={frame} user={user} />
    </div>
  </header>
)
