import { Hono } from 'hono'
import { chosenInstansi, jenjangLabels, topUnits } from '../people/index.ts'
import { coversInstansi } from '../platform/actor.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { idAsked, listHref, pageNumber, sorting, sought } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { pagerOf } from '../platform/http/pager.ts'
import { formatNumber } from '../platform/i18n/index.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import type { Jenjang } from '../regulation/index.ts'
import { manageStandards, readStandards } from './access.ts'
import { type Messages, messages } from './messages.ts'
import { StandardsPage } from './pages/standards.tsx'
import { unitName } from './present.ts'
import { requirementSheet, standardSheets } from './standard-sheet.ts'
import { usableCompetencies } from './store/competency.ts'
import {
  countDrafts,
  countJabatan,
  type JabatanFilter,
  type JabatanOrder,
  jabatanForSheet,
  listJabatan,
  type StandardSource,
} from './store/jabatan.ts'

const size = 50
const sources: readonly StandardSource[] = ['sendiri', 'bawaan', 'rancangan']

/** The jabatan of an instansi with the state of their standards, on screen and as a workbook. */
export function listRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  const asked = async (c: Ctx) => {
    const { chosen, within } = await chosenInstansi(c, services.db, readStandards(actorOf(c)))
    const jenjang = c.req.query('jenjang') ?? ''
    const source = c.req.query('asal')
    const filter: JabatanFilter = {
      instansiId: chosen.id,
      unitId: idAsked(c, 'unit'),
      jenjang: Object.hasOwn(jenjangLabels.id, jenjang) ? (jenjang as Jenjang) : null,
      source: sources.find(one => one === source) ?? null,
      q: sought(c),
    }
    return { chosen, within, filter, ...sorting<JabatanOrder>(c, { nama: 'asc', unit: 'asc' }) }
  }

  app.get('/standar', async c => {
    const language = c.get('language')
    const m = messages[language]
    const { chosen, within, filter, order, descending, sort } = await asked(c)
    const n = pageNumber(c)
    const rows = await listJabatan(services.db, filter, { order, descending, offset: (n - 1) * size, limit: size })
    const count = await countJabatan(services.db, filter)
    const units = await topUnits(services.db, chosen.id)
    const mayManage = coversInstansi(manageStandards(actorOf(c)), chosen.id)
    const filtered = Boolean(filter.q || filter.unitId || filter.jenjang || filter.source)
    const drafts = mayManage ? await countDrafts(services.db, chosen.id) : 0
    return page(
      c,
      { title: m.standards, wide: true },
      StandardsPage({
        m,
        rows: rows.map(row => ({
          id: row.id,
          name: row.name,
          unit: unitName(row),
          jenjang: jenjangLabels[language][row.jenjang],
          competencies: formatNumber(row.competencies, language),
          own: row.own > 0 ? m.ownOf(formatNumber(row.own, language)) : row.hasOwn ? m.ownForm : null,
          draft: mayManage && row.hasDraft,
        })),
        total: formatNumber(count.total, language),
        sentence: sentenceOf(m, count, formatNumber(count.own, language), filtered),
        values: {
          q: filter.q,
          instansi: chosen.regionCode,
          unit: String(filter.unitId ?? ''),
          jenjang: filter.jenjang ?? '',
          asal: filter.source ?? '',
        },
        choices: {
          instansi: within.map(row => ({ value: row.regionCode, label: row.name })),
          unit: units.map(row => ({ value: row.id, label: row.name })),
          jenjang: Object.entries(jenjangLabels[language]).map(([value, label]) => ({ value, label })),
          asal: sourceChoices(m),
        },
        sort,
        filtered,
        resetHref: `/standar?instansi=${encodeURIComponent(chosen.regionCode)}`,
        exportHref: listHref(c, { halaman: null }).replace(/^\/standar/, '/standar.xlsx'),
        canImport: mayManage,
        links: {
          classes: `/standar/kelas?instansi=${encodeURIComponent(chosen.regionCode)}`,
          drafts:
            drafts > 0
              ? {
                  href: `/standar/rancangan?instansi=${encodeURIComponent(chosen.regionCode)}`,
                  label: m.drafts(formatNumber(drafts, language)),
                }
              : null,
        },
        pager: pagerOf(c, n, size, count.total),
      }),
    )
  })

  app.get('/standar.xlsx', async c => {
    const language = c.get('language')
    const { chosen, filter, order, descending } = await asked(c)
    const jabatan = await jabatanForSheet(services.db, filter, order, descending)
    const competencies = await usableCompetencies(services.db, chosen.id)
    const sheets = [...standardSheets(language, chosen.name, jabatan, competencies), requirementSheet(language, jabatan)]
    const bytes = await writeWorkbook(sheets)
    return spreadsheet(c, bytes, `standar-${chosen.regionCode}`, services.clock.today(chosen.timeZone))
  })

  return app
}

const sourceChoices = (m: Messages) =>
  (Object.entries(m.sources) as [StandardSource, string][]).map(([value, label]) => ({ value, label }))

function sentenceOf(m: Messages, count: { total: number; own: number }, own: string, filtered: boolean): string {
  if (count.total === 0) return filtered ? m.standardsNone : m.standardsEmpty
  return count.own === 0 ? m.standardsAllFromClass : m.standardsSentence(own)
}
