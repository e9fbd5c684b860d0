import { Hono } from 'hono'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields, listHref, pageNumber, sought } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { formatDate, formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { learnerTabs } from '../tabs.ts'
import { lookingFrom, oneself } from './access.ts'
import { begin } from './actions.ts'
import { selfOf } from './here.ts'
import { communityMessages } from './messages.ts'
import { CommunityFormPage } from './pages/form.tsx'
import { CommunitiesPage } from './pages/list.tsx'
import { communityFlaws } from './rules/community.ts'
import { communitiesOf, listCommunities, type OpenTo } from './store/community.ts'

const size = 30
const openTos: readonly OpenTo[] = ['instansi', 'guided', 'all']
const fields = { name: 'nama', about: 'tentang' } as const

/** `/komunitas`: those one may join, and the form of a new one. */
export function communityListRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => communityMessages[c.get('language')]

  const load = async (c: Ctx, offset: number, limit: number) => {
    const actor = actorOf(c)
    const { pegawaiId } = actor
    const mine = pegawaiId === null ? [] : await inScope(services.db, oneself(actor), tx => communitiesOf(tx, pegawaiId))
    const only = c.req.query('tampil') === 'saya'
    const q = sought(c)
    const filter = { q, among: only ? mine : null, today: services.clock.today() }
    return {
      mine: new Set(mine),
      only,
      q,
      rows: await listCommunities(services.db, lookingFrom(actor), filter, { offset, limit }),
    }
  }

  app.get('/komunitas', async c => {
    const language = c.get('language')
    const n = pageNumber(c)
    const { mine, only, q, rows } = await load(c, (n - 1) * size, size)
    return page(
      c,
      { title: m(c).title },
      CommunitiesPage({
        m: m(c),
        tabs: actorOf(c).pegawaiId === null ? null : learnerTabs(language, '/komunitas'),
        mine: formatNumber(mine.size, language),
        someMine: mine.size > 0,
        mayBegin: actorOf(c).pegawaiId !== null,
        rows: rows.map(row => ({
          id: row.id,
          name: row.name,
          about: row.about,
          by: row.instansi,
          next: row.nextOn ? formatDate(row.nextOn, language) : m(c).noNext,
          joined: mine.has(row.id),
        })),
        filters: { q, only },
        filtered: Boolean(q || only),
        exportHref: listHref(c, { halaman: null }).replace(/^\/komunitas/, '/komunitas.xlsx'),
        pager: pagerOf(c, n, size, rows[0]?.found ?? 0),
      }),
    )
  })

  app.get('/komunitas.xlsx', async c => {
    const t = m(c)
    const { rows, mine } = await load(c, 0, 10_000)
    const bytes = await writeWorkbook([
      {
        name: t.title,
        columns: [
          { header: t.name, width: 40 },
          { header: t.about, width: 70 },
          { header: t.by, width: 40 },
          { header: t.next, width: 16 },
          { header: t.joined, width: 16 },
        ],
        rows: rows.map(row => [row.name, row.about, row.instansi, row.nextOn, mine.has(row.id) ? 'x' : null]),
      },
    ])
    return spreadsheet(c, bytes, 'komunitas-belajar', services.clock.today())
  })

  const form = (c: Ctx, typed: { name: string; about: string; openTo: string }, errors: { field: string; message: string }[]) =>
    page(
      c,
      { title: m(c).create, breadcrumb: [{ href: '/komunitas', label: m(c).title }], status: errors.length > 0 ? 422 : 200 },
      CommunityFormPage({
        m: m(c),
        typed,
        openTos: openTos.map(value => ({ value, label: m(c).openTos[value] })),
        errors,
      }),
    )

  app.get('/komunitas/baru', async c => {
    await selfOf(c, services)
    return form(c, { name: '', about: '', openTo: 'instansi' }, [])
  })

  app.post('/komunitas/baru', async c => {
    const self = await selfOf(c, services)
    const field = await formFields(c)
    const typed = { name: field('nama'), about: field('tentang'), openTo: field('terbuka') }
    const errors = communityFlaws(typed).map(flaw => ({ field: fields[flaw] as string, message: m(c).flaws[flaw] }))
    if (errors.length > 0) return form(c, typed, errors)
    const openTo = openTos.find(one => one === typed.openTo) ?? 'instansi'
    const id = await begin(services, actorOf(c), self, { ...typed, openTo })
    if (id === null) return form(c, typed, [{ field: 'nama', message: m(c).taken }])
    flash(c, 'ok', m(c).begun)
    return c.redirect(`/komunitas/${id}`, 303)
  })

  return app
}
