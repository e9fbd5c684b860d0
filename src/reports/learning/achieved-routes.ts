import { Hono } from 'hono'
import { evidenceOf, passedIn } from '../../assessment/index.ts'
import { classOf, figureOf, learningOf, recordCells } from '../../learning/index.ts'
import { type GapRow, gapsOf } from '../../needs/index.ts'
import { scopeOf } from '../../platform/actor.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Services } from '../../platform/http/context.ts'
import { page } from '../../platform/http/page.tsx'
import { notFound } from '../../platform/http/refusal.ts'
import { formatDecimal, formatNumber, type Language } from '../../platform/i18n/index.ts'
import { highestLevel } from '../../regulation/index.ts'
import { widest } from '../profile.ts'
import { learningMessages } from './messages.ts'
import { AchievedPage } from './pages/achieved.tsx'
import { levelLines } from './present.ts'

/** How long after passing its effect on levels is still waited for, and how often it is looked for, in seconds. */
const waits = { most: 60, again: 2 }

/** `/belajar/:classId/capaian`: what passing brought in one glance, JP and levels, and what to do next. */
export function achievedRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  app.get('/belajar/:classId{[0-9]{1,9}}/capaian', async c => {
    const actor = actorOf(c)
    const { pegawaiId } = actor
    if (pegawaiId === null) throw notFound()
    const classId = Number(c.req.param('classId'))
    const language = c.get('language')
    const read = await inScope(services.db, scopeOf(actor, ['pegawai']), async tx => {
      const mine = await classOf(tx, pegawaiId, classId)
      if (mine?.state !== 'completed') return { mine, found: null }
      const evidence = (await evidenceOf(tx, pegawaiId)).filter(row => row.classId === classId)
      const untaken = await passedIn(tx, classId, [pegawaiId])
      const gaps = await gapsOf(tx, [pegawaiId])
      const learning = (await learningOf(tx, pegawaiId, zone => services.clock.today(zone), null))!
      return { mine, found: { mine, evidence, untaken, gaps, learning } }
    })
    if (!read.mine) throw notFound()
    if (!read.found) return c.redirect(`/belajar/${classId}`, 303)
    const { mine, evidence, untaken, gaps, learning } = read.found
    const m = learningMessages[language]
    const lines = levelLines(evidence, new Map(gaps.map(row => [row.competency_id, row.required])), language)
    const finished = mine.finishedAt?.getTime() ?? 0
    const working = untaken.length > 0 && services.clock.now().getTime() - finished < waits.most * 1000
    if (working) c.header('Refresh', String(waits.again))
    const record = learning.records.find(row => row.source === 'kelas' && row.sourceId === classId)
    const year = learning.yearIn(Number((record?.endedOn ?? learning.today).slice(0, 4)))
    const figure = figureOf(learning, year, null, true, language)
    const [cells] = record ? recordCells(pegawaiId, [record], language) : []
    return page(
      c,
      {
        title: m.achieved,
        breadcrumb: [
          { href: '/belajar', label: m.mine },
          { href: `/belajar/${classId}`, label: mine.title },
        ],
      },
      AchievedPage({
        m,
        figure: {
          value: cells ? `+${cells.recognised}` : '0',
          sentences: [
            m.jpYear(figure.value, figure.unit, String(year.year)),
            figure.sentence,
            cells ? cells.recognised !== cells.claimed && `${cells.why}.` : m.jpStands,
          ],
        },
        score: mine.finalScore === null ? null : m.score(scoreText(mine.finalScore, language)),
        lines,
        max: highestLevel,
        working,
        next: nextOf(gaps, new Map(lines.map(line => [line.competencyId, line.held])), language),
      }),
    )
  })

  return app
}

const scoreText = (score: number, language: Language) => formatDecimal(score, language)

/** What is still lacking for the post held. `now`: levels that rose just now, which gaps may not know yet. */
function nextOf(gaps: readonly GapRow[], now: ReadonlyMap<number, number | null>, language: Language) {
  const m = learningMessages[language]
  const left = widest(gaps.filter(row => (now.get(row.competency_id) ?? 0) < row.required))
  const [first] = left
  return {
    sentence: first
      ? `${m.gapsLeft(formatNumber(left.length, language))} ${m.nextGap(first.name, first.held!, first.required)}`
      : m.gapsNone,
    href: first ? '/belajar/untuk-saya' : '/katalog',
    label: first ? m.findNext : m.catalogue,
  }
}
