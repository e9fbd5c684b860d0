import { Hono } from 'hono'
import { coursesFor, followedCourses, learnerTabs, viewerOf } from '../../learning/index.ts'
import { type GapRow, gapsOf, readGaps } from '../../needs/index.ts'
import { personById } from '../../people/index.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { page } from '../../platform/http/page.tsx'
import { notFound } from '../../platform/http/refusal.ts'
import { formatDate, formatNumber, formatRupiah } from '../../platform/i18n/index.ts'
import { candidatesIn, evaluateEntry } from '../../providers/index.ts'
import { competencyName } from '../../standards/index.ts'
import { learningMessages } from './messages.ts'
import { type RecommendedLine, RecommendedPage } from './pages/recommended.tsx'
import { type Gap, type Option, type Recommendation, recommend } from './rules/recommend.ts'

const shown = 20
const mostReasons = 3

const lacking = (rows: readonly GapRow[]): Gap[] =>
  rows.flatMap(row =>
    row.held !== null && (row.gap ?? 0) > 0
      ? [{ competencyId: row.competency_id, post: row.post, level: row.held, required: row.required }]
      : [],
  )

type Found = Awaited<ReturnType<typeof coursesFor>>
/** One option of the rows that say which competency it reaches. */
const optionsOf = (
  rows: Found,
  mayJoin: (rules: Found[number]['entryRules']) => boolean | null,
): { option: Option; provider: string }[] =>
  [...Map.groupBy(rows, row => `${row.kind} ${row.id}`).values()].map(theirs => {
    const { kind, id, title, provider, jp, cost, alone, startsOn, entryRules } = theirs[0]!
    return {
      option: {
        kind: kind === 'kursus' ? 'course' : 'offer',
        id,
        title,
        reaches: theirs.map(({ competencyId, level }) => ({ competencyId, level })),
        jp,
        cost,
        now: alone,
        mayJoin: mayJoin(entryRules),
        startsOn,
      },
      provider,
    }
  })

/** `/belajar/untuk-saya`, `/pegawai/:id/belajar`: what to learn by the gaps of one person, and why. */
export function recommendRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  const show = async (c: Ctx, pegawaiId: number, own: boolean) => {
    const language = c.get('language')
    const m = learningMessages[language]
    const read = await inScope(services.db, readGaps(actorOf(c)), async tx => {
      const person = await personById(tx, pegawaiId)
      return (
        person && {
          person,
          rows: await gapsOf(tx, [pegawaiId], 'both'),
          candidate: (await candidatesIn(tx, [pegawaiId])).get(pegawaiId) ?? null,
          followed: await followedCourses(tx, pegawaiId),
        }
      )
    })
    if (!read) throw notFound()
    const { person, rows, candidate, followed } = read
    const gaps = lacking(rows)
    const viewer = { ...viewerOf(actorOf(c)), ...(own ? {} : { homeInstansiId: person.instansi.id }) }
    const today = services.clock.today(person.instansi.timeZone)
    const mayJoin = (rules: Found[number]['entryRules']) =>
      candidate === null ? null : evaluateEntry(rules, candidate, today).met
    const lacked = [...new Set(gaps.map(gap => gap.competencyId))]
    const courses = lacked.length === 0 ? [] : await coursesFor(services.db, viewer, lacked, today)
    const names = new Map(courses.map(one => [one.competencyId, competencyName(one.competency, language)]))
    const found = optionsOf(courses, mayJoin)
    const providers = new Map(found.map(({ option, provider }) => [`${option.kind} ${option.id}`, provider]))
    const ranked = recommend(
      gaps,
      found.map(one => one.option),
    )
    const isFollowed = ({ option }: Recommendation) => option.kind === 'course' && followed.has(option.id)
    const hrefOf = ({ option }: Recommendation) => {
      if (option.kind === 'offer') return `/penawaran/${option.id}`
      return own && followed.has(option.id) ? `/belajar/${followed.get(option.id)}` : `/katalog/${option.id}`
    }
    const line = (one: Recommendation): RecommendedLine => {
      const { option, closes } = one
      return {
        key: `${option.kind} ${option.id}`,
        href: hrefOf(one),
        title: option.title,
        provider: providers.get(`${option.kind} ${option.id}`) ?? '',
        isOffer: option.kind === 'offer',
        reasons: closes.slice(0, mostReasons).map(one => ({
          words: m.closes(names.get(one.competencyId) ?? '', one.level, one.to, one.required),
          aimed: one.post === 'aimed',
        })),
        more: closes.length > mostReasons ? m.moreReasons(formatNumber(closes.length - mostReasons, language)) : null,
        jp: option.jp === null ? '–' : formatNumber(option.jp, language),
        cost: option.cost === null ? m.costUnknown : option.cost === 0 ? m.free : formatRupiah(BigInt(option.cost)),
        when: option.now ? m.now : option.startsOn ? formatDate(option.startsOn, language) : m.noClass,
      }
    }
    const shownOf = (which: (one: Recommendation) => boolean) => ranked.filter(which).slice(0, shown).map(line)
    const below = new Set(gaps.filter(gap => gap.post === 'held').map(gap => gap.competencyId))
    const aimed = new Set(gaps.map(gap => gap.competencyId).filter(id => !below.has(id))).size
    const unknown = new Set(rows.filter(row => row.held === null).map(row => row.competency_id)).size
    const title = own ? m.title : m.titleOf(person.name)
    return page(
      c,
      { title, breadcrumb: own ? [] : [{ href: `/pegawai/${pegawaiId}`, label: person.name }] },
      RecommendedPage({
        m,
        title,
        tabs: own ? learnerTabs(language, '/belajar/untuk-saya') : null,
        gaps: formatNumber(below.size, language),
        someGaps: gaps.length > 0,
        aimed: aimed > 0 ? m.aimedToo(formatNumber(aimed, language)) : null,
        notAssessed: unknown > 0 ? m.notAssessed(formatNumber(unknown, language)) : null,
        followed: shownOf(isFollowed),
        now: shownOf(one => !isFollowed(one) && one.option.now),
        later: shownOf(one => !isFollowed(one) && !one.option.now),
        found: formatNumber(ranked.length, language),
      }),
    )
  }

  app.get('/belajar/untuk-saya', c => {
    const { pegawaiId } = actorOf(c)
    if (pegawaiId === null) throw notFound()
    return show(c, pegawaiId, true)
  })

  app.get('/pegawai/:id{[0-9]{1,9}}/belajar', c => show(c, Number(c.req.param('id')), false))

  return app
}
