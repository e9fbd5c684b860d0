import { Hono } from 'hono'
import { coversInstansi, hasRole } from '../platform/actor.ts'
import { audit } from '../platform/audit/index.ts'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { listHref, pageNumber } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { pagerOf } from '../platform/http/pager.ts'
import { forbidden, notFound, Refusal } from '../platform/http/refusal.ts'
import { formatDate, formatNumber } from '../platform/i18n/index.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import { readPegawai } from './access.ts'
import { personLabels } from './labels.ts'
import { messages as all } from './messages.ts'
import { formatNip } from './nip.ts'
import { type PegawaiCells, PegawaiListPage } from './pages/pegawai-list.tsx'
import { choicesOf, filterValues, readOrder } from './pegawai-filter.ts'
import { exportColumns, exportRow } from './pegawai-sheet.ts'
import { listInstansi } from './store/instansi.ts'
import { topUnits, unitById } from './store/organisation.ts'
import { countPegawai, listPegawai, type PegawaiFilter, type PegawaiRow } from './store/pegawai.ts'

const size = 50
const exportLimit = 100_000

/** The list of people in scope, and the same list as a workbook. */
export function pegawaiRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => all[c.get('language')]

  /** Who may see whom, what was asked for, and the instansi that may be chosen among. */
  const asked = async (c: Ctx) => {
    const scope = readPegawai(actorOf(c))
    if (scope.kind === 'none') throw forbidden()
    const instansi = (await listInstansi(services.db)).filter(row => coversInstansi(scope, row.id))
    const values = filterValues(c)
    const chosen = values.instansi ? instansi.find(row => row.regionCode === values.instansi) : undefined
    if (values.instansi && !chosen) throw notFound()
    const filter: PegawaiFilter = {
      instansiId: chosen?.id ?? null,
      unitId: values.unit ? Number(values.unit) : null,
      jabatanId: values.jabatan ? Number(values.jabatan) : null,
      jenjang: values.jenjang || null,
      employment: values.kepegawaian || null,
      status: values.kedudukan || null,
      q: values.q,
    }
    return { scope, instansi, values, filter, one: chosen ?? (instansi.length === 1 ? instansi[0] : undefined) }
  }

  app.get('/pegawai', async c => {
    const { scope, instansi, values, filter, one } = await asked(c)
    const { order, descending, sort } = readOrder(c)
    const n = pageNumber(c)
    const { rows, count, units } = await inScope(services.db, scope, async tx => {
      const units = one ? await topUnits(tx, one.id) : []
      const other =
        filter.unitId !== null && !units.some(unit => unit.id === filter.unitId) ? await unitById(tx, filter.unitId) : null
      return {
        rows: await listPegawai(tx, filter, { order, descending, offset: (n - 1) * size, limit: size }),
        count: await countPegawai(tx, filter),
        units: other && coversInstansi(scope, other.instansiId) ? [other, ...units] : units,
      }
    })
    const language = c.get('language')
    const total = formatNumber(count.total, language)
    return page(
      c,
      { title: m(c).pegawai, wide: true },
      PegawaiListPage({
        m: m(c),
        rows: rows.map(row => cells(c, row)),
        total,
        sentence: count.total === 0 ? m(c).foundNone : m(c).foundSentence(formatNumber(count.active, language), total),
        values,
        choices: choicesOf(language, instansi, units),
        sort,
        onlyJabatan: filter.jabatanId === null ? null : (rows[0]?.jabatan ?? m(c).foundNone),
        filtered: Object.values(values).some(value => value !== ''),
        exportHref: listHref(c, { halaman: null }).replace(/^\/pegawai/, '/pegawai.xlsx'),
        canImport: hasRole(actorOf(c), 'admin', 'pengelola'),
        pager: pagerOf(c, n, size, count.total),
      }),
    )
  })

  const cells = (c: Ctx, row: PegawaiRow): PegawaiCells => {
    const labels = personLabels[c.get('language')]
    return {
      id: row.id,
      name: row.name,
      nip: formatNip(row.nip),
      jabatan: row.jabatan ?? m(c).noJabatan,
      unit: row.opd ?? row.unit,
      instansi: row.instansiName,
      employment: labels.employment[row.employment],
      status: row.status === 'aktif' ? null : labels.status[row.status],
    }
  }

  app.get('/pegawai.xlsx', async c => {
    const { scope, filter, values, one } = await asked(c)
    const { order, descending } = readOrder(c)
    const actor = actorOf(c)
    const rows = await inScope(services.db, scope, async tx => {
      const rows = await listPegawai(tx, filter, { order, descending, limit: exportLimit + 1 })
      if (rows.length > exportLimit) throw tooLarge()
      await audit(tx, actor.accountId, services.clock.now(), {
        verb: 'export_pegawai',
        subject: 'pegawai',
        instansiId: one?.id ?? null,
        rows: rows.length,
        detail: { filter: values },
      })
      return rows
    })
    const language = c.get('language')
    const today = services.clock.today(one?.timeZone)
    const bytes = await writeWorkbook([
      {
        name: m(c).pegawai,
        notes: [m(c).exportNote(formatDate(today, language))],
        columns: exportColumns(m(c)),
        rows: rows.map(row => exportRow(row, language)),
      },
    ])
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="pegawai-${today}.xlsx"`,
    })
  })

  return app
}

const tooLarge = () =>
  new Refusal(413, {
    id: all.id.exportTooLarge(formatNumber(exportLimit, 'id')),
    en: all.en.exportTooLarge(formatNumber(exportLimit, 'en')),
  })
