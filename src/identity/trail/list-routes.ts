import { Hono } from 'hono'
import { listInstansi } from '../../people/index.ts'
import { audit } from '../../platform/audit/index.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { listHref, pageNumber, sorting } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { forbidden, Refusal } from '../../platform/http/refusal.ts'
import { formatInstant, formatNumber, type Language } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { readAudit } from '../access.ts'
import { messages } from '../messages.ts'
import { cellsOf } from './cells.ts'
import { ofNone, readTrailFilter } from './filter.ts'
import { trailMessages } from './messages.ts'
import { TrailPage } from './pages/list.tsx'
import { trailColumns, trailRow } from './sheet.ts'
import { countTrail, listTrail } from './store.ts'
import { subjectWords } from './words.ts'

const size = 50
const most = 10_000 // counted and paged; beyond it one narrows the period
const exportLimit = 100_000

/** The trail of changes, on screen and as a workbook. */
export function trailListRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  const asked = async (c: Ctx) => {
    const scope = readAudit(actorOf(c))
    if (scope.kind === 'none') throw forbidden()
    return {
      scope,
      ...sorting(c, { waktu: 'desc' }),
      ...readTrailFilter(c, scope, await listInstansi(services.db), actorOf(c).homeInstansiId),
    }
  }

  app.get('/jejak', async c => {
    const language = c.get('language')
    const m = trailMessages[language]
    const { scope, values, filter, within, timeZone, descending, sort } = await asked(c)
    const n = Math.min(pageNumber(c), most / size)
    const { rows, count } = await inScope(services.db, scope, async tx => ({
      rows: await listTrail(tx, filter, { descending, offset: (n - 1) * size, limit: size }),
      count: await countTrail(tx, filter, most + 1),
    }))
    const isCut = count.found > most
    const found = formatNumber(Math.min(count.found, most), language)
    const pager = pagerOf(c, n, size, Math.min(count.found, most))
    return page(
      c,
      { title: m.trail, wide: true },
      TrailPage({
        m,
        entries: rows.map(row => cellsOf(row, language, timeZone)),
        figure: {
          value: isCut ? m.moreThan(found) : found,
          filtered: Object.values(values).some(value => value !== ''),
          unsealed: count.unsealed,
        },
        values,
        choices: {
          verbs: verbChoices(language),
          instansi:
            within.length > 1
              ? [
                  ...(scope.kind === 'nation' ? [{ value: ofNone, label: m.ofNone }] : []),
                  ...within.map(row => ({ value: row.regionCode, label: row.name })),
                ]
              : [],
        },
        sort: sort.waktu,
        about: values.tentang ? m.about(subjectWords(values.tentang, rows[0]?.about ?? null, language)) : null,
        note: isCut
          ? m.tooMany(found)
          : values.dari !== '' && values.sampai !== '' && values.sampai < values.dari
            ? m.notBefore
            : null,
        exportHref: listHref(c, { halaman: null }).replace(/^\/jejak/, '/jejak.xlsx'),
        pager,
      }),
    )
  })

  app.get('/jejak.xlsx', async c => {
    const language = c.get('language')
    const m = trailMessages[language]
    const { scope, values, filter, timeZone, descending } = await asked(c)
    const now = services.clock.now()
    const rows = await inScope(services.db, scope, async tx => {
      const rows = await listTrail(tx, filter, { descending, offset: 0, limit: exportLimit + 1 })
      if (rows.length > exportLimit) throw tooLarge()
      await audit(tx, actorOf(c).accountId, now, {
        verb: 'export_trail',
        subject: 'audit_entry',
        instansiId: filter.only || (filter.instansiIds?.length === 1 ? filter.instansiIds[0] : null),
        rows: rows.length,
        detail: { filter: values },
      })
      return rows
    })
    const bytes = await writeWorkbook([
      {
        name: m.trail,
        notes: [m.exportNote(formatInstant(now, language, timeZone))],
        columns: trailColumns(m),
        rows: rows.map(row => trailRow(row, language, timeZone)),
      },
    ])
    return spreadsheet(c, bytes, 'jejak', services.clock.today(timeZone))
  })

  return app
}

const verbChoices = (language: Language) =>
  Object.entries(messages[language].verbs)
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, language))

const tooLarge = () =>
  new Refusal(413, {
    id: trailMessages.id.exportTooLarge(formatNumber(exportLimit, 'id')),
    en: trailMessages.en.exportTooLarge(formatNumber(exportLimit, 'en')),
  })
