import { Hono } from 'hono'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { forbidden, notFound } from '../../platform/http/refusal.ts'
import { formatDate, formatNumber, formatRupiah, type Language } from '../../platform/i18n/index.ts'
import { entryInWords } from '../../providers/index.ts'
import type { Tone } from '../../ui/index.ts'
import { mayRead } from '../classes/access.ts'
import { datesInWords } from '../classes/class-cells.ts'
import { patternLabels } from '../classes/labels.ts'
import { messages as classMessages } from '../classes/messages.ts'
import { type CourseCard, type CourseClass, classesOfCourse, courseCard } from '../classes/store.ts'
import { ownEnrolments } from './access.ts'
import { joinClass } from './ask.ts'
import { clashName, meetsWhen } from './clash-words.ts'
import { type Judged, judge } from './judge.ts'
import { messages } from './messages.ts'
import { type JoinCells, JoinPage, type Rule } from './pages/join.tsx'
import { firstState } from './rules/enrol.ts'
import { todayOf } from './seating.ts'

const tones: Record<'true' | 'false' | 'null', Tone> = { true: 'ok', false: 'bad', null: 'neutral' }

/** What the entry rules say, each with a word, a colour and a sentence. */
export const ruleCells = (entry: Judged['entry'], language: Language): Rule[] =>
  entryInWords(entry, language).map(({ met, text }) => {
    const m = messages[language]
    return { label: met === null ? m.unknown : met ? m.met : m.notMet, tone: tones[`${met}`], text }
  })

/** Joining a class of a course by oneself. */
export function joinRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  /** The course, with the classes of it that the actor may see. @throws Refusal 403 for an account of no person, 404 where the course is not for them */
  const here = async (c: Ctx): Promise<{ course: CourseCard; classes: CourseClass[]; pegawaiId: number }> => {
    const actor = actorOf(c)
    const course = await courseCard(services.db, Number(c.req.param('courseId')))
    if (!course) throw notFound()
    const classes = (await classesOfCourse(services.db, course.id)).filter(one => mayRead(actor, one))
    const isOpen = course.openFor === null || (actor.homeInstansiId !== null && course.openFor.includes(actor.homeInstansiId))
    if (!isOpen && classes.length === 0) throw notFound()
    if (actor.pegawaiId === null) throw forbidden()
    return { course, classes, pegawaiId: actor.pegawaiId }
  }

  const joinPage = async (c: Ctx, error: string | null) => {
    const actor = actorOf(c)
    const { course, classes, pegawaiId } = await here(c)
    const chosen = Number(c.req.query('kelas') ?? 0)
    const today = services.clock.today()
    const judged = await inScope(services.db, ownEnrolments(actor), tx => judge(tx, classes, [pegawaiId], 'self', today))
    const rows = classes
      .toSorted((a, b) => Number(b.id === chosen) - Number(a.id === chosen))
      .flatMap(one => {
        const stands = judged.find(person => person.classId === one.id)
        return stands ? [cells(one, stands, c.get('language'), todayOf(one, services.clock.now()))] : []
      })
    return page(
      c,
      { title: m(c).join, status: error ? 422 : 200 },
      JoinPage({ m: m(c), courseId: course.id, course: course.title, rows, error }),
    )
  }

  app.get('/katalog/:courseId{[0-9]{1,9}}/ikut', c => joinPage(c, null))

  app.post('/katalog/:courseId{[0-9]{1,9}}/ikut', async c => {
    const actor = actorOf(c)
    const { classes } = await here(c)
    const id = Number((await formFields(c))('kelas'))
    const chosen = classes.find(one => one.id === id)
    if (!chosen) throw notFound()
    const { asked, judged } = await joinClass(services, actor, ownEnrolments(actor), id)
    const flaw = judged[0]?.flaw ?? null
    if (flaw !== null) return joinPage(c, m(c).flaws[flaw])
    const beginsNow = asked.enrolled.length > 0 && chosen.pattern === 'mandiri'
    const words =
      asked.enrolled.length > 0
        ? beginsNow
          ? m(c).joinedAlone
          : m(c).joined
        : asked.waiting.length > 0
          ? m(c).joinedQueue
          : asked.requested.length > 0
            ? m(c).joinedAsked
            : null
    if (words === null) return joinPage(c, m(c).notJoined)
    flash(c, 'ok', words)
    return c.redirect(beginsNow ? `/belajar/${id}` : `/belajar/pendaftaran/${id}`, 303)
  })

  return app
}

function cells(one: CourseClass, stands: Judged, language: Language, today: string): JoinCells {
  const m = messages[language]
  const mc = classMessages[language]
  const count = (n: number) => formatNumber(n, language)
  const free = one.seatsMax === null ? null : Math.max(0, one.seatsMax - one.seats.taken)
  const seats = free === null ? m.seatsUnbounded : free > 0 ? m.seatsFree(count(free)) : m.seatsFull(count(one.seats.waiting))
  const isAsked = firstState(one.admission, one.instansiFirst, false) === 'requested'
  return {
    id: one.id,
    name: one.name,
    lead: [datesInWords(one, language), patternLabels[language][one.pattern], one.provider.shortName].join(' · '),
    facts: [
      { label: mc.seats, value: seats },
      ...(one.registrationUntil ? [{ label: mc.registrationUntil, value: formatDate(one.registrationUntil, language) }] : []),
      ...(one.place ? [{ label: mc.place, value: one.place }] : []),
      {
        label: mc.cost,
        value: one.cost === null ? mc.costUnknown : one.cost === 0 ? mc.costFree : formatRupiah(BigInt(one.cost)),
      },
    ],
    rules: ruleCells(stands.entry, language),
    rulesOn: m.rulesOn(formatDate(one.startsOn ?? today, language)),
    unknown: stands.entry.each.some(check => check.met === null),
    flaw: stands.flaw && stands.flaw !== 'clash' ? m.flaws[stands.flaw] : null,
    mayJoin: stands.flaw === null,
    clashes: stands.clashes.map(clash => ({
      text: clash.meets
        ? m.clashYours(clashName(clash), meetsWhen(clash.meets, language))
        : m.clash(clashName(clash), datesInWords(clash, language)),
      href: `/belajar/pendaftaran/${clash.classId}`,
    })),
    button: isAsked ? m.askThis : free === 0 ? m.queueThis : m.joinThis,
  }
}
