import { Hono } from 'hono'
import type { AppEnv, Ctx, Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { listHref, pageNumber, sorting, sought } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { pagerOf } from '../platform/http/pager.ts'
import { formatNumber } from '../platform/i18n/index.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import type { PolicyKind } from './kind.ts'
import { type LawOrder, lawFound, lawLines } from './law-rows.ts'
import { ruleRows, ruleSheet } from './list-routes.ts'
import { messages } from './messages.ts'
import { LawPage } from './pages/law.tsx'
import { idOf, placeToRead } from './place.ts'
import { policiesAt } from './store.ts'

const size = 10
const orders = { angka: 'name', sejak: 'from', diperiksa: 'checked' } as const satisfies Record<string, LawOrder>

/** `/hukum`: every number in law, and the local rules in force for the reader. */
export function lawRoutes(services: Services, kinds: readonly PolicyKind[]) {
  const app = new Hono<AppEnv>()

  const read = async (c: Ctx) => {
    const language = c.get('language')
    const place = await placeToRead(c, services, '')
    const held = await policiesAt(services.db, kinds, idOf(place), place.today)
    const all = lawLines(language, place.today)
    const status = c.req.query('status') ?? ''
    const q = sought(c)
    const { order, descending, sort } = sorting<keyof typeof orders>(c, { angka: 'asc', sejak: 'asc', diperiksa: 'asc' })
    const past = c.req.query('nilai') === 'semua'
    const verified = status === 'ya' ? true : status === 'belum' ? false : null
    return {
      place,
      all,
      rows: lawFound(all, { q, verified, past, order: orders[order], descending }),
      // Drafts are for who decides; here stands what holds.
      local: ruleRows(held, place.code, language).map(row => ({ ...row, hasDraft: false })),
      filters: { q, status, values: past ? 'semua' : '' },
      sort,
    }
  }

  app.get('/hukum', async c => {
    const language = c.get('language')
    const m = messages[language]
    const { place, all, rows, local, filters, sort } = await read(c)
    const holding = all.filter(line => line.holds)
    const open = holding.filter(line => !line.verified).length
    const n = pageNumber(c)
    return page(
      c,
      { title: m.law, wide: true },
      LawPage({
        m,
        figure: {
          value: formatNumber(open, language),
          of: m.lawOf(formatNumber(holding.length, language)),
          sentence: open > 0 ? m.lawSentence : m.lawAllVerified,
          some: open > 0,
        },
        filters,
        filtered: Object.values(filters).some(value => value !== ''),
        rows: rows.slice((n - 1) * size, n * size),
        pager: rows.length > size ? pagerOf(c, n, size, rows.length) : null,
        sort,
        exportHref: listHref(c, { halaman: null }).replace('/hukum', '/hukum.xlsx'),
        local: { lead: place.instansi ? m.localRulesLead(place.name) : m.nowForAll, rows: local },
      }),
    )
  })

  app.get('/hukum.xlsx', async c => {
    const language = c.get('language')
    const m = messages[language]
    const { place, rows, local } = await read(c)
    const bytes = await writeWorkbook([
      {
        name: m.law,
        title: m.register,
        notes: [m.registerLead],
        columns: [
          { header: m.number, width: 40 },
          { header: m.value, width: 60 },
          { header: m.act, width: 40 },
          { header: m.since, kind: 'date', width: 16 },
          { header: m.usedBy, width: 40 },
          { header: m.checked, kind: 'date', width: 16 },
          { header: m.status, width: 20 },
          { header: m.source, width: 60 },
        ],
        rows: rows.map(row => [
          row.name,
          row.value,
          row.act === null ? m.noAct : [row.act, row.article].filter(Boolean).join(', '),
          row.fromDay,
          row.usedBy,
          row.checkedDay,
          row.verified ? m.verified : m.notVerified,
          row.source,
        ]),
      },
      ruleSheet(local, place, language),
    ])
    return spreadsheet(c, bytes, 'dasar-hukum', place.today)
  })

  return app
}
