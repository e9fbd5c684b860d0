import { asJob } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { applyImport } from './apply.ts'
import type { ImportKind } from './kind.ts'
import { deleteRows, readImport } from './read.ts'
import * as store from './store.ts'

/** An attempt without a sign of life for so long is dead: reading a sheet takes 30 s at most. */
const DEAD_AFTER_SECONDS = 120
const KEPT_DAYS = 30

/** Registers what reads, applies, resumes and forgets imports. */
export function importJobs(services: Services, kinds: readonly ImportKind[]): void {
  services.jobs.on('import.read', async batch => {
    for (const { importId } of batch) await readImport(services, kinds, Number(importId))
  })
  services.jobs.on('import.apply', async batch => {
    for (const { importId } of batch) await applyImport(services, kinds, Number(importId))
  })
  services.jobs.on('import.resume', () => resume(services, DEAD_AFTER_SECONDS))
  services.jobs.every('* * * * *', 'import.resume')
  services.jobs.on('import.forget', () => forget(services))
  services.jobs.every('20 2 * * *', 'import.forget')
}

/**
 * Takes up the imports that a stopped process left behind. To be called once the jobs have started: on the embedded engine nobody
 * else can be at work, so that nothing need be waited for.
 */
export const resumeImports = (services: Services) => resume(services, services.database.engine === 'embedded' ? 0 : DEAD_AFTER_SECONDS)

async function resume(services: Services, deadAfterSeconds: number): Promise<void> {
  await asJob(services.db, async tx => {
    for (const { id, state } of await store.forsaken(tx, deadAfterSeconds)) {
      await services.jobs.send(tx, state === 'reading' ? 'import.read' : 'import.apply', { importId: id })
    }
  })
}

/** A month after its upload the file and the staged rows of an import go; what it did stays in the trail of changes. */
export async function forget(services: Services): Promise<void> {
  const before = new Date(services.clock.now().getTime() - KEPT_DAYS * 86_400_000)
  for (const { id, file_key } of await asJob(services.db, tx => store.outlived(tx, before))) {
    await deleteRows(services, id)
    await services.files.remove(file_key)
    await asJob(services.db, tx => store.forgetFile(tx, id))
  }
}
