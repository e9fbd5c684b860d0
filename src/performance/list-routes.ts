import { Hono } from 'hono'
import { chosenInstansi, formatNip, type Instansi, topUnits } from '../people/index.ts'
import { hasRole, narrowTo, type Scope } from '../platform/actor.ts'
import { audit } from '../platform/audit/index.ts'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { listHref, pageNumber } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { pagerOf } from '../platform/http/pager.ts'
import { forbidden, notFound, Refusal } from '../platform/http/refusal.ts'
import { formatDate, formatNumber, formatShare } from '../platform/i18n/index.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import { performancePredicates } from '../regulation/index.ts'
import { readRatings } from './access.ts'
import { performanceLabels } from './labels.ts'
import { listOrder, listValues, stateChoices, stateName, yearChoices } from './list-filter.ts'
import { messages } from './messages.ts'
import { type RatingCells, RatingListPage } from './pages/list.tsx'
import { achievementWords, periodChoices, periodWords, predicateTone } from './present.ts'
import { achievementPercent } from './rules/achievement.ts'
import { lastDay } from './rules/period.ts'
import { type Distribution, distribution, type ListFilter, type ListRow, listRatings, type RatedState } from './store/list.ts'

const size = 50
const exportLimit = 100_000

/** `/kinerja`: who was rated how; of an instansi, or of a team for who holds no instansi. */
export function listRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  const asked = async (c: Ctx) => {
    const scope = readRatings(actorOf(c))
    const place = await placeOf(c, scope)
    const today = services.clock.today(place.chosen?.timeZone)
    const units = place.chosen ? await topUnits(services.db, place.chosen.id) : []
    const typed = listValues(c, today)
    // An office of the government that was chosen before is no filter for this one.
    const values = { ...typed, unitId: units.some(unit => unit.id === typed.unitId) ? typed.unitId : null }
    const filter: ListFilter = { ...values, instansiId: place.chosen?.id ?? null }
    return { ...place, units, today, values, filter }
  }

  /** Who holds some people and no instansi sees those; there is nothing to choose then. */
  const placeOf = async (c: Ctx, scope: Scope): Promise<{ scope: Scope; chosen: Instansi | null; within: Instansi[] }> => {
    if (scope.kind === 'none') throw forbidden()
    if (scope.kind === 'people') {
      if (c.req.query('instansi')) throw notFound()
      return { scope, chosen: null, within: [] }
    }
    const { chosen, within } = await chosenInstansi(c, services.db, scope)
    return { scope: narrowTo(scope, [chosen.id]), chosen, within }
  }

  app.get('/kinerja', async c => {
    const language = c.get('language')
    const m = messages[language]
    const { scope, chosen, within, units, today, values, filter } = await asked(c)
    const { order, descending, sort } = listOrder(c)
    const n = pageNumber(c)
    const { rows, counts } = await inScope(services.db, scope, async tx => ({
      rows: await listRatings(tx, filter, { order, descending, offset: (n - 1) * size, limit: size }),
      counts: await distribution(tx, filter),
    }))
    const number = (count: number) => formatNumber(count, language)
    const words = periodWords(values.period, language)
    const hrefOf = (state: RatedState) =>
      listHref(c, { penilaian: stateName(state), q: null, halaman: null, urut: null, arah: null })
    const unfinished = lastDay(values.period) >= today
    const below = (state: 'hasil' | 'perilaku', count: number, label: string, detail: string) => ({
      label,
      value: number(count),
      detail: count > 0 ? detail : undefined,
      href: count > 0 ? hrefOf(state) : undefined,
      tone: count > 0 ? ('warn' as const) : ('neutral' as const),
    })
    const left = counts.active - counts.rated
    return page(
      c,
      { title: m.performance, wide: true },
      RatingListPage({
        m,
        language,
        eyebrow: chosen ? m.performance : null,
        place: chosen?.name ?? m.team,
        lead: chosen ? m.lead : m.leadTeam,
        figure:
          counts.active === 0
            ? null
            : {
                value: formatShare(counts.rated / counts.active, language),
                label: m.ratedFigure(words),
                sentence: unfinished ? m.unfinished(formatDate(lastDay(values.period), language)) : ratedSentence(c, counts),
                tone: unfinished || counts.rated === 0 ? 'info' : left === 0 ? 'ok' : 'neutral',
                canImport: !unfinished && left > 0 && hasRole(actorOf(c), 'admin', 'pengelola'),
              },
        figures:
          counts.rated === 0
            ? []
            : [
                below('hasil', counts.resultBelow, m.resultBelow, m.toDevelop),
                below('perilaku', counts.behaviourBelow, m.behaviourBelow, m.toCoach),
                { label: m.notRatedYet, value: number(left), href: left > 0 ? hrefOf('belum') : undefined },
              ],
        bars: counts.rated === 0 ? [] : barsOf(c, counts, hrefOf),
        distributionLead: m.distributionLead(words),
        values: {
          q: values.q,
          instansi: chosen?.regionCode ?? '',
          unit: values.unitId === null ? '' : String(values.unitId),
          year: values.period.year,
          period: values.code,
          state: values.state === null ? '' : stateName(values.state),
        },
        choices: {
          instansi: within.map(row => ({ value: row.regionCode, label: row.name })),
          unit: units.map(row => ({ value: row.id, label: row.name })),
          year: yearChoices(today),
          period: periodChoices(language),
          state: stateChoices(language),
        },
        filtered: values.q !== '' || values.unitId !== null || values.state !== null,
        resetHref: listHref(c, { q: null, unit: null, penilaian: null, halaman: null }),
        rows: rows.map(row => cells(c, row)),
        sort,
        exportHref: listHref(c, { halaman: null }).replace(/^\/kinerja/, '/kinerja.xlsx'),
        pager: pagerOf(c, n, size, counts.matching),
      }),
    )
  })

  const ratedSentence = (c: Ctx, { active, rated }: Distribution) => {
    const language = c.get('language')
    const m = messages[language]
    const number = (count: number) => formatNumber(count, language)
    if (rated === 0)
      return hasRole(actorOf(c), 'admin', 'pengelola') ? m.ratedNone(number(active)) : m.ratedNoneYet(number(active))
    return rated === active ? m.ratedAll(number(active)) : m.ratedSentence(number(rated), number(active), number(active - rated))
  }

  const barsOf = (c: Ctx, counts: Distribution, hrefOf: (state: RatedState) => string) => {
    const language = c.get('language')
    return performancePredicates.map(predicate => ({
      key: predicate,
      label: performanceLabels[language].predicate[predicate],
      count: counts[predicate],
      text: formatNumber(counts[predicate], language),
      share: formatShare(counts[predicate] / counts.rated, language, 1),
      href: hrefOf(predicate),
    }))
  }

  const cells = (c: Ctx, row: ListRow): RatingCells => {
    const language = c.get('language')
    const m = messages[language]
    const labels = performanceLabels[language]
    const dash = row.ratingId === null ? '–' : m.unknown
    return {
      id: row.pegawaiId,
      name: row.name,
      nip: formatNip(row.nip),
      jabatan: row.jabatan ?? '–',
      unit: row.opd ?? row.unit,
      result: row.result ? labels.shortRating[row.result] : dash,
      behaviour: row.behaviour ? labels.shortRating[row.behaviour] : dash,
      predicate:
        row.ratingId === null
          ? { text: m.notRatedYet, tone: 'neutral' }
          : row.predicate
            ? { text: labels.predicate[row.predicate], tone: predicateTone[row.predicate] }
            : { text: m.unknownPredicate, tone: 'neutral' },
      achieved: achievementWords({ target: row.target, achieved: row.achieved, unit: row.targetUnit }, language),
    }
  }

  app.get('/kinerja.xlsx', async c => {
    const language = c.get('language')
    const m = messages[language]
    const labels = performanceLabels[language]
    const { scope, chosen, today, values, filter } = await asked(c)
    const rows = await inScope(services.db, scope, async tx => {
      const rows = await listRatings(tx, filter, { ...listOrder(c), limit: exportLimit + 1 })
      if (rows.length > exportLimit) throw tooLarge()
      await audit(tx, actorOf(c).accountId, services.clock.now(), {
        verb: 'export_performance',
        subject: 'pegawai',
        instansiId: chosen?.id ?? null,
        rows: rows.length,
        detail: { q: values.q, year: values.period.year, period: values.code, state: values.state, unitId: values.unitId },
      })
      return rows
    })
    const bytes = await writeWorkbook([
      {
        name: m.performance,
        title: chosen ? `${m.performance}: ${chosen.name}` : m.performance,
        notes: [m.exportNote(periodWords(values.period, language), formatDate(today, language))],
        columns: [
          { header: m.nip, width: 22, kind: 'text' },
          { header: m.name, width: 36 },
          { header: m.jabatan, width: 44 },
          { header: m.unit, width: 40 },
          { header: m.year, width: 10 },
          { header: m.period, width: 14 },
          { header: m.result, width: 22 },
          { header: m.behaviour, width: 22 },
          { header: m.predicate, width: 20 },
          { header: m.target, width: 12, kind: 'number' },
          { header: m.achieved, width: 12, kind: 'number' },
          { header: m.measure, width: 12 },
          { header: `${m.achieved} (%)`, width: 14, kind: 'number' },
        ],
        rows: rows.map(row => {
          const percent = achievementPercent(row.target, row.achieved)
          return [
            row.nip,
            row.name,
            row.jabatan,
            row.opd ?? row.unit,
            String(values.period.year),
            periodChoices(language).find(choice => choice.value === values.code)!.label,
            row.result && labels.rating[row.result],
            row.behaviour && labels.rating[row.behaviour],
            row.predicate ? labels.predicate[row.predicate] : row.ratingId === null ? m.notRatedYet : m.unknownPredicate,
            row.target,
            row.achieved,
            row.targetUnit,
            percent === null ? null : Math.round(percent * 100) / 100,
          ]
        }),
      },
    ])
    return spreadsheet(c, bytes, `kinerja-${values.period.year}-${values.code}`, today)
  })

  return app
}

const tooLarge = () =>
  new Refusal(413, {
    id: messages.id.exportTooLarge(formatNumber(exportLimit, 'id')),
    en: messages.en.exportTooLarge(formatNumber(exportLimit, 'en')),
  })
