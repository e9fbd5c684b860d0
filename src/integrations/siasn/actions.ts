import { numberRecord } from '../../learning/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { inScope, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { manageSiasn } from './access.ts'
import { isSendable, payloadOf } from './rules/payload.ts'
import * as store from './store/batch.ts'

const mostRows = 5_000

const itemsOf = (records: readonly store.ToSend[], place: store.Place): store.NewItem[] =>
  records.map(record => {
    const sendable = isSendable(record.fileName)
    return {
      pegawaiId: record.pegawaiId,
      recordId: record.recordId,
      fileKey: sendable ? record.fileKey : null,
      fileName: sendable ? record.fileName : null,
      ...payloadOf(record, { orangId: record.orangId, ...place }),
    }
  })

const written = (tx: Tx, services: Services, actor: Actor, verb: string, batch: { id: number; instansiId: number }, rows = 1) =>
  audit(tx, actor.accountId, services.clock.now(), { verb, subject: `siasn:${batch.id}`, instansiId: batch.instansiId, rows })

/** Makes a batch of those chosen (record ids; null: of all that match), with exactly what would be sent. Null where none is left. */
export function makeBatch(
  services: Services,
  actor: Actor,
  filter: store.SendFilter,
  chosen: readonly number[] | null,
): Promise<number | null> {
  return inScope(services.db, manageSiasn(actor), async tx => {
    await store.makeAlone(tx, filter.instansiId)
    const found = await store.recordsToSend(tx, filter, { limit: mostRows })
    const wanted = chosen && new Set(chosen)
    const records = wanted ? found.filter(one => wanted.has(one.recordId)) : found
    if (records.length === 0) return null
    const by = { account: actor.accountId, name: actor.name, at: services.clock.now() }
    const id = await store.insertBatch(tx, filter.instansiId, by)
    await store.insertItems(tx, id, itemsOf(records, await store.placeOf(tx, filter.instansiId)))
    await written(tx, services, actor, 'make_siasn_batch', { id, instansiId: filter.instansiId }, records.length)
    return id
  })
}

/** A batch that the actor may see. @throws Refusal 404 */
export function withBatch<T>(
  services: Services,
  actor: Actor,
  id: number,
  work: (tx: Tx, batch: store.Batch) => Promise<T>,
): Promise<T> {
  return inScope(services.db, manageSiasn(actor), async tx => {
    const batch = await store.batchById(tx, id)
    if (!batch) throw notFound()
    return work(tx, batch)
  })
}

/** Writes payloads anew from what is known now; what failed waits again. False where it is being sent. */
export const refreshBatch = (services: Services, actor: Actor, id: number): Promise<boolean> =>
  withBatch(services, actor, id, async (tx, batch) => {
    if (batch.state === 'discarded' || (batch.state === 'sending' && batch.trouble === null)) return false
    await store.rewriteItems(tx, id, itemsOf(await store.recordsOfBatch(tx, id), await store.placeOf(tx, batch.instansiId)))
    await written(tx, services, actor, 'refresh_siasn_batch', batch)
    return true
  })

/** Writes the number of a certificate into the record of a row that lacks it, and the row anew. False where it is being sent, or has one. */
export const numberItem = (services: Services, actor: Actor, id: number, recordId: number, number: string): Promise<boolean> =>
  withBatch(services, actor, id, async (tx, batch) => {
    if (batch.state === 'discarded' || (batch.state === 'sending' && batch.trouble === null)) return false
    const pegawaiId = (await store.recordsOfBatch(tx, id)).find(one => one.recordId === recordId)?.pegawaiId
    if (pegawaiId === undefined || !(await numberRecord(tx, { pegawaiId, recordId }, number))) return false
    const [now] = (await store.recordsOfBatch(tx, id)).filter(one => one.recordId === recordId)
    await store.rewriteItems(tx, id, itemsOf([now!], await store.placeOf(tx, batch.instansiId)))
    await audit(tx, actor.accountId, services.clock.now(), {
      verb: 'number_siasn_record',
      subject: `siasn:${id}`,
      instansiId: batch.instansiId,
      detail: { record: recordId, number },
    })
    return true
  })

/** Has a batch sent, or sent on. False where there is nothing to send. */
export const sendAway = (services: Services, actor: Actor, id: number): Promise<boolean> =>
  withBatch(services, actor, id, async (tx, batch) => {
    if (batch.counts.waiting + batch.counts.claimed === 0) return false
    if (batch.state === 'sending' && batch.trouble === null) return false
    if (!(await store.moveBatch(tx, id, ['draft', 'sending', 'done'], 'sending', services.clock.now()))) return false
    await written(tx, services, actor, 'send_siasn_batch', batch, batch.counts.waiting + batch.counts.claimed)
    await services.jobs.send(tx, 'siasn.send', { batchId: id })
    return true
  })

export const checkAgain = (services: Services, actor: Actor, id: number): Promise<void> =>
  withBatch(services, actor, id, async (tx, batch) => {
    await written(tx, services, actor, 'check_siasn_batch', batch)
    await services.jobs.send(tx, 'siasn.check', { batchId: id })
  })

/** Throws away what was not sent. False where it was. */
export const discardBatch = (services: Services, actor: Actor, id: number): Promise<boolean> =>
  withBatch(services, actor, id, async (tx, batch) => {
    if (!(await store.moveBatch(tx, id, ['draft'], 'discarded'))) return false
    await written(tx, services, actor, 'discard_siasn_batch', batch)
    return true
  })

export const keepPlace = (services: Services, actor: Actor, instansiId: number, place: store.Place): Promise<void> =>
  inScope(services.db, manageSiasn(actor), async tx => {
    const at = services.clock.now()
    await store.setPlace(tx, instansiId, place, actor.accountId, at)
    await audit(tx, actor.accountId, at, {
      verb: 'set_siasn_place',
      subject: `instansi:${instansiId}`,
      instansiId,
      detail: place,
    })
  })
