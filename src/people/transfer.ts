import { type Actor, coversInstansi, type Scope } from '../platform/actor.ts'
import { audit } from '../platform/audit/index.ts'
import { asJob, inScope } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import { emit } from '../platform/outbox.ts'
import { type TransferFlaw, transferFlaws } from './rules/transfer.ts'
import { personInScope } from './store/person.ts'
import { seatById, standingForUpdate, transfer } from './store/transfer.ts'

export type Move = { pegawaiId: number; jabatanId: number | null; from: string; basis: string }

/** Moves a person into another post, of this government or of another that the scope covers too. */
export async function transferPerson(services: Services, by: Actor, scope: Scope, move: Move): Promise<TransferFlaw[]> {
  if (!(await inScope(services.db, scope, tx => personInScope(tx, move.pegawaiId)))) throw notFound()
  // The row leaves one scope and enters another: seen from either alone, the other side does not exist.
  return asJob(services.db, async tx => {
    const now = await standingForUpdate(tx, move.pegawaiId)
    if (!now || !coversInstansi(scope, now.instansiId)) throw notFound()
    const seat = move.jabatanId === null ? null : await seatById(tx, move.jabatanId)
    if (seat && !coversInstansi(scope, seat.instansiId)) throw forbidden()
    const flaws = transferFlaws(
      {
        from: move.from,
        basis: move.basis,
        destination: seat && { jabatanId: seat.id, isHead: seat.isHead, holder: seat.holder },
      },
      { jabatanId: now.jabatanId, since: now.since, today: services.clock.today() },
    )
    if (flaws.length > 0 || !seat) return flaws
    await transfer(tx, move.pegawaiId, seat, move.from)
    for (const instansiId of new Set([now.instansiId, seat.instansiId])) {
      await audit(tx, by.accountId, services.clock.now(), {
        verb: 'transfer_pegawai',
        subject: `pegawai:${move.pegawaiId}`,
        instansiId,
        detail: { fromJabatan: now.jabatanId, toJabatan: seat.id, from: move.from, basis: move.basis },
      })
      await emit(tx, 'people.changed', { instansiId })
    }
    return []
  })
}
