import { Hono } from 'hono'
import type { Db, Tx } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields, listHref, ownPath } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { notFound } from '../../platform/http/refusal.ts'
import { formatInstant } from '../../platform/i18n/index.ts'
import type { SavedViewsProps } from '../../ui/index.ts'
import * as actions from './actions.ts'
import { messages } from './messages.ts'
import { ViewsPage } from './pages/views.tsx'
import { listPath, sameList } from './rules/view.ts'
import * as store from './store.ts'

const linkOf = (view: Pick<store.SavedView, 'code'>) => `/t/${view.code}`

/**
 * What a list shows of the views that who asks keeps of it, and how the present one is kept. `instansi`: the government that is shown, kept
 * with the view also where the address does not name it, so that whoever follows the link sees the same one.
 */
export async function savedViews(c: Ctx, db: Tx | Db, instansi: string | null): Promise<SavedViewsProps> {
  const m = messages[c.get('language')]
  const shown: Record<string, string> = instansi !== null && !c.req.query('instansi') ? { instansi } : {}
  const here = listPath(listHref(c, { halaman: null, ...shown })) ?? c.req.path
  const views = await store.viewsOf(db, actorOf(c).accountId, c.req.path)
  return {
    label: m.chips,
    items: views.map(({ path, name }) => ({ href: path, name, current: sameList(path, here) })),
    allHref: '/tampilan',
    allLabel: m.all,
    save: { label: m.save, action: '/tampilan', path: here, field: m.name, help: m.nameHelp, submit: m.submit },
  }
}

/** Views that somebody keeps, and the link under which each is shared. */
export function savedViewRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  const list = async (c: Ctx, refused: { name: string; path: string; message: string } | null) => {
    const m = messages[c.get('language')]
    const views = await store.viewsOf(services.db, actorOf(c).accountId)
    const origin = services.config.publicUrl ?? new URL(c.req.url).origin
    return page(
      c,
      { title: m.title, status: refused ? 422 : 200 },
      ViewsPage({
        m,
        refused,
        rows: views.map(view => ({
          id: view.id,
          name: view.name,
          href: view.path,
          list: decodeURIComponent(view.path.replaceAll('+', ' ')),
          link: new URL(linkOf(view), origin).href,
          created: formatInstant(view.createdAt, c.get('language')),
        })),
      }),
    )
  }

  app.get('/tampilan', c => list(c, null))

  app.post('/tampilan', async c => {
    const m = messages[c.get('language')]
    const field = await formFields(c)
    const typed = { name: field('nama'), path: field('alamat') }
    const saved = await actions.saveView(services, actorOf(c), typed)
    if (!saved.ok) return list(c, { ...typed, message: m.flaws[saved.flaw] })
    flash(c, 'ok', m.saved(saved.name))
    return c.redirect(ownPath(saved.path), 303)
  })

  app.post('/tampilan/:id{[0-9]{1,9}}/hapus', async c => {
    const name = await actions.removeView(services, actorOf(c), Number(c.req.param('id')))
    if (name !== null) flash(c, 'ok', messages[c.get('language')].removed(name))
    return c.redirect('/tampilan', 303)
  })

  // Carries an address and nothing else: the list asks whoever follows it for their own right.
  app.get('/t/:code{[a-z0-9]{1,40}}', async c => {
    const view = await store.viewByCode(services.db, c.req.param('code'))
    if (!view) throw notFound()
    return c.redirect(ownPath(view.path), 303)
  })

  return app
}
