import { chosenInstansi, type Instansi, topUnits } from '../../people/index.ts'
import { narrowTo, type Scope } from '../../platform/actor.ts'
import { actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { sorting, sought } from '../../platform/http/form.ts'
import { learningForms } from '../../regulation/index.ts'
import { verifyClaims } from './access.ts'
import { type ClaimState, claimStates } from './rules/moves.ts'
import { flagChoices, type QueueFilter, type QueueOrder } from './store/list.ts'

export const ages = [7, 14, 30] as const
/** A draft is nobody's but the person's. */
export const queueStates = claimStates.filter(state => state !== 'draft')

export type AskedQueue = {
  scope: Scope
  chosen: Instansi
  within: Instansi[]
  units: { id: number; name: string }[]
  filter: QueueFilter
} & ReturnType<typeof sorting<QueueOrder>>

/** What the address of the list asks for; what makes no sense falls away. @throws Refusal 403, 404 */
export async function askedQueue(c: Ctx, services: Services): Promise<AskedQueue> {
  const actor = actorOf(c)
  const scope = verifyClaims(actor)
  const { chosen, within } = await chosenInstansi(c, services.db, scope)
  const units = await topUnits(services.db, chosen.id)
  const query = (name: string) => c.req.query(name) ?? ''
  return {
    scope: narrowTo(scope, [chosen.id]),
    chosen,
    within,
    units,
    filter: {
      instansiId: chosen.id,
      unitId: units.find(unit => String(unit.id) === query('unit'))?.id ?? null,
      state: queueStates.find(one => one === query('keadaan')) ?? ('submitted' as ClaimState),
      form: learningForms.find(one => one === query('bentuk')) ?? null,
      flags: flagChoices.find(one => one === query('tanda')) ?? null,
      age: ages.find(one => String(one) === query('umur')) ?? null,
      q: sought(c),
      notOf: actor.pegawaiId,
      now: services.clock.now(),
    },
    ...sorting<QueueOrder>(c, { lama: 'asc', nama: 'asc', jp: 'asc', tanda: 'asc' }),
  }
}

/** The filter as it goes on from a claim to the next. */
export function carried(c: Ctx): string {
  const kept = new URLSearchParams()
  for (const name of ['instansi', 'q', 'unit', 'keadaan', 'bentuk', 'tanda', 'umur', 'urut', 'arah']) {
    const value = c.req.query(name)
    if (value) kept.set(name, value.slice(0, 100))
  }
  return kept.size > 0 ? `?${kept}` : ''
}
