import { Hono } from 'hono'
import { savedViews } from '../identity/index.ts'
import { chosenInstansi, formatNip } from '../people/index.ts'
import { narrowTo } from '../platform/actor.ts'
import { audit } from '../platform/audit/index.ts'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { listHref, pageNumber, sought } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { pagerOf } from '../platform/http/pager.ts'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import { formatNumber, formatShare } from '../platform/i18n/index.ts'
import { numberColumn, writeWorkbook } from '../platform/sheet/index.ts'
import { listCompetencies } from '../standards/index.ts'
import { readNeedPeople } from './access.ts'
import { messages as cellMessages } from './cell-messages.ts'
import { messages } from './messages.ts'
import { CellPage } from './pages/cell.tsx'
import * as store from './store-cell.ts'

const size = 50
const sheetLimit = 20_000
const stateWords: Record<store.CellState, string> = { below: 'kurang', met: 'cukup', unknown: 'belum' }
const states = Object.keys(stateWords) as store.CellState[]

/** The people behind one cell of the heatmap, and the same as a workbook. */
export function cellRoutes(services: Services) {
  const { db } = services
  const app = new Hono<AppEnv>()

  const read = async (c: Ctx, part: { offset: number; limit: number }) => {
    const scope = readNeedPeople(actorOf(c))
    if (scope.kind === 'none' || scope.kind === 'people') throw forbidden()
    const { chosen } = await chosenInstansi(c, db, scope)
    const competency = (await listCompetencies(db)).find(one => one.code === c.req.query('kompetensi'))
    const unit = c.req.query('unit') ?? ''
    if (!competency || !/^\d{1,9}$/.test(unit)) throw notFound()
    const cell = {
      instansiId: chosen.id,
      unitId: Number(unit),
      competencyId: competency.id,
      exactly: c.req.query('lingkup') === 'sendiri',
    }
    const state = states.find(one => stateWords[one] === c.req.query('keadaan')) ?? null
    const order = store.cellOrders.find(one => one === c.req.query('urut')) ?? 'kesenjangan'
    const filter = { state, q: sought(c) }
    const within = narrowTo(scope, [chosen.id])
    const found = await inScope(db, within, async tx => ({
      sums: await store.sumsOfCell(tx, cell),
      rows: await store.peopleOfCell(tx, cell, filter, { order, ...part }),
      views: await savedViews(c, tx, chosen.regionCode),
    }))
    if (!found.sums) throw notFound()
    return { ...found, sums: found.sums, scope: within, chosen, competency, cell, filter, order }
  }

  app.get('/kesenjangan/orang', async c => {
    const language = c.get('language')
    const [m, w] = [messages[language], cellMessages[language]]
    const n = pageNumber(c)
    const { rows, sums, views, chosen, competency, cell, filter, order } = await read(c, { offset: (n - 1) * size, limit: size })
    const number = (value: number) => formatNumber(value, language)
    const title = m.cellTitle(competency.name, sums.unit)
    return page(
      c,
      { title, breadcrumb: [{ href: `/kesenjangan?instansi=${chosen.regionCode}`, label: m.heatmap }] },
      CellPage({
        m,
        w,
        title,
        views,
        place: `${sums.unit}, ${chosen.name}`,
        figure: {
          value: sums.assessed > 0 ? formatShare(sums.below / sums.assessed, language) : '–',
          sentence:
            sums.assessed > 0
              ? w.sentence(number(sums.below), number(sums.assessed), number(sums.required))
              : w.nobodyAssessed(number(sums.required)),
        },
        cell: {
          instansi: chosen.regionCode,
          unit: String(cell.unitId),
          kompetensi: competency.code,
          ...(cell.exactly && { lingkup: 'sendiri' }),
        },
        values: { q: filter.q, state: filter.state ? stateWords[filter.state] : '', order },
        choices: {
          state: states.map(value => ({ value: stateWords[value], label: w.states[value] })),
          order: store.cellOrders.map(value => ({ value, label: w.orders[value] })),
        },
        filtered: filter.state !== null || filter.q !== '',
        resetHref: listHref(c, { q: null, keadaan: null, urut: null, halaman: null }),
        rows: rows.map(row => ({
          id: row.pegawai_id,
          name: row.name,
          nip: formatNip(row.nip),
          jabatan: row.jabatan,
          unit: row.unit,
          required: String(row.required),
          held: row.held === null ? m.notAssessed : String(row.held),
          gap: row.gap === null ? '–' : row.gap > 0 ? `−${row.gap}` : '0',
        })),
        exportHref: listHref(c, { halaman: null }).replace('/orang', '/orang.xlsx'),
        pager: pagerOf(c, n, size, rows[0]?.total ?? 0),
      }),
    )
  })

  app.get('/kesenjangan/orang.xlsx', async c => {
    const language = c.get('language')
    const [m, w] = [messages[language], cellMessages[language]]
    const { rows, sums, competency, chosen, cell, scope } = await read(c, { offset: 0, limit: sheetLimit })
    await inScope(db, scope, tx =>
      audit(tx, actorOf(c).accountId, services.clock.now(), {
        verb: 'export_gap_people',
        subject: `instansi:${chosen.id}`,
        instansiId: chosen.id,
        rows: rows.length,
        detail: { unitId: cell.unitId, competency: competency.code },
      }),
    )
    const bytes = await writeWorkbook([
      {
        name: w.sheet,
        title: m.cellTitle(competency.name, sums.unit),
        columns: [
          { header: 'NIP', width: 22 },
          { header: m.name, width: 30 },
          { header: m.jabatan, width: 36 },
          { header: m.unit, width: 36 },
          numberColumn(m.required),
          numberColumn(m.held),
          numberColumn(m.gap),
        ],
        rows: rows.map(row => [row.nip, row.name, row.jabatan, row.unit, row.required, row.held, row.gap && -row.gap]),
      },
    ])
    return spreadsheet(c, bytes, `kesenjangan-${competency.code}`, services.clock.today())
  })

  return app
}
