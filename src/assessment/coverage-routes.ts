import { Hono } from 'hono'
import { chosenInstansi } from '../people/index.ts'
import { coversInstansi, hasRole, narrowTo } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { listHref } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { notFound } from '../platform/http/refusal.ts'
import { formatInstant, formatNumber, formatShare } from '../platform/i18n/index.ts'
import { expiryWarningDays } from '../regulation/index.ts'
import { readCoverage, readMissing } from './access.ts'
import { messages } from './messages.ts'
import { CoveragePage } from './pages/coverage.tsx'
import { coverageShare, sumCoverage } from './rules/coverage.ts'
import { lastWarnedDay } from './rules/expiry.ts'
import { coverageByUnit, coverageWithin, type UnitCoverage, unitName } from './store/coverage.ts'
import { missingCounts, type Reason } from './store/missing.ts'

/** `alasan=` in the address of the list of names. */
export const reasonNames: Record<Reason, string> = { never: 'belum', expired: 'kedaluwarsa', expiring: 'segera' }

type Order = 'nama' | 'aktif' | 'cakupan'
const shareOf = (row: UnitCoverage) => coverageShare(row) ?? 0
const ascending: Record<Order, (a: UnitCoverage, b: UnitCoverage) => number> = {
  nama: () => 0, // as the store gives them
  aktif: (a, b) => a.active - b.active,
  cakupan: (a, b) => shareOf(a) - shareOf(b),
}

function readOrder(c: Ctx): { order: Order; descending: boolean } {
  const asked = c.req.query('urut')
  return { order: asked === 'aktif' || asked === 'cakupan' ? asked : 'nama', descending: c.req.query('arah') === 'turun' }
}

/** How many are mapped: the instansi, its offices, their units. */
export function coverageRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  app.get('/pemetaan', async c => {
    const language = c.get('language')
    const m = messages[language]
    const actor = actorOf(c)
    const scope = readCoverage(actor)
    const { chosen, within } = await chosenInstansi(c, services.db, scope)
    const asked = c.req.query('unit') ?? ''
    const unitId = /^\d{1,9}$/.test(asked) ? Number(asked) : null
    const today = services.clock.today(chosen.timeZone)
    const { rows, office, counts } = await inScope(services.db, narrowTo(scope, [chosen.id]), async tx => ({
      rows: unitId === null ? await coverageByUnit(tx, chosen.id) : await coverageWithin(tx, chosen.id, unitId),
      office: unitId === null ? null : await unitName(tx, chosen.id, unitId),
      counts: await missingCounts(tx, { instansiId: chosen.id, unitId }, { today, soon: lastWarnedDay(today) }),
    }))
    if (unitId !== null && office === null) throw notFound()

    const number = (n: number) => formatNumber(n, language)
    const total = sumCoverage(rows)
    const share = coverageShare(total)
    const left = total.active - total.assessed
    const here = `instansi=${encodeURIComponent(chosen.regionCode)}`
    const seesNames = coversInstansi(readMissing(actor), chosen.id)
    const names = (part: string) => (seesNames ? `/pemetaan/belum?${here}${part}` : undefined)
    const ofUnit = unitId === null ? '' : `&unit=${unitId}`
    const reasonHref = (reason: Reason) => (counts[reason] > 0 ? names(`${ofUnit}&alasan=${reasonNames[reason]}`) : undefined)
    const { order, descending } = readOrder(c)
    const sorted = [...rows].sort((a, b) => ascending[order](a, b))
    const sort = (key: Order) => ({
      href: listHref(c, { urut: key, arah: order === key && !descending ? 'turun' : null }),
      sorted: order !== key ? null : descending ? ('desc' as const) : ('asc' as const),
    })
    const calculated = rows.reduce<Date | null>((last, row) => (last && last > row.calculatedAt ? last : row.calculatedAt), null)

    return page(
      c,
      {
        title: m.mapping,
        wide: true,
        breadcrumb: office === null ? undefined : [{ href: `/pemetaan?${here}`, label: chosen.name }],
      },
      CoveragePage({
        m,
        title: office ?? chosen.name,
        eyebrow: m.mapping,
        choices: unitId === null ? within.map(row => ({ value: row.regionCode, label: row.name })) : [],
        chosen: chosen.regionCode,
        figure:
          share === null
            ? null
            : {
                value: formatShare(share, language),
                sentence: `${m.coveredSentence(number(total.assessed), number(total.active))} ${left > 0 ? m.coveredNext(number(left)) : m.coveredAll}`,
                complete: left === 0,
                missingHref: left > 0 ? (names(ofUnit) ?? null) : null,
              },
        figures: [
          { label: m.never, value: number(counts.never), href: reasonHref('never') },
          { label: m.expired, value: number(counts.expired), detail: m.expiredDetail, href: reasonHref('expired') },
          {
            label: m.expiring(number(expiryWarningDays)),
            value: number(counts.expiring),
            detail: m.expiringDetail,
            href: reasonHref('expiring'),
            tone: counts.expiring > 0 ? 'warn' : 'neutral',
          },
        ],
        table:
          unitId === null
            ? {
                title: m.byOffice,
                lead: m.byOfficeLead,
                nameHeader: m.office,
                drillHref: row => `/pemetaan?${here}&unit=${row.unitId}`,
              }
            : { title: m.byUnit, lead: m.byUnitLead, nameHeader: m.unit, drillHref: undefined },
        rows: (descending ? sorted.reverse() : sorted).map(row => ({
          unitId: row.unitId,
          name: row.name,
          active: number(row.active),
          assessed: number(row.assessed),
          share: shareOf(row),
          shareText: formatShare(shareOf(row), language),
          missing: number(row.active - row.assessed),
          missingHref:
            row.active > row.assessed ? (names(`&unit=${row.unitId}${unitId === null ? '' : '&lingkup=sendiri'}`) ?? null) : null,
        })),
        sort: { nama: sort('nama'), aktif: sort('aktif'), cakupan: sort('cakupan') },
        calculated: calculated && m.calculated(formatInstant(calculated, language, chosen.timeZone)),
        canImport: hasRole(actor, 'admin', 'pengelola'),
      }),
    )
  })

  return app
}
