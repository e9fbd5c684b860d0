import { Hono } from 'hono'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Services } from '../../platform/http/context.ts'
import { page } from '../../platform/http/page.tsx'
import { notFound } from '../../platform/http/refusal.ts'
import { formatNumber, type Language } from '../../platform/i18n/index.ts'
import { versionHere, versionPath } from '../courses/here.ts'
import { formLabel } from '../courses/labels.ts'
import { courseMessages } from '../courses/messages.ts'
import { courseById } from '../courses/store/course.ts'
import { activeVersion } from '../courses/store/version.ts'
import { programmeProgress } from '../rules/programme.ts'
import { oneself, viewerOf } from './access.ts'
import { courseView } from './course-view.ts'
import { catalogueMessages } from './messages.ts'
import { CatalogueCoursePage } from './pages/course.tsx'
import { CatalogueProgrammePage } from './pages/programme.tsx'
import { completedCourses, openClasses, openCourse, type ProgrammeShown, programmeShown, programmesWith } from './store/one.ts'

/** One course and one programme of the catalogue, and the draft of a course as it will look there. */
export function catalogueOneRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const home = (language: Language) => ({ href: '/katalog', label: catalogueMessages[language].catalogue })

  app.get('/katalog/:id{[0-9]{1,9}}', async c => {
    const language = c.get('language')
    const actor = actorOf(c)
    const viewer = viewerOf(actor)
    const id = Number(c.req.param('id'))
    const opened = await inScope(services.db, oneself(actor), tx => openCourse(tx, viewer, id))
    if (!opened) throw notFound()
    const [course, version] = [await courseById(services.db, id), await activeVersion(services.db, id)]
    if (!course || !version) throw notFound()
    const classes = await openClasses(services.db, viewer, id, services.clock.today())
    const programmes = await programmesWith(services.db, id)
    return page(
      c,
      { title: version.title, breadcrumb: [home(language)] },
      CatalogueCoursePage(
        courseView(
          { course, version, classes, programmes, preview: null, mayJoin: viewer.pegawaiId !== null, own: opened.own },
          language,
        ),
      ),
    )
  })

  app.get(`${versionPath}/pratinjau`, async c => {
    const language = c.get('language')
    const { course, version } = await versionHere(c, services)
    const preview = courseMessages[language].previewNote
    return page(
      c,
      { title: version.title, breadcrumb: [{ href: `/kursus/${course.id}/versi/${version.number}`, label: version.title }] },
      CatalogueCoursePage(
        courseView({ course, version, classes: [], programmes: [], preview, mayJoin: false, own: null }, language),
      ),
    )
  })

  app.get('/katalog/program/:id{[0-9]{1,9}}', async c => {
    const language = c.get('language')
    const actor = actorOf(c)
    const { programme, completed } = await inScope(services.db, oneself(actor), async tx => ({
      programme: await programmeShown(tx, viewerOf(actor), Number(c.req.param('id')), services.clock.today()),
      completed: actor.pegawaiId === null ? null : await completedCourses(tx, actor.pegawaiId),
    }))
    if (!programme) throw notFound()
    return page(
      c,
      { title: programme.title, wide: true, breadcrumb: [home(language)] },
      CatalogueProgrammePage(programmeView(programme, completed, language)),
    )
  })

  return app
}

/** `completed` null: who looks learns nothing here. */
function programmeView(programme: ProgrammeShown, completed: ReadonlySet<number> | null, language: Language) {
  const m = catalogueMessages[language]
  const count = (n: number) => formatNumber(n, language)
  const sets = programme.sets.map(set => ({ ...set, courseIds: set.courses.map(one => one.id) }))
  const progress = programmeProgress(sets, completed ?? new Set())
  const nextId = progress.sets.flatMap(set => set.left)[0]
  const next = programme.sets.flatMap(set => set.courses).find(one => one.id === nextId)?.title ?? ''
  const words = progress.complete ? m.programmeDone : progress.done > 0 ? m.programmeNext(next) : m.programmeStart(next)
  return {
    m,
    title: programme.title,
    provider: programme.provider,
    summary: programme.summary,
    figure: {
      value: completed ? m.progressOf(count(progress.done), count(progress.needed)) : m.coursesIn(count(progress.needed)),
      label: m.progressLabel,
      sentence: completed ? words : m.programmeOthers,
      tone: completed && progress.complete ? ('ok' as const) : ('neutral' as const),
    },
    sets: sets.map((set, index) => {
      const { done, needed, complete } = progress.sets[index]!
      return {
        title: set.title,
        lead: set.needed === null ? m.allOf : m.someOf(count(needed), count(set.courses.length)),
        progress: completed
          ? { share: needed === 0 ? 0 : done / needed, label: m.setDone(count(done), count(needed)), complete }
          : null,
        courses: set.courses.map(course => ({
          id: course.id,
          title: course.title,
          facts: [m.jpOf(count(course.jp)), formLabel(course.form, language), ...(course.alone ? [m.anytime] : [])].join(' · '),
          done: completed?.has(course.id) ?? false,
        })),
      }
    }),
  }
}
