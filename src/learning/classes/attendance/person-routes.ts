import { Hono } from 'hono'
import type { Actor } from '../../../platform/actor.ts'
import { inScope } from '../../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../../platform/http/context.ts'
import { formFields } from '../../../platform/http/form.ts'
import { type PageOptions, page } from '../../../platform/http/page.tsx'
import { notFound } from '../../../platform/http/refusal.ts'
import { formatInstant, formatNumber } from '../../../platform/i18n/index.ts'
import type { Tone } from '../../../ui/index.ts'
import { isFrozen, runs } from '../run/access.ts'
import { classHere, idOf } from '../run/class.ts'
import { type RunClass, runClassById, takesPart } from '../run/store.ts'
import { type Session, sessionById } from '../timetable/store.ts'
import * as actions from './actions.ts'
import { codeHolds, plainCode, sessionOfToken, ticketHolds, ticketOf, tokenOf, tokenState } from './code.ts'
import { messages } from './messages.ts'
import { AnswerPage, CheckInPage, CodePage } from './pages/check-in.tsx'
import { whenOf } from './present.ts'
import { checkInTime, opening, type Point, windowAt } from './rules/check-in.ts'
import * as store from './store.ts'

type Person = Actor & { pegawaiId: number }
type Found = { cls: RunClass; session: Session; secret: string }

/** What one does oneself: check in with the code of the room, or come in through the link of a meeting. */
export function checkInRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]
  const isPerson = (actor: Actor): actor is Person => actor.pegawaiId !== null
  const self = (actor: Person) => ({ kind: 'people' as const, people: [actor.pegawaiId] })

  const answer = (c: Ctx, title: string, words: string, tone: Tone, at: Found | null, status: PageOptions['status'] = 422) =>
    page(
      c,
      { title, status },
      AnswerPage({
        title,
        words,
        tone,
        className: at && `${at.cls.title}, ${at.cls.name}`,
        back: at
          ? { href: `/kelas/${at.cls.id}/jadwal`, label: m(c).toTimetableMine }
          : { href: '/hadir', label: m(c).codeTitle },
      }),
    )
  const refuse = (c: Ctx, words: string, at: Found | null, status: PageOptions['status'] = 422) =>
    answer(c, m(c).refusedTitle, words, 'warn', at, status)

  /** Whom to ask, in words. */
  const askOf = (c: Ctx, { cls, session }: Pick<Found, 'cls' | 'session'>) => {
    const organiser = m(c).organiser(cls.provider.name)
    const trainers = session.trainers.map(one => one.name).join(', ')
    return trainers ? m(c).trainerOr(trainers, organiser) : organiser
  }

  const codePage = async (c: Ctx, typed: string, error?: string) => {
    const actor = actorOf(c)
    const now = services.clock.now()
    const mine = isPerson(actor)
      ? await inScope(services.db, self(actor), tx => store.sessionsNow(tx, actor.pegawaiId, around(now)))
      : []
    return page(
      c,
      { title: m(c).codeTitle, status: error ? 422 : 200 },
      CodePage({ m: m(c), typed, error, none: mine.length === 0 }),
    )
  }

  app.get('/hadir', c => codePage(c, ''))
  app.post('/hadir', async c => {
    const actor = actorOf(c)
    const typed = (await formFields(c))('kode').slice(0, 12)
    if (!isPerson(actor)) return codePage(c, typed, m(c).noPerson)
    const now = services.clock.now()
    const mine = await inScope(services.db, self(actor), tx => store.sessionsNow(tx, actor.pegawaiId, around(now)))
    const found = mine.find(one => one.secret !== null && codeHolds(one.secret, one.id, plainCode(typed), now))
    if (!found) return codePage(c, typed, m(c).codeWrong)
    return c.redirect(`/hadir/${tokenOf(found.secret!, found.id, windowAt(now))}`, 303)
  })

  const foundBy = async (token: string): Promise<Found | null> => {
    const sessionId = sessionOfToken(token)
    const classId = sessionId === null ? null : await store.classOfSession(services.db, sessionId)
    const cls = classId === null ? null : await runClassById(services.db, classId)
    const session = cls && (await sessionById(services.db, cls.id, sessionId!))
    return cls?.secret && session ? { cls, session, secret: cls.secret } : null
  }

  /** Why this person may not check in here now, as a page; null where it may. */
  const barrier = async (c: Ctx, actor: Person, at: Found): Promise<Response | null> => {
    const language = c.get('language')
    const { cls, session } = at
    const part = await inScope(services.db, self(actor), async tx => ({
      enrolled: await takesPart(tx, cls.id, actor.pegawaiId),
      mark: await store.markOf(tx, actor.pegawaiId, session.id),
    }))
    if (!part.enrolled) return refuse(c, m(c).notEnrolled(askOf(c, at)), null)
    if (part.mark && part.mark.state !== 'menunggu') {
      const when = formatInstant(part.mark.at, language, cls.timeZone)
      return answer(c, m(c).alreadyTitle, m(c).already(m(c).states[part.mark.state], when, part.mark.byName), 'info', at, 200)
    }
    if (isFrozen(cls)) return refuse(c, m(c).closed(askOf(c, at)), at, 409)
    const time = checkInTime(session, services.clock.now())
    if (time === 'early') return refuse(c, m(c).early(formatInstant(opening(session).from, language, cls.timeZone)), at)
    return time === 'over' ? refuse(c, m(c).over(askOf(c, at)), at) : null
  }

  /** Who scanned which code, where they may check in; else the page that says why not. */
  const scanned = async (c: Ctx, token: string, now: Date) => {
    const actor = actorOf(c)
    if (!isPerson(actor)) return refuse(c, m(c).noPerson, null)
    const at = await foundBy(token)
    const state = at ? tokenState(at.secret, token, now) : 'false'
    if (!at || state === 'false') return refuse(c, m(c).wrong, null, 404)
    return (await barrier(c, actor, at)) ?? { actor, at, state }
  }

  app.get('/hadir/:token', async c => {
    const token = c.req.param('token')
    const now = services.clock.now()
    const scan = await scanned(c, token, now)
    if (scan instanceof Response) return scan
    const { actor, at, state } = scan
    if (state === 'old') return refuse(c, m(c).old, null)
    c.header('Permissions-Policy', 'camera=(), geolocation=(self), microphone=()')
    return page(
      c,
      { title: m(c).checkInTitle },
      CheckInPage({
        m: m(c),
        session: {
          title: at.session.title,
          className: `${at.cls.title}, ${at.cls.name}`,
          when: whenOf(at.session, at.cls.timeZone, c.get('language')),
        },
        action: `/hadir/${token}`,
        ticket: ticketOf(at.secret, at.session.id, actor.pegawaiId, now),
        asksPlace: at.session.radius !== null,
      }),
    )
  })

  app.post('/hadir/:token', async c => {
    const token = c.req.param('token')
    const now = services.clock.now()
    const scan = await scanned(c, token, now)
    if (scan instanceof Response) return scan
    const { actor, at, state } = scan
    const field = await formFields(c)
    const holds = state === 'holds' || ticketHolds(at.secret, field('tiket'), at.session.id, actor.pegawaiId, now)
    if (!holds) return refuse(c, m(c).old, null)
    const runsIt = runs(actor, at.cls)
    const done = await actions.checkIn(services, actor, at.session, deviceOf(field), 'kode', runsIt)
    const when = formatInstant(now, c.get('language'), at.cls.timeZone)
    if (done === 'hadir') return answer(c, m(c).doneTitle, m(c).done(at.session.title, when), 'ok', at, 200)
    return answer(c, m(c).waitTitle, runsIt ? m(c).waitOwn : m(c).wait, 'info', at, 200)
  })

  app.get('/kelas/:id{[0-9]{1,9}}/temu/:session{[0-9]{1,9}}', async c => {
    // A browser that loads ahead has nobody who came.
    if (c.req.header('sec-purpose')?.includes('prefetch')) return c.body(null, 503)
    const { cls, as } = await classHere(services, c)
    const session = await sessionById(services.db, cls.id, idOf(c, 'session'))
    if (!session) throw notFound()
    const at: Found = { cls, session, secret: '' }
    if (session.meetingUrl === null) return refuse(c, m(c).joinNone, at, 404)
    const actor = actorOf(c)
    // Who holds the class comes in, and is no participant.
    if (as === 'holder' || !isPerson(actor)) return c.redirect(session.meetingUrl, 302)
    const time = checkInTime(session, services.clock.now())
    if (time === 'over' || isFrozen(cls)) return refuse(c, m(c).joinOver(askOf(c, at)), at, 409)
    if (time === 'early')
      return refuse(c, m(c).joinEarly(formatInstant(opening(session).from, c.get('language'), cls.timeZone)), at, 409)
    if (await actions.meetingFull(services, session, actor.pegawaiId))
      return refuse(c, m(c).full(formatNumber(session.meetingCapacity!, c.get('language')), askOf(c, at)), at, 409)
    await actions.checkIn(services, actor, session, null, 'daring')
    return c.redirect(session.meetingUrl, 302)
  })

  return app
}

const quarter = 15 * 60_000
/** Sessions whose check-in may be open: those that end after, and begin before. */
const around = (now: Date) => ({ from: new Date(now.getTime() - quarter), until: new Date(now.getTime() + 2 * quarter) })

/** Where the device says it is; null where it does not, or names no place on earth. */
function deviceOf(field: (name: string) => string): Point | null {
  const [latitude, longitude] = [field('lintang'), field('bujur')].map(text =>
    /^-?\d{1,3}(\.\d{1,17})?$/.test(text) ? Number(text) : null,
  )
  if (latitude == null || longitude == null || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null
  return { latitude, longitude }
}
