import { Hono } from 'hono'
import { goalsFor } from '../../goals/index.ts'
import { chosenInstansi, type Instansi, jenjangLabels, listInstansi, topUnits } from '../../people/index.ts'
import { coversInstansi } from '../../platform/actor.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { forbidden, notFound } from '../../platform/http/refusal.ts'
import { type Jenjang, jenjangCodes } from '../../regulation/index.ts'
import { listCompetencies } from '../../standards/index.ts'
import { manageNeeds } from '../access.ts'
import { goalChoices } from '../goal-choices.ts'
import { createStated, moveStated, type Place, updateStated } from './actions.ts'
import { messages } from './messages.ts'
import { StatedFormPage } from './pages/form.tsx'
import { mayState, readStated, type StatedFlaw, type TypedStated } from './rules/stated.ts'
import { type Stated, statedById } from './store.ts'

/** The names that the inputs of the form bear. */
const inputs: Record<keyof TypedStated, string> = {
  kind: 'jenis',
  year: 'tahun',
  title: 'judul',
  competency: 'kompetensi',
  level: 'tingkat',
  training: 'pelatihan',
  jenjang: 'jenjang',
  unit: 'unit',
  number: 'orang',
  goal: 'sasaran',
  goalLink: 'kaitan',
  legalBasis: 'dasar',
  note: 'catatan',
}
const longest: Partial<Record<keyof TypedStated, number>> = { title: 300, training: 200, legalBasis: 300, note: 1000 }

const typedOf = (need: Stated): TypedStated => ({
  kind: need.kind,
  year: String(need.year),
  title: need.title,
  competency: String(need.competencyId ?? ''),
  level: String(need.level ?? ''),
  training: need.training ?? '',
  jenjang: need.jenjang ?? '',
  unit: String(need.unitId ?? ''),
  number: String(need.number ?? ''),
  goal: String(need.goalId ?? ''),
  goalLink: need.goalLink === null ? '1' : String(need.goalLink),
  legalBasis: need.legalBasis ?? '',
  note: need.note ?? '',
})

/** Stating a need: add, change, put into force, archive. */
export function editRoutes(services: Services) {
  const { db } = services
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  const placeOf = (c: Ctx, instansi: Instansi): Place => ({
    instansiId: instansi.id,
    scope: manageNeeds(actorOf(c)),
    today: services.clock.today(instansi.timeZone),
  })

  const placeHere = async (c: Ctx, code?: string) => {
    const scope = manageNeeds(actorOf(c))
    if (scope.kind === 'none' || scope.kind === 'people') throw forbidden()
    const { chosen } = await chosenInstansi(c, db, scope, code)
    return { instansi: chosen, place: placeOf(c, chosen) }
  }

  const needHere = async (c: Ctx) => {
    const scope = manageNeeds(actorOf(c))
    if (scope.kind === 'none' || scope.kind === 'people') throw forbidden()
    const need = await inScope(db, scope, tx => statedById(tx, Number(c.req.param('id'))))
    if (!need || !coversInstansi(scope, need.instansiId)) throw notFound()
    const instansi = (await listInstansi(db)).find(one => one.id === need.instansiId)!
    return { need, instansi, place: placeOf(c, instansi) }
  }

  const knownAt = (place: Place) =>
    inScope(db, place.scope, async tx => ({
      units: await topUnits(tx, place.instansiId),
      goals: await goalsFor(tx, place.instansiId),
      competencies: await listCompetencies(tx),
    }))

  type Shown = { instansi: Instansi; place: Place; typed: TypedStated; flaws: readonly StatedFlaw[]; need: Stated | null }

  const formPage = async (
    c: Ctx,
    { instansi, place, typed, flaws, need }: Shown,
    known?: Awaited<ReturnType<typeof knownAt>>,
  ) => {
    const language = c.get('language')
    const words = m(c)
    const { units, goals, competencies } = known ?? (await knownAt(place))
    const title = need ? words.editTitle : words.addTitle
    return page(
      c,
      {
        title,
        status: flaws.length > 0 ? 422 : 200,
        breadcrumb: [{ href: `/kebutuhan/organisasi?instansi=${instansi.regionCode}`, label: words.title }],
      },
      StatedFormPage({
        m: words,
        title,
        place: instansi.name,
        instansi: instansi.regionCode,
        action: need ? `/kebutuhan/organisasi/${need.id}` : '/kebutuhan/organisasi',
        backHref: need ? `/kebutuhan/organisasi/${need.id}` : `/kebutuhan/organisasi?instansi=${instansi.regionCode}`,
        typed,
        inputs,
        isNew: need === null,
        fromProposals: need?.population === 'proposals',
        choices: {
          competencies: competencies.map(one => ({ value: String(one.id), label: `${one.code} ${one.name}` })),
          jenjang: Object.keys(jenjangCodes).map(value => ({ value, label: jenjangLabels[language][value as Jenjang] })),
          units: units.map(unit => ({ value: String(unit.id), label: unit.name })),
          goals: goalChoices(goals),
        },
        errors: flaws.map(({ field, flaw }) => ({
          field: inputs[field],
          message: words.flaws[`${field}_${flaw}`] ?? words.flaws.otherwise,
        })),
      }),
    )
  }

  const read = async (c: Ctx, place: Place, need: Stated | null) => {
    const field = await formFields(c)
    const typed = Object.fromEntries(
      (Object.keys(inputs) as (keyof TypedStated)[]).map(key => [key, field(inputs[key]).slice(0, longest[key] ?? 60)]),
    ) as TypedStated
    if (need) typed.kind = need.kind
    const known = await knownAt(place)
    const ids = (rows: readonly { id: number }[]) => new Set(rows.map(row => row.id))
    // A unit, goal or competency that was chosen before stays choosable though it is in no list any more.
    const kept = (set: Set<number>, id: number | null | undefined) => (id == null ? set : set.add(id))
    const result = readStated(
      typed,
      {
        year: Math.min(Number(place.today.slice(0, 4)), need?.year ?? 9999),
        competencyIds: kept(ids(known.competencies), need?.competencyId),
        jenjang: new Set(Object.keys(jenjangCodes)),
        unitIds: kept(ids(known.units), need?.unitId),
        goalIds: kept(ids(known.goals), need?.goalId),
      },
      need?.population === 'proposals',
    )
    return { field, typed, known, result }
  }

  app.get('/kebutuhan/organisasi/baru', async c => {
    const here = await placeHere(c)
    const year = String(Number(here.place.today.slice(0, 4)) + 1)
    const typed = { ...(Object.fromEntries(Object.keys(inputs).map(key => [key, ''])) as TypedStated), year, goalLink: '1' }
    return formPage(c, { ...here, typed, flaws: [], need: null })
  })

  app.post('/kebutuhan/organisasi', async c => {
    const code = (await formFields(c))('instansi')
    const here = await placeHere(c, code)
    const { field, typed, known, result } = await read(c, here.place, null)
    if (!result.ok) return formPage(c, { ...here, typed, flaws: result.flaws, need: null }, known)
    const active = field('berlaku') !== ''
    const id = await createStated(services, actorOf(c), here.place, result.values, active)
    flash(c, 'ok', active ? m(c).createdActive : m(c).created)
    return c.redirect(`/kebutuhan/organisasi/${id}`, 303)
  })

  const after = (c: Ctx, id: number, done: boolean, text: string) => {
    if (done) flash(c, 'ok', text)
    else flash(c, 'warn', m(c).stale)
    return c.redirect(`/kebutuhan/organisasi/${id}`, 303)
  }

  app.get('/kebutuhan/organisasi/:id{[0-9]{1,9}}/ubah', async c => {
    const here = await needHere(c)
    if (!mayState(here.need.state, 'edit')) return after(c, here.need.id, false, '')
    return formPage(c, { ...here, typed: typedOf(here.need), flaws: [] })
  })

  app.post('/kebutuhan/organisasi/:id{[0-9]{1,9}}', async c => {
    const here = await needHere(c)
    const { typed, known, result } = await read(c, here.place, here.need)
    if (!result.ok) return formPage(c, { ...here, typed, flaws: result.flaws }, known)
    return after(c, here.need.id, await updateStated(services, actorOf(c), here.place, here.need, result.values), m(c).updated)
  })

  app.post('/kebutuhan/organisasi/:id{[0-9]{1,9}}/berlakukan', async c => {
    const { need, place } = await needHere(c)
    return after(c, need.id, await moveStated(services, actorOf(c), place, need.id, { to: 'active' }), m(c).activated)
  })

  app.post('/kebutuhan/organisasi/:id{[0-9]{1,9}}/arsipkan', async c => {
    const { need, place } = await needHere(c)
    const why = (await formFields(c))('alasan').slice(0, 500) || null
    return after(c, need.id, await moveStated(services, actorOf(c), place, need.id, { to: 'archived', why }), m(c).archived)
  })

  return app
}
