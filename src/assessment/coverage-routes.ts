import { Hono } from 'hono'
import { chosenInstansi, type Instansi, unitName } from '../people/index.ts'
import { coversInstansi, hasRole, narrowTo } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { idAsked, pageNumber } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { pagerOf } from '../platform/http/pager.ts'
import { notFound } from '../platform/http/refusal.ts'
import { formatInstant, formatNumber } from '../platform/i18n/index.ts'
import { readCoverage, readMissing, readStandings } from './access.ts'
import { headFigure, inOrder, lineCells } from './coverage-cells.ts'
import { messages } from './messages.ts'
import { CoveragePage } from './pages/coverage.tsx'
import { daysOn } from './policies.ts'
import { sumCoverage } from './rules/coverage.ts'
import { coverageByUnit, coverageOf, coverageWithin, type InstansiCoverage } from './store/coverage.ts'
import { missingCounts, type Reason } from './store/missing.ts'

/** `alasan=` in the address of the list of names. */
export const reasonNames: Record<Reason, string> = { never: 'belum', expired: 'kedaluwarsa', expiring: 'segera' }
/** `instansi=` for all governments of the scope. */
const everyGovernment = 'semua'
const size = 50

const addressOf = (row: Instansi) => `instansi=${encodeURIComponent(row.regionCode)}`

/** How many are mapped: the governments of the scope, one of them, an office, its units. */
export function coverageRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  /** The way to the names that are missing; undefined where this actor sees none. */
  const namesHref = (c: Ctx, instansi: Instansi, part = '') =>
    coversInstansi(readMissing(actorOf(c)), instansi.id) ? `/pemetaan/belum?${addressOf(instansi)}${part}` : undefined

  const choicesOf = (c: Ctx, within: Instansi[]) => [
    { value: everyGovernment, label: m(c).everyGovernment },
    ...within.map(row => ({ value: row.regionCode, label: row.name })),
  ]
  const canImport = (c: Ctx) => hasRole(actorOf(c), 'admin', 'pengelola')

  app.get('/pemetaan', async c => {
    const scope = readCoverage(actorOf(c))
    const asked = c.req.query('instansi') ?? ''
    const { chosen, within } = await chosenInstansi(c, services.db, scope, asked === everyGovernment ? '' : asked)
    const ids = within.map(row => row.id)
    const compared = within.length > 1 && (asked === '' || asked === everyGovernment)
    const all = compared ? await inScope(services.db, narrowTo(scope, ids), tx => coverageOf(tx, ids)) : []
    const ownIsEmpty = all.find(row => row.instansiId === chosen.id)?.active === 0
    return compared && (asked === everyGovernment || ownIsEmpty)
      ? governmentsPage(c, within, all)
      : instansiPage(c, chosen, within)
  })

  const governmentsPage = (c: Ctx, within: Instansi[], all: InstansiCoverage[]) => {
    const known = new Map(within.map(row => [row.id, row]))
    const lines = all
      .filter(row => row.active > 0)
      .map(({ instansiId, active, assessed }) => ({ id: instansiId, name: known.get(instansiId)!.name, active, assessed }))
    const { lines: sorted, sort } = inOrder(c, lines)
    const n = pageNumber(c)
    return page(
      c,
      { title: m(c).mapping, wide: true },
      CoveragePage({
        m: m(c),
        title: m(c).everyGovernment,
        choices: choicesOf(c, within),
        chosen: everyGovernment,
        figure: headFigure(c, sumCoverage(lines), undefined),
        figures: [],
        table: {
          title: m(c).byGovernment,
          lead: m(c).byGovernmentLead,
          nameHeader: m(c).instansi,
          drillHref: row => `/pemetaan?${addressOf(known.get(row.id)!)}`,
        },
        rows: sorted.slice((n - 1) * size, n * size).map(row => lineCells(c, row, namesHref(c, known.get(row.id)!))),
        sort,
        calculated: null,
        pager: lines.length > size ? pagerOf(c, n, size, lines.length) : null,
        canImport: canImport(c),
        policyHref: null,
        campaignsHref: null,
        standingsHref: null,
      }),
    )
  }

  const instansiPage = async (c: Ctx, chosen: Instansi, within: Instansi[]) => {
    const language = c.get('language')
    const unitId = idAsked(c, 'unit')
    const today = services.clock.today(chosen.timeZone)
    const { rows, office, days, counts } = await inScope(
      services.db,
      narrowTo(readCoverage(actorOf(c)), [chosen.id]),
      async tx => {
        const days = await daysOn(tx, chosen.id, today)
        return {
          rows: unitId === null ? await coverageByUnit(tx, chosen.id) : await coverageWithin(tx, chosen.id, unitId),
          office: unitId === null ? null : await unitName(tx, chosen.id, unitId),
          days,
          counts: await missingCounts(tx, { instansiId: chosen.id, unitId, reason: null }, days),
        }
      },
    )
    if (unitId !== null && office === null) throw notFound()

    const ofUnit = unitId === null ? '' : `&unit=${unitId}`
    const reason = (key: Reason, label: string, detail?: string) => ({
      label,
      value: formatNumber(counts[key], language),
      detail,
      href: counts[key] > 0 ? namesHref(c, chosen, `${ofUnit}&alasan=${reasonNames[key]}`) : undefined,
    })
    const { lines, sort } = inOrder(
      c,
      rows.map(row => ({ id: row.unitId, name: row.name, active: row.active, assessed: row.assessed })),
    )
    const calculated = rows.reduce<Date | null>((last, row) => (last && last > row.calculatedAt ? last : row.calculatedAt), null)
    const here = `/pemetaan?${addressOf(chosen)}`
    return page(
      c,
      { title: m(c).mapping, wide: true, breadcrumb: office === null ? undefined : [{ href: here, label: chosen.name }] },
      CoveragePage({
        m: m(c),
        title: office ?? chosen.name,
        choices: unitId === null && within.length > 1 ? choicesOf(c, within) : [],
        chosen: chosen.regionCode,
        figure: headFigure(c, sumCoverage(rows), namesHref(c, chosen, ofUnit)),
        figures: [
          reason('never', m(c).never),
          reason('expired', m(c).expired, m(c).expiredDetail),
          {
            ...reason('expiring', m(c).expiring(formatNumber(days.warningDays, language)), m(c).expiringDetail),
            tone: counts.expiring > 0 ? 'warn' : 'neutral',
          },
        ],
        table:
          unitId === null
            ? {
                title: m(c).byOffice,
                lead: m(c).byOfficeLead,
                nameHeader: m(c).office,
                drillHref: row => `${here}&unit=${row.id}`,
              }
            : { title: m(c).byUnit, lead: m(c).byUnitLead, nameHeader: m(c).unit, drillHref: undefined },
        rows: lines.map(row =>
          lineCells(c, row, namesHref(c, chosen, `&unit=${row.id}${unitId === null ? '' : '&lingkup=sendiri'}`)),
        ),
        sort,
        calculated: calculated && m(c).calculated(formatInstant(calculated, language, chosen.timeZone)),
        pager: null,
        canImport: canImport(c),
        campaignsHref: coversInstansi(readMissing(actorOf(c)), chosen.id) ? `/pemetaan/kampanye?${addressOf(chosen)}` : null,
        standingsHref: coversInstansi(readStandings(actorOf(c)), chosen.id) ? `${addressOf(chosen)}${ofUnit}` : null,
        policyHref: canImport(c) ? `/aturan/jpm?${addressOf(chosen)}` : null,
      }),
    )
  }

  return app
}
