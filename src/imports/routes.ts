import { Hono } from 'hono'
import { hasRole } from '../platform/actor.ts'
import { inScope, type Tx } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields, pageNumber } from '../platform/http/form.ts'
import { fragment, page } from '../platform/http/page.tsx'
import { pagerOf } from '../platform/http/pager.ts'
import { notFound } from '../platform/http/refusal.ts'
import { formatInstant, formatNumber } from '../platform/i18n/index.ts'
import { importSights, mayImport, scopeOfSights } from './access.ts'
import * as actions from './actions.ts'
import { tooBigWords } from './file-words.ts'
import type { ImportField, ImportKind } from './kind.ts'
import { type MappingChoice, mappingFields, readMappingForm, stillMissing } from './mapping-form.ts'
import { messages } from './messages.ts'
import { nextHref, nextSteps } from './next-steps.ts'
import { ImportsPage } from './pages/list.tsx'
import { MappingForm } from './pages/mapping.tsx'
import { NewImportPage } from './pages/new.tsx'
import { countsInWords } from './present.ts'
import { kindOf } from './read.ts'
import { counted, ended, firstOutcome, framed, titleOf, type View, working } from './show.ts'
import * as store from './store.ts'
import { isTooBig, limitUpload, readUpload } from './uploads.ts'
import { refusedWorkbook, template } from './workbooks.ts'

const LIST_SIZE = 25
const SAMPLES = 25
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
type Errors = { field: string; message: string }[]

const workbook = (c: Ctx, bytes: Uint8Array, name: string) =>
  c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': XLSX,
    'Content-Disposition': `attachment; filename="${name}"`,
  }) as Response

/** The pages of imports under /impor. */
export function importRoutes(services: Services, kinds: readonly ImportKind[]) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]
  const home = (c: Ctx) => ({ href: '/impor', label: m(c).imports })
  const idOf = (c: Ctx) => Number(c.req.param('id'))
  const kindsFor = (c: Ctx) => kinds.filter(kind => mayImport(actorOf(c), kind))
  const kindOptions = (c: Ctx) =>
    kindsFor(c).map(kind => ({
      value: kind.kind,
      label: kind.name[c.get('language')],
      notes: kind.notes.map(note => note[c.get('language')]),
    }))
  const fieldsOf = async (tx: Tx, kind: ImportKind) => [...kind.fields, ...((await kind.moreFields?.(tx)) ?? [])]
  const viewOf = (c: Ctx, it: store.Import): View => ({ it, kind: kindOf(kinds, it.kind), language: c.get('language'), m: m(c) })

  /** What the actor may bring in, and where. @throws Refusal 404 where that is nothing */
  const rightsOf = (c: Ctx) => {
    const sights = importSights(actorOf(c), kinds)
    const scope = scopeOfSights(sights)
    if (scope.kind !== 'instansi' && scope.kind !== 'nation') throw notFound()
    return { sights, scope, instansiIds: scope.kind === 'nation' ? null : scope.instansi }
  }

  app.get('/impor', async c => {
    const { sights, scope } = rightsOf(c)
    const language = c.get('language')
    const kind = kinds.find(kind => kind.kind === c.req.query('jenis'))?.kind ?? null
    const number = pageNumber(c)
    const { rows, waiting } = await inScope(services.db, scope, async tx => ({
      rows: await store.listImports(tx, {
        sights,
        kind,
        instansiId: null,
        before: null,
        offset: (number - 1) * LIST_SIZE,
        limit: LIST_SIZE,
      }),
      waiting: await store.countWaiting(tx, sights),
    }))
    return page(
      c,
      { title: m(c).imports, wide: true },
      ImportsPage({
        m: m(c),
        waiting: { count: waiting, shown: formatNumber(waiting, language) },
        rows: rows.map(row => ({
          id: row.id,
          kind: kindOf(kinds, row.kind).name[language],
          file: row.file_name,
          instansi: row.instansi,
          when: formatInstant(row.created_at, language, row.time_zone),
          who: row.who ?? '–',
          state: row.state,
          result: countsInWords(row.counts, language, m(c)),
        })),
        noneLead: kindsFor(c).some(kind => kind.kind === 'pegawai') ? m(c).noneLead : m(c).noneLeadFew,
        templates: kindsFor(c).map(kind => ({ kind: kind.kind, name: kind.name[language], lead: kind.lead[language] })),
        kinds: kindOptions(c),
        kind: kind ?? '',
        filtered: kind !== null || number > 1,
        pager: pagerOf(c, number, LIST_SIZE, rows[0]?.found ?? 0),
      }),
    )
  })

  const newPage = async (c: Ctx, values: { kind: string; instansi: string }, errors: Errors, status: 200 | 413 | 422) => {
    const { scope, instansiIds } = rightsOf(c)
    const choices = await inScope(services.db, scope, tx => store.instansiChoices(tx, instansiIds))
    const instansi = choices.map(one => ({ value: String(one.id), label: one.name }))
    const named = choices.find(one => one.region_code === c.req.query('instansi'))?.id ?? actorOf(c).homeInstansiId
    const shown = { ...values, instansi: values.instansi || String(named ?? '') }
    return page(
      c,
      { title: m(c).newImport, breadcrumb: [home(c)], status },
      NewImportPage({ m: m(c), kinds: kindOptions(c), instansi, values: shown, errors }),
    )
  }

  app.get('/impor/baru', c => newPage(c, { kind: c.req.query('jenis') ?? '', instansi: '' }, [], 200))

  const tooBig = (c: Ctx) =>
    newPage(c, { kind: '', instansi: '' }, [{ field: 'berkas', message: tooBigWords[c.get('language')] }], 413)

  app.post('/impor', limitUpload(tooBig), async c => {
    rightsOf(c)
    const sent = await readUpload(c, 'berkas')
    const values = { kind: sent?.fields('jenis') ?? '', instansi: sent?.fields('instansi') ?? '' }
    const kind = kinds.find(kind => kind.kind === values.kind)
    if (kind && !mayImport(actorOf(c), kind)) throw notFound()
    const errors: Errors = []
    if (!kind) errors.push({ field: 'jenis', message: m(c).chooseKind })
    if (!/^\d{1,9}$/.test(values.instansi)) errors.push({ field: 'instansi', message: m(c).chooseInstansi })
    if (!sent || sent.fileName === '') errors.push({ field: 'berkas', message: m(c).chooseFile })
    else if (sent.bytes.length === 0) errors.push({ field: 'berkas', message: m(c).emptyFile })
    else if (isTooBig(sent.bytes)) return tooBig(c)
    if (!kind || !sent || errors.length > 0) return newPage(c, values, errors, 422)
    const instansiId = Number(values.instansi)
    if ((await store.instansiChoices(services.db, [instansiId])).length === 0) throw notFound()
    const id = await actions.upload(services, kinds, actorOf(c), {
      instansiId,
      kind: kind.kind,
      fileName: sent.fileName,
      bytes: sent.bytes,
    })
    return c.redirect(`/impor/${id}`, 303)
  })

  app.get('/impor/templat/:kind', async c => {
    const kind = kindsFor(c).find(kind => kind.kind === c.req.param('kind').replace(/\.xlsx$/, ''))
    if (!kind) throw notFound()
    const fields = await inScope(services.db, rightsOf(c).scope, tx => fieldsOf(tx, kind))
    return workbook(c, await template(kind, fields), `templat-${kind.kind}.xlsx`)
  })

  app.get('/impor/:id{[0-9]{1,9}}', async c => {
    const number = pageNumber(c)
    const found = await actions.withImport(services, kinds, actorOf(c), idOf(c), async (tx, it) => {
      const outcome = store.outcomes.find(outcome => outcome === c.req.query('hasil')) ?? firstOutcome(it)
      const withRows = it.state === 'preview' || it.state === 'done'
      return {
        it,
        outcome,
        fields: withRows || it.state === 'mapping' ? await fieldsOf(tx, kindOf(kinds, it.kind)) : [],
        rows: withRows ? await store.listRows(tx, it.id, outcome, (number - 1) * SAMPLES, SAMPLES) : [],
        appliedBefore: it.state === 'preview' ? await store.appliedBefore(tx, it) : null,
      }
    })
    const { it, fields } = found
    const view = viewOf(c, it)
    if (it.state === 'mapping') return mappingPage(c, it, fields)
    const pager = pagerOf(c, number, SAMPLES, it.counts?.[found.outcome] ?? 0)
    const body =
      it.state === 'reading' || it.state === 'applying'
        ? working(view)
        : it.state === 'failed' || it.state === 'cancelled'
          ? ended(view)
          : counted(view, { ...found, pager, next: it.state === 'done' ? nextOf(c, it) : null })
    return page(c, { title: titleOf(view), breadcrumb: [home(c)] }, framed(view, body))
  })

  /** What to do now that it is in, as far as the asker may. */
  const nextOf = (c: Ctx, it: store.Import) => {
    const language = c.get('language')
    const mine = new Set(kindsFor(c).map(kind => kind.kind))
    const { sentence, links } = nextSteps[it.kind]
    return {
      sentence: sentence[language],
      links: links
        .filter(({ kind, roles }) => (!kind || mine.has(kind)) && (!roles || hasRole(actorOf(c), ...roles)))
        .map(link => ({ href: nextHref(link, it.region_code), label: link.label[language] })),
    }
  }

  app.get('/impor/:id{[0-9]{1,9}}/keadaan', async c => {
    const view = viewOf(c, await actions.seenImport(services, kinds, actorOf(c), idOf(c)))
    if (view.it.state !== 'reading' && view.it.state !== 'applying') c.header('X-Location', `/impor/${view.it.id}`)
    return fragment(c, working(view))
  })

  /** The form with what is chosen now, or with what was posted and refused. */
  const mappingPage = (c: Ctx, it: store.Import, fields: readonly ImportField[], posted?: MappingChoice & { errors: Errors }) => {
    const view = viewOf(c, it)
    const { kind, language, m } = view
    const chosen = posted ?? { mapping: it.mapping ?? {}, fixed: it.fixed }
    const form = MappingForm({
      m,
      id: it.id,
      fields: mappingFields(fields, it.columns ?? [], chosen, language, m),
      // What nobody was asked yet is no error of theirs.
      waiting: posted ? [] : stillMissing(kind, fields, chosen, language, m),
      errors: posted?.errors ?? [],
    })
    const frame = framed({ ...view, it: { ...it, state: 'mapping' } }, form)
    return page(c, { title: titleOf(view), breadcrumb: [home(c)], status: posted ? 422 : 200 }, frame)
  }

  const withFields = (c: Ctx) =>
    actions.withImport(services, kinds, actorOf(c), idOf(c), async (tx, it) => ({
      it,
      fields: await fieldsOf(tx, kindOf(kinds, it.kind)),
    }))

  app.get('/impor/:id{[0-9]{1,9}}/kolom', async c => {
    const { it, fields } = await withFields(c)
    if (!it.columns || !['mapping', 'preview', 'failed'].includes(it.state)) return c.redirect(`/impor/${it.id}`, 303)
    return mappingPage(c, it, fields)
  })

  app.post('/impor/:id{[0-9]{1,9}}/kolom', async c => {
    const { it, fields } = await withFields(c)
    const { kind, language, m } = viewOf(c, it)
    const { errors, ...choice } = readMappingForm(await formFields(c), kind, fields, it.columns ?? [], language, m)
    if (errors.length > 0) return mappingPage(c, it, fields, { ...choice, errors })
    return after(c, await actions.readAgain(services, kinds, actorOf(c), it.id, choice))
  })

  /** Back to the import; where it had moved on before, that is said. */
  const after = (c: Ctx, changed: boolean) => {
    if (!changed) flash(c, 'info', m(c).notChanged)
    return c.redirect(`/impor/${idOf(c)}`, 303)
  }

  app.post('/impor/:id{[0-9]{1,9}}/jalankan', async c => after(c, await actions.run(services, kinds, actorOf(c), idOf(c))))
  app.post('/impor/:id{[0-9]{1,9}}/ulang', async c => after(c, await actions.readAgain(services, kinds, actorOf(c), idOf(c))))
  app.post('/impor/:id{[0-9]{1,9}}/batal', async c => {
    const cancelled = await actions.cancel(services, kinds, actorOf(c), idOf(c))
    if (!cancelled) return after(c, false)
    flash(c, 'ok', m(c).cancelledFlash)
    return c.redirect('/impor', 303)
  })

  app.get('/impor/:id{[0-9]{1,9}}/ditolak.xlsx', async c => {
    const { it, rows } = await actions.withImport(services, kinds, actorOf(c), idOf(c), async (tx, it) => ({
      it,
      rows: await store.refusedRows(tx, it.id),
    }))
    if (rows.length === 0) throw notFound()
    return workbook(c, await refusedWorkbook(it.columns ?? [], rows), `impor-${it.id}-ditolak.xlsx`)
  })

  return app
}
