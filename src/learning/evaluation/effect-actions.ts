import type { Actor } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { asClass } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import * as store from './store/effect.ts'

type Of = { classId: number; instansiId: number }

/** An indicator of a unit, measured before the class and perhaps after it. The route has seen that this actor holds the class. */
export const addEffect = (
  services: Services,
  by: Actor,
  { classId, instansiId }: Of,
  values: store.EffectValues,
): Promise<number> =>
  asClass(services.db, classId, async tx => {
    const at = services.clock.now()
    const id = await store.insertEffect(tx, classId, instansiId, values, { by: by.accountId, at })
    await audit(tx, by.accountId, at, {
      verb: 'add_effect',
      subject: `class:${classId}`,
      instansiId,
      detail: { id, ...values },
    })
    return id
  })

export const measureAfter = (
  services: Services,
  by: Actor,
  { classId, instansiId }: Of,
  id: number,
  after: { value: number; on: string },
) =>
  asClass(services.db, classId, async tx => {
    if (!(await store.saveAfter(tx, classId, id, after))) return false
    await audit(tx, by.accountId, services.clock.now(), {
      verb: 'measure_effect',
      subject: `class:${classId}`,
      instansiId,
      detail: { id, ...after },
    })
    return true
  })

export const setCost = (services: Services, by: Actor, { classId, instansiId }: Of, cost: bigint | null) =>
  asClass(services.db, classId, async tx => {
    const { cost: before } = await store.effectsOf(tx, classId)
    if (before === cost) return
    await store.saveCost(tx, classId, cost)
    await audit(tx, by.accountId, services.clock.now(), {
      verb: 'set_class_cost',
      subject: `class:${classId}`,
      instansiId,
      detail: { before: before?.toString() ?? null, after: cost?.toString() ?? null },
    })
  })
