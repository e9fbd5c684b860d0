import { Hono } from 'hono'
import { asCommunity } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { keptFile } from '../../platform/http/download.ts'
import { flash } from '../../platform/http/flash.ts'
import { formIds } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { notFound } from '../../platform/http/refusal.ts'
import { formatDate, formatNumber } from '../../platform/i18n/index.ts'
import { makePdf } from '../../platform/pdf/index.ts'
import * as actions from './actions.ts'
import { attendanceList } from './attendance-list.ts'
import { leadHere, memberHere } from './here.ts'
import { communityMessages } from './messages.ts'
import { MeetingPage } from './pages/meeting.tsx'
import { meetingState, wasMember } from './rules/community.ts'
import { membersOf } from './store/community.ts'
import { attendeesOf, meetingById } from './store/meeting.ts'

/** `/komunitas/:id/pertemuan/:meeting`: one meeting, the list to sign, and who was there. */
export function meetingRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => communityMessages[c.get('language')]
  const path = '/komunitas/:id{[0-9]{1,9}}/pertemuan/:meeting{[0-9]{1,9}}'

  const meetingHere = async (c: Ctx) => {
    const here = await memberHere(c, services)
    const meeting = await meetingById(services.db, here.community.id, Number(c.req.param('meeting')))
    if (!meeting) throw notFound()
    return { ...here, meeting }
  }

  app.get(path, async c => {
    const language = c.get('language')
    const { community: one, me, meeting } = await meetingHere(c)
    const state = meetingState(meeting, services.clock.today(one.timeZone))
    const mayClose = me.leads && state === 'due'
    const rows = await asCommunity(services.db, one.id, async tx => {
      if (meeting.closed) return attendeesOf(tx, meeting.id)
      return mayClose ? (await membersOf(tx, one.id)).filter(row => wasMember(row, meeting)) : []
    })
    return page(
      c,
      { title: meeting.title, breadcrumb: [{ href: `/komunitas/${one.id}`, label: one.name }] },
      MeetingPage({
        m: m(c),
        action: `/komunitas/${one.id}/pertemuan/${meeting.id}`,
        title: meeting.title,
        community: one.name,
        on: formatDate(meeting.on, language),
        minutes: formatNumber(meeting.minutes, language),
        place: meeting.place,
        state,
        listHref: me.leads && !meeting.closed ? `/komunitas/${one.id}/pertemuan/${meeting.id}/daftar-hadir.pdf` : null,
        mayClose,
        present: m(c).present(formatNumber(rows.length, language)),
        rows: rows.map(row => ({ id: row.pegawaiId, name: row.name, unit: row.unit })),
      }),
    )
  })

  app.post(path, async c => {
    const { community } = await leadHere(c, services)
    const done = await actions.closeMeeting(
      services,
      actorOf(c),
      community,
      Number(c.req.param('meeting')),
      await formIds(c, 'hadir'),
    )
    flash(c, done === 'done' ? 'ok' : 'warn', m(c).closes[done])
    return c.redirect(`/komunitas/${community.id}/pertemuan/${c.req.param('meeting')}`, 303)
  })

  app.get(`${path}/daftar-hadir.pdf`, async c => {
    const { community } = await leadHere(c, services)
    const meeting = await meetingById(services.db, community.id, Number(c.req.param('meeting')))
    if (!meeting || meeting.closed) throw notFound()
    const members = await asCommunity(services.db, community.id, tx => membersOf(tx, community.id))
    const bytes = await makePdf(attendanceList(community, meeting, members, services.clock.now()))
    return keptFile(c, { bytes, format: 'pdf', name: `daftar-hadir-${meeting.on}.pdf` })
  })

  return app
}
