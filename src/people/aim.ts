import type { Actor, Scope } from '../platform/actor.ts'
import { audit } from '../platform/audit/index.ts'
import { inScope } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { notFound } from '../platform/http/refusal.ts'
import { emit } from '../platform/outbox.ts'
import { saveAim, seatById, standingForUpdate } from './store/transfer.ts'

export type AimFlaw = 'missing' | 'elsewhere' | 'held'

/** Says which post a person aims at (PP 11/2017 Art. 206); null: none any more. The post must be of the person's own instansi. The route has asked who may. */
export const setAim = (
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  by: Actor,
  scope: Scope,
  pegawaiId: number,
  jabatanId: number | null,
): Promise<AimFlaw | 'saved' | 'same'> =>
  inScope(db, scope, async tx => {
    const now = await standingForUpdate(tx, pegawaiId)
    if (!now) throw notFound()
    const seat = jabatanId === null ? null : await seatById(tx, jabatanId)
    if (jabatanId !== null && !seat) return 'missing'
    if (seat && seat.instansiId !== now.instansiId) return 'elsewhere'
    if (seat && seat.id === now.jabatanId) return 'held'
    const before = await saveAim(tx, pegawaiId, jabatanId)
    if (before === jabatanId) return 'same'
    await audit(tx, by.accountId, clock.now(), {
      verb: 'set_aim',
      subject: `pegawai:${pegawaiId}`,
      instansiId: now.instansiId,
      detail: { before, after: jabatanId },
    })
    await emit(tx, 'people.changed', { instansiId: now.instansiId, pegawaiIds: [pegawaiId] })
    return 'saved'
  })
