import type { Actor } from '../actor.ts'
import { audit } from '../audit/index.ts'
import { asJob, inScope } from '../db/index.ts'
import type { Services } from '../http/context.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import type { Language } from '../i18n/index.ts'
import { mayIssue, sightOf, sightsOf, widestSight } from './access.ts'
import { type Built, type DocumentKind, type Format, type Params, type Subject, scopeOfSubject } from './kind.ts'
import { buildNow, sha256 } from './make.ts'
import * as store from './store.ts'
import { damagedWords, lostWords } from './words.ts'

export type Request = {
  kind: string
  subject: Subject
  /** Whom or what it is about, by its name now. */
  subjectName: string
  language: Language
  /** yyyy-mm-dd where the instansi is. */
  today: string
  params: Params
}

/**
 * Asks for a document; a job makes it. Asked for twice while it waits, it is made once. The subject was found in the actor's scope before.
 * @throws Refusal 404 where the actor may not issue this kind about this subject
 */
export async function requestDocument(
  services: Services,
  kinds: readonly DocumentKind[],
  actor: Actor,
  r: Request,
): Promise<number> {
  const kind = kinds.find(one => one.kind === r.kind)
  if (!kind || !mayIssue(kind, actor, r.subject)) throw notFound()
  const wanted: store.NewDocument = {
    ...r.subject,
    kind: kind.kind,
    subject: r.subjectName,
    language: r.language,
    asOf: r.today,
    params: r.params,
    requestedBy: actor.accountId,
    requestedByName: actor.name,
  }
  return inScope(services.db, scopeOfSubject(r.subject), async tx => {
    const waiting = await store.sameWaiting(tx, wanted)
    if (waiting !== null) return waiting
    const now = services.clock.now()
    const id = await store.insertDocument(tx, wanted, now)
    await audit(tx, actor.accountId, now, {
      verb: 'request_document',
      subject: `document:${id}`,
      instansiId: r.subject.instansiId,
      detail: {
        kind: kind.kind,
        unitId: r.subject.unitId,
        pegawaiId: r.subject.pegawaiId || null,
        language: r.language,
        ...r.params,
      },
    })
    await services.jobs.send(tx, 'document.make', { pegawaiId: r.subject.pegawaiId, id })
    return id
  })
}

const nothingGiven: Params = { number: null, signatory: null, given: {} }

/** What a document would say now, for a screen. @throws Refusal 404 where the actor may not read this kind about this subject */
export async function previewDocument(
  services: Services,
  kinds: readonly DocumentKind[],
  actor: Actor,
  wanted: { kind: string; subject: Subject; language: Language; given?: Params['given'] },
): Promise<Built> {
  const kind = kinds.find(one => one.kind === wanted.kind)
  if (!kind || sightOf(sightsOf(kinds, actor), { kind: wanted.kind, ...wanted.subject }) !== 'whole') throw notFound()
  return buildNow(services, kind, {
    ...wanted.subject,
    language: wanted.language,
    params: { ...nothingGiven, given: wanted.given ?? {} },
  })
}

export type Seen = { document: store.IssuedDocument; mayIssue: boolean }

/** A document with the files that the actor may read. @throws Refusal 404 where there is none */
export async function seenDocument(services: Services, kinds: readonly DocumentKind[], actor: Actor, id: number): Promise<Seen> {
  const document = await inScope(services.db, widestSight(kinds, actor), tx => store.documentById(tx, id))
  const sights = sightsOf(kinds, actor)
  const sight = document && sightOf(sights, document)
  if (!document || !sight) throw notFound()
  const files = store.filesRead(sights, document)
  if (sight !== 'whole' && files.length === 0) throw notFound()
  const kind = kinds.find(one => one.kind === document.kind)
  return { document: { ...document, files }, mayIssue: kind !== undefined && mayIssue(kind, actor, document) }
}

/** Has a document that came to nothing made again; false where it is not one. @throws Refusal 404 where the actor may not issue it */
export async function makeAgain(services: Services, kinds: readonly DocumentKind[], actor: Actor, id: number): Promise<boolean> {
  const { document, mayIssue } = await seenDocument(services, kinds, actor, id)
  if (!mayIssue) throw notFound()
  return inScope(services.db, scopeOfSubject(document), async tx => {
    if (!(await store.queueAgain(tx, document))) return false
    await audit(tx, actor.accountId, services.clock.now(), {
      verb: 'request_document',
      subject: `document:${id}`,
      instansiId: document.instansiId,
      detail: { kind: document.kind, again: true },
    })
    await services.jobs.send(tx, 'document.make', { pegawaiId: document.pegawaiId, id })
    return true
  })
}

export type OpenedFile = { bytes: Uint8Array; format: Format; name: string }

/**
 * A file exactly as it was issued. Who opens one that names others is written down.
 * @throws Refusal 404 where the actor may not read it; 409 where the file in store is not the one that was issued
 */
export async function openDocument(
  services: Services,
  kinds: readonly DocumentKind[],
  actor: Actor,
  id: number,
  format: Format,
): Promise<OpenedFile> {
  const { document } = await seenDocument(services, kinds, actor, id)
  const file = document.files.find(one => one.format === format)
  if (!file || document.state !== 'ready') throw notFound()
  const bytes = await services.files.get(file.key).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return null
  })
  if (!bytes || sha256(bytes) !== file.sha256) {
    services.log.error({ documentId: id, format, key: file.key }, bytes ? 'document damaged' : 'document lost')
    throw new Refusal(409, bytes ? damagedWords : lostWords)
  }
  if (file.names && actor.pegawaiId !== document.pegawaiId) {
    await asJob(services.db, tx =>
      audit(tx, actor.accountId, services.clock.now(), {
        verb: 'view_document',
        subject: `document:${id}`,
        instansiId: document.instansiId,
        detail: { kind: document.kind, format, title: document.title },
      }),
    )
  }
  return { bytes, format, name: `${document.kind.replaceAll('_', '-')}-${document.asOf}-${id}.${format}` }
}
