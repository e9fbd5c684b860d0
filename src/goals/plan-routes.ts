import { Hono } from 'hono'
import { type Instansi, listInstansi } from '../people/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { sought } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { notFound } from '../platform/http/refusal.ts'
import { formatInstant, formatNumber } from '../platform/i18n/index.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import { mayManage, mayRead } from './access.ts'
import { brokenWords, goalNodes, yearsToFill, yearsWithTargets } from './goal-cells.ts'
import { goalKindLabels, planKindLabels } from './labels.ts'
import { messages } from './messages.ts'
import { PlanPage } from './pages/plan.tsx'
import { stateBadge } from './plan-cells.ts'
import { goalSheet } from './plan-sheet.ts'
import { goalKinds, inTreeOrder } from './rules/goal.ts'
import { type GoalInPlan, goalsOfPlan } from './store/goal.ts'
import { activeBefore, type Plan, planById } from './store/plan.ts'

/** One plan with what it holds, on screen and as a workbook. */
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
      q: sought(c),
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
        figure: heldFigure(c, plan.id, sasaran.length, tied.length, isNational),
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
        canImport: !isNational && writes,
        step: writes ? stepOf(c, plan, before?.name ?? null) : null,
        removable: writes && plan.state === 'draft',
      }),
    )
  })

  const heldFigure = (c: Ctx, planId: number, sasaran: number, tied: number, isNational: boolean) => {
    const count = (n: number) => formatNumber(n, c.get('language'))
    const figure = { value: count(sasaran), brokenHref: null }
    if (sasaran === 0) return { ...figure, sentence: m(c).heldNone, tone: 'neutral' as const }
    if (isNational) return { ...figure, sentence: m(c).heldNational, tone: 'info' as const }
    if (tied === sasaran) return { ...figure, sentence: m(c).heldAll, tone: 'ok' as const }
    const brokenHref = `/rencana-daerah/${planId}?jenis=sasaran&kaitan=putus`
    return { ...figure, sentence: m(c).heldTied(count(tied)), tone: 'warn' as const, brokenHref }
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

  return app
}
