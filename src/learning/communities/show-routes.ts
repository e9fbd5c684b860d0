import { Hono } from 'hono'
import { dateIn } from '../../platform/clock.ts'
import { asCommunity } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields, pageNumber } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { formatDate, formatNumber } from '../../platform/i18n/index.ts'
import { typedDay } from '../rules/day.ts'
import * as actions from './actions.ts'
import { communityHere, type Here, leadHere, memberHere, selfOf } from './here.ts'
import { communityMessages } from './messages.ts'
import { CommunityPage } from './pages/show.tsx'
import { meetingFlaws, meetingState, topicFlaws } from './rules/community.ts'
import { meetingsOf } from './store/meeting.ts'
import { listTopics, type TopicKind } from './store/topic.ts'

const size = 20
type Typed = { title: string; body: string; kind: TopicKind; event: string; on: string; minutes: string; place: string }
type Errors = { field: string; message: string }[]
const blank: Typed = { title: '', body: '', kind: 'tanya', event: '', on: '', minutes: '', place: '' }
const topicField = { title: 'judul', body: 'isi' } as const
const meetingField = { title: 'acara', day: 'tanggal', minutes: 'menit', place: 'tempat' } as const

/** `/komunitas/:id`: one community: its topics and meetings. */
export function communityShowRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => communityMessages[c.get('language')]
  const path = '/komunitas/:id{[0-9]{1,9}}'
  const back = (c: Ctx) => c.redirect(`/komunitas/${c.req.param('id')}`, 303)

  const show = async (c: Ctx, { community: one, members, me }: Here, typed: Typed, errors: Errors) => {
    const language = c.get('language')
    const t = m(c)
    const number = (n: number) => formatNumber(n, language)
    const n = pageNumber(c)
    const topics = me
      ? await asCommunity(services.db, one.id, tx => listTopics(tx, one.id, { offset: (n - 1) * size, limit: size }))
      : []
    const meetings = me ? await meetingsOf(services.db, one.id) : []
    return page(
      c,
      { title: one.name, breadcrumb: [{ href: '/komunitas', label: t.title }], status: errors.length > 0 ? 422 : 200 },
      CommunityPage({
        m: t,
        id: one.id,
        name: one.name,
        about: one.about,
        by: one.instansi,
        members: t.memberCount(number(members)),
        isMember: me !== null,
        mayJoin: me === null && actorOf(c).pegawaiId !== null,
        leads: me?.leads ?? false,
        topics: topics.map(topic => ({
          id: topic.id,
          title: topic.title,
          kind: t.kinds[topic.kind],
          author: topic.author,
          at: formatDate(dateIn(topic.madeAt, one.timeZone), language),
          replies: number(topic.replies),
          state: topic.kind === 'bahasan' ? null : topic.answered,
        })),
        meetings: meetings.map(meeting => ({
          id: meeting.id,
          title: meeting.title,
          on: formatDate(meeting.on, language),
          minutes: number(meeting.minutes),
          place: meeting.place,
          state: meetingState(meeting, services.clock.today(one.timeZone)),
        })),
        typed,
        errors,
        pager: pagerOf(c, n, size, topics[0]?.found ?? 0),
      }),
    )
  }

  app.get(path, async c => show(c, await communityHere(c, services), blank, []))

  app.post(`${path}/gabung`, async c => {
    const { community } = await communityHere(c, services)
    const self = await selfOf(c, services)
    await actions.join(services, actorOf(c), community, self.pegawaiId)
    flash(c, 'ok', m(c).joinedNow)
    return back(c)
  })

  app.post(`${path}/keluar`, async c => {
    const { community, me } = await memberHere(c, services)
    const left = await actions.leave(services, actorOf(c), community, me.pegawaiId)
    flash(c, left ? 'ok' : 'warn', left ? m(c).leftNow : m(c).lastLead)
    return back(c)
  })

  app.post(`${path}/topik`, async c => {
    const here = await memberHere(c, services)
    const field = await formFields(c)
    const kind: TopicKind = field('jenis') === 'bahasan' ? 'bahasan' : 'tanya'
    const typed = { ...blank, title: field('judul'), body: field('isi'), kind }
    const flaws = topicFlaws(typed)
    if (flaws.length > 0)
      return show(
        c,
        here,
        typed,
        flaws.map(flaw => ({ field: topicField[flaw], message: m(c).topicFlaws[flaw] })),
      )
    const self = await selfOf(c, services)
    const id = await actions.openTopic(services, actorOf(c), here.community, self, { kind, title: typed.title, body: typed.body })
    flash(c, 'ok', m(c).topicOpened)
    return c.redirect(`/komunitas/${here.community.id}/topik/${id}`, 303)
  })

  app.post(`${path}/pertemuan`, async c => {
    const here = await leadHere(c, services)
    const field = await formFields(c)
    const typed = { ...blank, event: field('acara'), on: field('tanggal'), minutes: field('menit'), place: field('tempat') }
    const values = {
      title: typed.event,
      on: typedDay(typed.on),
      minutes: /^\d{1,3}$/.test(typed.minutes) ? Number(typed.minutes) : null,
      place: typed.place,
    }
    const flaws = meetingFlaws(values)
    if (flaws.length > 0)
      return show(
        c,
        here,
        typed,
        flaws.map(flaw => ({ field: meetingField[flaw], message: m(c).meetingFlaws[flaw] })),
      )
    await actions.callMeeting(services, actorOf(c), here.community, { ...values, on: values.on!, minutes: values.minutes! })
    flash(c, 'ok', m(c).meetingCalled)
    return back(c)
  })

  return app
}
