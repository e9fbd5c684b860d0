import { createHash, randomUUID } from 'node:crypto'
import type { Actor } from '../platform/actor.ts'
import { audit } from '../platform/audit/index.ts'
import { inScope, type Tx } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { notFound } from '../platform/http/refusal.ts'
import { importInto, importSights, type Rights, scopeOfSights } from './access.ts'
import type { KindName } from './kind.ts'
import { deleteRows, kindOf } from './read.ts'
import type { Mapping } from './rules/recognise.ts'
import * as store from './store.ts'

export type Upload = { instansiId: number; kind: KindName; fileName: string; bytes: Uint8Array }

/** The last part of a path, without signs that no file name holds. */
const plainFileName = (name: string) =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e]/g, '')
    .toWellFormed()
    .trim()
    .slice(0, 150) || 'tanpa-nama'

/** Keeps the file and queues its reading. @throws Refusal 404 where the actor may not bring this kind in */
export async function upload(services: Services, kinds: readonly Rights[], actor: Actor, given: Upload): Promise<number> {
  const scope = importInto(actor, kindOf(kinds, given.kind), given.instansiId)
  const key = `imports/${randomUUID()}`
  await services.files.put(key, given.bytes)
  try {
    return await inScope(services.db, scope, async tx => {
      const fileName = plainFileName(given.fileName)
      const digest = createHash('sha256').update(given.bytes).digest('hex')
      const id = await store.insertImport(
        tx,
        {
          instansi_id: given.instansiId,
          account_id: actor.accountId,
          kind: given.kind,
          file_name: fileName,
          file_key: key,
          file_bytes: given.bytes.length,
          file_digest: digest,
        },
        services.clock.now(),
      )
      await audit(tx, actor.accountId, services.clock.now(), {
        verb: 'upload_import',
        subject: `import:${id}`,
        instansiId: given.instansiId,
        detail: { kind: given.kind, file: fileName, fileDigest: digest, bytes: given.bytes.length },
      })
      await services.jobs.send(tx, 'import.read', { importId: id })
      return id
    })
  } catch (error) {
    await services.files.remove(key)
    throw error
  }
}

/** An import that the actor may see. @throws Refusal 404 */
export async function seenImport(services: Services, kinds: readonly Rights[], actor: Actor, id: number): Promise<store.Import> {
  return withImport(services, kinds, actor, id, async (_, it) => it)
}

/** Runs inside the scope of the imports that the actor may make. @throws Refusal 404 where this is none of them */
export async function withImport<T>(
  services: Services,
  kinds: readonly Rights[],
  actor: Actor,
  id: number,
  work: (tx: Tx, it: store.Import) => Promise<T>,
): Promise<T> {
  return inScope(services.db, scopeOfSights(importSights(actor, kinds)), async tx => {
    const it = Number.isSafeInteger(id) && id > 0 && id < 2 ** 31 ? await store.importById(tx, id) : null
    if (!it) throw notFound()
    importInto(actor, kindOf(kinds, it.kind), it.instansi_id)
    return work(tx, it)
  })
}

/** Reads the file again, with another choice of columns where one is given. False where the import has moved on. */
export async function readAgain(
  services: Services,
  kinds: readonly Rights[],
  actor: Actor,
  id: number,
  choice?: { mapping: Mapping; fixed: Record<string, string> },
): Promise<boolean> {
  return withImport(services, kinds, actor, id, async (tx, it) => {
    if (it.file_bytes === 0 || !(await store.moveTo(tx, id, ['mapping', 'preview', 'failed'], 'reading'))) return false
    if (choice) await store.setMapping(tx, id, choice.mapping, choice.fixed)
    await services.jobs.send(tx, 'import.read', { importId: id })
    return true
  })
}

/** Has the preview written. False where there is none, or nothing in it to write. */
export async function run(services: Services, kinds: readonly Rights[], actor: Actor, id: number): Promise<boolean> {
  return withImport(services, kinds, actor, id, async (tx, it) => {
    if (!it.counts || it.counts.new + it.counts.changed === 0) return false
    if (!(await store.moveTo(tx, id, ['preview'], 'applying'))) return false
    await services.jobs.send(tx, 'import.apply', { importId: id })
    return true
  })
}

/** Ends an import without writing anything; its file and rows go. False where it is being written or is finished. */
export async function cancel(services: Services, kinds: readonly Rights[], actor: Actor, id: number): Promise<boolean> {
  const now = services.clock.now()
  const ended = await withImport(services, kinds, actor, id, async (tx, it) => {
    if (!(await store.moveTo(tx, id, ['reading', 'mapping', 'preview', 'failed'], 'cancelled', { finishedAt: now }))) return null
    await store.forgetFile(tx, id)
    await audit(tx, actor.accountId, now, { verb: 'cancel_import', subject: `import:${id}`, instansiId: it.instansi_id })
    return it
  })
  if (!ended) return false
  await deleteRows(services, id)
  await services.files.remove(ended.file_key)
  return true
}
