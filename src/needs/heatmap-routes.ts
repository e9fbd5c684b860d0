import { Hono } from 'hono'
import { chosenInstansi, formatNip } from '../people/index.ts'
import { coversInstansi, hasRole, narrowTo } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { listHref, pageNumber } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { pagerOf } from '../platform/http/pager.ts'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import { formatNumber, formatShare } from '../platform/i18n/index.ts'
import { type Pillar, pillars } from '../regulation/index.ts'
import { listCompetencies, pillarLabels } from '../standards/index.ts'
import { readNeedPeople, readNeeds } from './access.ts'
import { messages } from './messages.ts'
import { CellPage, HeatmapPage } from './pages/heatmap.tsx'
import { heatTone } from './present.ts'
import * as store from './store.ts'

const size = 50

export function heatmapRoutes(services: Services) {
  const { db } = services
  const app = new Hono<AppEnv>()
  const words = (c: Ctx) => messages[c.get('language')]
  const unitOf = (c: Ctx) => (/^\d{1,9}$/.test(c.req.query('unit') ?? '') ? Number(c.req.query('unit')) : null)

  app.get('/kesenjangan', async c => {
    const scope = readNeeds(actorOf(c))
    if (scope.kind === 'none' || scope.kind === 'people') throw forbidden()
    const m = words(c)
    const language = c.get('language')
    const { chosen, within } = await chosenInstansi(c, db, scope)
    const topId = unitOf(c)
    const pillar: Pillar | null = pillars.find(p => p === c.req.query('pilar')) ?? null
    const { cells, used, office } = await inScope(db, narrowTo(scope, [chosen.id]), async tx => {
      const cells = await store.heat(tx, chosen.id, topId)
      return {
        cells,
        used: await store.heatColumns(tx, [...new Set(cells.map(cell => cell.competency_id))]),
        office: topId === null ? null : await store.unitName(tx, chosen.id, topId),
      }
    })
    if (topId !== null && office === null) throw notFound()
    const columns = used.filter(competency => pillar === null || competency.pillar === pillar)
    const units = [...new Map(cells.map(cell => [cell.top_id, cell.unit]))]
    const byKey = new Map(cells.map(cell => [`${cell.top_id}:${cell.competency_id}`, cell]))
    const canSeePeople = coversInstansi(readNeedPeople(actorOf(c)), chosen.id)
    const shownIds = new Set(columns.map(column => column.id))
    const shown = cells.filter(cell => shownIds.has(cell.competency_id))
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

  app.get('/kesenjangan/orang', async c => {
    const scope = readNeedPeople(actorOf(c))
    if (scope.kind === 'none' || scope.kind === 'people') throw forbidden()
    const m = words(c)
    const { chosen } = await chosenInstansi(c, db, scope)
    const competency = (await listCompetencies(db)).find(one => one.code === c.req.query('kompetensi'))
    const unitId = unitOf(c)
    if (!competency || unitId === null) throw notFound()
    const n = pageNumber(c)
    const { rows, unit } = await inScope(db, narrowTo(scope, [chosen.id]), async tx => ({
      rows: await store.peopleOfCell(
        tx,
        { instansiId: chosen.id, unitId, competencyId: competency.id, exactly: c.req.query('lingkup') === 'sendiri' },
        (n - 1) * size,
        size,
      ),
      unit: await store.unitName(tx, chosen.id, unitId),
    }))
    if (!unit) throw notFound()
    const title = m.cellTitle(competency.name, unit)
    return page(
      c,
      { title, breadcrumb: [{ href: `/kesenjangan?instansi=${chosen.regionCode}`, label: m.heatmap }] },
      CellPage({
        m,
        title,
        rows: rows.map(row => ({
          id: row.pegawai_id,
          name: row.name,
          nip: formatNip(row.nip),
          jabatan: row.jabatan,
          required: String(row.required),
          held: row.held === null ? m.notAssessed : String(row.held),
          gap: row.gap === null ? '–' : row.gap > 0 ? `−${row.gap}` : '0',
        })),
        pager: pagerOf(c, n, size, rows[0]?.total ?? 0),
      }),
    )
  })

  return app
}
