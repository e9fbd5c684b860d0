import { Hono } from 'hono'
import { savedViews } from '../identity/index.ts'
import { chosenInstansi, unitName } from '../people/index.ts'
import { coversInstansi, hasRole, narrowTo } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { idAsked, listHref } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import { formatNumber, formatShare } from '../platform/i18n/index.ts'
import { numberColumn, writeWorkbook } from '../platform/sheet/index.ts'
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
import { heat, heatColumns, heatOfGovernments } from './store-heat.ts'

const everyGovernment = 'semua'
/** Rows of a map that is read on a screen; all of them are in the workbook. */
const mostGovernments = 60

type Row = { top_id: number; unit: string; instansi: string | null }
type Counted = Row & { assessed_people: number; gap_people: number }

/** The rows of a map, and how many governments are left out: where there are many, those with most below the standard are shown. */
function rowsOf(cells: readonly Row[], shown: readonly Counted[]): [Row[], number] {
  const rows = [...new Map(cells.map(cell => [cell.top_id, cell])).values()]
  if (rows.length <= mostGovernments || rows[0]!.instansi === null) return [rows, 0]
  const sums = new Map<number, { below: number; of: number }>()
  for (const { top_id, gap_people, assessed_people } of shown) {
    const sum = sums.get(top_id) ?? { below: 0, of: 0 }
    sums.set(top_id, { below: sum.below + gap_people, of: sum.of + assessed_people })
  }
  const share = ({ top_id }: Row) => {
    const sum = sums.get(top_id)
    return sum && sum.of > 0 ? sum.below / sum.of : -1
  }
  return [rows.toSorted((a, b) => share(b) - share(a)).slice(0, mostGovernments), rows.length - mostGovernments]
}

/** The heatmap of a government, of an OPD, or of all governments side by side, and its figures as a workbook. */
export function heatmapRoutes(services: Services) {
  const { db } = services
  const app = new Hono<AppEnv>()
  const words = (c: Ctx) => messages[c.get('language')]

  /** The map asked for: its cells, the competencies they are of, and where. */
  const read = async (c: Ctx) => {
    const scope = readNeeds(actorOf(c))
    if (scope.kind === 'none' || scope.kind === 'people') throw forbidden()
    const everywhere = c.req.query('instansi') === everyGovernment
    const { chosen: one, within } = await chosenInstansi(c, db, scope, everywhere ? '' : undefined)
    const chosen = everywhere ? null : one
    const topId = chosen && idAsked(c, 'unit')
    const pillar: Pillar | null = pillars.find(p => p === c.req.query('pilar')) ?? null
    const ids = within.map(instansi => instansi.id)
    const found = await inScope(db, narrowTo(scope, chosen ? [chosen.id] : ids), async tx => {
      const all = chosen
        ? (await heat(tx, chosen.id, topId)).map(row => ({ ...row, instansi: null }))
        : await heatOfGovernments(tx, scope.kind === 'nation' ? null : ids)
      const used = await heatColumns(tx, [...new Set(all.map(cell => cell.competency_id))])
      const columns = used.filter(competency => pillar === null || competency.pillar === pillar)
      const shownIds = new Set(columns.map(column => column.id))
      return {
        cells: all,
        columns,
        shown: all.filter(cell => shownIds.has(cell.competency_id)),
        office: chosen && topId !== null ? await unitName(tx, chosen.id, topId) : null,
        cost: chosen && {
          place: chosen.regionCode,
          ...(await openCostOf(tx, chosen.id, services.clock.today(chosen.timeZone), {
            topId,
            competencyIds: pillar ? [...shownIds] : null,
          })),
        },
        views: await savedViews(c, tx, chosen?.regionCode ?? everyGovernment),
      }
    })
    if (topId !== null && found.office === null) throw notFound()
    return { ...found, chosen, within, topId, pillar }
  }

  app.get('/kesenjangan', async c => {
    const m = words(c)
    const language = c.get('language')
    const { cells, columns, shown, office, cost, views, chosen, within, topId, pillar } = await read(c)
    const [units, left] = rowsOf(cells, shown)
    const byKey = new Map(cells.map(cell => [`${cell.top_id}:${cell.competency_id}`, cell]))
    const canSeePeople = chosen !== null && coversInstansi(readNeedPeople(actorOf(c)), chosen.id)
    const place = chosen?.regionCode ?? everyGovernment
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
        ...(topId ? { breadcrumb: [{ href: `/kesenjangan?instansi=${place}`, label: m.heatAll }] } : {}),
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
        lead: chosen ? m.heatmapLead : m.heatmapLeadAll,
        rowHeader: chosen ? m.unit : m.instansi,
        left: left > 0 ? m.heatLeft(formatNumber(units.length, language), formatNumber(units.length + left, language)) : null,
        place: office ?? chosen?.name ?? m.allInstansi,
        views,
        compareHref: chosen && `/kesenjangan/banding?instansi=${place}`,
        exportHref: listHref(c, {}).replace('/kesenjangan', '/kesenjangan.xlsx'),
        cost: cost && {
          m: costMessages[language],
          cost: costView(cost.loads, cost.policy, cost.place, language),
          href: policyHref(cost.place),
        },
        unit: topId,
        canImport: hasRole(actorOf(c), 'pengelola', 'admin'),
        instansi: {
          value: place,
          choices: [
            ...(within.length > 1 ? [{ value: everyGovernment, label: m.allInstansi }] : []),
            ...within.map(instansi => ({ value: instansi.regionCode, label: instansi.name })),
          ],
        },
        pillar: { value: pillar ?? '', choices: pillars.map(value => ({ value, label: pillarLabels[language][value] })) },
        map: {
          columns: columns.map(column => ({
            key: column.code,
            label: column.code,
            title: column.name,
            href: `/kamus/${column.code}`,
          })),
          rows: units.map(({ top_id: unitId, unit, instansi }) => ({
            label: unit,
            ...(topId ? {} : { href: listHref(c, instansi === null ? { unit: unitId } : { instansi }) }),
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
                      href: `/kesenjangan/orang?unit=${unitId}&kompetensi=${column.code}&instansi=${place}${topId === null ? '' : '&lingkup=sendiri'}`,
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
    const bytes = await writeWorkbook([
      {
        name: w.heatSheet,
        title: `${m.heatmap}: ${office ?? chosen?.name ?? m.allInstansi}`,
        columns: [
          { header: chosen ? m.unit : m.instansi, width: 44 },
          { header: w.code, width: 12 },
          { header: m.competency, width: 40 },
          { header: m.pillar, width: 18 },
          numberColumn(w.asked),
          numberColumn(w.assessed),
          numberColumn(w.below),
          { header: w.share, kind: 'percent', width: 16 },
          numberColumn(w.missing),
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
    return spreadsheet(c, bytes, 'peta-kesenjangan', services.clock.today(chosen?.timeZone))
  })

  return app
}
