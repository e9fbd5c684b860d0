import { Hono } from 'hono'
import { recordFlaw } from '../assessment/index.ts'
import { formatNip, personById } from '../people/index.ts'
import { inScope } from '../platform/db/index.ts'
import {
  type Built,
  type DocumentKind,
  documentsOf,
  mayIssue,
  previewDocument,
  requestDocument,
  sightsOf,
  widestSight,
} from '../platform/documents/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { notFound, Refusal } from '../platform/http/refusal.ts'
import { documentMessages } from './documents-messages.ts'
import { documentRow } from './documents-view.ts'
import { PersonReportPage, type ReportValues, reportFields } from './pages/person-report.tsx'
import { personReportMessages } from './person-report-messages.ts'
import { signatoryFlaws, signatoryOf } from './signatory.ts'

const kindName = 'laporan_penilaian'
const shown = 20
const purposes = ['pemetaan', 'pengisian'] as const
type Errors = { field: string; message: string }[]

/** The report of the assessment of one person: as it would be issued now, and those that were. */
export function personReportRoutes(services: Services, kinds: readonly DocumentKind[]) {
  const app = new Hono<AppEnv>()
  const ofKind = kinds.filter(kind => kind.kind === kindName)

  /** The person, within what the actor reads of this kind. @throws Refusal 404 */
  const reader = async (c: Ctx) => {
    const actor = actorOf(c)
    const pegawaiId = Number(c.req.param('id'))
    const scope = widestSight(ofKind, actor)
    if (scope.kind === 'none') throw notFound()
    const person = await inScope(services.db, scope, tx => personById(tx, pegawaiId))
    if (!person) throw notFound()
    const subject = { instansiId: person.instansi.id, unitId: null, pegawaiId }
    return { actor, person, subject, issuable: ofKind.some(kind => mayIssue(kind, actor, subject)) }
  }
  type Reader = Awaited<ReturnType<typeof reader>>

  const purposeOf = (text: string | undefined) => purposes.find(one => one === text) ?? 'pemetaan'

  const reportPage = async (c: Ctx, { actor, person, subject, issuable }: Reader, values: ReportValues, errors: Errors) => {
    const language = c.get('language')
    const m = personReportMessages[language]
    const { pegawaiId } = subject
    const built = await previewDocument(services, kinds, actor, {
      kind: kindName,
      subject,
      language,
      given: { tujuan: values.tujuan },
    }).catch(nothingToReport)
    const issued = await inScope(services.db, widestSight(kinds, actor), tx =>
      documentsOf(
        tx,
        { instansiIds: null, sights: sightsOf(kinds, actor), kind: kindName, about: 'persons', pegawaiId },
        { order: 'terbaru', descending: true, offset: 0, limit: shown },
      ),
    )
    const own = actor.pegawaiId === pegawaiId
    const records = recordFlaw(actor, { pegawaiId, instansiId: subject.instansiId }) === null
    return page(
      c,
      {
        title: m.title(person.name),
        status: errors.length > 0 ? 422 : 200,
        breadcrumb: [{ href: own ? '/saya' : `/pegawai/${pegawaiId}`, label: person.name }],
      },
      PersonReportPage({
        m,
        d: documentMessages[language],
        title: m.title(person.name),
        eyebrow: formatNip(person.nip),
        action: `/pegawai/${pegawaiId}/laporan`,
        purposes: purposes.map(value => ({ value, label: m.purposes[value] })),
        purpose: values.tujuan,
        report:
          built instanceof Refusal
            ? { nothing: built.detail[language], recordHref: records ? `/pegawai/${pegawaiId}/hasil/baru` : null }
            : { facts: built.facts, blocks: built.pdf?.blocks ?? [] },
        issue: issuable && !(built instanceof Refusal) ? { values, errors } : null,
        issued: issued.map(row => documentRow(row, kinds, language, person.instansi.timeZone)),
      }),
    )
  }

  app.get('/pegawai/:id{[0-9]{1,9}}/laporan', async c => {
    const blank = Object.fromEntries(reportFields.map(name => [name, ''])) as ReportValues
    return reportPage(c, await reader(c), { ...blank, tujuan: purposeOf(c.req.query('tujuan')) }, [])
  })

  app.post('/pegawai/:id{[0-9]{1,9}}/laporan', async c => {
    const at = await reader(c)
    if (!at.issuable) throw notFound()
    const language = c.get('language')
    const field = await formFields(c)
    const typed = Object.fromEntries(reportFields.map(name => [name, field(name)])) as ReportValues
    const values = { ...typed, tujuan: purposeOf(typed.tujuan) }
    const errors = signatoryFlaws(values, documentMessages[language])
    if (errors.length > 0) return reportPage(c, at, values, errors)
    const id = await requestDocument(services, kinds, at.actor, {
      kind: kindName,
      subject: at.subject,
      subjectName: at.person.name,
      language,
      today: services.clock.today(at.person.instansi.timeZone),
      params: {
        number: values.nomor.slice(0, 100) || null,
        signatory: signatoryOf(values),
        given: { tujuan: values.tujuan },
      },
    })
    flash(c, 'ok', documentMessages[language].requested)
    return c.redirect(`/dokumen/${id}`, 303)
  })

  return app
}

/** Nothing was assessed: then the page says so and what to do first. */
function nothingToReport(error: unknown): Built | Refusal {
  if (error instanceof Refusal && error.status === 422) return error
  throw error
}
