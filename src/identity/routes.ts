import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { addressOf } from '../platform/http/client-address.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields, ownPath } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { formatInstant } from '../platform/i18n/index.ts'
import * as actions from './actions.ts'
import type { Auth } from './auth.ts'
import { messages as all } from './messages.ts'
import { OwnAccountPage } from './pages/own.tsx'
import { PasswordPage } from './pages/password.tsx'
import { SignInPage } from './pages/sign-in.tsx'
import * as store from './store.ts'
import type { Throttle } from './throttle.ts'

export const demoPassword = 'piawai-demo'

const sessionToken = (c: Ctx) =>
  decodeURIComponent(getCookie(c, 'piawai.session_token') ?? getCookie(c, '__Secure-piawai.session_token') ?? '').split('.')[0] ||
  null

export function identityRoutes(services: Services, auth: Auth, throttle: Throttle) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => all[c.get('language')]

  const signInPage = async (
    c: Ctx,
    state: { login?: string; problem?: string | null; status?: 200 | 401 | 422 | 429; back?: string },
  ) =>
    page(
      c,
      { title: m(c).signIn, status: state.status ?? 200 },
      SignInPage({
        m: m(c),
        login: state.login ?? '',
        back: state.back ?? '',
        problem: state.problem ?? null,
        notice: null,
        demo: services.config.demo ? await store.demoCards(services.db) : [],
        demoPassword,
      }),
    )

  app.get('/masuk', async c => {
    const back = ownPath(c.req.query('kembali') ?? '/')
    if (c.get('actor')) return c.redirect(back, 303)
    return signInPage(c, { back: back === '/' ? '' : back })
  })

  app.post('/masuk', async c => {
    const field = await formFields(c)
    const login = field('akun')
    const back = ownPath(field('kembali') || '/')
    const body = await c.req.parseBody()
    const password = typeof body.sandi === 'string' ? body.sandi : ''
    if (!login || !password) return signInPage(c, { login, back, problem: m(c).missing, status: 422 })
    const result = await actions.signIn(services, auth, throttle, {
      login,
      password,
      address: addressOf(c, services.config.trustedProxy),
      userAgent: c.req.header('user-agent') ?? '',
    })
    if (!result.ok) {
      if (result.reason === 'wait') return signInPage(c, { login, back, problem: m(c).wait(result.minutes), status: 429 })
      return signInPage(c, { login, back, problem: m(c).wrong, status: 401 })
    }
    for (const cookie of result.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
    return c.redirect(back, 303)
  })

  app.post('/keluar', async c => {
    const response = await auth.api.signOut({ headers: c.req.raw.headers, asResponse: true })
    for (const cookie of response.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
    return c.redirect('/masuk', 303)
  })

  app.post('/bahasa', async c => {
    const field = await formFields(c)
    const language = field('bahasa') === 'en' ? 'en' : 'id'
    setCookie(c, 'bahasa', language, { path: '/', maxAge: 365 * 86_400, sameSite: 'Lax', httpOnly: true })
    const actor = c.get('actor')
    if (actor) await store.setLanguage(services.db, actor.accountId, language)
    return c.redirect(ownPath(field('kembali') || '/'), 303)
  })

  app.post('/tema', async c => {
    const field = await formFields(c)
    const theme = field('tema')
    setCookie(c, 'tema', ['light', 'dark'].includes(theme) ? theme : 'auto', {
      path: '/',
      maxAge: 365 * 86_400,
      sameSite: 'Lax',
      httpOnly: true,
    })
    return c.redirect(ownPath(field('kembali') || '/'), 303)
  })

  app.get('/sandi', c =>
    page(c, { title: m(c).changePassword }, PasswordPage({ m: m(c), must: actorOf(c).mustChangePassword, errors: [] })),
  )

  app.post('/sandi', async c => {
    const body = await c.req.parseBody()
    const text = (name: string) => (typeof body[name] === 'string' ? (body[name] as string) : '')
    const actor = actorOf(c)
    const errors: { field: string; message: string }[] = []
    const flaws = m(c).passwordFlaws
    if (text('baru') !== text('ulang')) errors.push({ field: 'ulang', message: flaws.repeat })
    else {
      const result = await actions.changePassword(services, actor, {
        old: text('lama'),
        fresh: text('baru'),
        sessionToken: sessionToken(c),
      })
      if (!result.ok) errors.push({ field: result.reason === 'wrong_old' ? 'lama' : 'baru', message: flaws[result.reason] })
    }
    if (errors.length > 0) {
      return page(
        c,
        { title: m(c).changePassword, status: 422 },
        PasswordPage({ m: m(c), must: actor.mustChangePassword, errors }),
      )
    }
    flash(c, 'ok', m(c).passwordChanged)
    return c.redirect('/', 303)
  })

  const ownPage = async (c: Ctx) => {
    const actor = actorOf(c)
    const language = c.get('language')
    const tokens = (await store.listTokens(services.db, actor.accountId, services.clock.now())).map(token => ({
      id: token.id,
      label: token.label,
      created: formatInstant(token.created_at, language),
      until: formatInstant(token.expires_at, language),
    }))
    return page(c, { title: m(c).myAccount }, OwnAccountPage({ m: m(c), name: actor.name, username: actor.username, tokens }))
  }
  app.get('/akun-saya', ownPage)

  app.post('/akun-saya/token', async c => {
    const field = await formFields(c)
    const days = Math.min(Math.max(Math.trunc(Number(field('hari')) || 90), 1), 365)
    const token = await actions.createToken(services, actorOf(c), field('nama').slice(0, 80) || 'token', days)
    c.get('frame').flash = { tone: 'ok', text: m(c).tokenOnce(token) }
    return ownPage(c)
  })

  app.post('/akun-saya/token/:id{[0-9]{1,9}}/cabut', async c => {
    if (await actions.revokeToken(services, actorOf(c), Number(c.req.param('id')))) flash(c, 'ok', m(c).tokenRevoked)
    return c.redirect('/akun-saya', 303)
  })

  return app
}
