import { Hono } from 'hono'
import { ClassWorkPage, classWork } from '../learning/index.ts'
import { governments } from '../needs/index.ts'
import { rolesOf, scopeOf } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Services } from '../platform/http/context.ts'
import { page } from '../platform/http/page.tsx'
import { forbidden } from '../platform/http/refusal.ts'
import { formatNumber, formatShare } from '../platform/i18n/index.ts'
import { leadingRole } from './frame.ts'
import { showManagerHome } from './manager-home.ts'
import { messages } from './messages.ts'
import { GuidancePage } from './pages/guidance.tsx'
import { profileRoutes, showOwn } from './profile-routes.ts'
import { openTasks } from './tasks.ts'
import { showPeople, showTeam, teamRoutes } from './team-routes.ts'
import { whyRoutes } from './why-routes.ts'

/** `/` as it is for who asks, and `/pembinaan`: the governments one guides. */
export function reportRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  app.get('/', async c => {
    const actor = actorOf(c)
    const roles = rolesOf(actor)
    const m = messages[c.get('language')]
    if (['admin', 'pengelola', 'perencana', 'bappeda', 'pembina', 'pimpinan'].includes(leadingRole(actor)))
      return showManagerHome(services, c)
    if (['penyelenggara', 'fasilitator'].includes(leadingRole(actor))) {
      const work = await classWork(services, actor, c.get('language'))
      const [title, tasks] = [m.greeting(actor.name), await openTasks(services, c)]
      return page(c, { title: m.menu.home, wide: true }, ClassWorkPage({ title, tasks, work }))
    }
    if (roles.has('asesor')) {
      return showPeople(services, c, scopeOf(actor, ['asesor', 'penyelenggara', 'fasilitator']), scopeOf(actor, ['asesor']), {
        title: m.caseTitle,
        lead: m.caseSentence,
      })
    }
    if (roles.has('atasan')) return showTeam(services, c)
    if (actor.pegawaiId === null) return showManagerHome(services, c)
    return showOwn(services, c)
  })

  app.get('/pembinaan', async c => {
    const scope = scopeOf(actorOf(c), ['pembina', 'perencana', 'bappeda'])
    if (scope.kind === 'none' || scope.kind === 'people') throw forbidden()
    const language = c.get('language')
    const m = messages[language]
    const rows = await inScope(services.db, scope, tx => governments(tx, scope.kind === 'nation' ? null : scope.instansi))
    const share = (row: (typeof rows)[number]) => row.assessed / row.active
    const lowest = [...rows].sort((a, b) => share(a) - share(b))[0]
    return page(
      c,
      { title: m.guidanceTitle, wide: true },
      GuidancePage({
        m,
        figure: lowest
          ? {
              value: formatNumber(rows.length, language),
              sentence: m.guidanceSentence(lowest.name, formatShare(share(lowest), language)),
            }
          : null,
        rows: rows.map(row => ({
          code: row.instansi,
          name: row.name,
          coverage: share(row),
          coverageText: formatShare(share(row), language),
          assessed: m.assessedOf(formatNumber(row.assessed, language), formatNumber(row.active, language)),
          below: row.assessed_pairs > 0 ? formatShare(row.gap_pairs / row.assessed_pairs, language) : '–',
          urgent: formatNumber(row.urgent, language),
          important: formatNumber(row.important, language),
          needs: formatNumber(row.needs, language),
        })),
      }),
    )
  })

  return app.route('/', profileRoutes(services)).route('/', teamRoutes(services)).route('/', whyRoutes(services))
}
