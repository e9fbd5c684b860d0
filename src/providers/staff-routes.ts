import { Hono } from 'hono'
import { identityMessages } from '../identity/index.ts'
import type { Role } from '../platform/actor.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import * as actions from './actions.ts'
import { frameFor } from './card-routes.ts'
import type { FieldErrors } from './form-reader.ts'
import { crumbs, providerToKeep, words } from './here.ts'
import { StaffPage } from './pages/sections.tsx'
import { countsOf } from './store/counts.ts'
import { type ProviderCard, staffOf, teachingAccount } from './store/provider.ts'

/** Accounts that make the courses and hold the classes of an institution. */
export function staffRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const here = (provider: Pick<ProviderCard, 'id'>) => `/penyelenggara/${provider.id}/akun`

  const show = async (c: Ctx, provider: ProviderCard, typed: string, errors: FieldErrors) => {
    const m = words(c)
    const counts = await countsOf(services.db, provider.id)
    const staff = await staffOf(services.db, provider.id)
    const roles: Record<string, string> = identityMessages[c.get('language')].roles satisfies Record<Role, string>
    return page(
      c,
      { title: m.tabStaff, breadcrumb: crumbs(c, provider), status: errors.length > 0 ? 422 : 200 },
      StaffPage({
        m,
        frame: frameFor(c, provider, true, counts, 'akun'),
        addHref: null,
        action: here(provider),
        typed,
        errors: [...errors],
        rows: staff.map(one => ({
          accountId: one.accountId,
          name: one.name,
          username: one.username,
          roles: one.roles.map(role => roles[role]).join(', '),
          state: one.closed ? { label: m.closedState, tone: 'neutral' } : { label: m.active, tone: 'ok' },
        })),
      }),
    )
  }

  app.get('/penyelenggara/:id{[0-9]{1,9}}/akun', async c => show(c, await providerToKeep(c, services), '', []))
  app.post('/penyelenggara/:id{[0-9]{1,9}}/akun', async c => {
    const provider = await providerToKeep(c, services)
    const username = (await formFields(c))('akun').slice(0, 120)
    const account = username === '' ? null : await teachingAccount(services.db, username)
    if (!account) return show(c, provider, username, [{ field: 'akun', message: words(c).staffUnknown }])
    const change = await actions.addStaff(services, actorOf(c), provider, account)
    flash(c, change === 'done' ? 'ok' : 'info', change === 'done' ? words(c).staffAdded(account.name) : words(c).staffSame)
    return c.redirect(here(provider), 303)
  })
  app.post('/penyelenggara/:id{[0-9]{1,9}}/akun/keluarkan', async c => {
    const provider = await providerToKeep(c, services)
    const change = await actions.removeStaff(services, actorOf(c), provider, (await formFields(c))('akun'))
    flash(c, change === 'done' ? 'ok' : 'info', change === 'done' ? words(c).staffRemoved : words(c).nothingChanged)
    return c.redirect(here(provider), 303)
  })
  return app
}
