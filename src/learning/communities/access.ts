import { type Actor, scopeOf } from '../../platform/actor.ts'
import type { Viewer } from './store/community.ts'

/** From where somebody looks at communities: the own instansi; who holds the nation looks at all. */
export const lookingFrom = (actor: Actor): Viewer => ({
  homeInstansiId: actor.homeInstansiId,
  nation: scopeOf(actor, ['admin', 'pembina']).kind === 'nation',
})

/** Of all people only oneself. */
export const oneself = (actor: Actor) => scopeOf(actor, ['pegawai'])
