import { Hono } from 'hono'
import { listInstansi } from '../../people/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields, formTicks } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { forbidden, notFound } from '../../platform/http/refusal.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import { type Provider, providerById, trainersOf } from '../../providers/index.ts'
import { formEntries, learningForms } from '../../regulation/index.ts'
import { organises } from './access.ts'
import { accreditationFor } from './accreditation.ts'
import * as actions from './class-actions.ts'
import { blankClass, classErrors, classForm, nextClassForm, notOffered, readClassForm, typedClass } from './class-form.ts'
import { organisedClass, taughtProviders } from './here.ts'
import { admissionLabels, patternLabels } from './labels.ts'
import { wrongLetters } from './letters/wrong.ts'
import { messages } from './messages.ts'
import { ChooseCoursePage, ClassFormPage, type ClassFormValues } from './pages/class-form.tsx'
import { CancelPage } from './pages/class-show.tsx'
import { admissions, classPatterns, mayBecome, readClass } from './rules/class.ts'
import { type ClassCard, type CourseClass, classById, type TaughtCourse, taughtCourses } from './store.ts'

type Errors = { field: string; message: string }[]
/** What a class is made of, whether it is new or stands. */
type Made = { title: string; programme: string | null; provider: Provider; stands: CourseClass | null }

/** The form of a class, and the steps of its life until it runs. */
export function classEditRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]
  const home = (c: Ctx) => ({ href: '/kelas', label: m(c).classes })

  /** Whom a class of this institution may be for and who may teach it, beside those whom it names already. */
  const offeredBy = async ({ provider, stands }: Made) => {
    const everyone = await listInstansi(services.db)
    const keeper = everyone.find(one => one.id === provider.instansiId)
    const central = !keeper || keeper.kind === 'kementerian' || keeper.kind === 'lembaga'
    const named: Pick<ClassFormValues, 'untuk' | 'pengajar'> = stands ? classForm(stands) : { untuk: [], pengajar: [] }
    const untuk = everyone
      .filter(one => central || [one.id, one.guidedBy].includes(keeper.id) || named.untuk.includes(String(one.id)))
      .map(one => ({ value: String(one.id), label: one.name }))
    const pengajar = (await trainersOf(services.db, provider.id))
      .filter(one => !one.closed || named.pengajar.includes(String(one.id)))
      .map(one => ({ value: String(one.id), label: one.name, ...(one.expertise && { help: one.expertise }) }))
    return { central, choices: { untuk, pengajar } }
  }

  const formPage = async (
    c: Ctx,
    made: Made,
    where: { title: string; action: string; backHref: string; hidden: Record<string, string> },
    values: ClassFormValues,
    errors: Errors,
  ) => {
    const language = c.get('language')
    const { central, choices } = await offeredBy(made)
    const accreditation = await accreditationFor(services.db, made, values.selesai || null)
    return page(
      c,
      { title: where.title, breadcrumb: [home(c)], status: errors.length > 0 ? 422 : 200 },
      ClassFormPage({
        m: m(c),
        ...where,
        course: made.title,
        values,
        errors,
        central,
        choices: {
          pola: classPatterns.map(value => ({ value, label: patternLabels[language][value] })),
          bentuk: learningForms.map(value => ({ value, label: formEntries[value].name[language] })),
          penerimaan: admissions.map(value => ({ value, ...admissionLabels[language][value] })),
          ...choices,
        },
        accreditation: accreditation?.words(m(c), language) ?? null,
      }),
    )
  }

  /** What was typed, read; or the page that says what is wrong with it. */
  const readCard = async (c: Ctx, made: Made): Promise<{ form: ClassFormValues; card: ClassCard | null; errors: Errors }> => {
    const field = await formFields(c)
    const form = readClassForm(field, { untuk: await formTicks(c, 'untuk'), pengajar: await formTicks(c, 'pengajar') })
    const { central, choices } = await offeredBy(made)
    const read = readClass(typedClass(form, central))
    const errors = [...(read.ok ? [] : classErrors(read.flaws, m(c))), ...notOffered(form, choices, m(c))]
    if (!read.ok || errors.length > 0) return { form, card: null, errors }
    const accreditation = await accreditationFor(services.db, made, read.values.endsOn)
    const entrustedTo = accreditation?.remedies.find(one => String(one.providerId) === form.titip)?.providerId ?? null
    if (accreditation && read.values.endsOn !== null && !accreditation.own && entrustedTo === null) {
      const words = accreditation.words(m(c), c.get('language'))
      return { form, card: null, errors: [{ field: words.titip.length > 0 ? 'titip' : 'selesai', message: words.sentence }] }
    }
    const accreditationId = entrustedTo === null ? (accreditation?.own?.id ?? null) : null
    const card = { ...read.values, trainerIds: form.pengajar.map(Number), accreditationId, entrustedTo }
    return { form, card, errors: [] }
  }

  /** The course a new class is of. @throws Refusal 403 where the actor teaches nowhere, 404 where it is not a course of theirs */
  const courseHere = async (c: Ctx, id: string): Promise<{ course: TaughtCourse; made: Made }> => {
    const providers = await taughtProviders(c, services.db)
    if (providers.length === 0) throw forbidden()
    const courses = await taughtCourses(
      services.db,
      providers.map(one => one.id),
    )
    const course = courses.find(one => String(one.id) === id)
    const provider = providers.find(one => one.id === course?.providerId)
    if (!course || !provider) throw notFound()
    return { course, made: { title: course.title, programme: course.programme, provider, stands: null } }
  }
  const newAt = (c: Ctx, course: TaughtCourse) => ({
    title: m(c).newClass,
    action: '/kelas',
    backHref: '/kelas',
    hidden: { kursus: String(course.id) },
  })

  app.get('/kelas/baru', async c => {
    const chosen = c.req.query('kursus') ?? ''
    if (chosen === '') {
      const providers = await taughtProviders(c, services.db)
      if (providers.length === 0) throw forbidden()
      const courses = await taughtCourses(
        services.db,
        providers.map(one => one.id),
      )
      const label = (one: TaughtCourse) => (providers.length > 1 ? `${one.title} (${one.provider})` : one.title)
      const options = courses.map(one => ({ value: String(one.id), label: label(one) }))
      return page(
        c,
        { title: m(c).newClass, breadcrumb: [home(c)] },
        ChooseCoursePage({ m: m(c), courses: options, coursesHref: '/kursus' }),
      )
    }
    const { course, made } = await courseHere(c, chosen)
    const before = await classById(services.db, Number(/^\d{1,9}$/.exec(c.req.query('seperti') ?? '')?.[0] ?? 0))
    const values =
      before && organises(actorOf(c), before) && before.course.id === course.id ? nextClassForm(before) : blankClass(course)
    return formPage(c, made, newAt(c, course), values, [])
  })

  app.post('/kelas', async c => {
    const { course, made } = await courseHere(c, (await formFields(c))('kursus'))
    const { form, card, errors } = await readCard(c, made)
    if (!card) return formPage(c, made, newAt(c, course), form, errors)
    const of = { providerId: made.provider.id, instansiId: made.provider.instansiId, versionId: course.versionId }
    const id = await actions.createClass(services, actorOf(c), of, card)
    flash(c, 'ok', m(c).made)
    return c.redirect(`/kelas/${id}`, 303)
  })

  const madeOf = async (one: CourseClass): Promise<Made> => ({
    title: one.course.title,
    programme: one.course.programme,
    provider: (await providerById(services.db, one.provider.id))!,
    stands: one,
  })
  const editAt = (c: Ctx, one: CourseClass) => ({
    title: m(c).editClass,
    action: `/kelas/${one.id}/ubah`,
    backHref: `/kelas/${one.id}`,
    hidden: {},
  })
  /** What was done, and that letters of the class are wrong by it. */
  const withLetters = async (c: Ctx, one: CourseClass, said: string) => {
    const wrong = await wrongLetters(services.db, one.id)
    return wrong === 0 ? said : `${said} ${m(c).lettersWrong(formatNumber(wrong, c.get('language')))}`
  }
  const isOver = (one: CourseClass) => one.state === 'closed' || one.state === 'cancelled'
  /** Says that the class is no longer what the form was about, and goes back to it. */
  const stale = (c: Ctx, one: CourseClass) => {
    flash(c, 'warn', m(c).stale)
    return c.redirect(`/kelas/${one.id}`, 303)
  }

  app.get('/kelas/:id{[0-9]{1,9}}/ubah', async c => {
    const one = await organisedClass(c, services.db)
    return isOver(one) ? stale(c, one) : formPage(c, await madeOf(one), editAt(c, one), classForm(one), [])
  })

  app.post('/kelas/:id{[0-9]{1,9}}/ubah', async c => {
    const one = await organisedClass(c, services.db)
    const made = await madeOf(one)
    const { form, card, errors } = await readCard(c, made)
    if (!card) return formPage(c, made, editAt(c, one), form, errors)
    const done = await actions.updateClass(services, actorOf(c), one.id, card)
    if (!done.ok && done.flaw === 'stale') return stale(c, one)
    if (!done.ok) {
      const count = formatNumber(done.count, c.get('language'))
      const error =
        done.flaw === 'taken'
          ? { field: 'kursi_maks', message: m(c).fewerThanTaken(count) }
          : { field: card.startsOn === null ? 'pola' : 'mulai', message: m(c).sessionsOutside(count) }
      return formPage(c, made, editAt(c, one), form, [error])
    }
    const said = done.movedUp > 0 ? m(c).savedMoved(done.movedUp) : m(c).saved
    flash(c, 'ok', await withLetters(c, one, said))
    return c.redirect(`/kelas/${one.id}`, 303)
  })

  app.post('/kelas/:id{[0-9]{1,9}}/buka', async c => {
    const one = await organisedClass(c, services.db)
    const flaws = await actions.openClass(services, actorOf(c), one.id)
    if (flaws.length === 0) flash(c, 'ok', m(c).opened)
    else flash(c, 'warn', flaws.map(flaw => m(c).openFlaws[flaw]).join(' '))
    return c.redirect(`/kelas/${one.id}`, 303)
  })

  app.post('/kelas/:id{[0-9]{1,9}}/mulai', async c => {
    const one = await organisedClass(c, services.db)
    if (!(await actions.startClass(services, actorOf(c), one.id))) return stale(c, one)
    flash(c, 'ok', m(c).started)
    return c.redirect(`/kelas/${one.id}`, 303)
  })

  const cancelPage = (c: Ctx, one: CourseClass, why: string, errors: Errors) => {
    const told = one.seats.taken + one.seats.waiting + one.seats.asked
    return page(
      c,
      {
        title: m(c).cancel,
        breadcrumb: [home(c), { href: `/kelas/${one.id}`, label: one.name }],
        status: errors.length > 0 ? 422 : 200,
      },
      CancelPage({
        m: m(c),
        id: one.id,
        title: one.name,
        course: one.course.title,
        count: m(c).cancelCount(formatNumber(told, c.get('language'))),
        why,
        errors,
      }),
    )
  }
  app.get('/kelas/:id{[0-9]{1,9}}/batal', async c => {
    const one = await organisedClass(c, services.db)
    return mayBecome(one.state, 'cancelled') ? cancelPage(c, one, '', []) : stale(c, one)
  })
  app.post('/kelas/:id{[0-9]{1,9}}/batal', async c => {
    const one = await organisedClass(c, services.db)
    const why = (await formFields(c))('alasan')
    const message = why.length < 10 ? m(c).cancelWhyMissing : why.length > 500 ? m(c).cancelWhyLong : null
    if (message !== null) return cancelPage(c, one, why, [{ field: 'alasan', message }])
    const told = await actions.cancelClass(services, actorOf(c), one.id, why)
    if (told === null) return stale(c, one)
    flash(c, 'ok', await withLetters(c, one, m(c).cancelled(told)))
    return c.redirect(`/kelas/${one.id}`, 303)
  })

  return app
}
