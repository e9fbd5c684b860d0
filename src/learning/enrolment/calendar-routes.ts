import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { nobody } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { asJob, inScope, type Tx } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { page } from '../../platform/http/page.tsx'
import { forbidden, notFound } from '../../platform/http/refusal.ts'
import { formatInstant } from '../../platform/i18n/index.ts'
import { classHere } from '../classes/here.ts'
import { messages as classMessages } from '../classes/messages.ts'
import { ownEnrolments } from './access.ts'
import { calendarOf } from './ics.ts'
import { messages } from './messages.ts'
import { CalendarPage } from './pages/calendar.tsx'
import * as store from './store/calendar.ts'
import type { FeedOwner } from './store/feed.ts'
import * as feeds from './store/feed.ts'

const places = { learner: '/belajar/kalender', trainer: '/kelas/kalender' }
const yearAgo = 366 * 86_400_000

/** What somebody learns or teaches, and the days of a class, for calendar programmes. */
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

  const learner = (c: Ctx): FeedOwner => ({ kind: 'learner', id: me(c) })
  /** @throws Refusal 403 for an account of nobody who teaches */
  const trainer = async (c: Ctx): Promise<FeedOwner> => {
    const { accountId } = actorOf(c)
    if (!(await store.teaches(services.db, accountId))) throw forbidden()
    return { kind: 'trainer', id: accountId }
  }
  /** What one learns is seen in one's own scope; what one teaches is about no person. */
  const within = <T>(c: Ctx, owner: FeedOwner, work: (tx: Tx) => Promise<T>): Promise<T> =>
    inScope(services.db, owner.kind === 'learner' ? ownEnrolments(actorOf(c)) : nobody, work)

  const calendarPage = async (c: Ctx, owner: FeedOwner, fresh: string | null) => {
    const language = c.get('language')
    const feed = await within(c, owner, tx => feeds.feedOf(tx, owner))
    const when = (at: string) => formatInstant(new Date(at), language)
    const isLearner = owner.kind === 'learner'
    const back = isLearner
      ? { href: '/belajar/pendaftaran', label: m(c).mine }
      : { href: '/kelas', label: classMessages[language].classes }
    return page(
      c,
      { title: m(c).calendars[owner.kind].title, breadcrumb: [back] },
      CalendarPage({
        m: m(c),
        words: m(c).calendars[owner.kind],
        here: places[owner.kind],
        back,
        fresh,
        feed: feed && {
          since: m(c).calendarSince(when(feed.madeAt)),
          fetched: feed.fetchedAt === null ? m(c).calendarNever : m(c).calendarFetched(when(feed.fetchedAt)),
        },
      }),
    )
  }

  const subject = ({ kind, id }: FeedOwner) => (kind === 'learner' ? `pegawai:${id}` : `account:${id}`)

  // The address is shown in the answer to the press, and nowhere else: only its digest is kept.
  const make = async (c: Ctx, owner: FeedOwner) => {
    const token = randomBytes(32).toString('base64url')
    await within(c, owner, async tx => {
      const now = services.clock.now()
      await feeds.revokeFeeds(tx, owner, now)
      await feeds.insertFeed(tx, owner, token, now)
      await audit(tx, actorOf(c).accountId, now, { verb: 'make_calendar_feed', subject: subject(owner) })
    })
    return calendarPage(c, owner, `${origin(c)}/kalender/${token}.ics`)
  }

  const revoke = async (c: Ctx, owner: FeedOwner) => {
    await within(c, owner, async tx => {
      const now = services.clock.now()
      const n = await feeds.revokeFeeds(tx, owner, now)
      if (n > 0) await audit(tx, actorOf(c).accountId, now, { verb: 'revoke_calendar_feed', subject: subject(owner) })
    })
    flash(c, 'ok', m(c).calendarRevoked)
    return c.redirect(places[owner.kind], 303)
  }

  app.get('/belajar/kalender', c => calendarPage(c, learner(c), null))
  app.post('/belajar/kalender', c => make(c, learner(c)))
  app.post('/belajar/kalender/cabut', c => revoke(c, learner(c)))
  app.get('/kelas/kalender', async c => calendarPage(c, await trainer(c), null))
  app.post('/kelas/kalender', async c => make(c, await trainer(c)))
  app.post('/kelas/kalender/cabut', async c => revoke(c, await trainer(c)))

  // Fetched by a calendar programme, which cannot sign in: who has the address has the calendar, and nothing else.
  app.get('/kalender/:file{[A-Za-z0-9_-]{43}\\.ics}', async c => {
    const token = c.req.param('file').slice(0, -4)
    const now = services.clock.now()
    const owner = await asJob(services.db, tx => feeds.fetchedFeed(tx, token, now))
    if (owner === null) throw notFound()
    const since = new Date(now.getTime() - yearAgo).toISOString().slice(0, 10)
    const rows =
      owner.kind === 'trainer'
        ? await store.daysOfTrainer(services.db, owner.id, since)
        : await inScope(services.db, { kind: 'people', people: [owner.id] }, tx => store.daysOfPerson(tx, owner.id, since))
    return ics(c, calendarOf(rows, c.get('language'), now, origin(c)), 'piawai')
  })

  app.get('/kelas/:id{[0-9]{1,9}}/kalender.ics', async c => {
    const one = await classHere(c, services.db)
    const rows = one.state === 'cancelled' ? [] : await store.daysOfClass(services.db, one.id)
    return ics(c, calendarOf(rows, c.get('language'), services.clock.now(), origin(c)), `kelas-${one.id}`)
  })

  return app
}
