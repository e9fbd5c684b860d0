import { Hono } from 'hono'
import { h } from 'preact'
import { listInstansi } from '../people/index.ts'
import { type DocumentKind, makeAgain, openDocument, seenDocument } from '../platform/documents/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { keptFile } from '../platform/http/download.ts'
import { flash } from '../platform/http/flash.ts'
import { fragment, page } from '../platform/http/page.tsx'
import { formatDate, formatInstant } from '../platform/i18n/index.ts'
import { documentMessages } from './documents-messages.ts'
import { fileHref, kindName } from './documents-view.ts'
import { DocumentPage, Working } from './pages/document.tsx'

/** One issued document: its page, how far it is, its files. */
export function documentRoutes(services: Services, kinds: readonly DocumentKind[]) {
  const app = new Hono<AppEnv>()
  const words = (c: Ctx) => documentMessages[c.get('language')]
  const idOf = (c: Ctx) => Number(c.req.param('id'))
  const seen = (c: Ctx) => seenDocument(services, kinds, actorOf(c), idOf(c))

  app.get('/dokumen/:id{[0-9]{1,15}}', async c => {
    const m = words(c)
    const language = c.get('language')
    const { document, mayIssue } = await seen(c)
    const places = await listInstansi(services.db)
    const place = places.find(one => one.id === document.instansiId)
    const then = places.find(one => one.id === document.instansiThen)
    const own = document.pegawaiId !== 0 && document.pegawaiId === actorOf(c).pegawaiId
    const kind = kindName(kinds, document.kind, language)
    const title = document.title ?? `${kind}: ${document.subject}`
    const instant = (at: Date) => formatInstant(at, language, place?.timeZone)
    const content = document.files.find(file => file.contentDigest)?.contentDigest
    const home = own
      ? { href: '/saya/dokumen', label: m.own }
      : { href: `/dokumen?instansi=${encodeURIComponent(place?.regionCode ?? '')}`, label: m.documents }
    return page(
      c,
      { title, breadcrumb: [home] },
      DocumentPage({
        m,
        id: document.id,
        title,
        lead: [kind, place?.name].filter(Boolean).join(' · '),
        facts: [
          { label: m.facts.kind, value: kind },
          { label: m.facts.subject, value: document.subject },
          { label: m.facts.instansi, value: place?.name ?? '–' },
          ...(then && then.id !== document.instansiId ? [{ label: m.facts.issuedBy, value: then.name }] : []),
          { label: m.asOf, value: formatDate(document.asOf, language) },
          ...(document.number ? [{ label: m.number, value: document.number }] : []),
          { label: m.facts.language, value: m.languages[document.language] },
          { label: m.facts.requested, value: m.requestedBy(document.requestedByName, instant(document.requestedAt)) },
          ...(document.issuedAt ? [{ label: m.issued, value: instant(document.issuedAt) }] : []),
          ...(content ? [{ label: m.facts.content, value: content.slice(0, 32) }] : []),
        ],
        inputs: (document.inputs ?? []).map(({ label, value }) => ({ label, value: String(value) })),
        files: document.files.map(file => ({
          format: file.format.toUpperCase(),
          href: fileHref(document.id, file.format),
          size: m.size(file.bytes),
          sha256: file.sha256,
          names: file.names,
        })),
        state: document.state,
        progress: document.progress,
        asOf: formatDate(document.asOf, language),
        problem: document.problem?.[language] ?? null,
        supersedes: document.supersedes,
        supersededBy: document.supersededBy,
        mayIssue,
      }),
    )
  })

  app.get('/dokumen/:id{[0-9]{1,15}}/keadaan', async c => {
    const { document } = await seen(c)
    if (document.state !== 'queued') c.header('X-Location', `/dokumen/${document.id}`)
    return fragment(c, h(Working, { m: words(c), id: document.id, progress: document.progress }))
  })

  app.get('/dokumen/:id{[0-9]{1,15}}/:file{berkas\\.(?:pdf|xlsx)}', async c => {
    const format = c.req.param('file').endsWith('.pdf') ? 'pdf' : 'xlsx'
    return keptFile(c, await openDocument(services, kinds, actorOf(c), idOf(c), format))
  })

  app.post('/dokumen/:id{[0-9]{1,15}}/ulang', async c => {
    if (!(await makeAgain(services, kinds, actorOf(c), idOf(c)))) flash(c, 'info', words(c).notChanged)
    return c.redirect(`/dokumen/${idOf(c)}`, 303)
  })

  return app
}
