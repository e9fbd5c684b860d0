import { Hono } from 'hono'
import { chosenInstansi } from '../people/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { flash } from '../platform/http/flash.ts'
import { listHref, pageNumber, sorting, sought } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { pagerOf } from '../platform/http/pager.ts'
import { forbidden } from '../platform/http/refusal.ts'
import { formatInstant, formatNumber } from '../platform/i18n/index.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import { manageStandards, setsStandardsForAll } from './access.ts'
import { discardDrafts, setStandards } from './actions.ts'
import { messages } from './messages.ts'
import { DraftsPage } from './pages/drafts.tsx'
import { unitName } from './present.ts'
import { isBasis } from './standard-form.ts'
import { type DraftFilter, type DraftOrder, type DraftRow, listDrafts } from './store/drafts.ts'
import { className, nationCode } from './subject.ts'
import { versionMessages } from './version-messages.ts'

const size = 50
const list = '/standar/rancangan'
const orderOf = (c: Ctx) => sorting<DraftOrder>(c, { disusun: 'desc', nama: 'asc' })
type Place = { id: number | null; code: string; timeZone: string | undefined; choices: { value: string; label: string }[] }

/** The drafts of an instansi that wait, and what is done with several at once. */
export function draftsRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  const placeOf = async (c: Ctx, code: string): Promise<Place> => {
    const m = messages[c.get('language')]
    const actor = actorOf(c)
    const nation = setsStandardsForAll(actor) ? [{ value: nationCode, label: m.nation }] : []
    const { chosen, within } = await chosenInstansi(c, services.db, manageStandards(actor), code === nationCode ? '' : code)
    const choices = [...within.map(row => ({ value: row.regionCode, label: row.name })), ...nation]
    if (code !== nationCode) return { id: chosen.id, code: chosen.regionCode, timeZone: chosen.timeZone, choices }
    if (nation.length === 0) throw forbidden()
    return { id: null, code: nationCode, timeZone: undefined, choices }
  }

  const filterOf = (c: Ctx, place: Place): DraftFilter => {
    const [untuk, dari] = [c.req.query('untuk'), c.req.query('dari')]
    return {
      instansiId: place.id,
      for: untuk === 'jabatan' || untuk === 'kelas' ? untuk : null,
      from: dari === 'padanan' || dari === 'sendiri' ? dari : null,
      q: sought(c),
    }
  }

  const draftsPage = async (
    c: Ctx,
    place: Place,
    answer: { chosen: ReadonlySet<string>; basis: string; errors: { field: string; message: string }[] },
  ) => {
    const language = c.get('language')
    const [m, v] = [messages[language], versionMessages[language]]
    const filter = filterOf(c, place)
    const n = pageNumber(c)
    // A refused form answers at its own address: the links lead back to the list.
    c.set('listPath', list)
    const { order, descending, sort } = orderOf(c)
    const rows = await listDrafts(services.db, filter, { order, descending, offset: (n - 1) * size, limit: size })
    const total = rows[0]?.total ?? 0
    const here = listHref(c, { instansi: place.code, halaman: null })
    return page(
      c,
      {
        title: v.drafts,
        wide: true,
        status: answer.errors.length > 0 ? 422 : 200,
        breadcrumb: [
          { href: `/standar?instansi=${encodeURIComponent(place.id === null ? '' : place.code)}`, label: m.standards },
        ],
      },
      DraftsPage({
        v,
        rows: rows.map(row => ({
          id: row.id,
          seen: `${row.id}.${row.revision}`,
          name: row.jabatan ?? className(row, language),
          unit: row.unit === null ? '–' : unitName({ unit: row.unit, opd: row.opd }),
          levels: formatNumber(row.levels, language),
          made: v.by(row.madeBy ?? v.system, formatInstant(row.madeAt, language, place.timeZone)),
        })),
        total: formatNumber(total, language),
        anyTotal: total > 0,
        filter: { instansi: place.code, untuk: filter.for ?? '', dari: filter.from ?? '', q: filter.q },
        choices: {
          instansi: place.choices,
          untuk: Object.entries(v.kinds).map(([value, label]) => ({ value, label })),
          dari: Object.entries(v.sources).map(([value, label]) => ({ value, label })),
        },
        sort,
        filtered: Boolean(filter.for || filter.from || filter.q),
        resetHref: `/standar/rancangan?instansi=${place.code}`,
        exportHref: here.replace(list, `${list}.xlsx`),
        query: here.slice(list.length),
        ...answer,
        pager: pagerOf(c, n, size, total),
      }),
    )
  }

  app.get('/standar/rancangan', async c =>
    draftsPage(c, await placeOf(c, c.req.query('instansi') ?? ''), { chosen: new Set(), basis: '', errors: [] }),
  )

  app.get('/standar/rancangan.xlsx', async c => {
    const language = c.get('language')
    const v = versionMessages[language]
    const place = await placeOf(c, c.req.query('instansi') ?? '')
    const rows = await listDrafts(services.db, filterOf(c, place), { ...orderOf(c), offset: 0, limit: 100_000 })
    const bytes = await writeWorkbook([
      {
        name: v.drafts,
        columns: [
          { header: v.standard, width: 48 },
          { header: v.unit, width: 40 },
          { header: v.lines, kind: 'number' },
          { header: v.madeBy, width: 28 },
          { header: v.madeWhen, kind: 'date', width: 14 },
        ],
        rows: rows.map((row: DraftRow) => [
          row.jabatan ?? className(row, language),
          row.unit === null ? null : unitName({ unit: row.unit, opd: row.opd }),
          row.levels,
          row.madeBy,
          row.madeAt,
        ]),
      },
    ])
    return spreadsheet(c, bytes, `rancangan-standar-${place.code}`, services.clock.today(place.timeZone))
  })

  const posted = async (c: Ctx) => {
    const body = await c.req.parseBody({ all: true })
    const one = (name: string) => (typeof body[name] === 'string' ? body[name].replaceAll('\0', '').trim() : '')
    const chosen = [body.rancangan ?? []].flat().map(String)
    const drafts = chosen.flatMap(seen => {
      const [, id, revision] = /^(\d{1,9})\.(\d{1,9})$/.exec(seen) ?? []
      return id ? [{ id: Number(id), revision: Number(revision) }] : []
    })
    return { place: await placeOf(c, one('instansi')), chosen: new Set(chosen), drafts, basis: one('dasar') }
  }

  app.post('/standar/rancangan/tetapkan', async c => {
    const language = c.get('language')
    const v = versionMessages[language]
    const { place, chosen, drafts, basis } = await posted(c)
    const errors = [
      ...(drafts.length === 0 ? [{ field: 'rancangan', message: v.chosenNone }] : []),
      ...(isBasis(basis) ? [] : [{ field: 'dasar', message: v.basisMissing }]),
    ]
    if (errors.length > 0) return draftsPage(c, place, { chosen, basis, errors })
    const today = services.clock.today(place.timeZone)
    const set = await setStandards(services, actorOf(c), { drafts, legalBasis: basis, today })
    const left = drafts.length - set.length
    const n = formatNumber(set.length, language)
    flash(c, left > 0 ? 'warn' : 'ok', left > 0 ? v.setFew(n, formatNumber(left, language)) : v.setMany(n))
    return c.redirect(`/standar/rancangan?instansi=${place.code}`, 303)
  })

  app.post('/standar/rancangan/buang', async c => {
    const language = c.get('language')
    const v = versionMessages[language]
    const { place, chosen, drafts, basis } = await posted(c)
    if (drafts.length === 0)
      return draftsPage(c, place, { chosen, basis, errors: [{ field: 'rancangan', message: v.chosenNone }] })
    const gone = await discardDrafts(
      services,
      actorOf(c),
      drafts.map(row => row.id),
    )
    flash(c, 'ok', v.discardedMany(formatNumber(gone, language)))
    return c.redirect(`/standar/rancangan?instansi=${place.code}`, 303)
  })

  return app
}
