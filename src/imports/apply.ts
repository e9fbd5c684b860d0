import { audit } from '../platform/audit/index.ts'
import { asJob } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { emit } from '../platform/outbox.ts'
import { staleWords, unexpectedWords } from './file-words.ts'
import type { ImportKind } from './kind.ts'
import { kindOf } from './read.ts'
import * as store from './store.ts'

/**
 * Writes the rows of a preview: all of them and the audit entry, or nothing. Called again after a crash it starts over; called again
 * after it was done it does nothing.
 */
export async function applyImport(services: Services, kinds: readonly ImportKind[], importId: number): Promise<void> {
  try {
    await asJob(services.db, async tx => {
      const it = await store.lockApplying(tx, importId)
      if (!it) return
      const kind = kindOf(kinds, it.kind)
      const written = await store.digestOfRows(tx, importId)
      if (written.rows > 0) {
        await store.planForMany(tx)
        const today = services.clock.today(it.time_zone)
        await kind.apply(tx, {
          rows: store.rowsToApply(importId),
          importId,
          instansiId: it.instansi_id,
          today,
          by: it.account_id,
        })
        if (kind.fact) await emit(tx, kind.fact, { instansiId: it.instansi_id })
      }
      await audit(tx, it.account_id, services.clock.now(), {
        verb: 'apply_import',
        subject: `import:${importId}`,
        instansiId: it.instansi_id,
        rows: written.rows,
        detail: { kind: it.kind, file: it.file_name, fileDigest: it.file_digest, counts: it.counts, rowsDigest: written.digest },
      })
      await store.moveTo(tx, importId, ['applying'], 'done', { finishedAt: services.clock.now() })
    })
  } catch (error) {
    // A constraint that the preview had satisfied no longer holds: something was changed in between.
    const stale = String((error as { code?: unknown }).code ?? '').startsWith('23')
    if (!stale) services.log.error({ err: error, importId }, 'import.apply')
    const problem = stale ? staleWords : unexpectedWords
    await asJob(services.db, tx =>
      store.moveTo(tx, importId, ['applying'], 'failed', { problem, finishedAt: services.clock.now() }),
    )
  }
}
