import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { forbidden, notFound } from '../../platform/http/refusal.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import { openProviders, type Provider } from '../../providers/index.ts'
import type { Tone } from '../../ui/index.ts'
import { programmeFlaws } from '../rules/programme.ts'
import { mayWrite, writableProviders } from './access.ts'
import { toAuthor } from './here.ts'
import { courseMessages } from './messages.ts'
import { ProgrammeFormPage, ProgrammesPage } from './pages/programmes.tsx'
import * as actions from './programme-actions.ts'
import { type ProgrammeForm, programmeForm, readProgramme, typedProgramme, withRoom } from './programme-form.ts'
import { programmeMessages } from './programme-messages.ts'
import { courseChoices, type Programme, type ProgrammeState, programmeById, programmesOf } from './store/programme.ts'
import { authorTabs } from './tabs.ts'
import type { FormError } from './version-form.ts'

const tones: Record<ProgrammeState, Tone> = { draft: 'info', active: 'ok', archived: 'neutral' }
const path = '/kursus/program/:id{[0-9]{1,9}}'

/** Programmes: their list, and the form in which one is built. */
export function programmeRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const words = (c: Ctx) => ({ m: courseMessages[c.get('language')], p: programmeMessages[c.get('language')] })
  const home = (c: Ctx) => ({ href: '/kursus/program', label: words(c).m.programmes })
  const badge = (c: Ctx, state: ProgrammeState) => ({ label: words(c).p.states[state], tone: tones[state] })

  const own = async (c: Ctx): Promise<Provider[]> => {
    toAuthor(c)
    return writableProviders(actorOf(c), await openProviders(services.db))
  }
  const programmeHere = async (c: Ctx): Promise<Programme> => {
    toAuthor(c)
    const programme = await programmeById(services.db, Number(c.req.param('id')))
    if (!programme || !mayWrite(actorOf(c), programme.provider)) throw notFound()
    return programme
  }

  app.get('/kursus/program', async c => {
    const { m, p } = words(c)
    const providers = await own(c)
    const count = (n: number) => formatNumber(n, c.get('language'))
    const all = await programmesOf(
      services.db,
      providers.map(one => one.id),
    )
    return page(
      c,
      { title: m.programmes, wide: true },
      ProgrammesPage({
        m,
        p,
        tabs: authorTabs(m, '/kursus/program'),
        figure: {
          value: count(all.filter(one => one.state === 'active').length),
          sentence: all.length === 0 ? p.noneWhat : p.countSentence(count(all.length)),
        },
        canCreate: providers.length > 0,
        rows: all.map(one => {
          const courses = one.sets.flatMap(set => set.courses)
          return {
            id: one.id,
            title: one.title,
            detail: `${one.code} · ${one.provider.shortName}`,
            state: badge(c, one.state),
            sets: p.setsOf(count(one.sets.length), count(courses.length)),
            courses: courses.map(course => course.title).join(', ') || m.none,
          }
        }),
      }),
    )
  })

  const newPage = (c: Ctx, providers: Provider[], chosen: string, form: ProgrammeForm, errors: FormError[]) => {
    const { m, p } = words(c)
    return page(
      c,
      { title: m.newProgramme, breadcrumb: [home(c)], status: errors.length > 0 ? 422 : 200 },
      ProgrammeFormPage({
        m,
        p,
        title: m.newProgramme,
        lead: p.newLead,
        action: '/kursus/program',
        errors,
        form,
        providers: {
          value: chosen,
          options: [
            ...(providers.length > 1 ? [{ value: '', label: m.choose }] : []),
            ...providers.map(one => ({ value: one.id, label: one.name })),
          ],
        },
        courses: [],
        state: null,
        flaws: [],
        step: null,
        catalogueHref: null,
      }),
    )
  }
  const toCreate = async (c: Ctx) => {
    const providers = await own(c)
    if (providers.length === 0) throw forbidden()
    return providers
  }

  app.get('/kursus/program/baru', async c =>
    newPage(c, await toCreate(c), '', { kode: '', judul: '', ringkasan: '', sets: [] }, []),
  )

  app.post('/kursus/program', async c => {
    const { m, p } = words(c)
    const providers = await toCreate(c)
    const field = await formFields(c)
    const form = typedProgramme(field)
    const provider = providers.find(one => String(one.id) === field('lembaga'))
    const { values, errors } = readProgramme(form, [], m, p)
    if (!provider) errors.unshift({ field: 'lembaga', message: m.flaws.provider })
    if (!provider || !values) return newPage(c, providers, field('lembaga'), form, errors)
    const id = await actions.createProgramme(services, actorOf(c), provider, values)
    if (id === null) return newPage(c, providers, field('lembaga'), form, [{ field: 'kode', message: p.codeTaken }])
    flash(c, 'ok', p.saved)
    return c.redirect(`/kursus/program/${id}`, 303)
  })

  const editPage = async (c: Ctx, programme: Programme, form: ProgrammeForm, errors: FormError[]) => {
    const { m, p } = words(c)
    const choices = await courseChoices(services.db, programme.provider.id)
    // What stands in it stays to be chosen, also where it is in the archive by now.
    const standing = programme.sets.flatMap(set => set.courses).filter(one => !choices.some(choice => choice.id === one.id))
    return page(
      c,
      { title: programme.title, breadcrumb: [home(c)], status: errors.length > 0 ? 422 : 200 },
      ProgrammeFormPage({
        m,
        p,
        title: programme.title,
        lead: p.editLead,
        action: `/kursus/program/${programme.id}`,
        errors,
        form: withRoom(form),
        providers: null,
        courses: [
          ...choices.map(one => ({ value: one.id, label: one.title })),
          ...standing.map(one => ({ value: one.id, label: `${one.title} (${p.notActive})` })),
        ],
        state: badge(c, programme.state),
        flaws: errors.length > 0 || programme.state === 'active' ? [] : flawWords(c, programme),
        step: programme.state === 'active' ? 'withdraw' : 'offer',
        catalogueHref: programme.state === 'active' ? `/katalog/program/${programme.id}` : null,
      }),
    )
  }
  const flawWords = (c: Ctx, programme: Programme) => {
    const { p } = words(c)
    return programmeFlaws(programme.sets).map(({ set, flaw }) =>
      set === null ? `${p.flaws[flaw]}.` : p.setFlaw(set + 1, p.flaws[flaw]),
    )
  }

  app.get(path, async c => {
    const programme = await programmeHere(c)
    return editPage(c, programme, programmeForm(programme, programme.sets), [])
  })

  app.post(path, async c => {
    const { m, p } = words(c)
    const programme = await programmeHere(c)
    const field = await formFields(c)
    const form = typedProgramme(field)
    const known = [...(await courseChoices(services.db, programme.provider.id)), ...programme.sets.flatMap(set => set.courses)]
    const { values, errors } = readProgramme(form, known, m, p)
    if (!values) return editPage(c, programme, form, errors)
    const change = await actions.saveProgramme(services, actorOf(c), programme.id, values)
    if (change === 'taken') return editPage(c, programme, form, [{ field: 'kode', message: p.codeTaken }])
    if (change === 'flawed') {
      const flaws = programmeFlaws(values.sets).map(({ set, flaw }) => ({
        field: set === null ? 'judul' : `set${set}_judul`,
        message: set === null ? `${p.flaws[flaw]}.` : p.setFlaw(set + 1, p.flaws[flaw]),
      }))
      return editPage(c, programme, form, flaws)
    }
    flash(c, change === 'done' ? 'ok' : 'info', change === 'done' ? p.saved : m.nothingChanged)
    return c.redirect(`/kursus/program/${programme.id}`, 303)
  })

  const stepping = (state: 'active' | 'archived') => async (c: Ctx) => {
    const { m, p } = words(c)
    const programme = await programmeHere(c)
    const change = await actions.setProgrammeState(services, actorOf(c), programme.id, state)
    const done = state === 'active' ? p.offered : p.withdrawn
    if (change === 'flawed') flash(c, 'warn', `${p.flawed} ${flawWords(c, programme).join(' ')}`)
    else flash(c, change === 'done' ? 'ok' : 'info', change === 'done' ? done : m.nothingChanged)
    return c.redirect(`/kursus/program/${programme.id}`, 303)
  }
  app.post(`${path}/tawarkan`, stepping('active'))
  app.post(`${path}/tarik`, stepping('archived'))

  return app
}
