import { Hono } from 'hono'
import { hasRole } from '../platform/actor.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { listHref, pageNumber, sought } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { pagerOf } from '../platform/http/pager.ts'
import { formatDate, formatNumber } from '../platform/i18n/index.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import { mayManage } from './access.ts'
import { codeGovernmentLabels, codeLevelLabels } from './labels.ts'
import { messages } from './messages.ts'
import { NomenclaturePage } from './pages/nomenclature.tsx'
import type { CodeGovernment } from './rules/code.ts'
import { listNomenclature, type NomenclatureFilter, pathOf, versionSizes } from './store/nomenclature.ts'
import { type Version, versionAt, versionByKey, versions } from './versions.ts'

const size = 100
const governments: readonly CodeGovernment[] = ['provinsi', 'kabupaten_kota']

/** The codes of program, kegiatan and sub kegiatan by version: the tree, a search in it, and the workbook. */
export function nomenclatureRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  const asked = (c: Ctx): { version: Version; current: Version; filter: NomenclatureFilter } => {
    const current = versionAt(services.clock.today())
    const key = c.req.query('versi') ?? ''
    const version = key === '' ? current : versionByKey(key)
    const filter = {
      version: version.key,
      q: sought(c),
      parent: (c.req.query('induk') ?? '').trim().slice(0, 40) || null,
      government: governments.find(one => one === c.req.query('untuk')) ?? null,
    }
    return { version, current, filter }
  }

  const codesSentence = (c: Ctx, held: { codes: number; unverified: number }) => {
    const m = messages[c.get('language')]
    if (held.codes === 0) return { sentence: m.codesNone, tone: 'neutral' as const }
    if (held.unverified === 0) return { sentence: m.codesVerified, tone: 'ok' as const }
    if (held.unverified === held.codes) return { sentence: m.codesAllUnverified, tone: 'info' as const }
    return { sentence: m.codesUnverified(formatNumber(held.unverified, c.get('language'))), tone: 'info' as const }
  }

  app.get('/nomenklatur', async c => {
    const language = c.get('language')
    const m = messages[language]
    const { version, current, filter } = asked(c)
    const n = pageNumber(c)
    const sizes = await versionSizes(services.db)
    const held = sizes.get(version.key) ?? { codes: 0, unverified: 0 }
    const searched = filter.q !== ''
    const path = filter.parent !== null && !searched ? await pathOf(services.db, version.key, filter.parent) : []
    const rows = await listNomenclature(services.db, filter, { offset: (n - 1) * size, limit: size })
    const at = path.at(-1)
    const address = (induk: string | null) => {
      const query = new URLSearchParams({ versi: version.key })
      if (filter.government) query.set('untuk', filter.government)
      if (induk !== null) query.set('induk', induk)
      return `/nomenklatur?${query}`
    }
    return page(
      c,
      {
        title: at?.name ?? m.nomenclature,
        wide: true,
        breadcrumb: [
          { href: '/rencana-daerah', label: m.plans },
          ...(at ? [{ href: address(null), label: m.nomenclature }] : []),
          ...path.slice(0, -1).map(row => ({ href: address(row.code), label: `${row.code} ${row.name}` })),
        ],
      },
      NomenclaturePage({
        m,
        title: at?.name ?? m.nomenclature,
        eyebrow: at ? `${codeLevelLabels[language][at.level]} ${at.code} · ${version.act}` : null,
        figure: { value: formatNumber(held.codes, language), ...codesSentence(c, held) },
        rows: rows.map(row => ({
          code: row.code,
          name: row.name,
          level: codeLevelLabels[language][row.level],
          government: row.government ? codeGovernmentLabels[language][row.government] : '',
          verified: row.verified,
          below: row.below > 0 ? formatNumber(row.below, language) : null,
          href: address(row.code),
        })),
        searched,
        values: { versi: version.key, q: filter.q, untuk: filter.government ?? '', induk: searched ? '' : (filter.parent ?? '') },
        choices: {
          versi: versions.map(one => ({
            value: one.key,
            label: [
              m.versionOf(one.act, formatDate(one.from, language)),
              ...(one.key === current.key ? [m.inForce] : []),
              ...(sizes.has(one.key) ? [] : [m.empty]),
            ].join(' · '),
          })),
          untuk: governments.map(one => ({ value: one, label: codeGovernmentLabels[language][one] })),
        },
        filtered: searched || filter.government !== null,
        resetHref: `/nomenklatur?versi=${encodeURIComponent(version.key)}`,
        exportHref: listHref(c, { halaman: null }).replace(/^\/nomenklatur/, '/nomenklatur.xlsx'),
        canImport: hasRole(actorOf(c), 'admin', 'pengelola') && mayManage(actorOf(c), null),
        isEmpty: held.codes === 0,
        pager: pagerOf(c, n, size, rows[0]?.found ?? 0),
      }),
    )
  })

  app.get('/nomenklatur.xlsx', async c => {
    const language = c.get('language')
    const m = messages[language]
    const { version, filter } = asked(c)
    const rows = await listNomenclature(services.db, filter, { offset: 0, limit: 100_000 })
    const bytes = await writeWorkbook([
      {
        name: m.nomenclature,
        title: version.act,
        columns: [
          { header: m.version, width: 22, kind: 'text' },
          { header: m.code, width: 22, kind: 'text' },
          { header: m.name, width: 90 },
          { header: m.level, width: 16 },
          { header: m.government, width: 18 },
          { header: m.checked, width: 20 },
        ],
        rows: rows.map(row => [
          version.key,
          row.code,
          row.name,
          codeLevelLabels[language][row.level],
          row.government ? codeGovernmentLabels[language][row.government] : null,
          row.verified ? null : m.unverified,
        ]),
      },
    ])
    return spreadsheet(c, bytes, `nomenklatur-${version.key.replace(/[^\d-]+/g, '-')}`, services.clock.today())
  })

  return app
}
