import { Hono } from 'hono'
import { chosenInstansi } from '../people/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { listHref, pageNumber, sorting, sought } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { pagerOf } from '../platform/http/pager.ts'
import { formatNumber } from '../platform/i18n/index.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import { guidesOf, mayManage, readPlans } from './access.ts'
import { planKindLabels, planStateLabels } from './labels.ts'
import { type Messages, messages } from './messages.ts'
import { PlansPage } from './pages/plans.tsx'
import { planCells } from './plan-cells.ts'
import { planSheet } from './plan-sheet.ts'
import { planKinds, planStates } from './rules/plan.ts'
import { listPlans, type PlanFilter, type PlanOrder, threadOfInstansi } from './store/plan.ts'

const size = 50

/** The plans of an instansi with those above it, on screen and as a workbook. */
export function planListRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  const asked = async (c: Ctx) => {
    const { chosen, within, everyone } = await chosenInstansi(c, services.db, readPlans(actorOf(c)))
    const filter: PlanFilter = {
      instansiId: chosen.id,
      aboveIds: guidesOf(chosen.id, everyone),
      kind: planKinds.find(one => one === c.req.query('jenis')) ?? null,
      state: planStates.find(one => one === c.req.query('keadaan')) ?? null,
      q: sought(c),
    }
    return { chosen, within, filter, ...sorting<PlanOrder>(c, { jenjang: 'asc', nama: 'asc', tahun: 'asc' }) }
  }

  app.get('/rencana-daerah', async c => {
    const language = c.get('language')
    const actor = actorOf(c)
    const m = messages[language]
    const { chosen, within, filter, order, descending, sort } = await asked(c)
    const n = pageNumber(c)
    const rows = await listPlans(services.db, filter, { order, descending, offset: (n - 1) * size, limit: size })
    const thread = await threadOfInstansi(services.db, chosen.id)
    const code = encodeURIComponent(chosen.regionCode)
    return page(
      c,
      { title: m.plans, wide: true },
      PlansPage({
        m,
        figure: threadFigure(m, chosen.name, thread, count => formatNumber(count, language)),
        rows: rows.map(row => planCells(row, language)),
        values: { q: filter.q, instansi: chosen.regionCode, jenis: filter.kind ?? '', keadaan: filter.state ?? '' },
        choices: {
          instansi: within.map(row => ({ value: row.regionCode, label: row.name })),
          jenis: planKinds.map(kind => ({ value: kind, label: planKindLabels[language][kind] })),
          keadaan: planStates.map(state => ({ value: state, label: planStateLabels[language][state] })),
        },
        sort,
        filtered: Boolean(filter.q || filter.kind || filter.state),
        resetHref: `/rencana-daerah?instansi=${code}`,
        exportHref: listHref(c, { halaman: null }).replace(/^\/rencana-daerah/, '/rencana-daerah.xlsx'),
        newHref: mayManage(actor, chosen.id) ? `/rencana-daerah/baru?instansi=${code}` : null,
        newNationalHref: mayManage(actor, null) ? '/rencana-daerah/baru?instansi=nasional' : null,
        canImport: mayManage(actor, chosen.id),
        pager: pagerOf(c, n, size, rows[0]?.found ?? 0),
      }),
    )
  })

  app.get('/rencana-daerah.xlsx', async c => {
    const language = c.get('language')
    const { chosen, filter, order, descending } = await asked(c)
    const rows = await listPlans(services.db, filter, { order, descending, offset: 0, limit: 100_000 })
    const bytes = await writeWorkbook([planSheet(messages[language], language, chosen.name, rows)])
    return spreadsheet(c, bytes, `rencana-${chosen.regionCode}`, services.clock.today(chosen.timeZone))
  })

  return app
}

type Thread = { plans: number; sasaran: number; tied: number }

function threadFigure(m: Messages, instansi: string, { plans, sasaran, tied }: Thread, count: (n: number) => string) {
  const label = m.tiedLabel(instansi)
  if (sasaran === 0) return { value: '–', label, sentence: plans === 0 ? m.noActive : m.noSasaran, tone: 'neutral' as const }
  const value = m.tiedFigure(count(tied), count(sasaran))
  return tied === sasaran
    ? { value, label, sentence: m.tiedAll, tone: 'ok' as const }
    : { value, label, sentence: m.tiedSome(count(sasaran - tied)), tone: 'warn' as const }
}
