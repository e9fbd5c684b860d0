import { chosenInstansi, type Instansi } from '../people/index.ts'
import type { Scope } from '../platform/actor.ts'
import { actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import { readPolicies, setPolicies, setsForAll } from './access.ts'
import { messages } from './messages.ts'

/** `instansi=` for the rules that hold for everybody who has not chosen. */
const everyone = 'semua'

/** Whose rules a page is about. */
export type Place = {
  /** For addresses: a region code, or `semua`. */
  code: string
  /** Null: of all. */
  instansi: Instansi | null
  name: string
  today: string
  choices: { value: string; label: string }[]
}

export const idOf = (place: Place) => place.instansi?.id ?? null

async function placeWithin(c: Ctx, services: Services, scope: Scope, code: string): Promise<Place> {
  const m = messages[c.get('language')]
  const all = { value: everyone, label: m.everyone }
  if (scope.kind === 'none' || code === everyone) {
    const { within } = scope.kind === 'none' ? { within: [] } : await chosenInstansi(c, services.db, scope, '')
    const choices = within.map(one => ({ value: one.regionCode, label: one.name }))
    return { code: everyone, instansi: null, name: m.everyone, today: services.clock.today(), choices: [all, ...choices] }
  }
  const { chosen, within } = await chosenInstansi(c, services.db, scope, code)
  const choices = within.map(one => ({ value: one.regionCode, label: one.name }))
  return {
    code: chosen.regionCode,
    instansi: chosen,
    name: chosen.name,
    today: services.clock.today(chosen.timeZone),
    choices: setsForAll(actorOf(c)) ? [all, ...choices] : choices,
  }
}

/** Where what holds is read: one's own instansi, those of one's roles, or what holds for all. */
export const placeToRead = (c: Ctx, services: Services, code = c.req.query('instansi') ?? ''): Promise<Place> =>
  placeWithin(c, services, readPolicies(actorOf(c)), code)

/**
 * Where something is chosen.
 * @throws Refusal 403 where the actor chooses for nobody, 404 where not for the one asked
 */
export async function placeToSet(c: Ctx, services: Services, code = c.req.query('instansi') ?? ''): Promise<Place> {
  const scope = setPolicies(actorOf(c))
  if (scope.kind === 'none') throw forbidden()
  if (code === everyone && !setsForAll(actorOf(c))) throw notFound()
  return placeWithin(c, services, scope, code)
}
