import { Hono } from 'hono'
import { chosenInstansi } from '../../people/index.ts'
import { coversInstansi, narrowTo } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { listHref, pageNumber, sorting, sought } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { formatDate, formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { methodLabels } from '../labels.ts'
import { manageCampaigns, readCampaigns } from './access.ts'
import { campaignLabels, stateTone } from './labels.ts'
import { messages } from './messages.ts'
import { type CampaignCells, CampaignListPage } from './pages/list.tsx'
import type { CampaignState } from './rules/state.ts'
import { type CampaignFilter, type CampaignOrder, type CampaignRow, countCampaigns, listCampaigns } from './store/campaign.ts'

const size = 30
const exportLimit = 5000
/** `keadaan=` in the address. */
const stateNames: Record<CampaignState, string> = { open: 'berjalan', draft: 'rancangan', closed: 'ditutup', archived: 'arsip' }
const states = Object.keys(stateNames) as CampaignState[]

/** `/pemetaan/kampanye`: the campaigns of an instansi with how far they are. */
export function listRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  const asked = async (c: Ctx) => {
    const { chosen, within } = await chosenInstansi(c, services.db, readCampaigns(actorOf(c)))
    const filter: CampaignFilter = {
      instansiIds: [chosen.id],
      state: states.find(one => stateNames[one] === c.req.query('keadaan')) ?? null,
      q: sought(c),
    }
    const scope = narrowTo(readCampaigns(actorOf(c)), [chosen.id])
    return { chosen, within, filter, scope, ...sorting<CampaignOrder>(c, { keadaan: 'asc', nama: 'asc', mulai: 'asc' }) }
  }

  const cells = (c: Ctx, row: CampaignRow): CampaignCells => {
    const language = c.get('language')
    const number = (n: number) => formatNumber(n, language)
    const labels = campaignLabels[language]
    return {
      id: row.id,
      name: row.name,
      purpose: labels.purpose[row.purpose],
      when: m(c).days(formatDate(row.startsOn, language), formatDate(row.endsOn, language)),
      state: { text: labels.state[row.state], tone: stateTone[row.state] },
      share: row.people === 0 ? 0 : row.finished / row.people,
      progress: row.state === 'draft' ? null : m(c).finishedOf(number(row.finished), number(row.people)),
    }
  }

  app.get('/pemetaan/kampanye', async c => {
    const language = c.get('language')
    const { chosen, within, filter, order, descending, sort, scope } = await asked(c)
    const n = pageNumber(c)
    const { rows, count, all } = await inScope(services.db, scope, async tx => ({
      rows: await listCampaigns(tx, filter, { order, descending, offset: (n - 1) * size, limit: size }),
      count: await countCampaigns(tx, filter),
      all: await countCampaigns(tx, { ...filter, state: null, q: '' }),
    }))
    const address = `instansi=${encodeURIComponent(chosen.regionCode)}`
    return page(
      c,
      { title: m(c).campaigns, wide: true, breadcrumb: [{ href: `/pemetaan?${address}`, label: m(c).mapping }] },
      CampaignListPage({
        m: m(c),
        place: chosen.name,
        figure: {
          value: formatNumber(all.open, language),
          sentence: m(c).runningSentence(formatNumber(all.open, language), formatNumber(all.total, language)),
        },
        values: { q: filter.q, instansi: chosen.regionCode, state: filter.state ? stateNames[filter.state] : '' },
        choices: {
          instansi: within.map(row => ({ value: row.regionCode, label: row.name })),
          state: states.map(one => ({ value: stateNames[one], label: campaignLabels[language].state[one] })),
        },
        filtered: filter.q !== '' || filter.state !== null,
        resetHref: `/pemetaan/kampanye?${address}`,
        rows: rows.map(row => cells(c, row)),
        sort,
        newHref: coversInstansi(manageCampaigns(actorOf(c)), chosen.id) ? `/pemetaan/kampanye/baru?${address}` : null,
        exportHref: listHref(c, { halaman: null }).replace(/^\/pemetaan\/kampanye/, '/pemetaan/kampanye.xlsx'),
        pager: pagerOf(c, n, size, count.total),
      }),
    )
  })

  app.get('/pemetaan/kampanye.xlsx', async c => {
    const language = c.get('language')
    const labels = campaignLabels[language]
    const { chosen, filter, order, descending, scope } = await asked(c)
    const rows = await inScope(services.db, scope, async tx => {
      const rows = await listCampaigns(tx, filter, { order, descending, offset: 0, limit: exportLimit })
      await audit(tx, actorOf(c).accountId, services.clock.now(), {
        verb: 'export_campaigns',
        subject: 'campaign',
        instansiId: chosen.id,
        rows: rows.length,
      })
      return rows
    })
    const bytes = await writeWorkbook([
      {
        name: m(c).campaigns,
        title: `${m(c).campaigns}: ${chosen.name}`,
        columns: [
          { header: m(c).campaign, width: 48 },
          { header: m(c).purpose, width: 26 },
          { header: m(c).methods, width: 50 },
          { header: m(c).starts, width: 14, kind: 'date' },
          { header: m(c).ends, width: 14, kind: 'date' },
          { header: m(c).state, width: 14 },
          { header: m(c).people, width: 10, kind: 'number' },
          { header: m(c).done, width: 14, kind: 'number' },
        ],
        rows: rows.map(row => [
          row.name,
          labels.purpose[row.purpose],
          row.methods.map(method => methodLabels[language][method]).join(', '),
          row.startsOn,
          row.endsOn,
          labels.state[row.state],
          row.people,
          row.finished,
        ]),
      },
    ])
    return spreadsheet(c, bytes, `kampanye-${chosen.regionCode}`, services.clock.today(chosen.timeZone))
  })

  return app
}
