import { Hono } from 'hono'
import { audit } from '../../platform/audit/index.ts'
import { asClass } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields, listHref, pageNumber, sorting } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { sendFile } from '../../platform/http/send-file.ts'
import { formatDecimal, formatInstant, formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { classTabs } from '../classes/class-tabs.ts'
import { messages as runMessages } from '../classes/run/messages.ts'
import { submittedFile } from '../lessons/lesson-file.ts'
import { sizeText } from '../lessons/present.ts'
import { lessonById } from '../lessons/store/lesson.ts'
import * as actions from './actions.ts'
import { taughtHere } from './here.ts'
import { messages } from './messages.ts'
import { JudgePage, QueuePage } from './pages/grading.tsx'
import { readPoints } from './rules/submission.ts'
import {
  enrolledName,
  gradingQueue,
  type QueueFilter,
  type QueueOrder,
  type Submission,
  submissionsOf,
} from './store/submission.ts'

const size = 50
const base = '/kelas/:classId{[0-9]{1,9}}/tugas'
const one = `${base}/:lessonId{[0-9]{1,9}}/:pegawaiId{[0-9]{1,9}}`

/** What learners of a class handed in, for who teaches it; read as who holds the class, of people of whatever government. */
export function gradingRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]
  const score = (c: Ctx, n: number) => formatDecimal(n, c.get('language'))

  const asked = (c: Ctx) => ({
    filter: (['menunggu', 'dinilai'] as const).find(value => value === c.req.query('keadaan')) ?? (null as QueueFilter),
    ...sorting<QueueOrder>(c, { waktu: 'asc', nama: 'asc', nilai: 'asc' }),
  })

  app.get(base, async c => {
    const held = await taughtHere(services, c)
    const { filter, order, descending, sort } = asked(c)
    const n = pageNumber(c)
    const rows = await asClass(services.db, held.id, tx =>
      gradingQueue(tx, held.id, filter, { order, descending, offset: (n - 1) * size, limit: size }),
    )
    const path = `/kelas/${held.id}/tugas`
    const waiting = rows[0]?.waiting ?? 0
    return page(
      c,
      { title: m(c).grading, wide: true, breadcrumb: [{ href: `/kelas/${held.id}`, label: held.name }] },
      QueuePage({
        m: m(c),
        tabs: {
          label: runMessages[c.get('language')].tabs,
          items: classTabs(held.id, 'tugas', 'holder', held.startsOn !== null, c.get('language')),
        },
        lead: m(c).gradingLead(held.title, held.name),
        figure: {
          value: formatNumber(waiting, c.get('language')),
          sentence: waiting > 0 ? m(c).gradingSome : m(c).gradingNone,
          waiting: waiting > 0,
        },
        rows: rows.map(row => ({
          key: `${row.pegawaiId}-${row.lessonId}`,
          href: `${path}/${row.lessonId}/${row.pegawaiId}`,
          name: row.name,
          place: `${row.unit}, ${row.instansi}`,
          lesson: row.lesson,
          when: formatInstant(row.submittedAt, c.get('language')),
          judged: row.score === null ? null : score(c, row.score),
          again: row.again,
        })),
        filter: filter ?? '',
        action: path,
        sort,
        exportHref: listHref(c, { halaman: null }).replace('/tugas', '/tugas.xlsx'),
        pager: pagerOf(c, n, size, rows[0]?.found ?? 0),
      }),
    )
  })

  app.get(`${base}.xlsx`, async c => {
    const held = await taughtHere(services, c)
    const { filter, order, descending } = asked(c)
    const t = m(c)
    const rows = await asClass(services.db, held.id, async tx => {
      const found = await gradingQueue(tx, held.id, filter, { order, descending, offset: 0, limit: 50_000 })
      await audit(tx, actorOf(c).accountId, services.clock.now(), {
        verb: 'export_submissions',
        subject: `class:${held.id}`,
        rows: found.length,
      })
      return found
    })
    const bytes = await writeWorkbook([
      {
        name: t.grading,
        columns: [t.participant, 'NIP', t.unit, t.instansi, t.lesson, t.handedInColumn, t.judged].map(header => ({ header })),
        rows: rows.map(row => [
          row.name,
          row.nip,
          row.unit,
          row.instansi,
          row.lesson,
          formatInstant(row.submittedAt, c.get('language')),
          row.score,
        ]),
      },
    ])
    return spreadsheet(c, bytes, `tugas-${held.id}`, services.clock.today())
  })

  const submissionHere = async (c: Ctx) => {
    const held = await taughtHere(services, c)
    const key = { classId: held.id, lessonId: Number(c.req.param('lessonId')), pegawaiId: Number(c.req.param('pegawaiId')) }
    const lesson = await lessonById(services.db, key.lessonId)
    const found = await asClass(services.db, held.id, async tx => ({
      all: await submissionsOf(tx, key),
      who: await enrolledName(tx, held.id, key.pegawaiId),
    }))
    const latest = found.all[0]
    if (lesson?.kind !== 'assignment' || !latest || !found.who) throw notFound()
    return { held, lesson, latest, all: found.all, who: found.who, path: `/kelas/${held.id}/tugas` }
  }
  type Here = Awaited<ReturnType<typeof submissionHere>>

  const view = (c: Ctx, here: Here, submission: Submission, n: number) => ({
    title: m(c).handedInAt(String(submission.number), formatInstant(submission.submittedAt, c.get('language'))),
    answer: submission.answer || (submission.file ? '' : m(c).noAnswer),
    file: submission.file && {
      href: `${here.path}/${here.lesson.id}/${submission.pegawaiId}/${submission.number}`,
      label: `${submission.file.name} (${sizeText(submission.file.bytes, c.get('language'))})`,
    },
    judged: submission.score === null ? null : m(c).judgedAs(score(c, submission.score)),
    gradedBy:
      submission.gradedAt && submission.gradedName
        ? m(c).gradedBy(submission.gradedName, formatInstant(submission.gradedAt, c.get('language')))
        : null,
    feedback: n === 0 ? null : submission.feedback,
    again: false,
    points: [],
  })

  type Typed = { points: string[]; feedback: string; again: boolean }
  const show = (c: Ctx, here: Here, typed: Typed, errors: { field: string; message: string }[]) =>
    page(
      c,
      {
        title: m(c).judgeTitle(here.who.name),
        breadcrumb: [
          { href: `/kelas/${here.held.id}`, label: here.held.name },
          { href: here.path, label: m(c).grading },
        ],
        status: errors.length > 0 ? 422 : 200,
      },
      JudgePage({
        m: m(c),
        title: m(c).judgeTitle(here.who.name),
        lead: `${here.who.unit}, ${here.who.instansi}`,
        lesson: here.lesson.title,
        doc: here.lesson.content.doc,
        latest: view(c, here, here.latest, 0),
        earlier: here.all.slice(1).map((submission, n) => view(c, here, submission, n + 1)),
        number: here.latest.number,
        rubric: here.lesson.content.rubric.map(criterion => ({
          title: criterion.title,
          most: m(c).pointsMost(String(criterion.points)),
        })),
        typed,
        errors,
        action: `${here.path}/${here.lesson.id}/${here.latest.pegawaiId}`,
        backHref: here.path,
      }),
    )

  app.get(one, async c => {
    const here = await submissionHere(c)
    const { points, feedback, again } = here.latest
    return show(c, here, { points: (points ?? []).map(String), feedback: feedback ?? '', again }, [])
  })

  app.post(one, async c => {
    const here = await submissionHere(c)
    const field = await formFields(c)
    const { rubric } = here.lesson.content
    const typed = { points: rubric.map((_, n) => field(`poin-${n}`)), feedback: field('umpan'), again: field('ulang') === '1' }
    const { points, flaws } = readPoints(rubric, typed.points)
    const errors = flaws.map(({ criterion, flaw }) => ({ field: `poin-${criterion}`, message: m(c).judgeFlaws[flaw] }))
    if (typed.feedback.length > 5000) errors.push({ field: 'umpan', message: m(c).feedbackLong })
    if (errors.length > 0) return show(c, here, typed, errors)
    const isLatest = Number(field('nomor')) === here.latest.number
    const given = { points, feedback: typed.feedback || null, again: typed.again }
    const graded = isLatest ? await actions.judge(services, actorOf(c), here.lesson, here.latest, given) : null
    if (!graded?.ok) {
      flash(c, 'warn', graded?.why === 'over' ? m(c).overFlash : m(c).newerFlash)
      return c.redirect(`${here.path}/${here.lesson.id}/${here.latest.pegawaiId}`, 303)
    }
    flash(c, 'ok', m(c).gradedFlash(here.who.name, score(c, graded.score)))
    return c.redirect(`${here.path}?keadaan=menunggu`, 303)
  })

  app.get(`${one}/:number{[0-9]{1,4}}`, async c => {
    const here = await submissionHere(c)
    const file = here.all.find(submission => submission.number === Number(c.req.param('number')))?.file
    if (!file) throw notFound()
    return sendFile(c, services.files, submittedFile(file))
  })

  return app
}
