import { asJob } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { applyImport } from './apply.ts'
import type { ImportKind } from './kind.ts'
import { deleteRows, readImport } from './read.ts'
import * as store from './store.ts'

/** An attempt without a sign of life for so long is dead: reading a sheet takes 30 s at most. */
const DEAD_AFTER_MS = 120_000
const KEPT_MS = 30 * 86_400_000

/** Registers what reads, applies, resumes and forgets imports. */
export function importJobs(services: Services, kinds: readonly ImportKind[]): void {
  const startedAt = services.clock.now()
  services.jobs.on('import.read', async batch => {
    for (const { importId } of batch) await readImport(services, kinds, Number(importId))
  })
  services.jobs.on('import.apply', async batch => {
    for (const { importId } of batch) await applyImport(services, kinds, Number(importId))
  })
  services.jobs.on('import.resume', () => resumeImports(services, startedAt))
  services.jobs.every('* * * * *', 'import.resume')
  services.jobs.on('import.forget', () => forgetImports(services))
  services.jobs.every('20 2 * * *', 'import.forget')
}

/**
 * Takes up what a stopped process left behind. On the embedded engine only this process works, so that whatever was under way
 * before it started is known to be dead at once.
 */
export async function resumeImports(services: Services, startedAt: Date): Promise<void> {
  const silent = new Date(services.clock.now().getTime() - DEAD_AFTER_MS)
  const before = services.database.engine === 'embedded' && startedAt > silent ? startedAt : silent
  await asJob(services.db, async tx => {
    for (const { id, state } of await store.takeForsaken(tx, before)) {
      await services.jobs.send(tx, state === 'reading' ? 'import.read' : 'import.apply', { importId: id })
    }
  })
}

/** A month after its upload the file and the staged rows of an import go; what it did stays in the trail of changes. */
export async function forgetImports(services: Services): Promise<void> {
  const before = new Date(services.clock.now().getTime() - KEPT_MS)
  for (const { id, file_key } of await asJob(services.db, tx => store.outlived(tx, before))) {
    await deleteRows(services, id)
    await services.files.remove(file_key)
    await asJob(services.db, tx => store.forgetFile(tx, id))
  }
}
