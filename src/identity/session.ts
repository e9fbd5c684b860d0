import type { MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { problem } from '../platform/http/api.ts'
import type { AppEnv, Services } from '../platform/http/context.ts'
import type { Auth } from './auth.ts'
import * as store from './store.ts'

/** Finds who asks, by the session cookie or a bearer token, and the language of the answer. */
export const session =
  (services: Services, auth: Auth): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const bearer = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
    let accountId: string | null = null
    if (bearer) accountId = await store.accountOfToken(services.db, bearer, services.clock.now())
    else if (getCookie(c, 'piawai.session_token') ?? getCookie(c, '__Secure-piawai.session_token')) {
      const found = await auth.api.getSession({ headers: c.req.raw.headers, returnHeaders: true })
      accountId = found.response?.user.id ?? null
      for (const cookie of found.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
    }
    const actor = accountId ? await store.actorById(services.db, accountId) : null
    c.set('actor', actor)
    const chosen = getCookie(c, 'bahasa')
    c.set('language', chosen === 'en' || chosen === 'id' ? chosen : (actor?.language ?? 'id'))
    await next()
  }

const open = [
  /^\/masuk$/,
  /^\/pasang$/,
  /^\/bahasa$/,
  /^\/tema$/,
  /^\/healthz$/,
  /^\/readyz$/,
  /^\/metrics$/,
  /^\/assets\//,
  /^\/_ui/,
  /^\/api\/openapi\.json$/,
]

/** Everything else is for those who are signed in. Fails closed: a new route needs no line here to be protected. */
export const signedInOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (open.some(pattern => pattern.test(c.req.path))) return next()
  const actor = c.get('actor')
  if (!actor) {
    if (c.req.path.startsWith('/api/'))
      return problem(c, 401, 'Unauthorized', 'Masuk dahulu, atau kirim token: Authorization: Bearer …')
    const back = c.req.method === 'GET' ? new URL(c.req.url) : null
    const to = back && back.pathname !== '/' ? `/masuk?kembali=${encodeURIComponent(back.pathname + back.search)}` : '/masuk'
    return c.redirect(to, 303)
  }
  if (actor.mustChangePassword && !['/sandi', '/keluar'].includes(c.req.path)) {
    if (c.req.path.startsWith('/api/')) return problem(c, 403, 'Forbidden', 'Ganti kata sandi sekali pakai Anda dahulu.')
    return c.redirect('/sandi', 303)
  }
  return next()
}
