import { Hono } from 'hono'
import { savedViews } from '../identity/index.ts'
import { chosenInstansi } from '../people/index.ts'
import { coversInstansi, hasRole, narrowTo } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { listHref } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import { formatNumber, formatShare } from '../platform/i18n/index.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import { type Pillar, pillars } from '../regulation/index.ts'
import { pillarLabels } from '../standards/index.ts'
import { readNeedPeople, readNeeds } from './access.ts'
import { messages as cellMessages } from './cell-messages.ts'
import { messages as costMessages } from './cost/messages.ts'
import { openCostOf } from './cost/of.ts'
import { costView, policyHref } from './cost/present.ts'
import { messages } from './messages.ts'
import { HeatmapPage } from './pages/heatmap.tsx'
import { heatTone } from './present.ts'
import * as store from './store.ts'

/** The heatmap of a government or an OPD, and its figures as a workbook. */
export function heatmapRoutes(services: Services) {
  const { db } = services
  const app = new Hono<AppEnv>()
  const words = (c: Ctx) => messages[c.get('language')]
  const unitOf = (c: Ctx) => (/^\d{1,9}$/.test(c.req.query('unit') ?? '') ? Number(c.req.query('unit')) : null)

  /** The map asked for: its cells, the competencies they are of, and where. */
  const read = async (c: Ctx) => {
    const scope = readNeeds(actorOf(c))
    if (scope.kind === 'none' || scope.kind === 'people') throw forbidden()
    const { chosen, within } = await chosenInstansi(c, db, scope)
    const topId = unitOf(c)
    const pillar: Pillar | null = pillars.find(p => p === c.req.query('pilar')) ?? null
    const found = await inScope(db, narrowTo(scope, [chosen.id]), async tx => {
      const all = await store.heat(tx, chosen.id, topId)
      const used = await store.heatColumns(tx, [...new Set(all.map(cell => cell.competency_id))])
      const columns = used.filter(competency => pillar === null || competency.pillar === pillar)
      const shownIds = new Set(columns.map(column => column.id))
      return {
        cells: all,
        columns,
        shown: all.filter(cell => shownIds.has(cell.competency_id)),
        office: topId === null ? null : await store.unitName(tx, chosen.id, topId),
        cost: await openCostOf(tx, chosen.id, services.clock.today(chosen.timeZone), {
          topId,
          competencyIds: pillar ? [...shownIds] : null,
        }),
        views: await savedViews(c, tx, chosen.regionCode),
      }
    })
    if (topId !== null && found.office === null) throw notFound()
    return { ...found, chosen, within, topId, pillar }
  }

  app.get('/kesenjangan', async c => {
    const m = words(c)
    const language = c.get('language')
    const { cells, columns, shown, office, cost, views, chosen, within, topId, pillar } = await read(c)
    const units = [...new Map(cells.map(cell => [cell.top_id, cell.unit]))]
    const byKey = new Map(cells.map(cell => [`${cell.top_id}:${cell.competency_id}`, cell]))
    const canSeePeople = coversInstansi(readNeedPeople(actorOf(c)), chosen.id)
    const assessed = shown.reduce((sum, cell) => sum + cell.assessed_people, 0)
    const below = shown.reduce((sum, cell) => sum + cell.gap_people, 0)
    const worst = shown
      .filter(cell => cell.assessed_people >= 5)
      .sort((a, b) => b.gap_people / b.assessed_people - a.gap_people / a.assessed_people)[0]
    return page(
      c,
      {
        title: m.heatmap,
        wide: true,
        ...(topId ? { breadcrumb: [{ href: `/kesenjangan?instansi=${chosen.regionCode}`, label: m.heatAll }] } : {}),
      },
      HeatmapPage({
        m,
        figure:
          assessed > 0
            ? {
                value: formatShare(below / assessed, language),
                sentence: worst && m.heatSentence(columns.find(column => column.id === worst.competency_id)!.name, worst.unit),
              }
            : null,
        place: office ?? chosen.name,
        views,
        compareHref: `/kesenjangan/banding?instansi=${chosen.regionCode}`,
        exportHref: listHref(c, {}).replace('/kesenjangan', '/kesenjangan.xlsx'),
        cost: {
          m: costMessages[language],
          cost: costView(cost.loads, cost.policy, chosen.regionCode, language),
          href: policyHref(chosen.regionCode),
        },
        unit: topId,
        canImport: hasRole(actorOf(c), 'pengelola', 'admin'),
        instansi: {
          value: chosen.regionCode,
          choices: within.map(instansi => ({ value: instansi.regionCode, label: instansi.name })),
        },
        pillar: { value: pillar ?? '', choices: pillars.map(value => ({ value, label: pillarLabels[language][value] })) },
        map: {
          columns: columns.map(column => ({
            key: column.code,
            label: column.code,
            title: column.name,
            href: `/kamus/${column.code}`,
          })),
          rows: units.map(([unitId, unit]) => ({
            label: unit,
            ...(topId ? {} : { href: listHref(c, { unit: unitId }) }),
            cells: columns.map(column => {
              const cell = byKey.get(`${unitId}:${column.id}`)
              if (!cell) return null
              const share = cell.assessed_people > 0 ? cell.gap_people / cell.assessed_people : null
              return {
                value: share,
                text: share === null ? '–' : formatNumber(share * 100, language),
                title: m.heatCell(
                  unit,
                  column.name,
                  formatNumber(cell.gap_people, language),
                  formatNumber(cell.assessed_people, language),
                  formatNumber(cell.required_people, language),
                ),
                tone: heatTone(cell.gap_people, cell.assessed_people),
                ...(canSeePeople
                  ? {
                      href: `/kesenjangan/orang?unit=${unitId}&kompetensi=${column.code}&instansi=${chosen.regionCode}${topId === null ? '' : '&lingkup=sendiri'}`,
                    }
                  : {}),
              }
            }),
          })),
        },
      }),
    )
  })

  app.get('/kesenjangan.xlsx', async c => {
    const language = c.get('language')
    const [m, w] = [words(c), cellMessages[language]]
    const { shown, columns, chosen, office } = await read(c)
    const byId = new Map(columns.map(column => [column.id, column]))
    const number = (header: string) => ({ header, kind: 'number' as const })
    const bytes = await writeWorkbook([
      {
        name: w.heatSheet,
        title: `${m.heatmap}: ${office ?? chosen.name}`,
        columns: [
          { header: m.unit, width: 44 },
          { header: w.code, width: 12 },
          { header: m.competency, width: 40 },
          { header: m.pillar, width: 18 },
          number(w.asked),
          number(w.assessed),
          number(w.below),
          { header: w.share, kind: 'percent', width: 16 },
          number(w.missing),
        ],
        rows: shown.map(cell => {
          const competency = byId.get(cell.competency_id)!
          return [
            cell.unit,
            competency.code,
            competency.name,
            pillarLabels[language][competency.pillar],
            cell.required_people,
            cell.assessed_people,
            cell.gap_people,
            cell.assessed_people > 0 ? cell.gap_people / cell.assessed_people : null,
            cell.gap_sum,
          ]
        }),
      },
    ])
    return spreadsheet(c, bytes, 'peta-kesenjangan', services.clock.today(chosen.timeZone))
  })

  return app
}
