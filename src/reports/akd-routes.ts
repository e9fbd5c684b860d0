import { Hono } from 'hono'
import { listInstansi, personById } from '../people/index.ts'
import type { Actor } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import {
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
import { pageNumber } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { pagerOf } from '../platform/http/pager.ts'
import { notFound } from '../platform/http/refusal.ts'
import { documentMessages } from './documents-messages.ts'
import { documentRow } from './documents-view.ts'
import { AkdPage, OwnDocumentsPage } from './pages/akd.tsx'

const akd = 'akd_pegawai'
const size = 25
const shownOnAkd = 10

/** The AKD of one person, as it would be issued now, and the documents about a person. */
export function akdRoutes(services: Services, kinds: readonly DocumentKind[]) {
  const { db } = services
  const app = new Hono<AppEnv>()
  const words = (c: Ctx) => documentMessages[c.get('language')]

  const issuedAbout = (actor: Actor, pegawaiId: number, offset: number, limit: number) =>
    inScope(db, widestSight(kinds, actor), tx =>
      documentsOf(
        tx,
        { instansiIds: null, sights: sightsOf(kinds, actor), about: 'persons', pegawaiId },
        { order: 'terbaru', descending: true, offset, limit },
      ),
    )

  app.get('/pegawai/:id{[0-9]{1,9}}/akd', async c => {
    const m = words(c)
    const language = c.get('language')
    const actor = actorOf(c)
    const pegawaiId = Number(c.req.param('id'))
    const { person, subject, issuable } = await reader(actor, pegawaiId)
    const built = await previewDocument(services, kinds, actor, {
      kind: akd,
      subject,
      language,
    })
    const issued = await issuedAbout(actor, pegawaiId, 0, shownOnAkd)
    const own = actor.pegawaiId === pegawaiId
    return page(
      c,
      {
        title: m.akdOf(person.name),
        breadcrumb: [own ? { href: '/saya', label: person.name } : { href: `/pegawai/${pegawaiId}`, label: person.name }],
      },
      AkdPage({
        m,
        title: m.akdOf(person.name),
        facts: built.facts,
        blocks: built.pdf?.blocks ?? [],
        issueAction: issuable ? `/pegawai/${pegawaiId}/akd` : null,
        issued: issued.map(row => documentRow(row, kinds, language, person.instansi.timeZone)),
      }),
    )
  })

  /** The person, within what the actor reads of this kind. @throws Refusal 404 */
  const reader = async (actor: Actor, pegawaiId: number) => {
    const scope = widestSight(kinds, actor)
    if (scope.kind === 'none') throw notFound()
    const person = await inScope(db, scope, tx => personById(tx, pegawaiId))
    if (!person) throw notFound()
    const kind = kinds.find(one => one.kind === akd)
    const subject = { instansiId: person.instansi.id, unitId: null, pegawaiId }
    return { person, subject, issuable: kind !== undefined && mayIssue(kind, actor, subject) }
  }

  app.post('/pegawai/:id{[0-9]{1,9}}/akd', async c => {
    const actor = actorOf(c)
    const pegawaiId = Number(c.req.param('id'))
    const { person, subject } = await reader(actor, pegawaiId)
    const id = await requestDocument(services, kinds, actor, {
      kind: akd,
      subject,
      subjectName: person.name,
      language: c.get('language'),
      today: services.clock.today(person.instansi.timeZone),
      params: { number: null, signatory: null, given: {} },
    })
    flash(c, 'ok', words(c).requested)
    return c.redirect(`/dokumen/${id}`, 303)
  })

  app.get('/saya/dokumen', async c => {
    const actor = actorOf(c)
    if (actor.pegawaiId === null) throw notFound()
    const m = words(c)
    const n = pageNumber(c)
    const rows = await issuedAbout(actor, actor.pegawaiId, (n - 1) * size, size)
    const home = (await listInstansi(db)).find(one => one.id === actor.homeInstansiId)
    return page(
      c,
      { title: m.own, wide: true },
      OwnDocumentsPage({
        m,
        rows: rows.map(row => documentRow(row, kinds, c.get('language'), home?.timeZone)),
        akdHref: `/pegawai/${actor.pegawaiId}/akd`,
        pager: pagerOf(c, n, size, rows[0]?.found ?? 0),
      }),
    )
  })

  return app
}
