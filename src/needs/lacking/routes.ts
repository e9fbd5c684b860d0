import { Hono } from 'hono'
import { savedViews } from '../../identity/index.ts'
import { chosenInstansi, formatNip, jenjangLabels, topUnits } from '../../people/index.ts'
import { coversInstansi, narrowTo } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { idAsked, listHref, pageNumber, sought } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { forbidden } from '../../platform/http/refusal.ts'
import { formatDate, formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { type Jenjang, jenjangCodes } from '../../regulation/index.ts'
import { readLacking, readNeeds } from '../access.ts'
import { messages as needMessages } from '../messages.ts'
import { importanceTone } from '../present.ts'
import { importances } from '../store-people.ts'
import { messages } from './messages.ts'
import { LackingPage } from './pages/lacking.tsx'
import { countLacking, type LackFilter, lackedTrainings, lackOrders, listLacking } from './store.ts'

const size = 30
const exportLimit = 50_000

/** `/kebutuhan/tanpa-pelatihan`: who holds a post without a training that its standard asks for. */
export function lackingRoutes(services: Services) {
  const { db } = services
  const app = new Hono<AppEnv>()

  /** Whole instansi for who keeps them, the own team for who leads one. */
  const asked = async (c: Ctx) => {
    const scope = readLacking(actorOf(c))
    if (scope.kind === 'none') throw forbidden()
    const place = scope.kind === 'people' ? null : await chosenInstansi(c, db, scope)
    const jenjang = c.req.query('jenjang') ?? ''
    const filter: LackFilter = {
      instansiId: place?.chosen.id ?? null,
      unitId: idAsked(c, 'unit'),
      importance: importances.find(one => one === c.req.query('kepentingan')) ?? null,
      jenjang: jenjang in jenjangCodes ? jenjang : null,
      key: (c.req.query('pelatihan') ?? '').slice(0, 300) || null,
      q: sought(c),
    }
    const order = lackOrders.find(one => one === c.req.query('urut')) ?? 'penting'
    return { scope: place ? narrowTo(scope, [place.chosen.id]) : scope, place, filter, order }
  }

  app.get('/kebutuhan/tanpa-pelatihan', async c => {
    const language = c.get('language')
    const m = messages[language]
    const { importances: labels } = needMessages[language]
    const { scope, place, filter, order } = await asked(c)
    const n = pageNumber(c)
    const { rows, count, trainings, units, views } = await inScope(db, scope, async tx => ({
      rows: await listLacking(tx, filter, { order, offset: (n - 1) * size, limit: size }),
      count: await countLacking(tx, filter),
      trainings: await lackedTrainings(tx, filter.instansiId),
      units: place ? await topUnits(tx, place.chosen.id) : [],
      views: await savedViews(c, tx, place?.chosen.regionCode ?? null),
    }))
    const number = (value: number) => formatNumber(value, language)
    const mayOpenNeed = place !== null && coversInstansi(readNeeds(actorOf(c)), place.chosen.id)
    return page(
      c,
      {
        title: m.title,
        wide: true,
        breadcrumb: mayOpenNeed
          ? [{ href: `/kebutuhan?instansi=${place.chosen.regionCode}`, label: needMessages[language].needs }]
          : [{ href: '/tim', label: m.team }],
      },
      LackingPage({
        m,
        views,
        figure: {
          value: number(count.people),
          label: place?.chosen.name ?? m.team,
          sentence: count.people === 0 ? m.none : m.sentence(number(count.mutlak), number(count.duties)),
          good: count.people === 0 && trainings.length === 0,
        },
        filters: {
          q: filter.q,
          unit: filter.unitId === null ? '' : String(filter.unitId),
          importance: filter.importance ?? '',
          jenjang: filter.jenjang ?? '',
          training: filter.key ?? '',
          instansi: place?.chosen.regionCode ?? '',
          order,
        },
        filtered: Boolean(filter.q || filter.unitId !== null || filter.importance || filter.jenjang || filter.key),
        choices: {
          instansi: (place?.within ?? []).map(one => ({ value: one.regionCode, label: one.name })),
          units: units.map(unit => ({ value: String(unit.id), label: unit.name })),
          importances: importances.map(value => ({ value, label: labels[value] })),
          jenjang: Object.keys(jenjangCodes).map(value => ({ value, label: jenjangLabels[language][value as Jenjang] })),
          trainings: trainings.map(one => ({ value: one.key, label: m.trainingCount(one.name, number(one.people)) })),
          orders: lackOrders.map(value => ({ value, label: m.orders[value] })),
        },
        rows: rows.map(row => ({
          key: `${row.pegawai_id} ${row.key}`,
          personId: row.pegawai_id,
          name: row.name,
          nip: formatNip(row.nip),
          jabatan: row.jabatan,
          unit: row.opd,
          since: row.since ? formatDate(row.since, language) : m.unknown,
          training: row.training,
          needHref: mayOpenNeed && row.need_id !== null ? `/kebutuhan/${row.need_id}` : null,
          importance: { label: labels[row.importance], tone: importanceTone[row.importance] },
          basis: row.basis ?? '',
        })),
        exportHref: listHref(c, { halaman: null }).replace('/tanpa-pelatihan', '/tanpa-pelatihan.xlsx'),
        pager: pagerOf(c, n, size, count.rows),
      }),
    )
  })

  app.get('/kebutuhan/tanpa-pelatihan.xlsx', async c => {
    const language = c.get('language')
    const m = messages[language]
    const { importances: labels } = needMessages[language]
    const { scope, place, filter, order } = await asked(c)
    const rows = await inScope(db, scope, async tx => {
      const found = await listLacking(tx, filter, { order, offset: 0, limit: exportLimit })
      await audit(tx, actorOf(c).accountId, services.clock.now(), {
        verb: 'export_lacking',
        subject: 'training_gap',
        instansiId: place?.chosen.id ?? null,
        rows: found.length,
        detail: { filter },
      })
      return found
    })
    const bytes = await writeWorkbook([
      {
        name: m.title,
        notes: [m.matchingText],
        columns: [
          { header: 'NIP', width: 22 },
          { header: m.name, width: 30 },
          { header: m.jabatan, width: 40 },
          { header: m.jenjang, width: 16 },
          { header: m.unit, width: 40 },
          { header: m.since, kind: 'date', width: 16 },
          { header: m.kind, width: 12 },
          { header: m.training, width: 44 },
          { header: m.importance, width: 12 },
          { header: m.basis, width: 40 },
        ],
        rows: rows.map(row => [
          row.nip,
          row.name,
          row.jabatan,
          jenjangLabels[language][row.jenjang as Jenjang],
          row.opd,
          row.since,
          m.kinds[row.kind],
          row.training,
          labels[row.importance],
          row.basis,
        ]),
      },
    ])
    return spreadsheet(c, bytes, 'tanpa-pelatihan', services.clock.today(place?.chosen.timeZone))
  })

  return app
}
