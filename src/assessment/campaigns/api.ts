import { listInstansi } from '../../people/index.ts'
import { coversInstansi, narrowTo } from '../../platform/actor.ts'
import { asRater, inScope } from '../../platform/db/index.ts'
import { createApi, cut, idInCursor } from '../../platform/http/api.ts'
import { actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { asRaterOf, readCampaigns } from './access.ts'
import { campaignApiRoutes as routes } from './api-schema.ts'
import { campaignHere } from './here.ts'
import { openTask, type Saved, saveRating } from './rating-actions.ts'
import type { Answer } from './rules/task.ts'
import { countCampaigns, listCampaigns } from './store/campaign.ts'
import { participants, progressOf } from './store/participants.ts'
import { tasksOf } from './store/rating.ts'

/** How a saved rating is told: the status and what is missing. */
function savedAnswer(saved: Saved, codeOf: (competencyId: number) => string) {
  if (saved.ok)
    return { status: 200 as const, body: { submitted: saved.submitted, version: saved.version, problem: null, competencies: [] } }
  const shared = { submitted: false, version: saved.version }
  if (saved.why === 'flaws') {
    const competencies = saved.flaws.flatMap(flaw => ('competencyId' in flaw ? [codeOf(flaw.competencyId)] : []))
    return { status: 422 as const, body: { ...shared, problem: 'unanswered' as const, competencies } }
  }
  if (saved.why === 'state') return { status: 409 as const, body: { ...shared, problem: 'state' as const, competencies: [] } }
  return {
    status: 409 as const,
    body: {
      ...shared,
      submitted: saved.submitted,
      problem: 'stale' as const,
      competencies: saved.differing.map(one => codeOf(one.competencyId)),
    },
  }
}

export function campaignApi(services: Services) {
  const app = createApi()

  app.openapi(routes.list, async c => {
    const { instansi, limit, cursor } = c.req.valid('query')
    const scope = readCampaigns(actorOf(c))
    const offset = idInCursor(cursor)
    const within = (await listInstansi(services.db)).filter(row => coversInstansi(scope, row.id))
    const asked = instansi === undefined ? within : within.filter(row => row.regionCode === instansi)
    const filter = { instansiIds: asked.map(row => row.id), state: null, q: '' }
    const rows = await inScope(services.db, narrowTo(scope, filter.instansiIds), async tx =>
      (await countCampaigns(tx, filter)).total === 0
        ? []
        : listCampaigns(tx, filter, { order: 'keadaan', descending: false, offset, limit: limit + 1 }),
    )
    const { data, next } = cut(rows, limit, () => [offset + limit])
    return c.json({ data: data.map(({ instansi: _, ...row }) => row), next }, 200)
  })

  app.openapi(routes.one, async c => {
    const { campaign, scope } = await campaignHere(c as unknown as Ctx, services)
    const progress = await inScope(services.db, scope, tx => progressOf(tx, campaign.id))
    const { id, name, purpose, legalBasis, state, methods, waves } = campaign
    return c.json(
      {
        ...{ id, name, purpose, legalBasis, state, methods, waves },
        instansi: campaign.instansi.regionCode,
        progress: progress.map(({ withoutTasks: _, ...row }) => row),
      },
      200,
    )
  })

  app.openapi(routes.people, async c => {
    const { limit, cursor } = c.req.valid('query')
    const offset = idInCursor(cursor)
    const { campaign, scope } = await campaignHere(c as unknown as Ctx, services)
    const filter = { stage: null, wave: null, unitId: null, q: '' }
    const rows = await inScope(services.db, scope, tx =>
      participants(tx, campaign.id, filter, { order: 'nama', descending: false, offset, limit: limit + 1 }),
    )
    const { data, next } = cut(rows, limit, () => [offset + limit])
    return c.json(
      {
        data: data.map(({ id, nip, name, jabatan, unit, wave, stage, leftWhy, tasks, submitted }) => ({
          ...{ id, nip, name, jabatan, unit, wave, stage, leftWhy, tasks, submitted },
        })),
        next,
      },
      200,
    )
  })

  app.openapi(routes.tasks, async c => {
    const { limit, cursor } = c.req.valid('query')
    const offset = idInCursor(cursor)
    const page = { order: 'batas' as const, descending: false, offset, limit: limit + 1 }
    const { rows } = await asRater(services.db, asRaterOf(actorOf(c)), tx =>
      tasksOf(tx, { shelf: null, relation: null, q: '' }, services.clock.today(), page),
    )
    const { data, next } = cut(rows, limit, () => [offset + limit])
    return c.json(
      {
        data: data.map(task => ({
          id: task.id,
          campaign: { id: task.campaign.id, name: task.campaign.name },
          relation: task.relation,
          rated: { name: task.ratedName, jabatan: task.jabatan, unit: task.unit },
          startsOn: task.startsOn,
          endsOn: task.endsOn,
          shelf: task.shelf,
        })),
        next,
      },
      200,
    )
  })

  app.openapi(routes.task, async c => {
    const found = await openTask(services, actorOf(c), c.req.valid('param').id)
    if (!found) throw notFound()
    const { task, demands, answers } = found
    const codeOf = new Map(demands.map(one => [one.competencyId, one.code]))
    return c.json(
      {
        id: task.id,
        relation: task.relation,
        rated: { name: task.ratedName, jabatan: task.jabatan, unit: task.unit },
        state: found.state,
        version: task.version,
        competencies: demands.map(({ code, name, levels }) => ({
          code,
          name,
          levels: levels.map(({ level, label }) => ({ level, label })),
        })),
        answers: answers.flatMap(one => {
          const competency = codeOf.get(one.competencyId)
          return competency === undefined ? [] : [{ competency, level: one.said, evidence: one.evidence }]
        }),
      },
      200,
    )
  })

  app.openapi(routes.save, async c => {
    const found = await openTask(services, actorOf(c), c.req.valid('param').id)
    if (!found) throw notFound()
    const { version, submit, answers } = c.req.valid('json')
    const idOf = new Map(found.demands.map(one => [one.code, one.competencyId]))
    const codeOf = new Map(found.demands.map(one => [one.competencyId, one.code]))
    const given = answers.flatMap((one): Answer[] => {
      const competencyId = idOf.get(one.competency)
      return competencyId === undefined ? [] : [{ competencyId, said: one.level, evidence: one.evidence ?? null }]
    })
    const saved = await saveRating(services, actorOf(c), found, { version, answers: given, submit })
    const { status, body } = savedAnswer(saved, competencyId => codeOf.get(competencyId) ?? '')
    return c.json(body, status)
  })

  return app
}
