import { Hono } from 'hono'
import type { AppEnv } from '../platform/http/context.ts'
import { page } from '../platform/http/page.tsx'
import { Showcase } from '../ui/showcase.tsx'

/** `/_ui`: every component of src/ui in both themes. Only outside production. */
export function showcaseRoutes() {
  const app = new Hono<AppEnv>()
  app.get('/_ui', c => page(c, { title: 'Komponen', wide: true }, <Showcase frame={c.get('frame')} />))
  return app
}
