import { Hono } from 'hono'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Services } from '../platform/http/context.ts'
import { sought } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { formatNumber } from '../platform/i18n/index.ts'
import { readOrganisation, readPegawai } from './access.ts'
import { jenjangLabels } from './labels.ts'
import { messages as all } from './messages.ts'
import { formatNip } from './nip.ts'
import { SearchPage } from './pages/search.tsx'
import { findJabatan } from './store/organisation.ts'
import { countPegawai, listPegawai, pegawaiByNip } from './store/pegawai.ts'
import { nipDigits } from './store/search.ts'

const most = 20

/** One search over what this actor may see. A whole NIP opens its person. */
export function searchRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  app.get('/cari', async c => {
    const language = c.get('language')
    const m = all[language]
    const q = sought(c)
    if (q.length < 2) return page(c, { title: m.searchTitle }, SearchPage({ m, q, found: null }))
    const digits = nipDigits(q)
    const organisation = readOrganisation(actorOf(c))
    const filter = { q }
    const result = await inScope(services.db, readPegawai(actorOf(c)), async tx => {
      const exact = digits?.length === 18 ? await pegawaiByNip(tx, digits) : null
      if (exact) return exact
      return {
        people: await listPegawai(tx, filter, { order: 'nama', limit: most }),
        total: (await countPegawai(tx, filter)).total,
        jabatan:
          digits || organisation.kind === 'none'
            ? []
            : await findJabatan(tx, organisation.kind === 'instansi' ? organisation.instansi : null, q, most),
      }
    })
    if ('pegawaiId' in result) return c.redirect(`/pegawai/${result.pegawaiId}`, 303)
    const { people, total, jabatan } = result
    const more =
      total > people.length
        ? { href: `/pegawai?q=${encodeURIComponent(q)}`, label: m.allPeople(formatNumber(total, language)) }
        : null
    return page(
      c,
      { title: m.searchResult(q), wide: true },
      SearchPage({
        m,
        q,
        found: {
          people: people.map(row => ({
            ...row,
            nip: formatNip(row.nip),
            jabatan: row.jabatan ?? m.noJabatan,
            unit: row.opd ?? row.unit,
          })),
          allPeople: more,
          jabatan: jabatan.map(row => ({ ...row, jenjang: jenjangLabels[language][row.jenjang] })),
        },
      }),
    )
  })

  return app
}
