import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { page } from '../../platform/http/page.tsx'
import { notFound } from '../../platform/http/refusal.ts'
import * as actions from './actions.ts'
import { durationOf } from './film.ts'
import { bankPath, crumbs, lessonHere, lessonsPath, versionHere } from './here.ts'
import { blankLesson, docOf, type LessonFlaw, lessonAsTyped, readLesson, type TypedLesson, typedLesson } from './lesson-form.ts'
import { messages } from './messages.ts'
import { LessonFormPage } from './pages/lesson-form.tsx'
import { sizeText } from './present.ts'
import { fileNeeds, type LessonKind, lessonKinds } from './rules/lesson.ts'
import { chosenItems, openItems } from './store/bank.ts'
import type { Lesson } from './store/lesson.ts'
import { dropBrought, readUploadForm } from './upload.ts'

const base = '/kursus/:courseId{[0-9]{1,9}}/versi/:number{[0-9]{1,6}}/pelajaran'
const one = `${base}/:lessonId{[0-9]{1,9}}`
const megabyte = 1024 * 1024

/** Writing a lesson: a new one, or one that stands in a draft. */
export function lessonEditRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  type Shown = { place: actions.Place; kind: LessonKind; lesson: Lesson | null; typed: TypedLesson; flaws: LessonFlaw[] }
  const show = async (c: Ctx, { place, kind, lesson, typed, flaws }: Shown) => {
    const path = lessonsPath(place)
    const need = fileNeeds[kind]
    const title = lesson ? m(c).editLesson(m(c).kinds[kind]) : m(c).newLesson(m(c).kinds[kind])
    const items = kind === 'quiz' ? await openItems(services.db, place.version.courseId) : []
    const errors = flaws.map(({ field, flaw }) => ({ field, message: m(c).flaws[flaw] }))
    // A browser does not choose a file again by itself.
    if (need && errors.length > 0 && !flaws.some(({ field }) => field === 'berkas') && !lesson?.file)
      errors.push({ field: 'berkas', message: m(c).chooseAgain })
    return page(
      c,
      { title, breadcrumb: crumbs(place, { label: m(c).lessons }), status: errors.length > 0 ? 422 : 200 },
      LessonFormPage({
        m: m(c),
        title,
        eyebrow: `${place.version.code} · ${m(c).version(place.version.number)}`,
        kind,
        action: lesson ? `${path}/${lesson.id}` : `${path}?jenis=${kind}`,
        backHref: path,
        typed,
        doc: JSON.stringify(docOf(typed.isi_json ?? '', typed.isi ?? '') ?? docOf('', typed.isi ?? '')),
        errors,
        file: need && {
          accept: need.types.map(type => (type === 'jpeg' ? '.jpg,.jpeg' : `.${type}`)).join(','),
          limitMb: need.limit / megabyte,
          now: lesson?.file ? m(c).fileNow(lesson.file.name, sizeText(lesson.file.bytes, c.get('language'))) : null,
        },
        hasCaptions: Boolean(lesson?.captionsKey),
        items: items.map((item, n) => ({ id: item.id, label: `${n + 1}. ${item.prompt.slice(0, 160)}` })),
        bankHref: bankPath(place),
        remove: lesson && { action: `${path}/${lesson.id}/hapus`, confirm: m(c).removeAsk(lesson.title) },
      }),
    )
  }

  const kindAsked = (c: Ctx): LessonKind => {
    const kind = lessonKinds.find(known => known === c.req.query('jenis'))
    if (!kind) throw notFound()
    return kind
  }

  const frozen = (c: Ctx, place: actions.Place) => {
    flash(c, 'warn', m(c).frozenNow)
    return c.redirect(lessonsPath(place), 303)
  }

  /** What was sent, checked; the form again where something is wrong, and nothing of it kept. */
  const save = async (c: Ctx, place: actions.Place, kind: LessonKind, lesson: Lesson | null) => {
    if (place.version.state !== 'draft') return frozen(c, place)
    const form = await readUploadForm(c, services.files, fileNeeds[kind])
    const typed = typedLesson(form)
    const known = kind === 'quiz' ? (await openItems(services.db, place.version.courseId)).map(item => item.id) : []
    const { values, flaws } = readLesson(kind, typed, known)
    const lacksFile = fileNeeds[kind] !== null && !form.file.file && (form.file.flaw !== 'none' || !lesson?.file)
    if (lacksFile) flaws.push({ field: 'berkas', flaw: form.file.flaw ?? 'none' })
    if (form.captionsFlaw) flaws.push({ field: 'takarir', flaw: form.captionsFlaw })
    if (!values || flaws.length > 0) {
      await dropBrought(services.files, form)
      return show(c, { place, kind, lesson, typed, flaws })
    }
    const file = form.file.file ?? lesson?.file ?? null
    const isNewFilm = kind === 'video' && form.file.file !== null
    const whole = {
      ...values,
      file,
      durationSeconds: isNewFilm ? await durationOf(services.files, file!.key, file!.bytes) : (lesson?.durationSeconds ?? null),
      captionsKey: form.captionsKey ?? (typed.hapus_takarir === '1' ? null : (lesson?.captionsKey ?? null)),
    }
    const by = actorOf(c)
    const saved = lesson
      ? await actions.saveLesson(services, by, place, lesson, whole)
      : await actions.addLesson(services, by, place, whole)
    if (!saved) {
      await dropBrought(services.files, form)
      return frozen(c, place)
    }
    const noLength = isNewFilm && whole.durationSeconds === null
    flash(c, noLength ? 'warn' : 'ok', noLength ? `${m(c).saved} ${m(c).durationUnknown}` : m(c).saved)
    return c.redirect(lessonsPath(place), 303)
  }

  app.get(`${base}/baru`, async c => {
    const place = await versionHere(services, c)
    const kind = kindAsked(c)
    if (place.version.state !== 'draft') return frozen(c, place)
    return show(c, { place, kind, lesson: null, typed: blankLesson(kind), flaws: [] })
  })

  app.post(base, async c => save(c, await versionHere(services, c), kindAsked(c), null))

  app.get(one, async c => {
    const { lesson, ...place } = await lessonHere(services, c)
    if (place.version.state !== 'draft') return c.redirect(`${lessonsPath(place)}/${lesson.id}/pratinjau`, 303)
    const itemIds = lesson.kind === 'quiz' ? await chosenItems(services.db, lesson.id) : []
    return show(c, { place, kind: lesson.kind, lesson, typed: lessonAsTyped(lesson, itemIds), flaws: [] })
  })

  app.post(one, async c => {
    const { lesson, ...place } = await lessonHere(services, c)
    return save(c, place, lesson.kind, lesson)
  })

  return app
}
