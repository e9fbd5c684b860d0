import { Hono } from 'hono'
import { audit } from '../../../platform/audit/index.ts'
import { asClass } from '../../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../../platform/http/context.ts'
import { keptFile, spreadsheet } from '../../../platform/http/download.ts'
import { flash } from '../../../platform/http/flash.ts'
import { formFields, sought } from '../../../platform/http/form.ts'
import { page } from '../../../platform/http/page.tsx'
import { notFound } from '../../../platform/http/refusal.ts'
import { formatInstant, formatNumber, formatShare } from '../../../platform/i18n/index.ts'
import { makePdf } from '../../../platform/pdf/index.ts'
import { writeWorkbook } from '../../../platform/sheet/index.ts'
import { ButtonLink } from '../../../ui/index.ts'
import { storedPass } from '../../rules/pass.ts'
import { isFrozen } from '../run/access.ts'
import { heldClass, idOf, notFrozen } from '../run/class.ts'
import { classPage } from '../run/frame.tsx'
import { participantsOf, type RunClass } from '../run/store.ts'
import { type Session, sessionById, sessionsOf } from '../timetable/store.ts'
import * as actions from './actions.ts'
import { shortCode, tokenOf } from './code.ts'
import { messages } from './messages.ts'
import { AttendancePage } from './pages/overview.tsx'
import { ScreenPage } from './pages/screen.tsx'
import { SessionAttendancePage } from './pages/session.tsx'
import { attendanceSheet, markRows, nearSessions, personRows, sessionRows, signedList, whenOf } from './present.ts'
import { qrPath } from './qr.ts'
import { checkInTime, opening, secondsLeft, windowAt } from './rules/check-in.ts'
import { markStates, readTypedList } from './rules/typed-list.ts'
import * as store from './store.ts'

type Refused = { reason: string; typed: Map<number, string>; errors: { field: string; message: string }[] }
type BadList = { text: string; reason: string; title: string; errors: string[] }

/** Attendance as who holds the class sees and marks it, and the screen of the room. */
export function attendanceRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  const sessionHere = async (c: Ctx, cls: RunClass): Promise<Session> => {
    const session = await sessionById(services.db, cls.id, idOf(c, 'session'))
    if (!session) throw notFound()
    return session
  }

  app.get('/kelas/:id{[0-9]{1,9}}/hadir', async c => {
    const cls = await heldClass(services, c)
    const language = c.get('language')
    const now = services.clock.now()
    const sessions = await sessionsOf(services.db, cls.id)
    const { people, counts, attended } = await asClass(services.db, cls.id, async tx => ({
      people: await participantsOf(tx, cls.id),
      counts: await store.countsBySession(tx, cls.id),
      attended: await store.attendedOf(tx, cls.id, now),
    }))
    const rows = sessionRows(sessions, counts, people.length, cls, now, language)
    const open = rows.filter(row => row.open).length
    const held = attended.reduce((sum, one) => sum + one.held, 0)
    const there = attended.reduce((sum, one) => sum + one.attended, 0)
    const percent = storedPass(cls.pass).attendance
    const values = {
      q: sought(c),
      saring: c.req.query('saring') ?? '',
      urut: c.req.query('urut') ?? '',
    }
    const all = personRows(people, attended, percent, language, m(c))
    const found = all.filter(
      row =>
        (values.saring !== 'kurang' || row.decided !== 'enough') &&
        `${row.name} ${row.nip.replaceAll(' ', '')}`.toLowerCase().includes(values.q.toLowerCase()),
    )
    const shown = values.urut === 'bagian' ? found.toSorted((a, b) => a.sort - b.sort) : found
    return classPage(
      c,
      cls,
      {
        tab: 'attendance',
        as: 'holder',
        actions:
          sessions.length > 0
            ? ButtonLink({ href: `/kelas/${cls.id}/hadir.xlsx`, icon: 'download', download: true, children: m(c).export })
            : null,
      },
      AttendancePage({
        m: m(c),
        figure:
          held === 0
            ? { value: '–', sentence: m(c).figureNone, tone: 'neutral' }
            : {
                value: formatShare(there / held, language),
                sentence: open > 0 ? m(c).figureOpen(formatNumber(open, language)) : m(c).figureDone,
                tone: open > 0 ? 'warn' : 'ok',
              },
        timetableHref: `/kelas/${cls.id}/jadwal`,
        sessions: nearSessions(rows),
        all: rows,
        sessionHref: id => `/kelas/${cls.id}/hadir/${id}`,
        action: `/kelas/${cls.id}/hadir#peserta`,
        people: shown,
        peopleLead: percent === null ? m(c).byPersonFree : m(c).byPersonLead(`${percent} %`),
        filtered: all.length > 0,
        values,
      }),
    )
  })

  app.get('/kelas/:id{[0-9]{1,9}}/hadir.xlsx', async c => {
    const cls = await heldClass(services, c)
    const sessions = await sessionsOf(services.db, cls.id)
    const now = services.clock.now()
    const sheet = await asClass(services.db, cls.id, async tx => {
      const people = await participantsOf(tx, cls.id)
      await audit(tx, actorOf(c).accountId, now, {
        verb: 'export_attendance',
        subject: `class:${cls.id}`,
        instansiId: cls.provider.instansiId,
        rows: people.length,
      })
      const marks = await store.marksOfClass(tx, cls.id)
      return attendanceSheet(people, sessions, marks, await store.attendedOf(tx, cls.id, now), cls, m(c))
    })
    return spreadsheet(c, await writeWorkbook([sheet]), `hadir-kelas-${cls.id}`, services.clock.today(cls.timeZone))
  })

  const sessionPage = async (c: Ctx, cls: RunClass, session: Session, refused: Refused | null, badList: BadList | null) => {
    const language = c.get('language')
    const number = (value: number) => formatNumber(value, language)
    const now = services.clock.now()
    const { people, marks } = await asClass(services.db, cls.id, async tx => ({
      people: await participantsOf(tx, cls.id),
      marks: await store.marksOf(tx, session.id),
    }))
    const time = checkInTime(session, now)
    const waiting = marks.filter(one => one.state === 'menunggu').length
    const unmarked = people.length - marks.length
    const present = marks.filter(one => one.state === 'hadir').length
    const words = m(c)
    const home = `/kelas/${cls.id}/hadir/${session.id}`
    return classPage(
      c,
      cls,
      { tab: 'attendance', as: 'holder', status: refused || badList ? 422 : 200 },
      SessionAttendancePage({
        m: words,
        title: session.title,
        when: whenOf(session, cls.timeZone, language),
        figure: {
          value: number(present),
          sentence: [
            words.past(number(present), number(people.length)),
            ...(waiting > 0 ? [words.waitingSome(number(waiting))] : []),
            unmarked > 0 ? words.unmarkedSome(number(unmarked)) : words.allMarked,
          ].join(' '),
          tone: time === 'early' ? 'neutral' : unmarked + waiting > 0 ? 'warn' : 'ok',
        },
        rows: markRows(people, marks, session, cls, language, words, refused?.typed ?? new Map()),
        action: home,
        screenHref: time === 'over' || isFrozen(cls) ? null : `${home}/layar`,
        printHref: `${home}/daftar.pdf`,
        editable: time !== 'early' && !isFrozen(cls),
        note: time === 'early' ? words.tooEarly(formatInstant(opening(session).from, language, cls.timeZone)) : null,
        unmarked,
        waiting: waiting > 0 ? words.confirm(number(waiting)) : null,
        reason: refused?.reason ?? '',
        typed: badList?.text ?? '',
        listReason: badList?.reason ?? '',
        errors: refused?.errors ?? [],
        listErrors: badList && { title: badList.title, errors: badList.errors },
      }),
    )
  }

  app.get('/kelas/:id{[0-9]{1,9}}/hadir/:session{[0-9]{1,9}}', async c => {
    const cls = await heldClass(services, c)
    return sessionPage(c, cls, await sessionHere(c, cls), null, null)
  })

  app.post('/kelas/:id{[0-9]{1,9}}/hadir/:session{[0-9]{1,9}}', async c => {
    const cls = await heldClass(services, c)
    const session = await sessionHere(c, cls)
    notFrozen(cls)
    const field = await formFields(c)
    const words = m(c)
    const { people, marks } = await asClass(services.db, cls.id, async tx => ({
      people: await participantsOf(tx, cls.id),
      marks: await store.marksOf(tx, session.id),
    }))
    const before = new Map(marks.map(one => [one.pegawaiId, one.state]))
    const rest = field('semua')
    const chosen = people.flatMap(({ pegawaiId }) => {
      const said = markStates.find(one => one === field(`h_${pegawaiId}`))
      if (said) return [{ pegawaiId, state: said }]
      const was = before.get(pegawaiId)
      if (rest === 'konfirmasi' && was === 'menunggu') return [{ pegawaiId, state: 'hadir' as const }]
      const all = rest === 'hadir' || rest === 'alpa' ? rest : null
      return all && was === undefined ? [{ pegawaiId, state: all as 'hadir' | 'alpa' }] : []
    })
    const typed = new Map(chosen.map(one => [one.pegawaiId, one.state as string]))
    const reason = field('alasan').slice(0, 300)
    const refuse = (name: string, message: string) =>
      sessionPage(c, cls, session, { reason, typed, errors: [{ field: name, message }] }, null)
    if (checkInTime(session, services.clock.now()) === 'early')
      return refuse('alasan', words.tooEarly(formatInstant(opening(session).from, c.get('language'), cls.timeZone)))
    const marked = await actions.markSession(services, actorOf(c), cls, session, chosen, 'manual', reason)
    if (!marked.ok) return refuse('alasan', words.reasonMissing)
    flash(
      c,
      marked.marked > 0 ? 'ok' : 'info',
      marked.marked > 0 ? words.saved(formatNumber(marked.marked, c.get('language'))) : words.nothing,
    )
    return c.redirect(`/kelas/${cls.id}/hadir/${session.id}`, 303)
  })

  app.post('/kelas/:id{[0-9]{1,9}}/hadir/:session{[0-9]{1,9}}/daftar', async c => {
    const cls = await heldClass(services, c)
    const session = await sessionHere(c, cls)
    notFrozen(cls)
    const field = await formFields(c)
    const words = m(c)
    const [text, reason] = [field('daftar').slice(0, 40_000), field('alasan_daftar').slice(0, 300)]
    const people = await asClass(services.db, cls.id, tx => participantsOf(tx, cls.id))
    const { marks, bad } = readTypedList(text, people)
    const refuse = (kept: string, errors: string[], title = words.errorTitle) =>
      sessionPage(c, cls, session, null, { text: kept, reason, title, errors })
    if (marks.length === 0 && bad.length === 0) return refuse(text, [words.listEmpty])
    if (checkInTime(session, services.clock.now()) === 'early')
      return refuse(text, [words.tooEarly(formatInstant(opening(session).from, c.get('language'), cls.timeZone))])
    const marked = await actions.markSession(services, actorOf(c), cls, session, marks, 'daftar', reason)
    if (!marked.ok) return refuse(text, [words.reasonMissing])
    const people_ = formatNumber(marked.marked, c.get('language'))
    if (bad.length > 0)
      return refuse(
        bad.map(one => one.text).join('\n'),
        bad.map(one => words.bad[one.why](one.text)),
        words.listBad(people_),
      )
    flash(c, 'ok', words.saved(people_))
    return c.redirect(`/kelas/${cls.id}/hadir/${session.id}`, 303)
  })

  app.get('/kelas/:id{[0-9]{1,9}}/hadir/:session{[0-9]{1,9}}/daftar.pdf', async c => {
    const cls = await heldClass(services, c)
    const session = await sessionHere(c, cls)
    const { people, marks } = await asClass(services.db, cls.id, async tx => ({
      people: await participantsOf(tx, cls.id),
      marks: await store.marksOf(tx, session.id),
    }))
    const document = signedList(people, marks, session, cls, services.clock.now(), c.get('language'), m(c))
    return keptFile(c, { bytes: await makePdf(document), format: 'pdf', name: `daftar-hadir-${session.id}.pdf` })
  })

  app.get('/kelas/:id{[0-9]{1,9}}/hadir/:session{[0-9]{1,9}}/layar', async c => {
    const cls = await heldClass(services, c)
    const session = await sessionHere(c, cls)
    const language = c.get('language')
    const now = services.clock.now()
    const time = checkInTime(session, now)
    const open = time === 'open' && !isFrozen(cls)
    const { people, marks } = await asClass(services.db, cls.id, async tx => ({
      people: (await participantsOf(tx, cls.id)).length,
      marks: await store.marksOf(tx, session.id),
    }))
    const base = services.config.publicUrl ?? new URL(c.req.url).origin
    const secret = await actions.secretOf(services, cls)
    const window = windowAt(now)
    // The header works without JavaScript, and the code is never older than its window.
    if (time !== 'over') c.header('Refresh', String(open ? secondsLeft(now) : 60))
    c.set('frame', { ...c.get('frame'), user: null })
    return page(
      c,
      { title: `${m(c).screenTitle} · ${session.title}` },
      ScreenPage({
        m: m(c),
        title: session.title,
        when: `${cls.title}, ${cls.name}. ${whenOf(session, cls.timeZone, language)}`,
        backHref: `/kelas/${cls.id}/hadir/${session.id}`,
        code: open
          ? {
              ...qrPath(`${base}/hadir/${tokenOf(secret, session.id, window)}`),
              address: `${base.replace(/^https?:\/\//, '')}/hadir`,
              short: shortCode(secret, session.id, window).replace(/^(.{3})/, '$1 '),
            }
          : null,
        closed:
          time === 'early' ? m(c).screenEarly(formatInstant(opening(session).from, language, cls.timeZone)) : m(c).screenOver,
        count: m(c).screenCount(
          formatNumber(marks.filter(one => one.state === 'hadir').length, language),
          formatNumber(people, language),
        ),
      }),
    )
  })

  return app
}
