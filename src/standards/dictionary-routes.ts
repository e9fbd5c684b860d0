import { Hono } from 'hono'
import { jenjangLabels } from '../people/index.ts'
import type { AppEnv, Services } from '../platform/http/context.ts'
import { page } from '../platform/http/page.tsx'
import { notFound } from '../platform/http/refusal.ts'
import { formatNumber } from '../platform/i18n/index.ts'
import { pillars } from '../regulation/index.ts'
import { competencyName, pillarLabels } from './labels.ts'
import { messages } from './messages.ts'
import { CompetencyPage } from './pages/competency.tsx'
import { DictionaryPage } from './pages/dictionary.tsx'
import { type Competency, classesAsking, competencyByCode, listCompetencies } from './store/competency.ts'

const contains = (row: Competency, q: string) => `${row.code} ${row.name} ${row.nameEn ?? ''}`.toLowerCase().includes(q)

/** The dictionary by pillar, and one competency with its five levels. */
export function dictionaryRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  app.get('/kamus', async c => {
    const language = c.get('language')
    const m = messages[language]
    const all = await listCompetencies(services.db)
    const q = (c.req.query('q') ?? '').trim().slice(0, 80)
    const pillar = pillars.find(one => one === c.req.query('pilar')) ?? pillars[0]!
    const shown = all.filter(row => (q ? contains(row, q.toLowerCase()) : row.pillar === pillar))
    const unverified = all.filter(row => !row.verified).length
    return page(
      c,
      { title: m.dictionary, wide: true },
      DictionaryPage({
        m,
        total: formatNumber(all.length, language),
        unverified: unverified > 0 ? formatNumber(unverified, language) : null,
        q,
        tabs: pillars.map(one => ({
          href: `/kamus?pilar=${one}`,
          label: pillarLabels[language][one],
          current: !q && one === pillar,
          count: formatNumber(all.filter(row => row.pillar === one).length, language),
        })),
        rows: shown.map(row => ({ ...row, name: competencyName(row, language), pillar: pillarLabels[language][row.pillar] })),
      }),
    )
  })

  app.get('/kamus/:code', async c => {
    const language = c.get('language')
    const m = messages[language]
    const competency = await competencyByCode(services.db, c.req.param('code'))
    if (!competency) throw notFound()
    const demands = await classesAsking(services.db, competency.id)
    const name = competencyName(competency, language)
    const urusan = (value: string | null) => value?.replaceAll('_', ' ') ?? m.allUrusan
    return page(
      c,
      {
        title: name,
        breadcrumb: [
          { href: '/kamus', label: m.dictionary },
          { href: `/kamus?pilar=${competency.pillar}`, label: pillarLabels[language][competency.pillar] },
        ],
      },
      CompetencyPage({
        m,
        code: competency.code,
        name,
        verified: competency.verified,
        facts: [
          { label: m.pillar, value: pillarLabels[language][competency.pillar] },
          { label: m.urusan, value: urusan(competency.urusan) },
          { label: m.legalBasis, value: competency.legalBasis },
        ],
        levels: competency.levels,
        demands: demands.map(row => ({
          jenjang: jenjangLabels[language][row.jenjang],
          urusan: urusan(row.urusan),
          level: formatNumber(row.level, language),
        })),
      }),
    )
  })

  return app
}
