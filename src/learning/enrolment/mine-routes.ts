import { Hono } from 'hono'
import { dateIn } from '../../platform/clock.ts'
import { asJob, inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { forbidden, notFound } from '../../platform/http/refusal.ts'
import { formatInstant, formatNumber } from '../../platform/i18n/index.ts'
import { datesInWords } from '../classes/class-cells.ts'
import { patternLabels } from '../classes/labels.ts'
import { messages as classMessages } from '../classes/messages.ts'
import { learnerTabs } from '../tabs.ts'
import { ownEnrolments } from './access.ts'
import * as actions from './actions.ts'
import { enrolmentStateLabels, enrolmentStateTones } from './labels.ts'
import { type Messages, messages } from './messages.ts'
import { MinePage, OwnPage } from './pages/mine.tsx'
import { mayWithdraw, nextToDecide } from './rules/enrol.ts'
import { type EnrolmentEvent, enrolmentOf, enrolmentsOf, type OwnEnrolment, placesOf } from './store/read.ts'

type One = OwnEnrolment & { events: EnrolmentEvent[] }

/** What a request waits for, or the place in the queue. */
export function nextWords(one: OwnEnrolment, place: string | null, m: Messages): string | null {
  if (one.state === 'waiting') return place === null ? null : m.placeInQueue(place)
  if (one.state !== 'requested') return null
  return nextToDecide(one.instansiFirst, one.endorsed) === 'instansi' ? m.nextInstansi : m.nextOrganiser
}

/** What somebody gives up by withdrawing. */
const withdrawn = (one: OwnEnrolment) =>
  one.state === 'waiting' ? 'waiting' : one.state !== 'enrolled' ? 'asked' : one.startsOn === null ? 'alone' : 'seat'

/** A person's own enrolments. */
export function mineRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]
  /** @throws Refusal 403 for an account that belongs to no person */
  const me = (c: Ctx): number => {
    const { pegawaiId } = actorOf(c)
    if (pegawaiId === null) throw forbidden()
    return pegawaiId
  }
  const badge = (c: Ctx, one: OwnEnrolment) => ({
    label: enrolmentStateLabels[c.get('language')][one.state],
    tone: enrolmentStateTones[one.state],
  })
  const placesIn = async (pegawaiId: number, rows: readonly OwnEnrolment[]) => {
    const classIds = rows.filter(row => row.state === 'waiting').map(row => row.classId)
    return classIds.length === 0 ? new Map<number, number>() : asJob(services.db, tx => placesOf(tx, pegawaiId, classIds))
  }

  app.get('/belajar/pendaftaran', async c => {
    const language = c.get('language')
    const pegawaiId = me(c)
    const rows = await inScope(services.db, ownEnrolments(actorOf(c)), tx => enrolmentsOf(tx, pegawaiId))
    const places = await placesIn(pegawaiId, rows)
    const count = (n: number) => formatNumber(n, language)
    const current = rows.filter(row => row.state === 'enrolled')
    const ahead = current
      .filter(row => row.endsOn !== null && row.endsOn >= services.clock.today(row.timeZone))
      .sort((a, b) => (a.startsOn! < b.startsOn! ? -1 : 1))[0]
    return page(
      c,
      { title: m(c).mine, wide: true, breadcrumb: [] },
      MinePage({
        m: m(c),
        tabs: learnerTabs(language, '/belajar'),
        figure: {
          value: count(current.length),
          sentence: ahead ? m(c).mineNext(ahead.title, datesInWords(ahead, language)) : m(c).mineNothingNext,
        },
        rows: rows.map(row => {
          const place = places.get(row.classId)
          return {
            id: row.classId,
            title: row.title,
            name: `${row.name} · ${patternLabels[language][row.pattern]}`,
            dates: datesInWords(row, language),
            state: badge(c, row),
            next: nextWords(row, place === undefined ? null : count(place), m(c)),
          }
        }),
      }),
    )
  })

  const ownHere = async (c: Ctx): Promise<One> => {
    const pegawaiId = me(c)
    const classId = Number(c.req.param('id'))
    const one = await inScope(services.db, ownEnrolments(actorOf(c)), tx => enrolmentOf(tx, pegawaiId, classId))
    if (!one) throw notFound()
    return one
  }

  const ownPage = async (c: Ctx, one: One, why: string, error: string | undefined) => {
    const language = c.get('language')
    const mc = classMessages[language]
    const place = (await placesIn(one.pegawaiId, [one])).get(one.classId)
    const today = dateIn(services.clock.now(), one.timeZone)
    const isOpen = mayWithdraw(one.state, { state: one.classState, startsOn: one.startsOn }, today)
    const count = (n: number) => formatNumber(n, language)
    return page(
      c,
      { title: one.title, breadcrumb: [{ href: '/belajar/pendaftaran', label: m(c).mine }], status: error ? 422 : 200 },
      OwnPage({
        m: m(c),
        id: one.classId,
        title: one.title,
        name: one.name,
        learns: ['enrolled', 'completed', 'failed'].includes(one.state) && !['draft', 'cancelled'].includes(one.classState),
        state: badge(c, one),
        next: nextWords(one, place === undefined ? null : count(place), m(c)),
        facts: [
          { label: mc.dates, value: datesInWords(one, language) },
          { label: mc.provider, value: one.provider },
          ...(one.place ? [{ label: mc.place, value: one.place }] : []),
          { label: mc.jp, value: count(one.jp) },
        ],
        events: one.events.map(event =>
          m(c).eventBy(
            m(c).events[event.kind] ?? event.kind,
            event.kind === 'asked' ? null : event.by,
            formatInstant(new Date(event.at), language, one.timeZone),
          ),
        ),
        reason: one.reason,
        withdraw: isOpen ? { lead: m(c).withdrawLeads[withdrawn(one)], why, error } : null,
      }),
    )
  }

  app.get('/belajar/pendaftaran/:id{[0-9]{1,9}}', async c => ownPage(c, await ownHere(c), '', undefined))

  app.post('/belajar/pendaftaran/:id{[0-9]{1,9}}/mundur', async c => {
    const one = await ownHere(c)
    const why = (await formFields(c))('alasan')
    if (why.length < 5) return ownPage(c, one, why, m(c).whyMissing)
    if (why.length > 500) return ownPage(c, one, why, m(c).whyLong)
    const done = await actions.withdrawOwn(services, actorOf(c), one.classId, why)
    flash(c, done ? 'ok' : 'warn', done ? m(c).withdrawn : m(c).withdrawLate)
    return c.redirect(`/belajar/pendaftaran/${one.classId}`, 303)
  })

  return app
}
