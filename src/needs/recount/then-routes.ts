import { Hono } from 'hono'
import { h } from 'preact'
import { savedViews } from '../../identity/index.ts'
import { inScope, type Tx } from '../../platform/db/index.ts'
import { documentsOf, listedIn, sightsOf } from '../../platform/documents/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { formFields, listHref, pageNumber, sought } from '../../platform/http/form.ts'
import { fragment, page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { formatDate, formatInstant, formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { akdInstansi } from '../documents/instansi.ts'
import { messages as needMessages } from '../messages.ts'
import type { Tier } from '../rules/priority.ts'
import type { StoredRules } from './actions.ts'
import { askDay } from './ask.ts'
import { keptList } from './listed.ts'
import { messages } from './messages.ts'
import { type DayMade, ThenPage } from './pages/then.tsx'
import type { DifferenceMade } from './pages/then-lists.tsx'
import { Working } from './pages/working.tsx'
import { type Place, placeOf } from './place.ts'
import { dayIn } from './rules/days.ts'
import { countOf, type Difference, differences, isRecomputed, type NeedList } from './rules/difference.ts'
import * as store from './store.ts'
import { thenSheets } from './then-sheets.ts'
import * as view from './then-view.ts'
import { thenHref } from './words.ts'

const size = 50
const near = 92 // days before and after
const tiers: readonly Tier[] = ['urgen', 'penting', 'dapat_ditunda', 'belum_dapat_dinilai']

const shifted = (day: string, by: number) => new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10)

/** The needs of a day as they are worked out again, beside those that were issued. */
export function thenRoutes(services: Services) {
  const { db } = services
  const app = new Hono<AppEnv>()

  const dayOf = (today: string, typed: string | undefined) => {
    const day = typed ?? `${Number(today.slice(0, 4)) - 1}-12-31`
    const read = dayIn(day)
    return { day, flaw: read === null ? ('not_a_day' as const) : read > today ? ('to_come' as const) : null }
  }

  /** Everything of a day: the newest asked for, the newest made with its list, and the documents of about that day. */
  const read = async (c: Ctx, tx: Tx, place: Place, day: string) => {
    const runs = await store.recountsOf(tx, place.chosen.id, day)
    const made = runs.find(run => run.state === 'done') ?? null
    const documents = await documentsOf(
      tx,
      {
        instansiIds: [place.chosen.id],
        sights: sightsOf([akdInstansi], actorOf(c)),
        kind: akdInstansi.kind,
        asOf: { from: shifted(day, -near), until: shifted(day, near) },
      },
      { order: 'keadaan', descending: true, offset: 0, limit: 50 },
    )
    const issued = view.nearest(documents, day).slice(0, 5)
    const wanted = Number(c.req.query('dokumen'))
    const chosen = issued.find(one => one.id === wanted) ?? issued[0] ?? null
    return {
      newest: runs[0] ?? null,
      made,
      needs: made ? await store.needsThen(tx, made.id) : [],
      issued,
      chosen,
      list: chosen && keptList(await listedIn(tx, chosen.id)),
    }
  }
  type Read = Awaited<ReturnType<typeof read>>

  const rulesOf = (run: store.Recount) => run.rules as unknown as StoredRules
  const differencesOf = ({ made, needs, list }: Read): { all: Difference[]; list: NeedList } | null =>
    made && list ? { all: differences(list, view.recomputedList(needs, rulesOf(made))), list } : null

  const madeProps = (c: Ctx, place: Place, made: store.Recount, needs: readonly view.ThenNeed[]): DayMade => {
    const m = messages[c.get('language')]
    const language = c.get('language')
    const number = (value: number) => formatNumber(value, language)
    const q = sought(c).toLowerCase()
    const tier = tiers.find(one => one === c.req.query('tingkat')) ?? null
    const ranked = needs.map((need, index) => ({ need, rank: index + 1 }))
    const kept = ranked.filter(
      ({ need }) =>
        (tier === null || need.tier === tier) &&
        (q === '' || need.name.toLowerCase().includes(q) || need.code.toLowerCase().startsWith(q)),
    )
    const n = pageNumber(c)
    const rules = rulesOf(made)
    return {
      figure: {
        value: number(needs.length),
        label: `${place.chosen.name}, ${formatDate(made.day, language)}`,
        sentence: m.thenSentence(number(needs.filter(need => need.tier === 'urgen').length), number(made.totals?.people ?? 0)),
      },
      madeAt: m.madeAt(made.finishedAt ? formatInstant(made.finishedAt, language, place.chosen.timeZone) : '–'),
      stale: made.staleSince !== null,
      nobody: (made.ofPeople ?? 0) === 0,
      rules: view.rulesView(rules, language),
      standards: rules.standards.map(one => ({
        key: String(one.id),
        name: view.standardName(one, language),
        basis: one.legalBasis ?? '–',
        from: formatDate(one.activeFrom, language),
        people: number(one.people),
        verified: one.verified,
      })),
      rows: kept.slice((n - 1) * size, n * size).map(({ need, rank }) => view.needView(need, rank, language)),
      filters: { q: c.req.query('q') ?? '', tier: tier ?? '' },
      tiers: tiers.map(value => ({ value, label: needMessages[language].tiers[value] })),
      filtered: q !== '' || tier !== null,
      pager: pagerOf(c, n, size, kept.length),
    }
  }

  const differenceProps = (c: Ctx, day: string, found: Read): DifferenceMade | null => {
    const compared = differencesOf(found)
    if (!compared) return null
    const m = messages[c.get('language')]
    const language = c.get('language')
    const number = (value: number) => formatNumber(value, language)
    const { all, list } = compared
    const own = all.filter(one => one.change !== 'not_recomputed')
    const same = countOf(all, 'same')
    const withSame = c.req.query('semua') === '1'
    const shown = withSame ? own : own.filter(one => one.change !== 'same')
    const n = pageNumber(c)
    const others = list.needs.filter(need => !isRecomputed(need)).length
    const asOf = found.chosen!.asOf
    return {
      sentence:
        same === own.length
          ? m.differenceSame(number(same))
          : m.differenceSentence(
              number(countOf(all, 'differs')),
              number(countOf(all, 'only_issued')),
              number(countOf(all, 'only_recomputed')),
            ),
      otherDay: asOf === day ? null : m.differenceOtherDay(formatDate(asOf, language), formatDate(day, language)),
      otherKinds: others > 0 ? m.otherKinds(number(others)) : null,
      rows: shown.slice((n - 1) * size, n * size).map(one => view.differenceView(one, language)),
      toggle:
        same === 0
          ? null
          : withSame
            ? { href: listHref(c, { semua: null, halaman: null }), label: m.hideSame }
            : { href: listHref(c, { semua: '1', halaman: null }), label: m.showAll(number(same)) },
      pager: pagerOf(c, n, size, shown.length),
    }
  }

  const show = async (c: Ctx, place: Place, { day, flaw }: ReturnType<typeof dayOf>) => {
    const m = messages[c.get('language')]
    const language = c.get('language')
    const { chosen } = place
    const { found, people, views } = await inScope(db, place.scope, async tx => {
      const found = flaw ? null : await read(c, tx, place, day)
      return {
        found,
        people: found && !found.newest ? await store.countThen(tx, chosen.id, day) : 0,
        views: await savedViews(c, tx, chosen.regionCode),
      }
    })
    const differing = c.req.query('lihat') === 'beda' && found?.chosen != null
    const failed = found?.newest?.state === 'failed' ? found.newest : null
    const tab = (label: string, on: boolean) => ({
      href: listHref(c, { lihat: on ? 'beda' : null, halaman: null, semua: null, q: null, tingkat: null }),
      label,
      current: differing === on,
    })
    const at = { instansi: chosen.regionCode, day }
    return page(
      c,
      {
        title: m.thenTitle,
        wide: true,
        status: flaw ? 422 : 200,
        breadcrumb: [{ href: `/kebutuhan?instansi=${encodeURIComponent(chosen.regionCode)}`, label: m.needs }],
      },
      ThenPage({
        m,
        views,
        values: at,
        today: place.today,
        error: flaw && m.flaws[flaw],
        choices: place.within.map(one => ({ value: one.regionCode, label: one.name })),
        working: found?.newest ? view.thenWorking(found.newest, chosen.regionCode, language) : null,
        failed: failed && { title: m.failedTitle(formatDate(day, language)), words: failed.problem?.[language] ?? m.unexpected },
        notYet: flaw || found?.newest ? null : m.notYetOne(formatNumber(people, language)),
        made: found?.made ? madeProps(c, place, found.made, found.needs) : null,
        documents: (found?.issued ?? []).map(one =>
          view.documentView(
            one,
            differing && one.id === found?.chosen?.id,
            { code: chosen.regionCode, timeZone: chosen.timeZone, day },
            language,
          ),
        ),
        difference: found && differing ? differenceProps(c, day, found) : null,
        differing,
        tabs: found?.chosen ? [tab(m.recomputedHead, false), tab(m.differenceSheet, true)] : [],
        exportHref: listHref(c, { halaman: null }).replace('/kebutuhan/pada', '/kebutuhan/pada.xlsx'),
        resetHref: thenHref(at),
      }),
    )
  }

  app.get('/kebutuhan/pada', async c => {
    const place = await placeOf(c, services)
    return show(c, place, dayOf(place.today, c.req.query('hari')))
  })

  app.post('/kebutuhan/pada', async c => {
    const field = await formFields(c)
    const place = await placeOf(c, services, field('instansi'))
    const asked = dayOf(place.today, field('hari'))
    if (asked.flaw) return show(c, place, asked)
    await askDay(services, place.asker, asked.day, field('ulang') === '1')
    return c.redirect(thenHref({ instansi: place.chosen.regionCode, day: asked.day }), 303)
  })

  app.get('/kebutuhan/pada/keadaan', async c => {
    const place = await placeOf(c, services)
    const { day, flaw } = dayOf(place.today, c.req.query('hari'))
    const newest = flaw ? undefined : (await inScope(db, place.scope, tx => store.recountsOf(tx, place.chosen.id, day)))[0]
    if (!newest) throw notFound()
    const working = view.thenWorking(newest, place.chosen.regionCode, c.get('language'))
    if (working) return fragment(c, h(Working, working))
    c.header('X-Location', thenHref({ instansi: place.chosen.regionCode, day }))
    return fragment(c, null)
  })

  app.get('/kebutuhan/pada.xlsx', async c => {
    const place = await placeOf(c, services)
    const { day, flaw } = dayOf(place.today, c.req.query('hari'))
    const found = flaw ? null : await inScope(db, place.scope, tx => read(c, tx, place, day))
    if (!found?.made) throw notFound()
    const sheets = thenSheets(found.needs, rulesOf(found.made), differencesOf(found)?.all ?? null, {
      name: place.chosen.name,
      day,
      document: found.chosen,
      language: c.get('language'),
    })
    return spreadsheet(c, await writeWorkbook(sheets), 'kebutuhan-pada', day)
  })

  return app
}
