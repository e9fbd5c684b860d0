import { asJob } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { siasnClient } from './client.ts'
import { checkBatch, deadBefore, sendBatch } from './send.ts'
import type { SiasnSettings } from './settings.ts'
import { forsaken } from './store/sending.ts'

/** Sends, takes up again and checks; nothing where no live connection is set up. */
export function siasnJobs(services: Services, settings: SiasnSettings | null): void {
  if (!settings) return
  const client = siasnClient(settings)
  const startedAt = services.clock.now()
  services.jobs.on('siasn.send', async batch => {
    for (const { batchId } of batch) await sendBatch(services, client, Number(batchId), deadBefore(services, startedAt))
  })
  services.jobs.on('siasn.check', async batch => {
    for (const { batchId } of batch) await checkBatch(services, client, Number(batchId))
  })
  services.jobs.on('siasn.resume', async () => {
    await asJob(services.db, async tx => {
      for (const batchId of await forsaken(tx, deadBefore(services, startedAt)))
        await services.jobs.send(tx, 'siasn.send', { batchId })
    })
  })
  services.jobs.every('* * * * *', 'siasn.resume')
}
