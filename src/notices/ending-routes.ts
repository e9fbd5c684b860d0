import { Hono } from 'hono'
import worker from '../client/sw.js?raw'
import type { AppEnv, Ctx, Services } from '../platform/http/context.ts'
import { page } from '../platform/http/page.tsx'
import * as actions from './actions.ts'
import { readEnding, secretOf } from './links.ts'
import { EndedPage, EndingPage } from './pages/ending.tsx'
import { settingsWords } from './settings-words.ts'
import { topics } from './topics.ts'

/**
 * What is open to whoever has the link: ending e-mail without signing in. Programs of mail post to it by themselves when one presses
 * their button (RFC 8058); a link that is only looked at changes nothing.
 */
export function endingRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const w = (c: Ctx) => settingsWords[c.get('language')]
  const path = '/surat/berhenti/:token{[\\w.-]{1,400}}'
  const unknown = (c: Ctx) =>
    page(c, { title: w(c).endUnknown, status: 404 }, EndedPage({ m: w(c), title: w(c).endUnknown, what: w(c).endUnknownWhat }))

  app.get(path, async c => {
    const ending = readEnding(await secretOf(services.db), c.req.param('token'))
    if (!ending) return unknown(c)
    const ask = ending.topic === null ? w(c).endAskDigest : w(c).endAsk(topics[ending.topic].name[c.get('language')])
    return page(c, { title: w(c).endTitle }, EndingPage({ m: w(c), ask, action: c.req.path }))
  })

  app.post(path, async c => {
    if (!(await actions.endByLink(services, c.req.param('token')))) return unknown(c)
    return page(c, { title: w(c).ended }, EndedPage({ m: w(c), title: w(c).ended, what: w(c).endedWhat }))
  })

  app.get('/sw.js', c => c.body(worker, 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' }))

  return app
}
