import { Hono } from 'hono'
import { type Instansi, listInstansi, topUnits } from '../people/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import { managePlans, mayManage, mayRead } from './access.ts'
import * as actions from './actions.ts'
import { planKindLabels } from './labels.ts'
import { messages } from './messages.ts'
import { PlanFormPage } from './pages/plan-form.tsx'
import { blankPlan, type PlanForm, planErrors, planForm, readPlanForm, typedPlan } from './plan-form.ts'
import { kindsOfOwner, ownerOf, readPlan } from './rules/plan.ts'
import { type Plan, planById } from './store/plan.ts'

type Errors = { field: string; message: string }[]
/** Whose a new plan is; `instansi` null: the nation's. */
type Owner = { code: string; name: string; instansi: Instansi | null }

/** The form of a plan, and the steps of its life. */
export function planEditRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]
  const home = (c: Ctx) => ({ href: '/rencana-daerah', label: m(c).plans })

  /** @throws Refusal 404 where it may not be read, 403 where it may be read and not written */
  const planToWrite = async (c: Ctx): Promise<Plan> => {
    const plan = await planById(services.db, Number(c.req.param('id')))
    if (!plan || !mayRead(actorOf(c), plan, await listInstansi(services.db))) throw notFound()
    if (!mayManage(actorOf(c), plan.instansiId)) throw forbidden()
    return plan
  }

  /** Whose plan is to be made: the region code, or `nasional`. @throws Refusal 404, 403 */
  const ownerHere = async (c: Ctx, code: string): Promise<Owner> => {
    if (managePlans(actorOf(c)).kind === 'none') throw forbidden()
    if (code === 'nasional') {
      if (!mayManage(actorOf(c), null)) throw forbidden()
      return { code, name: m(c).nation, instansi: null }
    }
    const everyone = await listInstansi(services.db)
    const own = everyone.find(row => row.id === actorOf(c).homeInstansiId)?.regionCode
    const instansi = everyone.find(row => row.regionCode === (code || own))
    if (!instansi || !mayRead(actorOf(c), { instansiId: instansi.id, state: 'draft' }, everyone)) throw notFound()
    if (!mayManage(actorOf(c), instansi.id)) throw forbidden()
    return { code: instansi.regionCode, name: instansi.name, instansi }
  }

  const newPage = async (c: Ctx, owner: Owner, values: PlanForm, errors: Errors) => {
    const language = c.get('language')
    const units = owner.instansi ? await topUnits(services.db, owner.instansi.id) : []
    return page(
      c,
      { title: m(c).newPlan, breadcrumb: [home(c)], status: errors.length > 0 ? 422 : 200 },
      PlanFormPage({
        m: m(c),
        title: m(c).newPlan,
        lead: m(c).newPlanLead,
        action: '/rencana-daerah',
        backHref: owner.instansi ? `/rencana-daerah?instansi=${encodeURIComponent(owner.code)}` : '/rencana-daerah',
        values,
        errors,
        owner,
        choices: {
          kinds: kindsOfOwner[ownerOf(owner.instansi?.kind ?? null)].map(kind => ({
            value: kind,
            label: planKindLabels[language][kind],
          })),
          units: units.map(unit => ({ value: unit.id, label: unit.name })),
        },
        fixed: [],
        yearsOpen: true,
      }),
    )
  }

  app.get('/rencana-daerah/baru', async c =>
    newPage(c, await ownerHere(c, c.req.query('instansi') ?? ''), { ...blankPlan, jenis: 'rpjmd' }, []),
  )

  app.post('/rencana-daerah', async c => {
    const field = await formFields(c)
    const owner = await ownerHere(c, field('instansi'))
    const form = readPlanForm(field)
    const units = owner.instansi ? await topUnits(services.db, owner.instansi.id) : []
    const read = readPlan(typedPlan(form, units), ownerOf(owner.instansi?.kind ?? null), true)
    if (!read.ok) return newPage(c, owner, form, planErrors(read.flaws, m(c)))
    const id = await actions.createPlan(services, actorOf(c), owner.instansi?.id ?? null, read.values)
    flash(c, 'ok', m(c).planMade)
    return c.redirect(`/rencana-daerah/${id}`, 303)
  })

  const editPage = (c: Ctx, plan: Plan, values: PlanForm, errors: Errors) =>
    page(
      c,
      {
        title: m(c).editPlan,
        breadcrumb: [home(c), { href: `/rencana-daerah/${plan.id}`, label: plan.name }],
        status: errors.length > 0 ? 422 : 200,
      },
      PlanFormPage({
        m: m(c),
        title: m(c).editPlan,
        lead: plan.name,
        action: `/rencana-daerah/${plan.id}`,
        backHref: `/rencana-daerah/${plan.id}`,
        values,
        errors,
        owner: { code: plan.instansi?.regionCode ?? 'nasional', name: plan.instansi?.name ?? m(c).nation },
        choices: null,
        fixed: [
          { label: m(c).kind, value: planKindLabels[c.get('language')][plan.kind] },
          ...(plan.unit ? [{ label: m(c).unit, value: plan.unit.name }] : []),
          ...(plan.state === 'draft' ? [] : [{ label: m(c).period, value: m(c).periodOf(plan.yearFrom, plan.yearUntil) }]),
        ],
        yearsOpen: plan.state === 'draft',
      }),
    )

  app.get('/rencana-daerah/:id{[0-9]{1,9}}/ubah', async c => {
    const plan = await planToWrite(c)
    return editPage(c, plan, planForm(plan), [])
  })

  /** Says how a step ended and goes back to the plan. */
  const after = (c: Ctx, plan: Plan, change: actions.PlanChange, done: string) => {
    const words = {
      done,
      same: m(c).nothingChanged,
      stale: m(c).stale,
      basis_missing: m(c).basisFirst,
      in_use: m(c).planInUse,
    }[change]
    flash(c, change === 'done' ? 'ok' : change === 'same' ? 'info' : 'warn', words)
    return c.redirect(`/rencana-daerah/${plan.id}`, 303)
  }

  app.post('/rencana-daerah/:id{[0-9]{1,9}}', async c => {
    const plan = await planToWrite(c)
    const form = { ...planForm(plan), ...posted(readPlanForm(await formFields(c)), plan.state === 'draft') }
    const read = readPlan(
      typedPlan(form, plan.unit ? [plan.unit] : []),
      ownerOf(plan.instansi?.kind ?? null),
      plan.state === 'draft',
    )
    if (!read.ok) return editPage(c, plan, form, planErrors(read.flaws, m(c)))
    return after(c, plan, await actions.updatePlan(services, actorOf(c), plan, read.values), m(c).planSaved)
  })

  app.post('/rencana-daerah/:id{[0-9]{1,9}}/berlakukan', async c => {
    const plan = await planToWrite(c)
    return after(c, plan, await actions.activatePlan(services, actorOf(c), plan), m(c).activated)
  })
  app.post('/rencana-daerah/:id{[0-9]{1,9}}/arsipkan', async c => {
    const plan = await planToWrite(c)
    return after(c, plan, await actions.archivePlan(services, actorOf(c), plan), m(c).archived)
  })
  app.post('/rencana-daerah/:id{[0-9]{1,9}}/hapus', async c => {
    const plan = await planToWrite(c)
    const change = await actions.removePlan(services, actorOf(c), plan)
    if (change !== 'done') return after(c, plan, change, '')
    flash(c, 'ok', m(c).removed(plan.name))
    return c.redirect('/rencana-daerah', 303)
  })

  return app
}

/** What the form of a plan that stands may say: never its kind or office, its years only while a draft. */
const posted = ({ nama, dasar_hukum, dicocokkan, dari, sampai }: PlanForm, isDraft: boolean): Partial<PlanForm> => ({
  nama,
  dasar_hukum,
  dicocokkan,
  ...(isDraft ? { dari, sampai } : {}),
})
