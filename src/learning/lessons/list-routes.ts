import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { notFound } from '../../platform/http/refusal.ts'
import { sendFile } from '../../platform/http/send-file.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { lessonView } from '../player/lesson-view.ts'
import { LessonView } from '../player/pages/lesson.tsx'
import * as actions from './actions.ts'
import { bankPath, crumbs, lessonHere, lessonsPath, versionHere } from './here.ts'
import { captionsFile, lessonFile } from './lesson-file.ts'
import { messages } from './messages.ts'
import { LessonsPage, PreviewPage } from './pages/lessons.tsx'
import { lessonKinds } from './rules/lesson.ts'
import { questionsFor } from './store/bank.ts'
import { lessonsOf } from './store/lesson.ts'

const base = '/kursus/:courseId{[0-9]{1,9}}/versi/:number{[0-9]{1,6}}/pelajaran'
const one = `${base}/:lessonId{[0-9]{1,9}}`

/** The lessons of a version: the list, their order, how learners see them, and their files for who writes them. */
export function lessonListRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  app.get(base, async c => {
    const place = await versionHere(services, c)
    const lessons = await lessonsOf(services.db, place.version.id)
    const path = lessonsPath(place)
    const count = (n: number) => formatNumber(n, c.get('language'))
    const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0)
    return page(
      c,
      { title: m(c).lessons, wide: true, breadcrumb: crumbs(place) },
      LessonsPage({
        m: m(c),
        title: place.version.title,
        eyebrow: `${place.version.code} · ${m(c).version(place.version.number)}`,
        figure: {
          value: count(lessons.length),
          sentence:
            lessons.length > 0
              ? m(c).figureSome(count(minutes), count(lessons.filter(lesson => lesson.required).length))
              : place.version.state === 'draft'
                ? m(c).figureNone
                : m(c).frozenNone,
          isEmpty: lessons.length === 0,
        },
        rows: lessons.map((lesson, n) => ({
          id: lesson.id,
          number: String(n + 1),
          title: lesson.title,
          kind: m(c).kinds[lesson.kind],
          minutes: count(lesson.minutes),
          required: lesson.required,
          editHref: `${path}/${lesson.id}`,
          previewHref: `${path}/${lesson.id}/pratinjau`,
          moveAction: `${path}/${lesson.id}/pindah`,
          isFirst: n === 0,
          isLast: n === lessons.length - 1,
        })),
        frozen: place.version.state !== 'draft',
        kinds: lessonKinds.map(kind => ({
          href: `${path}/baru?jenis=${kind}`,
          label: m(c).kinds[kind],
          help: m(c).kindHelp[kind],
        })),
        bankHref: bankPath(place),
        exportHref: `${path}.xlsx`,
      }),
    )
  })

  app.get(`${base}.xlsx`, async c => {
    const place = await versionHere(services, c)
    const lessons = await lessonsOf(services.db, place.version.id)
    const t = m(c)
    const bytes = await writeWorkbook([
      {
        name: t.lessons,
        columns: [{ header: t.number }, { header: t.title }, { header: t.kind }, { header: t.minutes }, { header: t.duty }],
        rows: lessons.map((lesson, n) => [
          n + 1,
          lesson.title,
          t.kinds[lesson.kind],
          lesson.minutes,
          lesson.required ? t.required : t.optional,
        ]),
      },
    ])
    return spreadsheet(c, bytes, `pelajaran-${place.version.courseId}`, services.clock.today())
  })

  app.post(`${one}/pindah`, async c => {
    const { lesson, ...place } = await lessonHere(services, c)
    const field = await formFields(c)
    const done = await actions.moveLesson(services, actorOf(c), place, lesson, field('arah') === 'naik')
    flash(c, done ? 'ok' : 'warn', done ? m(c).moved : m(c).frozenNow)
    return c.redirect(lessonsPath(place), 303)
  })

  app.post(`${one}/hapus`, async c => {
    const { lesson, ...place } = await lessonHere(services, c)
    const done = await actions.removeLesson(services, actorOf(c), place, lesson)
    flash(c, done ? 'ok' : 'warn', done ? m(c).removed(lesson.title) : m(c).frozenNow)
    return c.redirect(lessonsPath(place), 303)
  })

  app.get(`${one}/pratinjau`, async c => {
    const { lesson, ...place } = await lessonHere(services, c)
    const asked = lesson.kind === 'quiz' ? await questionsFor(services.db, lesson.id, lesson.content.draw !== null) : []
    return page(
      c,
      { title: lesson.title, breadcrumb: crumbs(place, { label: m(c).lessons }) },
      PreviewPage({
        m: m(c),
        title: lesson.title,
        backHref: lessonsPath(place),
        children: LessonView(lessonView(c, lesson, `${lessonsPath(place)}/${lesson.id}`, null, asked)),
      }),
    )
  })

  app.get(`${one}/berkas`, async c => {
    const { lesson } = await lessonHere(services, c)
    if (!lesson.file) throw notFound()
    return sendFile(c, services.files, lessonFile(lesson.kind, lesson.file))
  })

  app.get(`${one}/takarir.vtt`, async c => {
    const { lesson } = await lessonHere(services, c)
    if (!lesson.captionsKey) throw notFound()
    return sendFile(c, services.files, captionsFile(lesson.captionsKey))
  })

  return app
}
