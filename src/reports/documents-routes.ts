import { Hono } from 'hono'
import { chosenInstansi, topUnits } from '../people/index.ts'
import { coversInstansi, narrowTo } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import {
  type DocumentFilter,
  type DocumentKind,
  documentsOf,
  issuingScope,
  type Order,
  requestDocument,
  sightsOf,
  stateCounts,
  widestSight,
  yearsOf,
} from '../platform/documents/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields, listHref, pageNumber, sorting, sought } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { pagerOf } from '../platform/http/pager.ts'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import { formatDate, formatInstant, formatNumber, type Language } from '../platform/i18n/index.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import { akdRoutes } from './akd-routes.ts'
import { documentRoutes } from './document-routes.ts'
import { documentMessages } from './documents-messages.ts'
import { documentRow, kindName } from './documents-view.ts'
import { DocumentsPage } from './pages/documents.tsx'
import { NewDocumentPage, type NewDocumentValues, newDocumentFields } from './pages/new-document.tsx'
import { personReportRoutes } from './person-report-routes.ts'
import { signatoryFlaws, signatoryOf } from './signatory.ts'

const size = 25
const listLimit = 10_000

/** What an instansi has issued, the form for a new document, and the pages of each. */
export function documentsRoutes(services: Services, kinds: readonly DocumentKind[]) {
  const { db } = services
  const app = new Hono<AppEnv>()
  const words = (c: Ctx) => documentMessages[c.get('language')]
  const issuable = kinds.filter(kind => kind.about !== 'pegawai')

  const listed = async (c: Ctx) => {
    const actor = actorOf(c)
    const scope = widestSight(kinds, actor)
    const { chosen, within } = await chosenInstansi(c, db, scope)
    const wanted = c.req.query('jenis') ?? ''
    const filter: DocumentFilter = {
      instansiIds: [chosen.id],
      sights: sightsOf(kinds, actor),
      kind: kinds.find(kind => kind.kind === wanted)?.kind ?? null,
      about: wanted === '' ? 'others' : wanted === 'perorangan' ? 'persons' : null,
      year: /^\d{4}$/.test(c.req.query('tahun') ?? '') ? Number(c.req.query('tahun')) : null,
      q: sought(c),
    }
    const mayIssue = issuable.some(kind => coversInstansi(issuingScope(kind, actor), chosen.id))
    return {
      scope: narrowTo(scope, [chosen.id]),
      chosen,
      within,
      wanted,
      filter,
      mayIssue,
      ...sorting<Order>(c, { terbaru: 'desc', judul: 'asc', keadaan: 'desc' }),
    }
  }

  app.get('/dokumen', async c => {
    const m = words(c)
    const language = c.get('language')
    const { scope, chosen, within, wanted, filter, order, descending, sort, mayIssue } = await listed(c)
    const n = pageNumber(c)
    const { rows, years, counts } = await inScope(db, scope, async tx => ({
      rows: await documentsOf(tx, filter, { order, descending, offset: (n - 1) * size, limit: size }),
      years: await yearsOf(tx, { ...filter, about: null }),
      counts: await stateCounts(tx, filter),
    }))
    return page(
      c,
      { title: m.documents, wide: true },
      DocumentsPage({
        m,
        place: chosen.name,
        counts: { ready: formatNumber(counts.ready, language), queued: counts.queued, failed: counts.failed },
        rows: rows.map(row => documentRow(row, kinds, language, chosen.timeZone)),
        filters: { q: filter.q ?? '', kind: wanted, year: String(filter.year ?? ''), instansi: chosen.regionCode },
        choices: {
          kinds: [
            { value: '', label: m.notPersons },
            { value: 'perorangan', label: m.onlyPersons },
            ...issuable.map(kind => ({ value: kind.kind, label: kind.name[language] })),
          ],
          years: years.map(year => ({ value: String(year), label: String(year) })),
          instansi: within.map(one => ({ value: one.regionCode, label: one.name })),
        },
        filtered: Boolean(filter.q || wanted || filter.year),
        nothing: rows.length === 0 && years.length === 0,
        newHref: mayIssue ? `/dokumen/baru?instansi=${encodeURIComponent(chosen.regionCode)}` : null,
        exportHref: listHref(c, { halaman: null }).replace('/dokumen', '/dokumen.xlsx'),
        sort,
        pager: pagerOf(c, n, size, rows[0]?.found ?? 0),
      }),
    )
  })

  app.get('/dokumen.xlsx', async c => {
    const m = words(c)
    const language = c.get('language')
    const { scope, chosen, filter, order, descending } = await listed(c)
    const rows = await inScope(db, scope, tx => documentsOf(tx, filter, { order, descending, offset: 0, limit: listLimit }))
    const bytes = await writeWorkbook([
      {
        name: m.documents,
        columns: [
          { header: 'Id', kind: 'number' },
          { header: m.title, width: 44 },
          { header: m.kind, width: 22 },
          { header: m.number, width: 24 },
          { header: m.asOf, kind: 'date', width: 14 },
          { header: m.issued, width: 30 },
          { header: m.by, width: 28 },
          { header: m.state, width: 16 },
          { header: m.files, width: 8 },
          { header: m.digest, width: 68 },
        ],
        rows: rows.flatMap(row => {
          const about = [
            row.id,
            row.title ?? row.subject,
            kindName(kinds, row.kind, language),
            row.number,
            row.asOf,
            row.issuedAt && formatInstant(row.issuedAt, language, chosen.timeZone),
            row.requestedByName,
            m.states[row.state],
          ]
          const files = row.files.map(file => [...about, file.format, file.sha256])
          return files.length > 0 ? files : [[...about, null, null]]
        }),
      },
    ])
    return spreadsheet(c, bytes, 'dokumen', services.clock.today())
  })

  /** The instansi a document is to be issued for, and the kinds this actor may issue there. */
  const issuer = async (c: Ctx, code: string | undefined) => {
    const actor = actorOf(c)
    const scopes = issuable.map(kind => issuingScope(kind, actor))
    const widest = scopes.find(scope => scope.kind === 'nation') ??
      scopes.find(scope => scope.kind !== 'none') ?? { kind: 'none' as const }
    const { chosen } = await chosenInstansi(c, db, widest, code)
    const allowed = issuable.filter(kind => coversInstansi(issuingScope(kind, actor), chosen.id))
    if (allowed.length === 0) throw forbidden()
    return { actor, chosen, allowed }
  }
  type Issuer = Awaited<ReturnType<typeof issuer>>

  const newPage = async (c: Ctx, { chosen, allowed }: Issuer, values: NewDocumentValues, errors: Errors) => {
    const m = words(c)
    const language = c.get('language')
    const units = await topUnits(db, chosen.id)
    return page(
      c,
      {
        title: m.issue,
        breadcrumb: [{ href: `/dokumen?instansi=${encodeURIComponent(chosen.regionCode)}`, label: m.documents }],
        status: errors.length > 0 ? 422 : 200,
      },
      NewDocumentPage({
        m,
        today: formatDate(services.clock.today(chosen.timeZone), language),
        kinds: allowed.map(kind => ({ value: kind.kind, label: kind.name[language] })),
        units: units.map(unit => ({ value: String(unit.id), label: unit.name })),
        place: chosen.name,
        values,
        errors,
      }),
    )
  }

  app.get('/dokumen/baru', async c => {
    const at = await issuer(c, undefined)
    const blank = Object.fromEntries(newDocumentFields.map(name => [name, ''])) as Record<
      (typeof newDocumentFields)[number],
      string
    >
    return newPage(
      c,
      at,
      {
        ...blank,
        instansi: at.chosen.regionCode,
        jenis: c.req.query('jenis') ?? '',
        unit: c.req.query('unit') ?? '',
        bahasa: c.get('language'),
      },
      [],
    )
  })

  app.post('/dokumen', async c => {
    const field = await formFields(c)
    const at = await issuer(c, field('instansi'))
    const { actor, chosen, allowed } = at
    const values = Object.fromEntries(
      [...newDocumentFields, 'instansi' as const].map(name => [name, field(name)]),
    ) as NewDocumentValues
    const m = words(c)
    const kind = allowed.find(one => one.kind === values.jenis)
    const unit = values.unit ? (await topUnits(db, chosen.id)).find(one => String(one.id) === values.unit) : undefined
    if (values.unit && !unit) throw notFound()
    const errors = flawsOf(values, kind, m)
    if (!kind || errors.length > 0) return newPage(c, at, values, errors)
    const id = await requestDocument(services, kinds, actor, {
      kind: kind.kind,
      subject: { instansiId: chosen.id, unitId: unit?.id ?? null, pegawaiId: 0 },
      subjectName: unit?.name ?? chosen.name,
      language: languageOf(values.bahasa),
      today: services.clock.today(chosen.timeZone),
      params: {
        number: values.nomor.slice(0, 100) || null,
        signatory: signatoryOf(values),
        given: {},
      },
    })
    flash(c, 'ok', m.requested)
    return c.redirect(`/dokumen/${id}`, 303)
  })

  app.route('/', documentRoutes(services, kinds))
  app.route('/', akdRoutes(services, kinds))
  app.route('/', personReportRoutes(services, kinds))
  return app
}

type Errors = { field: string; message: string }[]

export const languageOf = (value: string): Language => (value === 'en' ? 'en' : 'id')

function flawsOf(values: NewDocumentValues, kind: DocumentKind | undefined, m: (typeof documentMessages)['id']): Errors {
  const errors: Errors = []
  if (!kind) errors.push({ field: 'jenis', message: m.chooseKind })
  if (kind?.about === 'unit' && !values.unit) errors.push({ field: 'unit', message: m.chooseUnit })
  if (kind?.about === 'instansi' && values.unit) errors.push({ field: 'unit', message: m.unitNotAsked })
  return [...errors, ...signatoryFlaws(values, m)]
}
