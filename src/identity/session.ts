import { createHmac, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { instansiName } from '../people/index.ts'
import type { Actor } from '../platform/actor.ts'
import { problem } from '../platform/http/api.ts'
import type { AppEnv, Ctx, Services } from '../platform/http/context.ts'
import { type Auth, prolongAfterSeconds, sessionSeconds } from './auth.ts'
import * as store from './store.ts'

/** The cookie of the session; over HTTPS only the one that no other host of the domain can set. */
const cookieOf = (c: Ctx, auth: Auth) =>
  getCookie(c, auth.options.advanced.useSecureCookies ? '__Secure-piawai.session_token' : 'piawai.session_token')

/** The session's token where the cookie bears our signature (HMAC-SHA-256, as better-auth signs), else null. */
function signedToken(cookie: string, secret: string): string | null {
  const at = cookie.lastIndexOf('.')
  if (at < 1) return null
  const token = cookie.slice(0, at)
  const given = Buffer.from(cookie.slice(at + 1), 'base64')
  const ours = createHmac('sha256', secret).update(token).digest()
  return given.length === ours.length && timingSafeEqual(given, ours) ? token : null
}

/** A session that holds now and need not be prolonged yet: for nearly every page. All else is for better-auth to decide. */
async function liveSession(
  services: Services,
  auth: Auth,
  cookie: string,
  unread: store.Unread,
): Promise<store.LiveSession | null> {
  const token = signedToken(cookie, auth.options.secret)
  const found = token && (await store.sessionOf(services.db, token, unread))
  if (!found) return null
  const secondsLeft = (found.expiresAt.getTime() - services.clock.now().getTime()) / 1000
  return secondsLeft > sessionSeconds - prolongAfterSeconds ? found : null
}

type Asker = { actor: Actor | null; agency: string | null; unread: number }

async function whoAsks(c: Ctx, services: Services, auth: Auth, unread: store.Unread): Promise<Asker> {
  let accountId: string | null = null
  const bearer = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  const cookie = bearer ? undefined : cookieOf(c, auth)
  if (bearer) accountId = await store.accountOfToken(services.db, bearer, services.clock.now())
  else if (cookie) {
    const live = await liveSession(services, auth, cookie, unread)
    if (live) return live
    const found = await auth.api.getSession({ headers: c.req.raw.headers, returnHeaders: true })
    accountId = found.response?.user.id ?? null
    for (const set of found.headers.getSetCookie()) c.header('Set-Cookie', set, { append: true })
  }
  const actor = accountId ? await store.actorById(services.db, accountId) : null
  return {
    actor,
    agency: actor?.homeInstansiId ? await instansiName(services.db, actor.homeInstansiId) : null,
    unread: 0, // a token shows no bell; a session that was prolonged just now shows it on the next page
  }
}

/** Finds who asks, by the session cookie or a bearer token, and the language of the answer. */
export const session =
  (
    services: Services,
    auth: Auth,
    unreadOf: (accountId: Parameters<store.Unread>[0], today: string) => ReturnType<store.Unread>,
  ): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const today = services.clock.today()
    const { actor, agency, unread } = await whoAsks(c, services, auth, accountId => unreadOf(accountId, today))
    c.set('actor', actor)
    c.set('agency', agency)
    c.set('unread', unread)
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
  /^\/kalender\/[\w-]{43}\.ics$/,
  /^\/_ui/,
  /^\/api\/openapi\.json$/,
  /^\/sw\.js$/,
  /^\/tuan-rumah\/[\w-]{20,60}$/, // what a host says: the link is the right
  /^\/surat\/berhenti\//, // signed for one account: a program of mail presses it without a session (RFC 8058)
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
