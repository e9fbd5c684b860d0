import { Hono } from 'hono'
import { listInstansi } from '../people/index.ts'
import { trendChart } from '../platform/charts/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { page } from '../platform/http/page.tsx'
import { notFound } from '../platform/http/refusal.ts'
import { formatNumber } from '../platform/i18n/index.ts'
import { mayManage, mayRead } from './access.ts'
import { indicatorCells, linkCells, measureText, yearsWithTargets } from './goal-cells.ts'
import { goalKindLabels } from './labels.ts'
import { messages } from './messages.ts'
import { GoalPage, type GoalSection } from './pages/goal.tsx'
import { childKinds } from './rules/goal.ts'
import { type Goal, type GoalLink, goalById, goalsBelow, threadOf } from './store/goal.ts'
import { planById } from './store/plan.ts'

/** What a capability above lists on the page of a goal: the needs that serve it, the lines of a plan. One query. */
export type SectionOfGoal = (c: Ctx, goalId: number) => Promise<GoalSection>

/** One goal: what it serves up to the nation, what serves it, and its targets. */
export function goalRoutes(services: Services, sectionsAbove: readonly SectionOfGoal[]) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  app.get('/sasaran/:id{[0-9]{1,9}}', async c => {
    const language = c.get('language')
    const actor = actorOf(c)
    const goal = await goalById(services.db, Number(c.req.param('id')))
    const plan = goal && (await planById(services.db, goal.planId))
    const everyone = await listInstansi(services.db)
    if (!goal || !plan || !mayRead(actor, plan, everyone)) throw notFound()
    const isIndicator = goal.kind === 'indikator'
    const steps = await threadOf(services.db, goal.id)
    const below = isIndicator ? [] : await goalsBelow(services.db, goal.id)
    const sections: GoalSection[] = []
    for (const section of sectionsAbove) sections.push(await section(c, goal.id))
    const mayOpen = (link: GoalLink) => mayRead(actor, link.plan, everyone)
    const link = (one: GoalLink) => linkCells(one, mayOpen, language)
    const writes = plan.state !== 'archived' && mayManage(actor, plan.instansiId)
    const indicators = below.flatMap(one => (one.relation === 'child' && one.measured ? [one.measured] : []))
    const years = yearsWithTargets(indicators)
    const serving = below.filter(one => one.relation === 'serves')
    const hidden = serving.filter(one => !mayOpen(one)).length
    const kind = goalKindLabels[language][goal.kind]
    return page(
      c,
      {
        title: goal.name,
        wide: true,
        breadcrumb: [
          { href: '/rencana-daerah', label: m(c).plans },
          { href: `/rencana-daerah/${plan.id}`, label: plan.name },
        ],
      },
      GoalPage({
        m: m(c),
        name: goal.name,
        eyebrow: `${kind} ${goal.code}`,
        lead: [plan.name, goal.unit?.name ?? plan.unit?.name].filter(Boolean).join(' · '),
        editHref: writes ? `/sasaran/${goal.id}/ubah` : null,
        remove: writes ? { action: `/sasaran/${goal.id}/hapus`, confirm: m(c).removeGoalAsk(`${kind} ${goal.code}`) } : null,
        add: writes
          ? childKinds(goal.kind).map(one => ({
              href: `/rencana-daerah/${plan.id}/sasaran-baru?jenis=${one}&induk=${goal.id}`,
              label: m(c).addFirst(goalKindLabels[language][one]),
            }))
          : [],
        figure: isIndicator ? figureOf(c, goal) : null,
        isIndicator,
        targets: isIndicator ? targetsOf(c, goal) : null,
        facts: factsOf(c, goal),
        thread: { steps: steps.map(link), whole: steps[0]?.plan.instansiId === null },
        indicators: { rows: indicators.map(one => indicatorCells(one, years, language)), years: years.map(String) },
        inPlan: below.filter(one => one.relation === 'child' && !one.measured).map(link),
        servedBy: serving.filter(mayOpen).map(one => ({
          ...link(one),
          plan: one.plan.instansiId === plan.instansiId ? one.plan.name : `${one.plan.name} · ${one.owner}`,
        })),
        hidden: hidden > 0 ? m(c).hiddenBelow(formatNumber(hidden, language)) : null,
        sections,
      }),
    )
  })

  /** The target of this year; where there is none, of the last year that has one. */
  const figureOf = (c: Ctx, goal: Goal) => {
    const language = c.get('language')
    const now = services.clock.today().slice(0, 4)
    const years = Object.keys(goal.targets).sort()
    const year = goal.targets[now] === undefined ? years.at(-1) : now
    if (year === undefined) return null
    const direction = goal.higherIsBetter === null ? '' : m(c).directions[goal.higherIsBetter ? 'naik' : 'turun']
    return {
      value: measureText(goal.targets[year]!, language),
      unit: goal.unitOfMeasure ?? '',
      label: m(c).targetFigure(year),
      sentence:
        goal.baseline === null
          ? m(c).targetNoBaseline
          : m(c).targetSentence(measureText(goal.baseline, language), goal.baselineYear, direction.toLowerCase()),
    }
  }

  const targetsOf = (c: Ctx, goal: Goal) => {
    const language = c.get('language')
    const years = Object.keys(goal.targets).sort()
    if (years.length === 0) return null
    const first = goal.baseline === null ? [] : [goal.baselineYear === null ? m(c).baseline : m(c).baselineOf(goal.baselineYear)]
    const values = [...(goal.baseline === null ? [] : [goal.baseline]), ...years.map(year => goal.targets[year]!)]
    const numbers = values.map(value => (typeof value === 'number' ? value : null))
    const labels = [...first, ...years]
    return {
      // Words ("WTP") have no height: the table alone says them.
      svg: numbers.every(value => value !== null)
        ? trendChart({
            title: m(c).chartTitle,
            description: m(c).chartDescription(goal.name),
            labels,
            series: [{ label: goal.name, values: numbers }],
            ...rangeOf(numbers, /^(persen|%)$/i.test(goal.unitOfMeasure ?? '')),
            format: value => measureText(value, language),
          })
        : null,
      rows: labels.map((year, index) => ({ year, target: measureText(values[index]!, language) })),
    }
  }

  const factsOf = (c: Ctx, goal: Goal) => {
    // With a target the figure above says both.
    if (goal.kind !== 'indikator' || Object.keys(goal.targets).length > 0) return []
    return [
      { label: m(c).measure, value: goal.unitOfMeasure ?? '–' },
      ...(goal.higherIsBetter === null
        ? []
        : [{ label: m(c).direction, value: m(c).directions[goal.higherIsBetter ? 'naik' : 'turun'] }]),
    ]
  }

  return app
}

/** From zero where that leaves the line its shape, else with room below and above; a share never above 100. */
function rangeOf(values: readonly number[], isShare: boolean): { min: number; max?: number } {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const top = isShare && high <= 100 ? 100 : undefined
  if (low <= (high - low) * 3) return { min: Math.min(0, low), max: top }
  const step = 10 ** Math.floor(Math.log10(Math.max(high - low, Math.abs(high) / 100)))
  return {
    min: Math.floor(low / step - 1) * step,
    max: Math.min(top ?? Number.POSITIVE_INFINITY, Math.ceil(high / step + 1) * step),
  }
}
