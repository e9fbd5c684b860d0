import type { Context } from 'hono'
import type { Instansi } from '../people/index.ts'
import { type Actor, coversInstansi, type Scope } from '../platform/actor.ts'

/** The instansi of a scope, in the order of the tree. */
export const inReach = (all: Instansi[], scope: Scope) => all.filter(instansi => coversInstansi(scope, instansi.id))

/** The instansi that `?instansi=` names; without it the actor's own, or the first in reach. Outside the scope: not found. */
export function chosenInstansi(c: Context, reach: Instansi[], actor: Actor): Instansi | null {
  const code = c.req.query('instansi')
  if (code) return reach.find(instansi => instansi.regionCode === code) ?? null
  return reach.find(instansi => instansi.id === actor.homeInstansiId) ?? reach[0] ?? null
}
