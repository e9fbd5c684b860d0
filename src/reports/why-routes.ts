import { Hono } from 'hono'
import { choicePolicy } from '../assessment/index.ts'
import { readGaps } from '../needs/index.ts'
import { readPegawai } from '../people/index.ts'
import { type Scope, scopeOf } from '../platform/actor.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { page } from '../platform/http/page.tsx'
import { notFound } from '../platform/http/refusal.ts'
import { highestLevel } from '../regulation/index.ts'
import { WhyPage } from './pages/why.tsx'
import { loadWhy } from './why.ts'
import { whyMessages } from './why-messages.ts'

const ruleField = choicePolicy.fields.find(field => field.name === 'rule')!
const rules = ruleField.kind === 'choice' ? ruleField.choices : []

/** `/saya/mengapa` and `/pegawai/:id/mengapa`: why each level is what it is, on one screen. */
export function whyRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  const whyPage = async (c: Ctx, scope: Scope, pegawaiId: number) => {
    const language = c.get('language')
    const m = whyMessages[language]
    const actor = actorOf(c)
    const why = await loadWhy(services.db, scope, readGaps(actor), pegawaiId, services.clock.today())
    if (!why) throw notFound()
    const own = actor.pegawaiId === pegawaiId
    const rule = rules.find(one => one.value === why.policy.value.rule)!
    return page(
      c,
      {
        title: own ? m.title : m.titleOf(why.person.name),
        breadcrumb: [{ href: own ? '/saya' : `/pegawai/${pegawaiId}`, label: why.person.name }],
      },
      WhyPage({
        m,
        language,
        why,
        own,
        ruleName: rule.label[language],
        ruleHelp: rule.help?.[language] ?? '',
        ruleHref: `/aturan/${choicePolicy.path}?instansi=${encodeURIComponent(why.person.instansi.regionCode)}`,
        maxLevel: highestLevel,
      }),
    )
  }

  app.get('/saya/mengapa', c => {
    const actor = actorOf(c)
    if (actor.pegawaiId === null) throw notFound()
    return whyPage(c, scopeOf(actor, ['pegawai']), actor.pegawaiId)
  })

  app.get('/pegawai/:id{[0-9]{1,9}}/mengapa', c => {
    const scope = readPegawai(actorOf(c))
    if (scope.kind === 'none') throw notFound()
    return whyPage(c, scope, Number(c.req.param('id')))
  })

  return app
}
