import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { forbidden } from '../../platform/http/refusal.ts'
import { formatInstant, formatNumber } from '../../platform/i18n/index.ts'
import { openProviders, type Provider } from '../../providers/index.ts'
import { writableProviders } from './access.ts'
import * as actions from './actions.ts'
import { courseHere, coursePath, hrefOf, titleOf, toAuthor } from './here.ts'
import { conformityLabels, formChoices, openingLabels, stateBadge } from './labels.ts'
import { courseMessages } from './messages.ts'
import { CardFormPage, type CourseForm } from './pages/card-form.tsx'
import { CoursePage } from './pages/course.tsx'
import { openings } from './rules/version.ts'
import { blankCard, type CardForm, type FormError, readCard, readCourse, typedCard } from './version-form.ts'

/** A course: begun, its card, its versions, its archive. */
export function courseRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => courseMessages[c.get('language')]
  const home = (c: Ctx) => ({ href: '/kursus', label: m(c).courses })
  const openingChoices = (c: Ctx) => openings.map(value => ({ value, label: openingLabels[c.get('language')][value] }))

  const own = async (c: Ctx): Promise<Provider[]> => {
    toAuthor(c)
    const providers = writableProviders(actorOf(c), await openProviders(services.db))
    if (providers.length === 0) throw forbidden()
    return providers
  }

  const newPage = (c: Ctx, providers: Provider[], course: CourseForm, card: CardForm, errors: FormError[]) => {
    const language = c.get('language')
    return page(
      c,
      { title: m(c).newCourse, breadcrumb: [home(c)], status: errors.length > 0 ? 422 : 200 },
      CardFormPage({
        m: m(c),
        title: m(c).newCourse,
        lead: m(c).newLead,
        action: '/kursus',
        backHref: '/kursus',
        submit: m(c).create,
        errors,
        course: {
          values: course,
          providers: [
            ...(providers.length > 1 ? [{ value: '', label: m(c).choose }] : []),
            ...providers.map(one => ({ value: one.id, label: one.name })),
          ],
          openings: openingChoices(c),
        },
        card: {
          values: card,
          forms: formChoices(language),
          conformities: Object.entries(conformityLabels[language]).map(([value, label]) => ({ value, label })),
          short: true,
        },
      }),
    )
  }

  app.get('/kursus/baru', async c => newPage(c, await own(c), { lembaga: '', kode: '', terbuka: 'guided' }, blankCard, []))

  app.post('/kursus', async c => {
    const providers = await own(c)
    const field = await formFields(c)
    const typed: CourseForm = { lembaga: field('lembaga'), kode: field('kode'), terbuka: field('terbuka') }
    const card = { ...typedCard(field), kesesuaian: 'belum' }
    const provider = providers.find(one => String(one.id) === typed.lembaga)
    const course = readCourse(field, m(c))
    const version = readCard(card, m(c))
    const errors = [
      ...(provider ? [] : [{ field: 'lembaga', message: m(c).flaws.provider }]),
      ...course.errors,
      ...version.errors,
    ]
    if (!provider || !course.values || !version.values) return newPage(c, providers, typed, card, errors)
    const id = await actions.createCourse(services, actorOf(c), provider.id, course.values, version.values)
    if (id === null) return newPage(c, providers, typed, card, [{ field: 'kode', message: m(c).flaws.codeTaken }])
    flash(c, 'ok', m(c).created)
    return c.redirect(`/kursus/${id}/versi/1`, 303)
  })

  app.get(coursePath, async c => {
    const language = c.get('language')
    const { course, versions } = await courseHere(c, services)
    const when = (at: string | null) => (at === null ? m(c).none : formatInstant(new Date(at), language))
    return page(
      c,
      { title: titleOf(versions), wide: true, breadcrumb: [home(c)] },
      CoursePage({
        m: m(c),
        id: course.id,
        title: titleOf(versions),
        eyebrow: `${course.code} · ${course.provider.name}`,
        archived: course.archived,
        facts: [
          { label: m(c).openTo, value: openingLabels[language][course.openTo] },
          { label: m(c).made, value: m(c).madeOn(course.madeBy ?? m(c).someone, when(course.madeAt)) },
        ],
        versions: versions.map(version => ({
          number: version.number,
          title: version.title,
          state: stateBadge(version.state, language),
          jp: formatNumber(version.jp, language),
          made: m(c).madeOn(version.madeBy ?? m(c).someone, when(version.madeAt)),
          activated: when(version.activatedAt),
        })),
        hasDraft: versions.some(one => one.state === 'draft'),
        inForce: versions.some(one => one.state === 'active'),
      }),
    )
  })

  const editPage = async (c: Ctx, values: CourseForm, errors: FormError[]) => {
    const { course, versions } = await courseHere(c, services)
    return page(
      c,
      {
        title: m(c).editCourse,
        breadcrumb: [home(c), { href: `/kursus/${course.id}`, label: titleOf(versions) }],
        status: errors.length > 0 ? 422 : 200,
      },
      CardFormPage({
        m: m(c),
        title: m(c).editCourse,
        eyebrow: titleOf(versions),
        action: `/kursus/${course.id}/ubah`,
        backHref: `/kursus/${course.id}`,
        submit: m(c).save,
        errors,
        course: { values, providers: null, openings: openingChoices(c) },
        card: null,
      }),
    )
  }

  app.get(`${coursePath}/ubah`, async c => {
    const { course } = await courseHere(c, services)
    return editPage(c, { lembaga: '', kode: course.code, terbuka: course.openTo }, [])
  })

  app.post(`${coursePath}/ubah`, async c => {
    const { course } = await courseHere(c, services)
    const field = await formFields(c)
    const typed = { lembaga: '', kode: field('kode'), terbuka: field('terbuka') }
    const read = readCourse(field, m(c))
    if (!read.values) return editPage(c, typed, read.errors)
    const change = await actions.updateCourse(services, actorOf(c), course.id, read.values)
    if (change === 'taken') return editPage(c, typed, [{ field: 'kode', message: m(c).flaws.codeTaken }])
    flash(c, change === 'done' ? 'ok' : 'info', change === 'done' ? m(c).courseSaved : m(c).nothingChanged)
    return c.redirect(`/kursus/${course.id}`, 303)
  })

  const archiving = (archived: boolean) => async (c: Ctx) => {
    const { course } = await courseHere(c, services)
    const change = await actions.setArchived(services, actorOf(c), course.id, archived)
    const done = archived ? m(c).archived : m(c).restored
    flash(c, change === 'done' ? 'ok' : 'info', change === 'done' ? done : m(c).nothingChanged)
    return c.redirect(`/kursus/${course.id}`, 303)
  }
  app.post(`${coursePath}/arsipkan`, archiving(true))
  app.post(`${coursePath}/pulihkan`, archiving(false))

  app.post(`${coursePath}/versi`, async c => {
    const { course } = await courseHere(c, services)
    const { number, begun } = await actions.beginDraft(services, actorOf(c), course.id)
    flash(c, begun ? 'ok' : 'info', begun ? m(c).draftBegun(number) : m(c).draftStands(number))
    return c.redirect(hrefOf(course, { number }), 303)
  })

  return app
}
