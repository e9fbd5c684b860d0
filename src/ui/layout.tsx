import type { ComponentChildren } from 'preact'
import { Alert } from './alert.tsx'
import { type Crumb, type Frame, themeName } from './frame.ts'
import { Mark, markIcon } from './mark.tsx'
import { Breadcrumb, Navigation } from './navigation.tsx'
import { Preferences } from './preferences.tsx'
import { TopBar } from './top-bar.tsx'

type Props = { frame: Frame; title: string; children: ComponentChildren; wide?: boolean; breadcrumb?: Crumb[] }

const Head = ({ frame, title }: { frame: Frame; title: string }) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{`${title} · ${frame.appName}`}</title>
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href={markIcon} />
    <link rel="preload" as="font" type="font/woff2" href={frame.assets.font} crossorigin="anonymous" />
    <link rel="stylesheet" href={frame.assets.css} />
    <script type="module" src={frame.assets.js} />
  </head>
)

const Flash = ({ flash }: { flash: Frame['flash'] }) =>
  flash && (
    <div role="status" class="flash">
      <Alert tone={flash.tone}>{flash.text}</Alert>
    </div>
  )

const Main = ({ frame, children }: { frame: Frame; children: ComponentChildren }) => (
  <main id="isi" tabIndex={-1}>
    <Flash flash={frame.flash} />
    {children}
  </main>
)

const Signed = ({ frame, user, children, breadcrumb }: Omit<Props, 'title' | 'wide'> & { user: NonNullable<Frame['user']> }) => (
  <>
    <TopBar frame={frame} user={user} />
    <div class="shell">
      <Navigation frame={frame} />
      <div class="sheet">
        {breadcrumb && breadcrumb.length > 0 && <Breadcrumb crumbs={breadcrumb} label={frame.texts.breadcrumb} />}
        <Main frame={frame}>{children}</Main>
        <footer class="foot">{frame.texts.footer}</footer>
      </div>
    </div>
  </>
)

const Unsigned = ({ frame, children }: { frame: Frame; children: ComponentChildren }) => (
  <div class="door">
    <header class="door-head">
      <a class="brand" href="/">
        <Mark />
        <span>{frame.appName}</span>
      </a>
      {frame.agency && <p class="door-agency">{frame.agency}</p>}
    </header>
    <Main frame={frame}>{children}</Main>
    <footer class="foot">
      <Preferences frame={frame} />
      <p>{frame.texts.footer}</p>
    </footer>
  </div>
)

/** A whole page. Without a user: a quiet page without navigation. The caller writes `<!doctype html>` before it. */
export const Layout = ({ frame, title, children, wide, breadcrumb }: Props) => (
  <html lang={frame.lang} data-theme={frame.theme ? themeName(frame.theme) : undefined}>
    <Head frame={frame} title={title} />
    <body class={wide ? 'wide' : undefined}>
      <a class="skip" href="#isi">
        {frame.texts.skip}
      </a>
      {frame.notice && (
        <aside class="banner">
          <p>{frame.notice}</p>
        </aside>
      )}
      {frame.user ? (
        <Signed frame={frame} user={frame.user} breadcrumb={breadcrumb}>
          {children}
        </Signed>
      ) : (
        <Unsigned frame={frame}>{children}</Unsigned>
      )}
    </body>
  </html>
)
