import { Hono } from 'hono'
import { asRater, inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { page } from '../../platform/http/page.tsx'
import { formatDate, formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { decideActivities, ownActivities, partnerOf } from './access.ts'
import { activityMessages } from './messages.ts'
import { ActivitiesPage, type ActivityLine, stateTone } from './pages/list.tsx'
import { type Activity, accompanied, listActivities } from './store/activity.ts'

const shown = 200

/** `/kegiatan`: one's own activities, those one accompanies, and those that wait for one's decision. */
export function activityListRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  const load = async (c: Ctx, waiting: boolean) => {
    const actor = actorOf(c)
    const { pegawaiId } = actor
    const mine =
      pegawaiId === null
        ? []
        : await inScope(services.db, ownActivities(actor), tx => listActivities(tx, { of: pegawaiId }, shown))
    const accompany = pegawaiId === null ? [] : await asRater(services.db, partnerOf(actor), tx => accompanied(tx, shown))
    const decide = await inScope(services.db, decideActivities(actor), tx =>
      listActivities(tx, { except: pegawaiId, waiting }, waiting ? shown : 100_000),
    )
    return { mine, accompany, decide }
  }

  const line = (c: Ctx, one: Activity): ActivityLine => {
    const language = c.get('language')
    const m = activityMessages[language]
    return {
      id: one.id,
      title: one.title,
      kind: m.kinds[one.kind],
      learner: one.learner,
      partner: one.partner ?? one.host ?? '–',
      when: m.period(formatDate(one.startsOn, language), formatDate(one.endsOn, language)),
      state: { label: m.states[one.state], tone: stateTone[one.state] },
    }
  }

  app.get('/kegiatan', async c => {
    const language = c.get('language')
    const m = activityMessages[language]
    const { mine, accompany, decide } = await load(c, true)
    const running = mine.filter(one => one.state === 'agreed').length
    return page(
      c,
      { title: m.title },
      ActivitiesPage({
        m,
        running: formatNumber(running, language),
        someRun: running > 0,
        mayPlan: actorOf(c).pegawaiId !== null,
        decides: decideActivities(actorOf(c)).kind !== 'none',
        mine: mine.map(one => line(c, one)),
        accompany: accompany.map(one => line(c, one)),
        decide: decide.map(one => line(c, one)),
      }),
    )
  })

  app.get('/kegiatan.xlsx', async c => {
    const language = c.get('language')
    const m = activityMessages[language]
    const { mine, decide } = await load(c, false)
    const bytes = await writeWorkbook([
      {
        name: m.title,
        columns: [
          { header: m.learner, width: 32 },
          { header: m.name, width: 50 },
          { header: m.kind, width: 28 },
          { header: m.partner, width: 32 },
          { header: m.starts, width: 14 },
          { header: m.ends, width: 14 },
          { header: m.state, width: 16 },
          { header: m.outcome, width: 60 },
        ],
        rows: [...mine, ...decide].map(one => [
          one.learner,
          one.title,
          m.kinds[one.kind],
          one.partner ?? one.host,
          one.startsOn,
          one.endsOn,
          m.states[one.state],
          one.outcome,
        ]),
      },
    ])
    return spreadsheet(c, bytes, 'kegiatan-belajar', services.clock.today())
  })

  return app
}
