import { Hono } from 'hono'
import type { AppEnv, Ctx, Services } from '../platform/http/context.ts'
import { page } from '../platform/http/page.tsx'
import { HistoryPage } from './pages/history.tsx'
import { byText, periodText, stepsOf } from './present.ts'
import { competenciesById } from './store/competency.ts'
import { versionsOf } from './store/version.ts'
import type { Subject } from './subject.ts'
import { versionMessages } from './version-messages.ts'

/** Every version of one standard; drafts only for who may set them. */
export function historyRoutes(services: Services, base: string, subjectOf: (c: Ctx, services: Services) => Promise<Subject>) {
  const app = new Hono<AppEnv>()

  app.get(`${base}/riwayat`, async c => {
    const language = c.get('language')
    const v = versionMessages[language]
    const subject = await subjectOf(c, services)
    const versions = (await versionsOf(services.db, subject.target)).filter(row => row.state !== 'draft' || subject.mayManage)
    const ids = new Set(versions.flatMap(row => row.levels.map(level => level.competencyId)))
    const competencies = await competenciesById(services.db, [...ids])
    return page(
      c,
      {
        title: `${v.history}: ${subject.name}`,
        wide: true,
        breadcrumb: [subject.crumb, { href: subject.href(), label: subject.name }],
      },
      HistoryPage({
        v,
        name: subject.name,
        editHref: subject.mayManage ? subject.href('/ubah') : null,
        rows: versions.map((row, index) => ({
          id: row.id,
          version: v.versionN(row.version),
          state: row.state,
          period: periodText(row, language),
          steps: stepsOf(versions[index + 1] ?? null, row, competencies, language),
          basis: row.legalBasis ?? '–',
          ended:
            row.endedAt === null ? null : `${v.endedBy} ${byText(row.endedBy, row.endedAt, language)}: ${row.endedWhy ?? '–'}`,
          by: row.state === 'draft' ? byText(row.madeBy, row.madeAt, language) : byText(row.setBy, row.setAt, language),
        })),
      }),
    )
  })

  return app
}
