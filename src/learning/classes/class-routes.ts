import { Hono } from 'hono'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { idAsked, listHref, pageNumber, sorting, sought } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { formatDate, formatInstant, formatNumber, formatRupiah } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { formEntries } from '../../regulation/index.ts'
import type { Tone } from '../../ui/index.ts'
import { manageEnrolments, ownEnrolments } from '../enrolment/access.ts'
import { enrolmentStateLabels, enrolmentStateTones } from '../enrolment/labels.ts'
import { registrationFlaw } from '../enrolment/rules/enrol.ts'
import { regionalSeats } from '../enrolment/rules/seats.ts'
import { todayOf } from '../enrolment/seating.ts'
import { teaches } from '../enrolment/store/calendar.ts'
import { enrolmentOf } from '../enrolment/store/read.ts'
import { holds, lookedAtFrom, organises } from './access.ts'
import { classCells, classSheet, datesInWords, stateBadge } from './class-cells.ts'
import { classTabs } from './class-tabs.ts'
import { classHere, taughtProviders } from './here.ts'
import { admissionLabels, classStateLabels, patternLabels } from './labels.ts'
import { messages } from './messages.ts'
import { ClassesPage } from './pages/class-list.tsx'
import { ClassPage } from './pages/class-show.tsx'
import { classPatterns, classStates, mayBecome } from './rules/class.ts'
import { type ClassFilter, type ClassOrder, type CourseClass, listClasses, openFigures, taughtCourses } from './store.ts'

const size = 50
const sheetRows = 20_000

/** A year back and a year ahead, yyyy-mm, and the month asked for. */
function monthsAround(today: string, asked: string | null): string[] {
  const [year, month] = today.split('-').map(Number) as [number, number]
  const months = Array.from({ length: 25 }, (_, n) => new Date(Date.UTC(year, month - 13 + n, 1)).toISOString().slice(0, 7))
  return asked === null || months.includes(asked) ? months : [asked, ...months]
}

/** The classes one holds or may join, and the card of each. */
export function classRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  const asked = async (c: Ctx) => {
    const actor = actorOf(c)
    const providers = await taughtProviders(c, services.db)
    const month = c.req.query('bulan') ?? ''
    const filter: ClassFilter = {
      from: lookedAtFrom(actor),
      providerIds: providers.map(provider => provider.id),
      account: actor.accountId,
      pegawaiId: actor.pegawaiId,
      state: classStates.find(one => one === c.req.query('keadaan')) ?? null,
      pattern: classPatterns.find(one => one === c.req.query('pola')) ?? null,
      courseId: idAsked(c, 'kursus'),
      month: /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? month : null,
      held: c.req.query('milik') === 'saya',
      q: sought(c),
    }
    // The nearest first: what lies ahead is looked for more often than what is over.
    const begins = { mulai: 'desc', kelas: 'asc', kursi: 'asc', keadaan: 'asc' } as const
    return { filter, providers, ...sorting<ClassOrder>(c, begins) }
  }

  app.get('/kelas', async c => {
    const language = c.get('language')
    const { filter, order, descending, sort, providers } = await asked(c)
    const n = pageNumber(c)
    const rows = await listClasses(services.db, filter, { order, descending, offset: (n - 1) * size, limit: size })
    const figures = await openFigures(services.db, filter)
    const courses = providers.length === 0 ? [] : await taughtCourses(services.db, filter.providerIds)
    const count = (value: number) => formatNumber(value, language)
    return page(
      c,
      { title: m(c).classes, wide: true },
      ClassesPage({
        m: m(c),
        figure:
          figures.open === 0
            ? { value: '–', unit: null, sentence: m(c).openNone }
            : {
                value: count(figures.free),
                unit: m(c).free,
                sentence: m(c).openSentence(
                  count(figures.open),
                  count(figures.asked),
                  providers.length === 0 ? 0 : figures.asked,
                ),
              },
        rows: rows.map(row => classCells(row, language)),
        values: {
          q: filter.q,
          keadaan: filter.state ?? '',
          pola: filter.pattern ?? '',
          bulan: filter.month ?? '',
          milik: filter.held ? 'saya' : '',
          kursus: filter.courseId === null ? '' : String(filter.courseId),
        },
        choices: {
          keadaan: classStates.map(value => ({ value, label: classStateLabels[language][value] })),
          pola: classPatterns.map(value => ({ value, label: patternLabels[language][value] })),
          bulan: monthsAround(services.clock.today(), filter.month).map(month => ({
            value: month,
            label: formatDate(`${month}-01`, language).replace(/^1 /, ''),
          })),
          kursus: courses.map(course => ({ value: course.id, label: course.title })),
        },
        sort,
        filtered: Boolean(filter.q || filter.state || filter.pattern || filter.month || filter.held || filter.courseId !== null),
        exportHref: listHref(c, { halaman: null }).replace(/^\/kelas/, '/kelas.xlsx'),
        holder: providers.length > 0,
        calendarHref: (await teaches(services.db, actorOf(c).accountId)) ? '/kelas/kalender' : null,
        pager: pagerOf(c, n, size, rows[0]?.found ?? 0),
      }),
    )
  })

  app.get('/kelas.xlsx', async c => {
    const { filter, order, descending } = await asked(c)
    const rows = await listClasses(services.db, filter, { order, descending, offset: 0, limit: sheetRows })
    const bytes = await writeWorkbook([classSheet(rows, c.get('language'))])
    return spreadsheet(c, bytes, 'kelas', services.clock.today())
  })

  app.get('/kelas/:id{[0-9]{1,9}}', async c => {
    const language = c.get('language')
    const actor = actorOf(c)
    const one = await classHere(c, services.db)
    const isHeld = holds(actor, one)
    const plans = organises(actor, one)
    const scope = ownEnrolments(actor)
    const own =
      actor.pegawaiId === null ? null : await inScope(services.db, scope, tx => enrolmentOf(tx, actor.pegawaiId!, one.id))
    const takesPeople = registrationFlaw(one, todayOf(one, services.clock.now())) === null
    const isIn = own !== null && ['requested', 'waiting', 'enrolled'].includes(own.state)
    const editable = plans && one.state !== 'closed' && one.state !== 'cancelled'
    return page(
      c,
      { title: `${one.course.title} · ${one.name}`, wide: true, breadcrumb: [{ href: '/kelas', label: m(c).classes }] },
      ClassPage({
        m: m(c),
        id: one.id,
        title: one.name,
        course: one.course.title,
        lead: [one.provider.name, patternLabels[language][one.pattern], datesInWords(one, language)].join(' · '),
        state: { key: one.state, ...stateBadge(one.state, language) },
        tabs: classTabs(
          one.id,
          'ringkasan',
          isHeld ? 'holder' : own && ['enrolled', 'completed', 'failed'].includes(own.state) ? 'participant' : 'other',
          one.startsOn !== null,
          language,
        ),
        figure: one.state === 'cancelled' ? null : seatFigure(c, one),
        asked: plans && one.seats.asked > 0 ? m(c).asked(formatNumber(one.seats.asked, language)) : null,
        notice: noticesOf(c, one),
        own: own && {
          label: enrolmentStateLabels[language][own.state],
          tone: enrolmentStateTones[own.state],
          href: `/belajar/pendaftaran/${one.id}`,
        },
        facts: factsOf(c, one, isHeld || own?.state === 'enrolled'),
        joinHref:
          takesPeople && actor.pegawaiId !== null && !isIn && one.admission !== 'nomination'
            ? `/katalog/${one.course.id}/ikut?kelas=${one.id}`
            : null,
        nominateHref:
          takesPeople && one.pattern !== 'mandiri' && manageEnrolments(actor).kind !== 'none' ? `/kelas/${one.id}/usulkan` : null,
        calendarHref: one.startsOn !== null && one.state !== 'cancelled' ? `/kelas/${one.id}/kalender.ics` : null,
        organiser: {
          edit: editable,
          open: plans && one.state === 'draft',
          start: plans && one.pattern !== 'mandiri' && mayBecome(one.state, 'running'),
          cancel: plans && mayBecome(one.state, 'cancelled'),
          nextHref:
            plans && one.course.versionState === 'active' ? `/kelas/baru?kursus=${one.course.id}&seperti=${one.id}` : null,
        },
      }),
    )
  })

  const seatFigure = (
    c: Ctx,
    one: CourseClass,
  ): { label: string; value: string; unit: string | null; sentence: string; tone: Tone } => {
    const count = (n: number) => formatNumber(n, c.get('language'))
    const { taken, waiting } = one.seats
    if (one.seatsMax === null)
      return { label: m(c).seatsUnbounded, value: count(taken), unit: null, sentence: m(c).unboundedSentence, tone: 'info' }
    const free = Math.max(0, one.seatsMax - taken)
    const few = one.seatsMin !== null && taken < one.seatsMin && (one.state === 'open' || one.state === 'running')
    const said =
      waiting > 0 ? m(c).seatsWaiting(count(taken), count(waiting)) : m(c).seatsSentence(count(taken), count(one.seatsMax))
    return {
      label: free === 0 ? m(c).seatsFull : m(c).seatsFree,
      value: count(free),
      unit: m(c).free,
      sentence: few ? `${said} ${m(c).belowMin(count(one.seatsMin!))}` : said,
      tone: few ? 'warn' : free === 0 ? 'info' : 'ok',
    }
  }

  const noticesOf = (c: Ctx, one: CourseClass): { tone: Tone; words: string }[] => {
    if (one.state === 'draft') return [{ tone: 'info', words: m(c).draftNote }]
    if (!one.cancelled) return []
    const when = formatInstant(new Date(one.cancelled.at), c.get('language'), one.timeZone)
    return [{ tone: 'bad', words: `${m(c).cancelledBy(one.cancelled.by, when)} ${one.cancelled.why}` }]
  }

  const factsOf = (c: Ctx, one: CourseClass, inside: boolean) => {
    const language = c.get('language')
    const count = (n: number) => formatNumber(n, language)
    const fact = (label: string, value: string | null | false) => (value ? [{ label, value }] : [])
    const { regionalShare, seatsMax, regionalUntil } = one
    return [
      ...fact(m(c).course, `${one.course.code} · ${count(one.course.jp)} JP · ${formEntries[one.form].name[language]}`),
      ...fact(m(c).dates, datesInWords(one, language)),
      ...fact(
        m(c).registrationUntil,
        one.registrationUntil === null ? m(c).registrationOpen : formatDate(one.registrationUntil, language),
      ),
      ...fact(
        m(c).admission,
        `${admissionLabels[language][one.admission].label}${one.instansiFirst ? ` · ${m(c).instansiFirst}` : ''}`,
      ),
      ...fact(m(c).forInstansi, one.forInstansi?.map(instansi => instansi.name).join(', ') ?? m(c).forAll),
      ...fact(m(c).place, one.place),
      ...(inside && one.meetingUrl ? [{ label: m(c).meeting, value: one.meetingUrl }] : []),
      ...fact(m(c).cost, one.cost === null ? m(c).costUnknown : one.cost === 0 ? m(c).costFree : formatRupiah(BigInt(one.cost))),
      ...fact(m(c).trainers, one.trainers.map(trainer => trainer.name).join(', ') || m(c).trainersNone),
      ...fact(
        m(c).regional,
        regionalShare !== null &&
          seatsMax !== null &&
          m(c).regionalOf(
            regionalShare,
            count(regionalSeats(seatsMax, regionalShare)),
            regionalUntil === null ? null : formatDate(regionalUntil, language),
          ),
      ),
      ...fact(m(c).entrusted, one.entrustedTo && m(c).entrustedTo(one.entrustedTo.name)),
    ]
  }

  return app
}
