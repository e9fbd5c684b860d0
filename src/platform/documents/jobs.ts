import { asJob } from '../db/index.ts'
import type { Services } from '../http/context.ts'
import type { DocumentKind } from './kind.ts'
import { makeDocument, type Sign } from './make.ts'
import * as store from './store.ts'

/** An attempt without a sign of life for so long is dead: a living one gives three a minute. */
const DEAD_AFTER_MS = 120_000

/**
 * Registers what makes documents and takes up what a stopped process left behind. `sign` is where an installation that has a certified
 * electronic signature puts it over each PDF; without one documents are signed by hand or not at all.
 */
export function documentJobs(services: Services, kinds: readonly DocumentKind[], sign?: Sign): void {
  const startedAt = services.clock.now()
  services.jobs.on('document.make', async batch => {
    for (const { pegawaiId, id } of batch)
      await makeDocument(services, kinds, { pegawaiId: Number(pegawaiId), id: Number(id) }, sign)
  })
  services.jobs.on('document.resume', () => resumeDocuments(services, startedAt))
  services.jobs.every('* * * * *', 'document.resume')
}

/** On the embedded engine only this process works, so that whatever was under way before it started is known to be dead at once. */
export async function resumeDocuments(services: Services, startedAt: Date): Promise<void> {
  const silent = new Date(services.clock.now().getTime() - DEAD_AFTER_MS)
  const before = services.database.engine === 'embedded' && startedAt > silent ? startedAt : silent
  await asJob(services.db, async tx => {
    for (const key of await store.takeForsaken(tx, before)) await services.jobs.send(tx, 'document.make', key)
  })
}
