import { Hono } from 'hono'
import { asCommunity } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields, pageNumber, sorting, sought } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { formatDate, formatNumber } from '../../platform/i18n/index.ts'
import { makeLead } from './actions.ts'
import { leadHere, memberHere } from './here.ts'
import { communityMessages } from './messages.ts'
import { MembersPage } from './pages/members.tsx'
import { listMembers, type MemberOrder } from './store/community.ts'

const size = 50

/** `/komunitas/:id/anggota`: who is in a community, for who is in it. */
export function memberRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => communityMessages[c.get('language')]
  const path = '/komunitas/:id{[0-9]{1,9}}'

  app.get(`${path}/anggota`, async c => {
    const language = c.get('language')
    const { community: one, members, me } = await memberHere(c, services)
    // Who leads first, until one asks for another order.
    const { order, descending, sort } = sorting<MemberOrder | 'penggerak'>(c, {
      penggerak: 'asc',
      nama: 'asc',
      unit: 'asc',
      sejak: 'asc',
    })
    const q = sought(c)
    const n = pageNumber(c)
    const rows = await asCommunity(services.db, one.id, tx =>
      listMembers(
        tx,
        one.id,
        { q },
        { order: order === 'penggerak' ? null : order, descending, offset: (n - 1) * size, limit: size },
      ),
    )
    return page(
      c,
      {
        title: m(c).members,
        breadcrumb: [
          { href: '/komunitas', label: m(c).title },
          { href: `/komunitas/${one.id}`, label: one.name },
        ],
      },
      MembersPage({
        m: m(c),
        path: `/komunitas/${one.id}`,
        name: one.name,
        count: m(c).memberCount(formatNumber(members, language)),
        q,
        rows: rows.map(row => ({
          ...row,
          since: formatDate(row.joinedOn, language),
          mayLead: me.leads && !row.leads,
        })),
        sort,
        pager: pagerOf(c, n, size, rows[0]?.found ?? 0),
      }),
    )
  })

  app.post(`${path}/penggerak`, async c => {
    const { community } = await leadHere(c, services)
    const made = await makeLead(services, actorOf(c), community, Number((await formFields(c))('anggota')) || 0)
    if (!made) throw notFound()
    flash(c, 'ok', m(c).madeLead)
    return c.redirect(`/komunitas/${community.id}/anggota`, 303)
  })

  return app
}
