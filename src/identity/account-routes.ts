import { Hono } from 'hono'
import { listInstansi, pegawaiByNip } from '../people/index.ts'
import type { Grant, Role } from '../platform/actor.ts'
import { coversInstansi } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { forbidden, notFound, Refusal } from '../platform/http/refusal.ts'
import { manageAccounts } from './access.ts'
import { accountListRoutes } from './accounts/list-routes.ts'
import { accountMessages } from './accounts/messages.ts'
import { accountById } from './accounts/store.ts'
import * as actions from './actions.ts'
import { messages as all } from './messages.ts'
import { openingRoutes } from './opening/routes.ts'
import { AccountPage, NewAccountPage } from './pages/accounts.tsx'

const grantable: Role[] = ['pengelola', 'perencana', 'bappeda', 'pembina', 'pimpinan', 'penyelenggara', 'admin']
const placesOf: Grant['place'][] = ['instansi', 'guided', 'nation']

/** The admin's pages: accounts, roles, one-time passwords. */
export function accountRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => all[c.get('language')]

  const scopeHere = (c: Ctx) => {
    const scope = manageAccounts(actorOf(c))
    if (scope.kind === 'none') throw forbidden()
    return { scope, instansiIds: scope.kind === 'nation' ? null : 'instansi' in scope ? scope.instansi : [] }
  }

  const oneAccount = async (c: Ctx) => {
    const { scope, instansiIds } = scopeHere(c)
    const account = await inScope(services.db, scope, tx => accountById(tx, c.req.param('id') ?? '', instansiIds))
    if (!account) throw notFound()
    return { account, scope }
  }

  /** An account to change: whose roles reach further than the asker's is another admin's to touch. */
  const accountToChange = async (c: Ctx) => {
    const found = await oneAccount(c)
    if (found.account.beyond) throw forbidden()
    return found
  }

  app.route('/', accountListRoutes(services))
  app.route('/', openingRoutes(services))

  app.get('/akun/baru', c => {
    scopeHere(c)
    return page(c, { title: m(c).newAccount }, NewAccountPage({ m: m(c), values: { nip: c.req.query('nip') ?? '' }, errors: [] }))
  })

  app.post('/akun', async c => {
    const { scope } = scopeHere(c)
    const field = await formFields(c)
    const values = { nip: field('nip').replace(/\s/g, ''), nama: field('nama').slice(0, 120), akun: field('akun').toLowerCase() }
    const errors: { field: string; message: string }[] = []
    const person = values.nip ? await inScope(services.db, scope, tx => pegawaiByNip(tx, values.nip)) : null
    if (values.nip && !person) errors.push({ field: 'nip', message: m(c).nipUnknown })
    if (!values.nip && !values.nama) errors.push({ field: 'nama', message: m(c).nameMissing })
    const username = values.akun || values.nip
    if (!/^[a-z0-9.-]{3,40}$/.test(username)) errors.push({ field: 'akun', message: m(c).accountBad })
    if (errors.length === 0) {
      try {
        const opened = await actions.openAccount(services, actorOf(c), {
          username,
          name: person?.name ?? values.nama,
          pegawaiId: person?.pegawaiId ?? null,
          instansiId: person?.instansiId ?? null,
        })
        c.get('frame').flash = { tone: 'ok', text: m(c).oneTime(person?.name ?? values.nama, opened.password) }
        return page(c, { title: m(c).newAccount }, NewAccountPage({ m: m(c), values: {}, errors: [] }))
      } catch (error) {
        const { code, constraint } = error as { code?: string; constraint?: string }
        if (code !== '23505') throw error
        if (constraint?.includes('pegawai')) errors.push({ field: 'nip', message: m(c).nipHasAccount })
        else errors.push({ field: 'akun', message: m(c).accountTaken })
      }
    }
    return page(c, { title: m(c).newAccount, status: 422 }, NewAccountPage({ m: m(c), values, errors }))
  })

  const accountPage = async (c: Ctx) => {
    const { account, scope } = await oneAccount(c)
    const instansi = (await listInstansi(services.db))
      .filter(i => coversInstansi(scope, i.id))
      .map(i => ({ value: String(i.id), label: i.name }))
    const roles = grantable.map(role => ({ value: role, label: m(c).roles[role] }))
    const places = placesOf
      .filter(place => place !== 'nation' || scope.kind === 'nation')
      .map(place => ({ value: place, label: m(c).places[place] }))
    return page(
      c,
      { title: account.name, breadcrumb: [{ href: '/akun', label: m(c).accounts }] },
      AccountPage({ m: m(c), words: accountMessages[c.get('language')], account, roles, instansi, places }),
    )
  }
  app.get('/akun/:id', accountPage)

  app.post('/akun/:id/sandi', async c => {
    const { account } = await accountToChange(c)
    const password = await actions.resetPassword(services, actorOf(c), account.id, account.instansi_id)
    c.get('frame').flash = { tone: 'ok', text: m(c).oneTime(account.name, password) }
    return accountPage(c)
  })

  for (const [verb, closed] of [
    ['tutup', true],
    ['buka', false],
  ] as const) {
    app.post(`/akun/:id/${verb}`, async c => {
      const { account } = await accountToChange(c)
      if (account.id === actorOf(c).accountId) {
        throw new Refusal(409, {
          id: 'Akun Anda sendiri tidak dapat ditutup dari sini.',
          en: 'You cannot close your own account here.',
        })
      }
      await actions.setClosed(services, actorOf(c), account.id, closed, account.instansi_id)
      flash(c, 'ok', closed ? m(c).accountClosed : m(c).accountReopened)
      return c.redirect(`/akun/${account.id}`, 303)
    })
  }

  app.post('/akun/:id/peran', async c => {
    const { account, scope } = await accountToChange(c)
    const field = await formFields(c)
    const role = grantable.find(r => r === field('peran'))
    const place = placesOf.find(p => p === field('jangkauan'))
    const instansiId = place === 'nation' ? null : Number(field('instansi'))
    const reached = (await listInstansi(services.db)).filter(
      one => one.id === instansiId || (place === 'guided' && one.guidedBy === instansiId),
    )
    const allowed =
      place === 'nation' ? scope.kind === 'nation' : reached.length > 0 && reached.every(one => coversInstansi(scope, one.id))
    if (!role || !place || !allowed) throw forbidden()
    await actions.grantRole(services, actorOf(c), { accountId: account.id, role, place, instansiId, unitId: null })
    flash(c, 'ok', m(c).roleGiven)
    return c.redirect(`/akun/${account.id}`, 303)
  })

  app.post('/akun/:id/peran/:grant{[0-9]{1,9}}/akhiri', async c => {
    const { account } = await accountToChange(c)
    if (!(await actions.endGrant(services, actorOf(c), account.id, Number(c.req.param('grant')), account.instansi_id)))
      throw notFound()
    flash(c, 'ok', m(c).roleEnded)
    return c.redirect(`/akun/${account.id}`, 303)
  })

  return app
}
