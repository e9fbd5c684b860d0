import { Hono } from 'hono'
import { chosenInstansi } from '../people/index.ts'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { formatDate } from '../platform/i18n/index.ts'
import type { JpmCap } from '../regulation/index.ts'
import { setPolicy } from './access.ts'
import { chooseJpmCap } from './actions.ts'
import { messages } from './messages.ts'
import { PolicyPage } from './pages/policy.tsx'
import { jpmPolicies, jpmPolicy } from './store/policy.ts'

const caps: readonly JpmCap[] = ['total', 'item', 'none']

/** `/pemetaan/aturan`: how the instansi computes the job person match. */
export function policyRoutes(services: Services) {
  const { db } = services
  const app = new Hono<AppEnv>()

  const policyPage = async (
    c: Ctx,
    code: string | undefined,
    typed: { cap: string; basis: string } | null,
    error: string | null,
  ) => {
    const language = c.get('language')
    const m = messages[language]
    const scope = setPolicy(actorOf(c))
    const { chosen, within } = await chosenInstansi(c, db, scope, code)
    const { now, all } = await inScope(db, scope, async tx => ({
      now: await jpmPolicy(tx, chosen.id),
      all: await jpmPolicies(tx, chosen.id),
    }))
    return page(
      c,
      { title: m.policyTitle, breadcrumb: [{ href: '/pemetaan', label: m.mapping }], status: error ? 422 : 200 },
      PolicyPage({
        m,
        instansi: { value: chosen.regionCode, choices: within.map(one => ({ value: one.regionCode, label: one.name })) },
        caps: caps.map(value => ({ value, label: m.caps[value] })),
        now: {
          cap: m.caps[now.cap],
          basis: now.legalBasis,
          since: formatDate(now.activeFrom, language),
          isDefault: now.instansiId === null,
        },
        typed: typed ?? { cap: now.cap, basis: '' },
        error,
        history: all.map(one => ({
          version: one.version,
          cap: m.caps[one.cap],
          basis: one.legalBasis,
          since: formatDate(one.activeFrom, language),
          active: one.state === 'active',
        })),
      }),
    )
  }

  app.get('/pemetaan/aturan', c => policyPage(c, c.req.query('instansi'), null, null))

  app.post('/pemetaan/aturan', async c => {
    const m = messages[c.get('language')]
    const field = await formFields(c)
    const { chosen } = await chosenInstansi(c, db, setPolicy(actorOf(c)), field('instansi'))
    const cap = caps.find(one => one === field('batas'))
    const legalBasis = field('dasar').slice(0, 300)
    if (!cap || legalBasis.length < 5)
      return policyPage(c, chosen.regionCode, { cap: field('batas'), basis: legalBasis }, m.basisMissing)
    await chooseJpmCap(services, actorOf(c), { instansiId: chosen.id, cap, legalBasis })
    flash(c, 'ok', m.policySet)
    return c.redirect(`/pemetaan/aturan?instansi=${chosen.regionCode}`, 303)
  })

  return app
}
