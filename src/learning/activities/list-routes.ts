import { Hono } from 'hono'
import { audit } from '../../platform/audit/index.ts'
import { asRater, inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { listHref, pageNumber, sorting, sought } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { forbidden } from '../../platform/http/refusal.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { learnerTabs } from '../tabs.ts'
import { decideActivities, ownActivities, partnerOf } from './access.ts'
import { activityLine, activitySheet } from './lines.ts'
import { activityMessages } from './messages.ts'
import { AllActivitiesPage } from './pages/all.tsx'
import { ActivitiesPage } from './pages/list.tsx'
import { type ActivityState, activityKinds, activityStates } from './rules/activity.ts'
import { type ActivityFilter, type ActivityOrder, accompanied, activitiesOf, countWaiting, listActivities } from './store/list.ts'

const size = 50
const exportLimit = 50_000
const shown = 200
/** A draft is nobody's but the person's. */
const statesShown = activityStates.filter((state): state is Exclude<ActivityState, 'draft'> => state !== 'draft')

/** `/kegiatan`: one's own activities and those one accompanies; `/kegiatan/semua`: those of the people one leads or keeps. */
export function activityListRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => activityMessages[c.get('language')]

  const own = async (c: Ctx) => {
    const actor = actorOf(c)
    const { pegawaiId } = actor
    return pegawaiId === null ? [] : inScope(services.db, ownActivities(actor), tx => activitiesOf(tx, pegawaiId))
  }

  app.get('/kegiatan', async c => {
    const language = c.get('language')
    const actor = actorOf(c)
    const mine = await own(c)
    const accompany = actor.pegawaiId === null ? [] : await asRater(services.db, partnerOf(actor), tx => accompanied(tx, shown))
    const decides = decideActivities(actor).kind !== 'none'
    const waiting = decides ? await inScope(services.db, decideActivities(actor), tx => countWaiting(tx, actor.pegawaiId)) : 0
    const running = mine.filter(one => one.state === 'agreed').length
    return page(
      c,
      { title: m(c).title },
      ActivitiesPage({
        m: m(c),
        tabs: actor.pegawaiId === null ? null : learnerTabs(language, '/kegiatan'),
        running: formatNumber(running, language),
        someRun: running > 0,
        mayPlan: actor.pegawaiId !== null,
        decides,
        waiting: waiting > 0 ? m(c).waitingHere(formatNumber(waiting, language)) : null,
        mine: mine.map(one => activityLine(one, language)),
        accompany: accompany.map(one => activityLine(one, language)),
      }),
    )
  })

  app.get('/kegiatan.xlsx', async c => {
    const bytes = await writeWorkbook([activitySheet(await own(c), c.get('language'))])
    return spreadsheet(c, bytes, 'kegiatan-belajar-saya', services.clock.today())
  })

  const asked = (c: Ctx) => {
    const actor = actorOf(c)
    const scope = decideActivities(actor)
    if (scope.kind === 'none') throw forbidden()
    const query = (name: string) => c.req.query(name) ?? ''
    const filter: ActivityFilter = {
      notOf: actor.pegawaiId,
      q: sought(c),
      kind: activityKinds.find(one => one === query('bentuk')) ?? null,
      state: statesShown.find(one => one === query('keadaan')) ?? null,
      waiting: query('keadaan') === 'menunggu',
    }
    const begins = { selesai: 'desc', nama: 'asc', pegawai: 'asc', keadaan: 'asc' } as const
    return { actor, scope, filter, ...sorting<ActivityOrder>(c, begins) }
  }

  app.get('/kegiatan/semua', async c => {
    const language = c.get('language')
    const { actor, scope, filter, order, descending, sort } = asked(c)
    const n = pageNumber(c)
    const { rows, waiting } = await inScope(services.db, scope, async tx => ({
      rows: await listActivities(tx, filter, { order, descending, offset: (n - 1) * size, limit: size }),
      waiting: await countWaiting(tx, actor.pegawaiId),
    }))
    const filtered = Boolean(filter.q || filter.kind || filter.state || filter.waiting)
    return page(
      c,
      { title: m(c).all, breadcrumb: [{ href: '/kegiatan', label: m(c).title }], wide: true },
      AllActivitiesPage({
        m: m(c),
        waiting: formatNumber(waiting, language),
        someWait: waiting > 0,
        rows: rows.map(one => activityLine(one, language)),
        sort,
        values: { q: filter.q, bentuk: filter.kind ?? '', keadaan: filter.waiting ? 'menunggu' : (filter.state ?? '') },
        kinds: activityKinds.map(value => ({ value, label: m(c).kinds[value] })),
        states: statesShown.map(value => ({ value, label: m(c).states[value] })),
        filtered,
        exportHref: listHref(c, { halaman: null }).replace(/^\/kegiatan\/semua/, '/kegiatan/semua.xlsx'),
        pager: pagerOf(c, n, size, rows[0]?.found ?? 0),
      }),
    )
  })

  app.get('/kegiatan/semua.xlsx', async c => {
    const { actor, scope, filter, order, descending } = asked(c)
    const rows = await inScope(services.db, scope, async tx => {
      const found = await listActivities(tx, filter, { order, descending, offset: 0, limit: exportLimit })
      await audit(tx, actor.accountId, services.clock.now(), {
        verb: 'export_activities',
        subject: 'activity',
        instansiId: actor.homeInstansiId,
        rows: found.length,
      })
      return found
    })
    const bytes = await writeWorkbook([activitySheet(rows, c.get('language'))])
    return spreadsheet(c, bytes, 'kegiatan-belajar', services.clock.today())
  })

  return app
}
