import { createHash, randomUUID } from 'node:crypto'
import { audit } from '../audit/index.ts'
import { asJob, inScope } from '../db/index.ts'
import type { Services } from '../http/context.ts'
import { Refusal } from '../http/refusal.ts'
import type { Language, Words } from '../i18n/index.ts'
import { filesOf, type MadeFile } from './assemble.ts'
import { type Built, type DocumentKind, type Format, type Making, type Params, type Subject, scopeOfSubject } from './kind.ts'
import * as store from './store.ts'
import { unexpectedWords } from './words.ts'

/** Puts an electronic signature over a finished PDF (BSrE or another certified one); what it returns is what is kept and handed out. */
export type Sign = (pdf: Uint8Array, about: { documentId: number; title: string; instansiId: number }) => Promise<Uint8Array>

/** Another attempt has taken over. */
class Superseded extends Error {}

const formats: readonly Format[] = ['pdf', 'xlsx']
/** Of one attempt: a later one knows from the claim which files the earlier may have left. */
const keyOf = (id: number, claim: string, format: Format) => `documents/${id}/${claim}.${format}`
const BEAT_MS = 20_000
/** How much of the way is gone when the content stands. */
const COLLECTED = 0.6

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/**
 * Makes a document that waits: content, files, then in one transaction its row, its files' rows and the audit entry. May be called again
 * at any time: a finished document is left alone, an attempt that died starts over and clears away what the dead one left.
 */
export async function makeDocument(
  services: Services,
  kinds: readonly DocumentKind[],
  key: { pegawaiId: number; id: number },
  sign?: Sign,
): Promise<void> {
  const claim = randomUUID()
  const claimed = await asJob(services.db, tx => store.claimMaking(tx, key.pegawaiId, key.id, claim))
  if (!claimed) return
  const { document, previousClaim } = claimed
  if (previousClaim) await forget(services, key.id, previousClaim)
  const beat = async (share: number | null) => {
    const percent = share === null ? null : Math.min(99, Math.floor(share * 100))
    if (!(await asJob(services.db, tx => store.beat(tx, key, claim, percent)))) throw new Superseded()
  }
  const alive = setInterval(() => void beat(null).catch(() => {}), BEAT_MS)
  try {
    const kind = kinds.find(one => one.kind === document.kind)
    if (!kind) throw new Error(`no such kind of document: ${document.kind}`)
    const built = await kind.build(makingOf(services, document, share => beat(share * COLLECTED)))
    const issuedAt = services.clock.now()
    const imprint = { ...document, issuedAt, issuedBy: document.requestedByName }
    const made = await filesOf(built, imprint, share => beat(COLLECTED + share * (1 - COLLECTED)))
    const signed = sign ? await Promise.all(made.map(file => signedFile(file, sign, document, built))) : made
    await keep(services, document, claim, built, signed, issuedAt)
  } catch (error) {
    if (!(error instanceof Superseded)) await fail(services, key, claim, error)
    // Also where the answer to a commit was lost on its way: what was kept stays.
    if (!(await asJob(services.db, tx => store.isKept(tx, key, claim)))) await forget(services, key.id, claim)
  } finally {
    clearInterval(alive)
  }
}

async function fail(services: Services, key: { pegawaiId: number; id: number }, claim: string, error: unknown) {
  if (!(error instanceof Refusal)) services.log.error({ err: error, documentId: key.id }, 'document.make')
  const words: Words = error instanceof Refusal ? error.detail : unexpectedWords
  await asJob(services.db, tx => store.endFailed(tx, key, claim, words))
}

type Wanted = Subject & { language: Language; params: Params }

const makingOf = (services: Services, wanted: Wanted, progress: Making['progress']): Making => ({
  subject: { instansiId: wanted.instansiId, unitId: wanted.unitId, pegawaiId: wanted.pegawaiId },
  language: wanted.language,
  params: wanted.params,
  now: services.clock.now(),
  today: timeZone => services.clock.today(timeZone),
  read: work =>
    inScope(services.db, scopeOfSubject(wanted), async tx => {
      await store.atOneMoment(tx)
      return work(tx)
    }),
  progress,
})

/** What a document would say now. Nothing is kept; whether the asker may read it was decided before. */
export const buildNow = (services: Services, kind: DocumentKind, wanted: Wanted): Promise<Built> =>
  kind.build(makingOf(services, wanted, async () => {}))

const signedFile = async (file: MadeFile, sign: Sign, document: store.IssuedDocument, built: Built): Promise<MadeFile> =>
  file.format === 'pdf'
    ? { ...file, bytes: await sign(file.bytes, { documentId: document.id, title: built.title, instansiId: document.instansiId }) }
    : file

async function keep(
  services: Services,
  document: store.IssuedDocument,
  claim: string,
  built: Built,
  made: readonly MadeFile[],
  issuedAt: Date,
) {
  const files = made.map(({ format, bytes, contentDigest, names }) => ({
    format,
    key: keyOf(document.id, claim, format),
    bytes: bytes.length,
    sha256: sha256(bytes),
    contentDigest,
    names,
  }))
  for (const [index, file] of files.entries()) await services.files.put(file.key, made[index]!.bytes)
  await asJob(services.db, async tx => {
    if (!(await store.endReady(tx, document, claim, built, files, issuedAt))) throw new Superseded()
    await audit(tx, document.requestedBy, issuedAt, {
      verb: 'issue_document',
      subject: `document:${document.id}`,
      instansiId: document.instansiId,
      rows: files.length,
      detail: {
        kind: document.kind,
        title: built.title,
        asOf: built.asOf,
        number: document.number,
        files: files.map(({ format, bytes, sha256 }) => ({ format, bytes, sha256 })),
      },
    })
  })
}

const forget = async (services: Services, id: number, claim: string) => {
  for (const format of formats) await services.files.remove(keyOf(id, claim, format))
}
