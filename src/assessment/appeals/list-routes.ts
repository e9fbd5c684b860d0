import { Hono } from 'hono'
import { chosenInstansi } from '../../people/index.ts'
import { scopeOf } from '../../platform/actor.ts'
import { asJob, inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { listHref, pageNumber, sought } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { manageAppeals } from './access.ts'
import { appealMessages } from './messages.ts'
import { AppealsPage } from './pages/list.tsx'
import type { AppealState } from './rules/appeal.ts'
import { type AppealFilter, appealsToRead, listAppeals, openCounts } from './store.ts'
import { lineOf } from './views.ts'

const size = 50

/** `/keberatan`: those of the instansi for who keeps it, one's own, and those that wait for one's opinion. */
export function appealListRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  const asked = async (c: Ctx) => {
    const { chosen, within } = await chosenInstansi(c, services.db, manageAppeals(actorOf(c)))
    const state = c.req.query('keadaan') ?? ''
    const known = state === 'open' || Object.hasOwn(appealMessages.id.states, state)
    const filter: AppealFilter = {
      instansiId: chosen.id,
      state: known ? (state as 'open' | AppealState) : null,
      q: sought(c),
    }
    return { chosen, within, filter }
  }

  app.get('/keberatan', async c => {
    const language = c.get('language')
    const m = appealMessages[language]
    const actor = actorOf(c)
    const today = services.clock.today()
    const manager = manageAppeals(actor).kind !== 'none'
    const n = pageNumber(c)
    const number = (value: number) => formatNumber(value, language)
    const toRead = await asJob(services.db, tx => appealsToRead(tx, actor.accountId))
    const { chosen, within, filter } = manager
      ? await asked(c)
      : { chosen: null, within: [], filter: { instansiId: null, state: null, q: '' } as AppealFilter }
    const { rows, counts } = await inScope(
      services.db,
      manager ? manageAppeals(actor) : scopeOf(actor, ['pegawai']),
      async tx => ({
        rows: await listAppeals(tx, filter, (n - 1) * size, size),
        counts: manager ? await openCounts(tx, filter.instansiId, today) : null,
      }),
    )
    return page(
      c,
      { title: m.title, wide: true },
      AppealsPage({
        m,
        manager,
        figure: counts && {
          value: number(counts.open),
          sentence: counts.open === 0 ? m.openNone : counts.late === 0 ? m.openInTime : m.openSentence(number(counts.late)),
          late: counts.late > 0,
        },
        toRead: toRead.map(row => lineOf(row, m, language, today)),
        rows: rows.map(row => lineOf(row, m, language, today)),
        filters: { q: filter.q, keadaan: filter.state ?? '', instansi: chosen?.regionCode ?? '' },
        filtered: Boolean(filter.q || filter.state),
        instansi: within.map(one => ({ value: one.regionCode, label: one.name })),
        exportHref: listHref(c, { halaman: null }).replace(/^\/keberatan/, '/keberatan.xlsx'),
        pager: pagerOf(c, n, size, rows[0]?.total ?? 0),
      }),
    )
  })

  app.get('/keberatan.xlsx', async c => {
    const language = c.get('language')
    const m = appealMessages[language]
    const { chosen, filter } = await asked(c)
    const today = services.clock.today(chosen.timeZone)
    const rows = await inScope(services.db, manageAppeals(actorOf(c)), tx => listAppeals(tx, filter, 0, 100_000))
    const headers = [
      m.nip,
      m.person,
      m.unit,
      m.competency,
      m.level,
      m.filed,
      m.due,
      m.state,
      m.outcome,
      m.levelAfter,
      m.reason,
      m.grounds,
    ]
    const bytes = await writeWorkbook([
      {
        name: m.title,
        title: chosen.name,
        columns: headers.map(header => ({ header, width: 22, ...(header === m.nip ? { kind: 'text' as const } : {}) })),
        rows: rows.map(row => {
          const line = lineOf(row, m, language, today)
          return [
            row.nip,
            line.name,
            line.unit,
            line.competency,
            row.levelBefore,
            line.filed,
            row.dueOn,
            m.states[row.state],
            line.outcome,
            row.levelAfter,
            row.reason,
            row.grounds,
          ]
        }),
      },
    ])
    return spreadsheet(c, bytes, `keberatan-${chosen.regionCode}`, today)
  })

  return app
}
