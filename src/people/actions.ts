import type { Actor, Scope } from '../platform/actor.ts'
import { audit } from '../platform/audit/index.ts'
import { inScope } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { notFound } from '../platform/http/refusal.ts'
import { type InstansiCard, instansiForUpdate, saveInstansi } from './store/instansi.ts'

export type InstansiSaved = 'saved' | 'same' | 'bkn_code_taken'

/** Writes the card of an instansi. `scope` is what the actor may manage; it must cover the instansi (the route has asked). */
export async function updateInstansi(
  services: Services,
  by: Actor,
  scope: Scope,
  instansiId: number,
  card: InstansiCard,
): Promise<InstansiSaved> {
  try {
    return await inScope(services.db, scope, async tx => {
      const found = await instansiForUpdate(tx, instansiId)
      if (!found) throw notFound()
      const { name, bknCode, isDob, timeZone, officeNames } = found
      const before = { name, bknCode, isDob, timeZone, officeNames }
      const changed = Object.keys(card).filter(
        key => text(card[key as keyof InstansiCard]) !== text(before[key as keyof InstansiCard]),
      )
      if (changed.length === 0) return 'same'
      await saveInstansi(tx, instansiId, card)
      await audit(tx, by.accountId, services.clock.now(), {
        verb: 'update_instansi',
        subject: `instansi:${instansiId}`,
        instansiId,
        detail: { changed, before, after: card },
      })
      return 'saved'
    })
  } catch (error) {
    if ((error as { code?: string }).code === '23505') return 'bkn_code_taken'
    throw error
  }
}

/** The same for the same content, whatever the order of keys. */
const text = (value: unknown): string =>
  value !== null && typeof value === 'object'
    ? JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : JSON.stringify(value)
