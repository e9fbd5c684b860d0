import { asJob } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { jpPolicy } from '../jp/policy.ts'
import { refreshFlags } from './flags.ts'
import { openOfInstansi, openOfPeople } from './store/duplicates.ts'

const atOnce = 200 // claims a transaction

/** What was recorded otherwise, or chosen by the instansi, may stand beside a claim that waits: it is looked for anew. */
export function claimJobs(services: Services): void {
  const refresh = async (ids: readonly number[]) => {
    for (let from = 0; from < ids.length; from += atOnce)
      await asJob(services.db, tx => refreshFlags(tx, ids.slice(from, from + atOnce), services.clock.today()))
  }
  services.jobs.hear('learning.recorded', 'claims.recorded')
  services.jobs.on('claims.recorded', async batch => {
    const people = new Set(batch.flatMap(data => (data.pegawaiIds as number[] | undefined) ?? []))
    const whole = new Set(batch.filter(data => data.pegawaiIds === undefined).map(data => Number(data.instansiId)))
    await refresh(await asJob(services.db, tx => openOfPeople(tx, [...people])))
    for (const instansiId of whole) await refresh(await asJob(services.db, tx => openOfInstansi(tx, instansiId)))
  })
  services.jobs.hear('policies.changed', 'claims.rule')
  services.jobs.on('claims.rule', async batch => {
    const changed = batch.filter(data => data.kind === jpPolicy.kind)
    for (const instansiId of new Set(changed.map(data => data.instansiId as number | null)))
      await refresh(await asJob(services.db, tx => openOfInstansi(tx, instansiId)))
  })
}
