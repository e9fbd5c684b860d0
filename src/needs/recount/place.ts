import { chosenInstansi, type Instansi } from '../../people/index.ts'
import { coversInstansi, narrowTo, type Scope } from '../../platform/actor.ts'
import { actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { forbidden } from '../../platform/http/refusal.ts'
import { readNeedPeople, readNeeds } from '../access.ts'
import type { Asker } from './ask.ts'

/** Which instansi a page about days is for, and how much of it who asks may see. */
export type Place = {
  chosen: Instansi
  within: Instansi[]
  /** The scope in it. */
  scope: Scope
  today: string
  /** Whether the people behind the figures may be named. */
  mayNames: boolean
  asker: Asker
}

/** @throws Refusal 403 where the actor reads no figures, 404 where not those of the instansi asked for */
export async function placeOf(c: Ctx, services: Services, code = c.req.query('instansi') ?? ''): Promise<Place> {
  const actor = actorOf(c)
  const all = readNeeds(actor)
  if (all.kind === 'none' || all.kind === 'people') throw forbidden()
  const { chosen, within } = await chosenInstansi(c, services.db, all, code)
  const scope = narrowTo(all, [chosen.id])
  return {
    chosen,
    within,
    scope,
    today: services.clock.today(chosen.timeZone),
    mayNames: coversInstansi(readNeedPeople(actor), chosen.id),
    asker: { actor, instansiId: chosen.id, scope },
  }
}

/** The same where people are named. @throws Refusal 403 where the actor may name nobody, 404 as above */
export async function placeWithNames(c: Ctx, services: Services): Promise<Place> {
  const actor = actorOf(c)
  const all = readNeedPeople(actor)
  if (all.kind === 'none' || all.kind === 'people') throw forbidden()
  const { chosen, within } = await chosenInstansi(c, services.db, all)
  const scope = narrowTo(all, [chosen.id])
  const today = services.clock.today(chosen.timeZone)
  return { chosen, within, scope, today, mayNames: true, asker: { actor, instansiId: chosen.id, scope } }
}
