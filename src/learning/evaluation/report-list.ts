import type { Actor } from '../../platform/actor.ts'
import { asJob, type Tx } from '../../platform/db/index.ts'
import type { Ctx, Services } from '../../platform/http/context.ts'
import { listHref } from '../../platform/http/form.ts'
import { listed } from '../../platform/http/listed.ts'
import { reportedProviders } from './access.ts'
import { reportMessages } from './report-messages.ts'
import { reportYear } from './rules/report-year.ts'
import { type Reported, reportedYears } from './store/finished.ts'
import type { Grouping } from './store/report.ts'

const size = 50

/**
 * Reads a report on the classes that ended in the year asked for, of the providers whose reports one reads; with it the years there are.
 * @throws Refusal 403 for whoever reads none
 */
export async function readReport<Read extends object>(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  actor: Actor,
  asked: string | undefined,
  read: (tx: Tx, of: Reported) => Promise<Read>,
): Promise<Read & { years: number[]; year: number | null }> {
  const providerIds = await reportedProviders(db, actor)
  return asJob(db, async tx => {
    const years = await reportedYears(tx, providerIds)
    const year = reportYear(asked, years, clock.today())
    return { ...(await read(tx, { providerIds, year })), years, year }
  })
}

/** A report as a list: by what and of which year it is, what of it is found, and the addresses around it. */
export function reportList<By extends Grouping, Row extends { name: string }, Name extends string>(
  c: Ctx,
  of: {
    path: string
    groupings: readonly By[]
    by: By
    years: readonly number[]
    year: number | null
    rows: readonly Row[]
    orders: Record<Name, (row: Row) => number | string | null>
  },
) {
  const { path, by, year } = of
  const m = reportMessages[c.get('language')]
  const list = listed(c, of.rows, { orders: of.orders, words: row => row.name, size })
  const tahun = String(year ?? 'semua')
  const years = [...new Set([...(year === null ? [] : [year]), ...of.years])].sort((a, b) => b - a)
  return {
    ...list,
    m,
    path,
    by,
    name: m.names[by],
    period: year === null ? m.endedEver : m.ended(tahun),
    none: year === null || of.years.includes(year) ? null : m.none(tahun),
    tahun,
    years: [...years.map(value => ({ value: String(value), label: String(value) })), { value: 'semua', label: m.everyYear }],
    tabs: of.groupings.map(one => ({
      href: `${path}?${new URLSearchParams({ menurut: one, tahun })}`,
      label: m.names[one],
      current: one === by,
    })),
    resetHref: list.q || c.req.query('tahun') ? `${path}?menurut=${by}` : undefined,
    exportHref: listHref(c, { tahun, halaman: null }).replace(path, `${path}.xlsx`),
  }
}
