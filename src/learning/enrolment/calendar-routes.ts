import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { audit } from '../../platform/audit/index.ts'
import { asJob, inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { page } from '../../platform/http/page.tsx'
import { forbidden, notFound } from '../../platform/http/refusal.ts'
import { formatInstant } from '../../platform/i18n/index.ts'
import { classHere } from '../classes/here.ts'
import { ownEnrolments } from './access.ts'
import { calendarOf } from './ics.ts'
import { messages } from './messages.ts'
import { CalendarPage } from './pages/calendar.tsx'
import * as store from './store/calendar.ts'

const here = '/belajar/kalender'
const yearAgo = 366 * 86_400_000

/** A person's days and the days of a class, for calendar programmes. */
export function calendarRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]
  const origin = (c: Ctx) => services.config.publicUrl ?? new URL(c.req.url).origin
  /** @throws Refusal 403 for an account that belongs to no person */
  const me = (c: Ctx): number => {
    const { pegawaiId } = actorOf(c)
    if (pegawaiId === null) throw forbidden()
    return pegawaiId
  }
  const ics = (c: Ctx, text: string, name: string) =>
    c.body(text, 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.ics"`,
      'Cache-Control': 'private, max-age=900',
    }) as Response

  const calendarPage = async (c: Ctx, fresh: string | null) => {
    const pegawaiId = me(c)
    const language = c.get('language')
    const feed = await inScope(services.db, ownEnrolments(actorOf(c)), tx => store.feedOf(tx, pegawaiId))
    const when = (at: string) => formatInstant(new Date(at), language)
    return page(
      c,
      { title: m(c).calendar, breadcrumb: [{ href: '/belajar/pendaftaran', label: m(c).mine }] },
      CalendarPage({
        m: m(c),
        here,
        fresh,
        feed: feed && {
          since: m(c).calendarSince(when(feed.madeAt)),
          fetched: feed.fetchedAt === null ? m(c).calendarNever : m(c).calendarFetched(when(feed.fetchedAt)),
        },
      }),
    )
  }

  app.get(here, c => calendarPage(c, null))

  // The address is shown in the answer to the press, and nowhere else: only its digest is kept.
  app.post(here, async c => {
    const pegawaiId = me(c)
    const token = randomBytes(32).toString('base64url')
    await inScope(services.db, ownEnrolments(actorOf(c)), async tx => {
      const now = services.clock.now()
      await store.revokeFeeds(tx, pegawaiId, now)
      await store.insertFeed(tx, pegawaiId, token, now)
      await audit(tx, actorOf(c).accountId, now, { verb: 'make_calendar_feed', subject: `pegawai:${pegawaiId}` })
    })
    return calendarPage(c, `${origin(c)}/kalender/${token}.ics`)
  })

  app.post(`${here}/cabut`, async c => {
    const pegawaiId = me(c)
    await inScope(services.db, ownEnrolments(actorOf(c)), async tx => {
      const now = services.clock.now()
      const n = await store.revokeFeeds(tx, pegawaiId, now)
      if (n > 0) await audit(tx, actorOf(c).accountId, now, { verb: 'revoke_calendar_feed', subject: `pegawai:${pegawaiId}` })
    })
    flash(c, 'ok', m(c).calendarRevoked)
    return c.redirect(here, 303)
  })

  // Fetched by a calendar programme, which cannot sign in: who has the address has the calendar, and nothing else.
  app.get('/kalender/:file{[A-Za-z0-9_-]{43}\\.ics}', async c => {
    const token = c.req.param('file').slice(0, -4)
    const now = services.clock.now()
    const pegawaiId = await asJob(services.db, tx => store.fetchedFeed(tx, token, now))
    if (pegawaiId === null) throw notFound()
    const since = new Date(now.getTime() - yearAgo).toISOString().slice(0, 10)
    const rows = await inScope(services.db, { kind: 'people', people: [pegawaiId] }, tx =>
      store.daysOfPerson(tx, pegawaiId, since),
    )
    return ics(c, calendarOf(rows, c.get('language'), now, origin(c)), 'piawai')
  })

  app.get('/kelas/:id{[0-9]{1,9}}/kalender.ics', async c => {
    const one = await classHere(c, services.db)
    const rows = one.state === 'cancelled' ? [] : await store.daysOfClass(services.db, one.id)
    return ics(c, calendarOf(rows, c.get('language'), services.clock.now(), origin(c)), `kelas-${one.id}`)
  })

  return app
}
