import { Hono } from 'hono'
import { h } from 'preact'
import { savedViews } from '../../identity/index.ts'
import { inScope } from '../../platform/db/index.ts'
import type { AppEnv, Ctx, Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { formFields } from '../../platform/http/form.ts'
import { fragment, page } from '../../platform/http/page.tsx'
import { notFound } from '../../platform/http/refusal.ts'
import { formatDate, formatInstant, formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { policyAt } from '../../policies/index.ts'
import { gapCostPolicy } from '../cost/policy.ts'
import { askComparison, auditMoved } from './ask.ts'
import { madeView, workingView } from './compare-view.ts'
import { messages } from './messages.ts'
import { ComparePage, type CompareProps } from './pages/compare.tsx'
import { Working } from './pages/working.tsx'
import { type Place, placeOf } from './place.ts'
import { dayIn, defaultSpan, flawOf, spansAt } from './rules/days.ts'
import { comparisonSheets } from './sheets.ts'
import { countThen } from './store.ts'
import { type Comparison, comparisonsOf, lastComparisons, peopleMoved } from './store-comparison.ts'
import { compareHref } from './words.ts'

const lastShown = 8
const sheetLimit = 50_000

/** Two days of an instansi against each other: figures, causes, and the same as a workbook. */
export function compareRoutes(services: Services) {
  const { db } = services
  const app = new Hono<AppEnv>()
  const words = (c: Ctx) => messages[c.get('language')]

  /** The days asked for, and what is wrong with them. */
  const spanOf = (today: string, typed: { from: string | undefined; until: string | undefined }) => {
    const usual = defaultSpan(today)
    const values = { from: typed.from ?? usual.from, until: typed.until ?? usual.until }
    const [from, until] = [dayIn(values.from), dayIn(values.until)]
    return { values, flaw: flawOf(from, until, today) }
  }
  const asked = (c: Ctx, today: string) => spanOf(today, { from: c.req.query('dari'), until: c.req.query('sampai') })

  const view = async (c: Ctx, place: Place, { values, flaw }: ReturnType<typeof spanOf>) => {
    const m = words(c)
    const language = c.get('language')
    const { chosen } = place
    const at = { instansi: chosen.regionCode, ...values }
    const read = await inScope(db, place.scope, async tx => {
      const found = flaw ? [] : await comparisonsOf(tx, chosen.id, values)
      return {
        found,
        last: await lastComparisons(tx, chosen.id, lastShown),
        cost: await policyAt(tx, gapCostPolicy, chosen.id, flaw ? place.today : values.until),
        people: flaw || found.length > 0 ? 0 : await countThen(tx, chosen.id, values.until),
        views: await savedViews(c, tx, chosen.regionCode),
      }
    })
    const newest = read.found[0] ?? null
    const made = read.found.find(one => one.summary !== null) ?? null
    const failed =
      newest && newest.summary === null ? ([newest.before, newest.after].find(side => side.state === 'failed') ?? null) : null
    const number = (value: number) => formatNumber(value, language)
    const reader = { language, timeZone: chosen.timeZone, mayNames: place.mayNames }
    const props: CompareProps = {
      m,
      views: read.views,
      values: at,
      today: place.today,
      errors: flaw ? [{ field: flaw.field, message: m.flaws[flaw.why] }] : [],
      choices: place.within.map(one => ({ value: one.regionCode, label: one.name })),
      shortcuts: spansAt(place.today).map(({ name, span }) => ({
        href: compareHref({ instansi: chosen.regionCode, ...span }),
        label: m.spans[name],
        current: span.from === values.from && span.until === values.until,
      })),
      working: newest && workingView(newest, chosen.regionCode, language),
      failed: failed && {
        title: m.failedTitle(formatDate(failed.day, language)),
        words: failed.problem?.[language] ?? m.unexpected,
      },
      made: made && madeView(made, made.summary!, { name: chosen.name, code: chosen.regionCode }, read.cost, reader),
      notYet: flaw || newest ? null : m.notYet(number(read.people)),
      last: read.last
        .filter(one => one.from !== values.from || one.until !== values.until)
        .map(one => ({
          href: compareHref({ instansi: chosen.regionCode, from: one.from, until: one.until }),
          days: m.span(formatDate(one.from, language), formatDate(one.until, language)),
          gaps: m.arrow(number(one.gapsBefore), number(one.gapsAfter)),
          at: formatInstant(one.madeAt, language, chosen.timeZone),
        })),
      mayNames: place.mayNames,
      format: number,
    }
    const home = { href: `/kesenjangan?instansi=${encodeURIComponent(chosen.regionCode)}`, label: m.gapMap }
    return page(c, { title: m.compare, breadcrumb: [home], status: flaw ? 422 : 200 }, ComparePage(props))
  }

  app.get('/kesenjangan/banding', async c => {
    const place = await placeOf(c, services)
    return view(c, place, asked(c, place.today))
  })

  app.post('/kesenjangan/banding', async c => {
    const field = await formFields(c)
    const place = await placeOf(c, services, field('instansi'))
    const span = spanOf(place.today, { from: field('dari'), until: field('sampai') })
    if (span.flaw) return view(c, place, span)
    await askComparison(services, place.asker, span.values, field('ulang') === '1')
    return c.redirect(compareHref({ instansi: place.chosen.regionCode, ...span.values }), 303)
  })

  /** The comparison that stands for the days of the address. @throws Refusal 404 where none does */
  const standing = async (c: Ctx, place: Place, pick: (found: Comparison[]) => Comparison | undefined) => {
    const { values, flaw } = asked(c, place.today)
    if (flaw) throw notFound()
    const found = pick(await inScope(db, place.scope, tx => comparisonsOf(tx, place.chosen.id, values)))
    if (!found) throw notFound()
    return found
  }

  app.get('/kesenjangan/banding/keadaan', async c => {
    const place = await placeOf(c, services)
    const newest = await standing(c, place, found => found[0])
    const working = workingView(newest, place.chosen.regionCode, c.get('language'))
    if (working) return fragment(c, h(Working, working))
    c.header('X-Location', compareHref({ instansi: place.chosen.regionCode, from: newest.before.day, until: newest.after.day }))
    return fragment(c, null)
  })

  app.get('/kesenjangan/banding.xlsx', async c => {
    const place = await placeOf(c, services)
    const language = c.get('language')
    const made = await standing(c, place, found => found.find(one => one.summary !== null))
    const { people, cost } = await inScope(db, place.scope, async tx => {
      const cost = await policyAt(tx, gapCostPolicy, place.chosen.id, made.after.day)
      if (!place.mayNames) return { people: [], cost }
      const people = await peopleMoved(tx, made.id, { move: 'all' }, { order: 'nama', offset: 0, limit: sheetLimit })
      await auditMoved(tx, place.asker, services.clock.now(), made.id, people.length)
      return { people, cost }
    })
    const sheets = comparisonSheets(made, made.summary!, people, cost, {
      name: place.chosen.name,
      language,
      timeZone: place.chosen.timeZone,
    })
    return spreadsheet(c, await writeWorkbook(sheets), `banding-${made.before.day}`, made.after.day)
  })

  return app
}
