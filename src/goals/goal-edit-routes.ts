import { Hono } from 'hono'
import { type Instansi, listInstansi, topUnits } from '../people/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import { guidesOf, mayManage, mayRead } from './access.ts'
import * as actions from './goal-actions.ts'
import {
  blankGoal,
  type FormError,
  type GoalForm,
  goalErrors,
  goalForm,
  readGoalForm,
  targetField,
  typedGoal,
} from './goal-form.ts'
import { goalKindLabels } from './labels.ts'
import { messages } from './messages.ts'
import { GoalFormPage } from './pages/goal-form.tsx'
import { type CodePlace, type GoalKind, goalKinds, parentKinds, readGoal, servingKinds } from './rules/goal.ts'
import { mayServe, ownerOf, type PlanPlace, yearsOf } from './rules/plan.ts'
import { type Goal, type GoalChoice, type GoalInPlan, goalById, goalsOfPlan, goalsToServe } from './store/goal.ts'
import { type Plan, planById } from './store/plan.ts'

/** What the form of a goal chooses among. */
type Around = { plan: Plan; goal: Goal | null; inPlan: GoalInPlan[]; above: GoalChoice[]; units: { id: number; name: string }[] }

/** The form of a goal: new in a plan, or one that stands. */
export function goalEditRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  /** @throws Refusal 404 where the plan may not be read, 403 where it may not be written */
  const writable = async (c: Ctx, planId: number): Promise<{ plan: Plan; everyone: Instansi[] }> => {
    const plan = await planById(services.db, planId)
    const everyone = await listInstansi(services.db)
    if (!plan || !mayRead(actorOf(c), plan, everyone)) throw notFound()
    if (!mayManage(actorOf(c), plan.instansiId)) throw forbidden()
    return { plan, everyone }
  }

  const around = async ({ plan, everyone }: { plan: Plan; everyone: Instansi[] }, goal: Goal | null): Promise<Around> => {
    const guides = plan.instansiId === null ? [] : guidesOf(plan.instansiId, everyone)
    const place: PlanPlace = plan
    const near = plan.instansiId === null ? [] : [plan.instansiId, ...guides]
    return {
      plan,
      goal,
      inPlan: await goalsOfPlan(services.db, plan.id),
      above: (await goalsToServe(services.db, near)).filter(one => mayServe(place, one.plan, guides)),
      units: plan.instansiId === null ? [] : await topUnits(services.db, plan.instansiId),
    }
  }

  const formPage = (
    c: Ctx,
    { plan, goal, inPlan, above, units }: Around,
    kind: GoalKind,
    form: GoalForm,
    errors: FormError[],
  ) => {
    const labels = goalKindLabels[c.get('language')]
    const title = goal ? m(c).editGoal(labels[kind]) : m(c).newGoal(labels[kind])
    const parents = inPlan.filter(one => parentKinds[kind].includes(one.kind) && one.id !== goal?.id)
    const blank = kind === 'indikator' || parentKinds[kind].every(one => one === 'program' || one === 'kegiatan')
    return page(
      c,
      {
        title,
        breadcrumb: [
          { href: '/rencana-daerah', label: m(c).plans },
          { href: `/rencana-daerah/${plan.id}`, label: plan.name },
        ],
        status: errors.length > 0 ? 422 : 200,
      },
      GoalFormPage({
        m: m(c),
        title,
        planName: plan.name,
        action: goal ? `/sasaran/${goal.id}` : `/rencana-daerah/${plan.id}/sasaran`,
        backHref: goal ? `/sasaran/${goal.id}` : `/rencana-daerah/${plan.id}`,
        kind,
        kinds: goal
          ? []
          : goalKinds.map(one => ({
              href: `/rencana-daerah/${plan.id}/sasaran-baru?jenis=${one}`,
              label: labels[one],
              current: one === kind,
            })),
        codeHelp: codeHelp(c, kind, placeOf(plan)),
        values: form,
        errors,
        parents:
          parentKinds[kind].length === 0
            ? null
            : [
                { value: '', label: blank || kind === 'program' ? m(c).chooseParent : m(c).noParent },
                ...parents.map(one => ({ value: one.id, label: `${labels[one.kind]} ${one.code} ${short(one.name)}` })),
              ],
        above:
          servingKinds.includes(kind) && plan.kind !== 'rpjpn'
            ? [
                { value: '', label: form.induk ? m(c).followsParent : m(c).noneAbove },
                ...above.map(one => ({ value: one.id, label: `${one.plan.name} · ${one.code} ${short(one.name)}` })),
              ]
            : null,
        units: units.map(unit => ({ value: unit.id, label: unit.name })),
        targets:
          kind === 'indikator' ? yearsOf(plan).map(year => ({ field: targetField(year), label: m(c).targetOf(year) })) : null,
      }),
    )
  }

  const codeHelp = (c: Ctx, kind: GoalKind, place: CodePlace) => {
    const level = place.isProvince ? 1 : 2
    const examples: Partial<Record<GoalKind, string>> = {
      program: '5.03.02',
      kegiatan: `5.03.02.${level}.03`,
      sub_kegiatan: `5.03.02.${level}.03.0001`,
    }
    return place.owner === 'daerah' && examples[kind] ? `${m(c).nomenclatureHelp} ${examples[kind]}.` : m(c).codeHelp
  }

  /** What was typed, checked against what there is to choose from; the form again where something is wrong. */
  const save = async (c: Ctx, all: Around, kind: GoalKind) => {
    const { plan, goal } = all
    const years = yearsOf(plan)
    const form: GoalForm = { ...readGoalForm(await formFields(c), years), jenis: kind }
    const parent = all.inPlan.find(one => String(one.id) === form.induk) ?? null
    const read = readGoal(typedGoal(form, years), parent?.kind ?? null, placeOf(plan))
    const errors = read.ok ? [] : goalErrors(read.flaws, placeOf(plan), m(c), c.get('language'))
    const serves = all.above.find(one => String(one.id) === form.mendukung) ?? null
    // What is served already may have gone into the archive since: it stays until something else is chosen.
    const kept = goal?.serves && String(goal.serves.id) === form.mendukung ? goal.serves.id : null
    if (form.mendukung && !serves && kept === null) errors.push({ field: 'mendukung', message: m(c).servesFlaw })
    const unit = all.units.find(one => String(one.id) === form.penanggung_jawab) ?? null
    if (form.penanggung_jawab && !unit) errors.push({ field: 'penanggung_jawab', message: m(c).answersFlaw })
    if (!read.ok || errors.length > 0) return formPage(c, all, kind, form, errors)
    const values: actions.PlacedGoal = {
      ...read.values,
      parentId: parent?.id ?? null,
      servesGoalId: servingKinds.includes(kind) ? (serves?.id ?? kept) : null,
      unitId: unit?.id ?? null,
    }
    const saved = goal
      ? await actions.updateGoal(services, actorOf(c), plan, goal, values)
      : await actions.createGoal(services, actorOf(c), plan, values)
    if (!saved.ok && saved.flaw === 'taken') {
      return formPage(c, all, kind, form, [{ field: 'kode', message: m(c).codeTaken }])
    }
    if (!saved.ok) {
      flash(c, 'warn', saved.flaw === 'archived' ? m(c).goalArchived : m(c).goalInUse)
      return c.redirect(`/rencana-daerah/${plan.id}`, 303)
    }
    flash(c, saved.changed ? 'ok' : 'info', saved.changed ? m(c).goalSaved : m(c).nothingChanged)
    return c.redirect(
      goal ? `/sasaran/${goal.id}` : `/rencana-daerah/${plan.id}#s-${parent && kind === 'indikator' ? parent.id : saved.id}`,
      303,
    )
  }

  app.get('/rencana-daerah/:id{[0-9]{1,9}}/sasaran-baru', async c => {
    const all = await around(await writable(c, Number(c.req.param('id'))), null)
    const kind = goalKinds.find(one => one === c.req.query('jenis')) ?? 'tujuan'
    return formPage(c, all, kind, blankGoal(kind, c.req.query('induk') ?? ''), [])
  })

  app.post('/rencana-daerah/:id{[0-9]{1,9}}/sasaran', async c => {
    const all = await around(await writable(c, Number(c.req.param('id'))), null)
    const field = await formFields(c)
    return save(c, all, goalKinds.find(one => one === field('jenis')) ?? 'tujuan')
  })

  const goalHere = async (c: Ctx) => {
    const goal = await goalById(services.db, Number(c.req.param('id')))
    if (!goal) throw notFound()
    return { goal, ...(await writable(c, goal.planId)) }
  }

  app.get('/sasaran/:id{[0-9]{1,9}}/ubah', async c => {
    const { goal, ...where } = await goalHere(c)
    return formPage(c, await around(where, goal), goal.kind, goalForm(goal), [])
  })

  // Its kind stays: what stands under it was put there because of it.
  app.post('/sasaran/:id{[0-9]{1,9}}', async c => {
    const { goal, ...where } = await goalHere(c)
    return save(c, await around(where, goal), goal.kind)
  })

  app.post('/sasaran/:id{[0-9]{1,9}}/hapus', async c => {
    const { goal, plan } = await goalHere(c)
    const removed = await actions.removeGoal(services, actorOf(c), plan, goal)
    if (!removed.ok) {
      flash(c, 'warn', removed.flaw === 'archived' ? m(c).goalArchived : m(c).goalInUse)
      return c.redirect(`/sasaran/${goal.id}`, 303)
    }
    flash(c, 'ok', m(c).goalRemoved(`${goalKindLabels[c.get('language')][goal.kind]} ${goal.code}`))
    return c.redirect(`/rencana-daerah/${plan.id}`, 303)
  })

  return app
}

const placeOf = (plan: Plan): CodePlace => ({
  owner: ownerOf(plan.instansi?.kind ?? null),
  isProvince: plan.instansi?.kind === 'provinsi',
})
const short = (name: string) => (name.length > 90 ? `${name.slice(0, 88)}…` : name)
