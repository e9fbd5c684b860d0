import { asJob } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import * as store from './store.ts'
import { forget, workOnOpening } from './work.ts'

/** An attempt without a sign of life for so long is dead: a living one gives one a second. */
const DEAD_AFTER_MS = 120_000
export const KEPT_DAYS = 14

/** Registers what opens accounts for many, takes up what a stopped process left behind, and forgets passwords that nobody fetched. */
export function openingJobs(services: Services): void {
  const startedAt = services.clock.now()
  services.jobs.on('account.open', async batch => {
    for (const { openingId } of batch) await workOnOpening(services, Number(openingId))
  })
  services.jobs.on('account.resume', () => resumeOpenings(services, startedAt))
  services.jobs.every('* * * * *', 'account.resume')
  services.jobs.on('account.forget', () => forgetSpent(services))
  services.jobs.every('40 2 * * *', 'account.forget')
}

/** On the embedded engine only this process works, so that whatever was under way before it started is known to be dead at once. */
export async function resumeOpenings(services: Services, startedAt: Date): Promise<void> {
  const silent = new Date(services.clock.now().getTime() - DEAD_AFTER_MS)
  const before = services.database.engine === 'embedded' && startedAt > silent ? startedAt : silent
  await asJob(services.db, async tx => {
    for (const id of await store.takeForsaken(tx, before)) await services.jobs.send(tx, 'account.open', { openingId: id })
  })
}

/** Two weeks after an opening the passwords that nobody fetched go; so does what a stopped process left behind. */
export async function forgetSpent(services: Services): Promise<void> {
  const before = new Date(services.clock.now().getTime() - KEPT_DAYS * 86_400_000)
  for (const key of await asJob(services.db, tx => store.spentKeys(tx, before))) await forget(services, key)
}
