import { Hono } from 'hono'
import { chosenInstansi, formatNip, unitName } from '../people/index.ts'
import { narrowTo } from '../platform/actor.ts'
import { audit } from '../platform/audit/index.ts'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { idAsked, listHref, pageNumber } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { pagerOf } from '../platform/http/pager.ts'
import { notFound, Refusal } from '../platform/http/refusal.ts'
import { formatDate, formatNumber, type Language } from '../platform/i18n/index.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import { readMissing } from './access.ts'
import { reasonNames } from './coverage-routes.ts'
import { messages } from './messages.ts'
import { MissingPage } from './pages/missing.tsx'
import { daysOn } from './policies.ts'
import { type MissingFilter, type MissingPerson, missingPage, missingPeople, type Reason } from './store/missing.ts'

const size = 50
const exportLimit = 100_000

/** Who is missing from the mapping, by name. */
export function missingRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  const asked = async (c: Ctx) => {
    const scope = readMissing(actorOf(c))
    const { chosen } = await chosenInstansi(c, services.db, scope)
    const reasons = Object.entries(reasonNames) as [Reason, string][]
    const filter: MissingFilter = {
      instansiId: chosen.id,
      unitId: idAsked(c, 'unit'),
      exactly: c.req.query('lingkup') === 'sendiri',
      reason: reasons.find(([, name]) => name === c.req.query('alasan'))?.[0] ?? null,
    }
    const today = services.clock.today(chosen.timeZone)
    const narrow = narrowTo(scope, [chosen.id])
    return { scope: narrow, chosen, filter, days: await inScope(services.db, narrow, tx => daysOn(tx, chosen.id, today)) }
  }

  app.get('/pemetaan/belum', async c => {
    const language = c.get('language')
    const m = messages[language]
    const { scope, chosen, filter, days } = await asked(c)
    const n = pageNumber(c)
    const { rows, counts, unit } = await inScope(services.db, scope, async tx => ({
      ...(await missingPage(tx, filter, days, { offset: (n - 1) * size, limit: size })),
      unit: filter.unitId === null ? null : await unitName(tx, chosen.id, filter.unitId),
    }))
    if (filter.unitId !== null && unit === null) throw notFound()
    const total = filter.reason ? counts[filter.reason] : counts.never + counts.expired
    const here = `/pemetaan?instansi=${encodeURIComponent(chosen.regionCode)}`
    const tab = (reason: Reason | null, label: string, count: number) => ({
      href: listHref(c, { alasan: reason && reasonNames[reason], halaman: null }),
      label,
      current: filter.reason === reason,
      count: formatNumber(count, language),
    })
    return page(
      c,
      { title: m.missingTitle, wide: true, breadcrumb: [{ href: here, label: `${m.mapping}: ${chosen.name}` }] },
      MissingPage({
        m,
        expiring: filter.reason === 'expiring',
        place: unit ?? chosen.name,
        total: formatNumber(total, language),
        tabs: [
          tab(null, m.allReasons, counts.never + counts.expired),
          tab('never', m.never, counts.never),
          tab('expired', m.expired, counts.expired),
          tab('expiring', m.expiringShort, counts.expiring),
        ],
        rows: rows.map(row => ({
          id: row.id,
          name: row.name,
          nip: formatNip(row.nip),
          jabatan: row.jabatan ?? '–',
          unit: row.opd && row.opd !== row.unit ? `${row.unit}, ${row.opd}` : row.unit,
          state: stateOf(row, days.today, language),
          urgent: row.validUntil !== null,
        })),
        backHref: here,
        exportHref: listHref(c, { halaman: null }).replace(/^\/pemetaan\/belum/, '/pemetaan/belum.xlsx'),
        pager: pagerOf(c, n, size, total),
      }),
    )
  })

  app.get('/pemetaan/belum.xlsx', async c => {
    const language = c.get('language')
    const m = messages[language]
    const { scope, chosen, filter, days } = await asked(c)
    const rows = await inScope(services.db, scope, async tx => {
      const rows = await missingPeople(tx, filter, days, { offset: 0, limit: exportLimit + 1 })
      if (rows.length > exportLimit) throw tooLarge()
      await audit(tx, actorOf(c).accountId, services.clock.now(), {
        verb: 'export_unmapped',
        subject: 'pegawai',
        instansiId: chosen.id,
        rows: rows.length,
        detail: { filter },
      })
      return rows
    })
    const bytes = await writeWorkbook([
      {
        name: m.missingTitle,
        title: `${m.missingTitle}: ${chosen.name}`,
        notes: [formatDate(days.today, language)],
        columns: [
          { header: m.nip, width: 22, kind: 'text' },
          { header: m.name, width: 36 },
          { header: m.jabatan, width: 44 },
          { header: m.unit, width: 40 },
          { header: m.office, width: 40 },
          { header: m.reason, width: 30 },
          { header: m.validUntilHeader, width: 16, kind: 'date' },
        ],
        rows: rows.map(row => [
          row.nip,
          row.name,
          row.jabatan,
          row.unit,
          row.opd,
          stateOf(row, days.today, language),
          row.validUntil,
        ]),
      },
    ])
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="belum-dipetakan-${chosen.regionCode}-${days.today}.xlsx"`,
    })
  })

  return app
}

function stateOf({ validUntil }: MissingPerson, today: string, language: Language): string {
  const m = messages[language]
  if (validUntil === null) return m.never
  return validUntil < today ? m.expiredOn(formatDate(validUntil, language)) : m.validUntil(formatDate(validUntil, language))
}

const tooLarge = () =>
  new Refusal(413, {
    id: messages.id.exportTooLarge(formatNumber(exportLimit, 'id')),
    en: messages.en.exportTooLarge(formatNumber(exportLimit, 'en')),
  })
