import { Hono } from 'hono'
import { type Instansi, listInstansi, topUnits } from '../people/index.ts'
import { hasRole } from '../platform/actor.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import { formatInstant, formatNumber } from '../platform/i18n/index.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import { managePlans, mayManage, mayRead } from './access.ts'
import * as actions from './actions.ts'
import { brokenWords, goalNodes, yearsToFill, yearsWithTargets } from './goal-cells.ts'
import { goalKindLabels, planKindLabels } from './labels.ts'
import { messages } from './messages.ts'
import { PlanPage } from './pages/plan.tsx'
import { PlanFormPage } from './pages/plan-form.tsx'
import { stateBadge } from './plan-cells.ts'
import { blankPlan, type PlanForm, planErrors, planForm, readPlanForm, typedPlan } from './plan-form.ts'
import { goalSheet } from './plan-sheet.ts'
import { goalKinds, inTreeOrder } from './rules/goal.ts'
import { kindsOfOwner, ownerOf, readPlan } from './rules/plan.ts'
import { type GoalInPlan, goalsOfPlan } from './store/goal.ts'
import { activeBefore, type Plan, planById } from './store/plan.ts'

type Errors = { field: string; message: string }[]
/** Whose a new plan is; `instansi` null: the nation's. */
type Owner = { code: string; name: string; instansi: Instansi | null }

/** One plan with what it holds, its form, and the steps of its life. */
export function planRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]
  const home = (c: Ctx) => ({ href: '/rencana-daerah', label: m(c).plans })

  /** @throws Refusal 404 where it is not there, or not for this actor */
  const planHere = async (c: Ctx): Promise<{ plan: Plan; everyone: Instansi[] }> => {
    const plan = await planById(services.db, Number(c.req.param('id')))
    const everyone = await listInstansi(services.db)
    if (!plan || !mayRead(actorOf(c), plan, everyone)) throw notFound()
    return { plan, everyone }
  }
  /** @throws Refusal 404, or 403 where it may be read and not written */
  const planToWrite = async (c: Ctx): Promise<Plan> => {
    const { plan } = await planHere(c)
    if (!mayManage(actorOf(c), plan.instansiId)) throw forbidden()
    return plan
  }

  app.get('/rencana-daerah/:id{[0-9]{1,9}}', async c => {
    const language = c.get('language')
    const actor = actorOf(c)
    const { plan, everyone } = await planHere(c)
    const goals = await goalsOfPlan(services.db, plan.id)
    const isNational = plan.instansiId === null
    const writes = plan.state !== 'archived' && mayManage(actor, plan.instansiId)
    const before = writes && plan.state === 'draft' ? await activeBefore(services.db, plan.id) : null
    const years = yearsWithTargets(goals)
    const sasaran = goals.filter(goal => goal.kind === 'sasaran')
    const tied = sasaran.filter(goal => goal.reaches)
    const values = {
      q: (c.req.query('q') ?? '').trim().slice(0, 80),
      jenis: goalKinds.find(kind => kind === c.req.query('jenis')) ?? '',
      kaitan: c.req.query('kaitan') === 'putus' || c.req.query('kaitan') === 'terhubung' ? c.req.query('kaitan')! : '',
    }
    const addLabel = m(c).addFirst(goalKindLabels[language].tujuan)
    return page(
      c,
      { title: plan.name, wide: true, breadcrumb: [home(c)] },
      PlanPage({
        m: m(c),
        id: plan.id,
        name: plan.name,
        kind: planKindLabels[language][plan.kind],
        lead: [plan.unit?.name, plan.instansi?.name ?? m(c).nation, m(c).periodOf(plan.yearFrom, plan.yearUntil)]
          .filter(Boolean)
          .join(' · '),
        verified: plan.verified,
        state: stateBadge(plan.state, language),
        figure: heldFigure(c, sasaran.length, tied.length, isNational),
        nodes: goalNodes({ goals, isNational, mayOpen: link => mayRead(actor, link.plan, everyone) }, years, language),
        years: years.map(String),
        found: Object.values(values).some(Boolean) ? search(c, goals, values, isNational) : null,
        values,
        choices: {
          jenis: goalKinds.map(kind => ({ value: kind, label: goalKindLabels[language][kind] })),
          kaitan: Object.entries(m(c).ties).map(([value, label]) => ({ value, label })),
        },
        facts: factsOf(c, plan),
        isEmpty: goals.length === 0,
        addHref: writes ? `/rencana-daerah/${plan.id}/sasaran-baru?jenis=tujuan` : null,
        addLabel: goals.length === 0 ? addLabel : m(c).add,
        editHref: writes ? `/rencana-daerah/${plan.id}/ubah` : null,
        exportHref: `/rencana-daerah/${plan.id}/isi.xlsx`,
        canImport: !isNational && hasRole(actor, 'admin', 'pengelola'),
        step: writes ? stepOf(c, plan, before?.name ?? null) : null,
        removable: writes && plan.state === 'draft',
      }),
    )
  })

  const heldFigure = (c: Ctx, sasaran: number, tied: number, isNational: boolean) => {
    const count = (n: number) => formatNumber(n, c.get('language'))
    const value = count(sasaran)
    if (sasaran === 0) return { value, sentence: m(c).heldNone, tone: 'neutral' as const }
    if (isNational) return { value, sentence: m(c).heldNational, tone: 'info' as const }
    return tied === sasaran
      ? { value, sentence: m(c).heldAll, tone: 'ok' as const }
      : { value, sentence: m(c).heldTied(count(tied)), tone: 'warn' as const }
  }

  const factsOf = (c: Ctx, plan: Plan) => {
    const deed = (label: string, done: Plan['made'] | null) =>
      done ? [{ label, value: m(c).deed(done.by, formatInstant(new Date(done.at), c.get('language'))) }] : []
    return [
      { label: m(c).legalBasis, value: plan.legalBasis ?? '–' },
      ...deed(m(c).made, plan.made),
      ...deed(m(c).activatedAt, plan.activated),
      ...deed(m(c).archivedAt, plan.archived),
    ]
  }

  const stepOf = (c: Ctx, plan: Plan, replaces: string | null) =>
    plan.state === 'draft'
      ? {
          action: `/rencana-daerah/${plan.id}/berlakukan`,
          label: m(c).activate,
          confirm: replaces === null ? m(c).activateAsk : m(c).activateReplaces(replaces),
          danger: false,
        }
      : { action: `/rencana-daerah/${plan.id}/arsipkan`, label: m(c).archive, confirm: m(c).archiveAsk, danger: true }

  const search = (
    c: Ctx,
    goals: readonly GoalInPlan[],
    values: { q: string; jenis: string; kaitan: string },
    isNational: boolean,
  ) => {
    const words = values.q.toLowerCase().split(/\s+/).filter(Boolean)
    const isBroken = (goal: GoalInPlan) => !isNational && brokenWords(goal, m(c)) !== null
    return inTreeOrder(goals)
      .map(({ goal }) => goal)
      .filter(goal => words.every(word => `${goal.code} ${goal.name}`.toLowerCase().includes(word)))
      .filter(goal => values.jenis === '' || goal.kind === values.jenis)
      .filter(goal => values.kaitan === '' || (values.kaitan === 'putus' ? isBroken(goal) : goal.reaches))
      .map(goal => ({
        id: goal.id,
        code: goal.code,
        kind: goalKindLabels[c.get('language')][goal.kind],
        name: goal.name,
        serves: goal.serves ? `${goal.serves.plan.name} · ${goal.serves.code} ${goal.serves.name}` : '',
        broken: isBroken(goal),
      }))
  }

  app.get('/rencana-daerah/:id{[0-9]{1,9}}/isi.xlsx', async c => {
    const { plan } = await planHere(c)
    const goals = await goalsOfPlan(services.db, plan.id)
    const bytes = await writeWorkbook([goalSheet(plan, goals, yearsToFill(plan, goals), messages.id)])
    return spreadsheet(c, bytes, `rencana-${plan.id}`, services.clock.today())
  })

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
const posted = ({ nama, dasar_hukum, dari, sampai }: PlanForm, isDraft: boolean): Partial<PlanForm> => ({
  nama,
  dasar_hukum,
  ...(isDraft ? { dari, sampai } : {}),
})
