import { Hono } from 'hono'
import { audit } from '../../platform/audit/index.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields, listHref, pageNumber, sought } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { forbidden } from '../../platform/http/refusal.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { datesInWords } from '../classes/class-cells.ts'
import { manageEnrolments } from './access.ts'
import * as actions from './actions.ts'
import { enrolmentStateLabels, enrolmentStateTones } from './labels.ts'
import { messages } from './messages.ts'
import { nextWords } from './mine-routes.ts'
import { RequestsPage } from './pages/requests.tsx'
import { entryBadge, requestSheet } from './people-cells.ts'
import { enrolmentStates, isReason } from './rules/enrol.ts'
import { type RequestFilter, requestsIn, theirRequests, waitingForInstansi } from './store/read.ts'

const size = 50
const mostAtOnce = 500
const sheetRows = 100_000
type Typed = { reason: string; ticked: string[]; error: string | null }
const nothing: Typed = { reason: '', ticked: [], error: null }

/** What the people whom one leads or manages asked for, in whosever class: their instansi agrees here, or says why not. */
export function requestRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  /** @throws Refusal 403 where the actor leads and manages nobody */
  const scopeHere = (c: Ctx) => {
    const scope = manageEnrolments(actorOf(c))
    if (scope.kind === 'none') throw forbidden()
    return scope
  }

  const asked = (c: Ctx): RequestFilter => ({
    state: enrolmentStates.find(one => one === c.req.query('keadaan')) ?? null,
    waitingForUs: c.req.query('hanya') === 'saya',
    q: sought(c),
    exceptId: actorOf(c).pegawaiId,
  })

  const requestsPage = async (c: Ctx, typed: Typed) => {
    const language = c.get('language')
    const scope = scopeHere(c)
    const n = pageNumber(c)
    const filter = asked(c)
    const { rows, waiting } = await inScope(services.db, scope, async tx => ({
      rows: await requestsIn(tx, filter, { offset: (n - 1) * size, limit: size }),
      waiting: await waitingForInstansi(tx, filter.exceptId),
    }))
    return page(
      c,
      { title: m(c).requests, wide: true, status: typed.error ? 422 : 200 },
      RequestsPage({
        m: m(c),
        figure: {
          value: formatNumber(waiting, language),
          sentence: waiting === 0 ? m(c).requestsNone : m(c).requestsSentence,
          tone: waiting === 0 ? 'ok' : 'warn',
        },
        rows: rows.map(row => ({
          key: `${row.pegawaiId}-${row.classId}`,
          person: row.person,
          nip: row.nip,
          jabatan: [row.jabatan, row.unit].filter(Boolean).join(' · '),
          course: row.title,
          name: row.name,
          dates: datesInWords(row, language),
          state: { label: enrolmentStateLabels[language][row.state], tone: enrolmentStateTones[row.state] },
          next: nextWords(row, null, m(c)) ?? row.reason,
          entry: entryBadge(row.entry, language),
        })),
        values: { q: filter.q, keadaan: filter.state ?? '', hanya: filter.waitingForUs ? 'saya' : '' },
        states: enrolmentStates.map(value => ({ value, label: enrolmentStateLabels[language][value] })),
        filtered: Boolean(filter.q || filter.state || filter.waitingForUs),
        exportHref: listHref(c, { halaman: null }).replace('/pendaftaran', '/pendaftaran.xlsx'),
        ...typed,
        pager: pagerOf(c, n, size, rows[0]?.found ?? 0),
      }),
    )
  }

  app.get('/pendaftaran', c => requestsPage(c, nothing))

  app.get('/pendaftaran.xlsx', async c => {
    const actor = actorOf(c)
    const rows = await inScope(services.db, scopeHere(c), async tx => {
      const found = await requestsIn(tx, asked(c), { offset: 0, limit: sheetRows })
      await audit(tx, actor.accountId, services.clock.now(), {
        verb: 'export_enrolments',
        subject: 'enrolment',
        instansiId: actor.homeInstansiId,
        rows: found.length,
      })
      return found
    })
    return spreadsheet(c, await writeWorkbook([requestSheet(rows, c.get('language'))]), 'pendaftaran', services.clock.today())
  })

  app.post('/pendaftaran', async c => {
    const scope = scopeHere(c)
    const actor = actorOf(c)
    const field = await formFields(c)
    const raw = (await c.req.parseBody({ all: true })).permohonan
    const ticked = (Array.isArray(raw) ? raw : [raw]).filter(key => typeof key === 'string' && /^\d{1,9}-\d{1,9}$/.test(key))
    const keys = [...new Set(ticked as string[])].slice(0, mostAtOnce)
    const reason = field('alasan')
    const refuse = (error: string) => requestsPage(c, { reason, ticked: keys, error })
    if (keys.length === 0) return refuse(m(c).selectSomebody)
    const isRejection = field('tindakan') === 'tolak'
    if (!isRejection && field('tindakan') !== 'setujui') return refuse(m(c).chooseDeed)
    if (isRejection && !isReason(reason)) return refuse(m(c).saySomething)

    // What is decided is looked for in the scope first: what lies outside of it is not found.
    const asked = keys.map(key => ({ pegawaiId: Number(key.split('-')[0]), classId: Number(key.split('-')[1]) }))
    const theirs = await inScope(services.db, scope, tx => theirRequests(tx, asked, actor.pegawaiId))
    let done = 0
    for (const [classId, people] of Map.groupBy(theirs, one => one.classId)) {
      const ids = people.map(one => one.pegawaiId)
      done += isRejection
        ? await actions.rejectRequests(services, actor, classId, ids, reason)
        : await actions.endorseRequests(services, actor, classId, ids)
    }
    flash(c, done > 0 ? 'ok' : 'warn', isRejection ? m(c).rejected(done) : m(c).endorsed(done))
    return c.redirect('/pendaftaran', 303)
  })

  return app
}
