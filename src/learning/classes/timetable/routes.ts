import { Hono } from 'hono'
import { asClass } from '../../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../../platform/http/context.ts'
import { spreadsheet } from '../../../platform/http/download.ts'
import { flash } from '../../../platform/http/flash.ts'
import { formFields, formIds } from '../../../platform/http/form.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import { formatDate, formatNumber } from '../../../platform/i18n/index.ts'
import { writeWorkbook } from '../../../platform/sheet/index.ts'
import { jpMinutes } from '../../../regulation/index.ts'
import { typedDay } from '../../rules/day.ts'
import { isFrozen, organisesRun } from '../run/access.ts'
import { classHere, idOf, notFrozen, organisedClass } from '../run/class.ts'
import { classPage } from '../run/frame.tsx'
import { localOf } from '../run/rules/local-time.ts'
import type { RunClass } from '../run/store.ts'
import * as actions from './actions.ts'
import { blankSession, bookingErrors, type Errors, flawErrors, formOf, readSessionForm, sessionAfter } from './form.ts'
import { messages } from './messages.ts'
import { TimetableActions } from './pages/buttons.tsx'
import { SessionFormPage } from './pages/form.tsx'
import { TimetablePage } from './pages/list.tsx'
import { curriculumCells, dayGroups, figureOf, nextFigure, timetableSheet } from './present.ts'
import { planOf } from './rules/curriculum.ts'
import { readSession, type SessionFrame, type TypedSession } from './rules/session.ts'
import * as store from './store.ts'

/** When and where a class meets. */
export function timetableRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]
  const home = (cls: RunClass) => `/kelas/${cls.id}/jadwal`
  const noCopy = { from: '', to: '', reason: '', errors: [] as Errors }
  const noPattern = { from: '', bare: false, reason: '', errors: [] as Errors }

  const listPage = async (c: Ctx, cls: RunClass, as: 'holder' | 'participant', copy = noCopy, pattern = noPattern) => {
    const language = c.get('language')
    const sessions = await store.sessionsOf(services.db, cls.id)
    const plan = planOf(await store.subjectsOf(services.db, cls.versionId), sessions)
    const may = as === 'holder' && !isFrozen(cls) && organisesRun(actorOf(c), cls)
    const patterns = may && sessions.length === 0 ? await store.patternsFor(services.db, cls) : []
    return classPage(
      c,
      cls,
      {
        tab: 'timetable',
        as,
        status: copy.errors.length + pattern.errors.length > 0 ? 422 : 200,
        actions: TimetableActions({
          m: m(c),
          newHref: may ? `${home(cls)}/baru` : null,
          exportHref: sessions.length > 0 ? `/kelas/${cls.id}/jadwal.xlsx` : null,
        }),
      },
      TimetablePage({
        m: m(c),
        figure:
          as === 'participant' && sessions.length > 0
            ? nextFigure(sessions, cls, services.clock.now(), language, m(c))
            : figureOf(plan, language, m(c)),
        today: services.clock.today(cls.timeZone),
        days: dayGroups(sessions, cls, as, language, m(c)),
        curriculum: curriculumCells(plan, language, m(c)),
        edit: may
          ? { newHref: `${home(cls)}/baru`, copyAction: `${home(cls)}/salin`, days: { from: cls.startsOn!, until: cls.endsOn! } }
          : null,
        rowHref: may ? id => `${home(cls)}/${id}` : null,
        copy,
        pattern:
          patterns.length === 0
            ? null
            : {
                ...pattern,
                action: `${home(cls)}/salin-kelas`,
                options: patterns.map(one => ({
                  value: one.id,
                  label: m(c).patternOf(one.name, formatDate(one.startsOn, language), formatNumber(one.sessions, language)),
                })),
              },
        reader: as === 'participant',
      }),
    )
  }

  app.get('/kelas/:id{[0-9]{1,9}}/jadwal', async c => {
    const { cls, as } = await classHere(services, c)
    return listPage(c, cls, as)
  })

  app.get('/kelas/:id{[0-9]{1,9}}/jadwal.xlsx', async c => {
    const { cls } = await classHere(services, c)
    const sheet = timetableSheet(await store.sessionsOf(services.db, cls.id), cls, c.get('language'), m(c))
    return spreadsheet(c, await writeWorkbook([sheet]), `jadwal-kelas-${cls.id}`, services.clock.today(cls.timeZone))
  })

  const formPage = async (c: Ctx, cls: RunClass, id: number | null, values: TypedSession, reason: string, errors: Errors) => {
    const language = c.get('language')
    const { rooms, trainers } = await store.bookableFor(services.db, cls)
    const subjects = await store.subjectsOf(services.db, cls.versionId)
    const { value: minutes, verified } = jpMinutes.at(cls.startsOn!)
    return classPage(
      c,
      cls,
      { tab: 'timetable', as: 'holder', status: errors.length > 0 ? 422 : 200, wide: false },
      SessionFormPage({
        m: m(c),
        title: id === null ? m(c).newTitle : m(c).edit,
        action: id === null ? home(cls) : `${home(cls)}/${id}`,
        backHref: home(cls),
        removeAction: id === null ? null : `${home(cls)}/${id}/hapus`,
        values,
        reason,
        errors,
        days: { from: cls.startsOn!, until: cls.endsOn! },
        subjects: subjects.map(one => ({ value: one.sort, label: `${one.title} (${one.jp} JP)` })),
        rooms: rooms.map(one => ({ value: one.id, label: m(c).roomOf(one.name, formatNumber(one.capacity, language)) })),
        trainers,
        jpHelp: m(c).jpHelp(formatNumber(minutes, language), verified),
      }),
    )
  }

  const frameOf = async (cls: RunClass): Promise<SessionFrame> => {
    const people = cls.seatsMax ?? (await asClass(services.db, cls.id, tx => store.enrolledCount(tx, cls.id)))
    const { rooms, trainers } = await store.bookableFor(services.db, cls)
    const subjects = await store.subjectsOf(services.db, cls.versionId)
    const days = { startsOn: cls.startsOn!, endsOn: cls.endsOn!, timeZone: cls.timeZone }
    return { ...days, subjects, rooms, trainers, people, minutesOfJp: jpMinutes.at(cls.startsOn!).value }
  }

  app.get('/kelas/:id{[0-9]{1,9}}/jadwal/baru', async c => {
    const cls = await organisedClass(services, c)
    notFrozen(cls)
    const day = c.req.query('tanggal') ?? ''
    const { meetingUrl: url, meetingCapacity: capacity } = cls
    const today = services.clock.today(cls.timeZone)
    const begin = today > cls.startsOn! && today <= cls.endsOn! ? today : cls.startsOn!
    const blank = blankSession(typedDay(day) ?? begin, { url, capacity })
    const sessions = await store.sessionsOf(services.db, cls.id)
    const plan = planOf(await store.subjectsOf(services.db, cls.versionId), sessions)
    const next = plan.find(one => one.left > 0) ?? plan[0]
    const before = sessions.find(one => String(one.id) === c.req.query('setelah'))
    const values = before ? sessionAfter(before, blank, cls.timeZone) : blank
    return formPage(c, cls, null, { ...values, subject: String(next?.sort ?? '') }, '', [])
  })

  const sessionHere = async (c: Ctx, cls: RunClass) => {
    const session = await store.sessionById(services.db, cls.id, idOf(c, 'session'))
    if (!session) throw notFound()
    return session
  }

  app.get('/kelas/:id{[0-9]{1,9}}/jadwal/:session{[0-9]{1,9}}', async c => {
    const cls = await organisedClass(services, c)
    const session = await sessionHere(c, cls)
    notFrozen(cls)
    return formPage(c, cls, session.id, formOf(session, cls.timeZone), session.clashWhy ?? '', [])
  })

  const save = async (c: Ctx, cls: RunClass, id: number | null) => {
    const field = await formFields(c)
    const typed = readSessionForm(field, await formIds(c, 'pengajar'))
    const reason = field('alasan').slice(0, 300)
    const reading = readSession(typed, await frameOf(cls))
    if (!reading.ok) return formPage(c, cls, id, typed, reason, flawErrors(reading, m(c)))
    const saved = await actions.saveSession(services, actorOf(c), cls, reading.values, reason, id)
    if (!saved.ok) return formPage(c, cls, id, typed, reason, bookingErrors(saved, cls.timeZone, c.get('language'), m(c)))
    flash(c, 'ok', id === null ? m(c).added : m(c).saved)
    if (field('lagi') !== '') return c.redirect(`${home(cls)}/baru?setelah=${saved.ids[0]}`, 303)
    return c.redirect(`${home(cls)}#hari-${localOf(reading.values.startsAt, cls.timeZone).day}`, 303)
  }

  app.post('/kelas/:id{[0-9]{1,9}}/jadwal', async c => {
    const cls = await organisedClass(services, c)
    notFrozen(cls)
    return save(c, cls, null)
  })
  app.post('/kelas/:id{[0-9]{1,9}}/jadwal/:session{[0-9]{1,9}}', async c => {
    const cls = await organisedClass(services, c)
    const session = await sessionHere(c, cls)
    notFrozen(cls)
    return save(c, cls, session.id)
  })
  app.post('/kelas/:id{[0-9]{1,9}}/jadwal/:session{[0-9]{1,9}}/hapus', async c => {
    const cls = await organisedClass(services, c)
    const session = await sessionHere(c, cls)
    notFrozen(cls)
    const removed = await actions.removeSession(services, actorOf(c), cls, session)
    flash(c, removed ? 'ok' : 'warn', removed ? m(c).removed : m(c).notRemoved)
    return c.redirect(home(cls), 303)
  })

  app.post('/kelas/:id{[0-9]{1,9}}/jadwal/salin', async c => {
    const cls = await organisedClass(services, c)
    notFrozen(cls)
    const field = await formFields(c)
    const days = { from: field('dari'), to: field('tanggal') }
    const reason = field('alasan').slice(0, 300)
    const refuse = (errors: Errors) => listPage(c, cls, 'holder', { ...days, reason, errors })
    if (typedDay(days.to) === null) return refuse([{ field: 'tanggal', message: m(c).flaws.day }])
    if (days.to < cls.startsOn! || days.to > cls.endsOn!) return refuse([{ field: 'tanggal', message: m(c).flaws.day_outside }])
    const saved = await actions.copyDay(services, actorOf(c), cls, days, reason)
    if (!saved.ok) {
      const errors = bookingErrors(saved, cls.timeZone, c.get('language'), m(c))
      return refuse(errors.map(one => ({ ...one, field: one.field === 'alasan' ? 'alasan' : 'tanggal' })))
    }
    flash(c, 'ok', m(c).copied(formatNumber(saved.ids.length, c.get('language'))))
    return c.redirect(`${home(cls)}#hari-${days.to}`, 303)
  })

  app.post('/kelas/:id{[0-9]{1,9}}/jadwal/salin-kelas', async c => {
    const cls = await organisedClass(services, c)
    notFrozen(cls)
    const field = await formFields(c)
    const typed = { from: field('kelas'), bare: field('tanpa') !== '', reason: field('alasan').slice(0, 300) }
    const refuse = (errors: Errors) => listPage(c, cls, 'holder', noCopy, { ...typed, errors })
    const chosen = (await store.patternsFor(services.db, cls)).find(one => String(one.id) === typed.from)
    if (!chosen) return refuse([{ field: 'kelas', message: m(c).patternMissing }])
    const wanted = { classId: chosen.id, bare: typed.bare }
    const saved = await actions.copyTimetable(services, actorOf(c), cls, wanted, typed.reason)
    if (!saved.ok) {
      const errors = bookingErrors(saved, cls.timeZone, c.get('language'), m(c))
      return refuse(errors.map(one => ({ ...one, field: one.field === 'alasan' ? 'alasan' : 'kelas' })))
    }
    flash(c, 'ok', m(c).copied(formatNumber(saved.ids.length, c.get('language'))))
    return c.redirect(home(cls), 303)
  })

  return app
}
