import { type Actor, type Scope, scopeOf } from '../../platform/actor.ts'

/** From where somebody looks at the catalogue. */
export type Viewer = { homeInstansiId: number | null; accountId: string; pegawaiId: number | null; nation: boolean }

/** Everybody signed in sees what is open to the own instansi; who holds the whole nation sees what is open to anybody. */
export const viewerOf = (actor: Actor): Viewer => ({
  homeInstansiId: actor.homeInstansiId,
  accountId: actor.accountId,
  pegawaiId: actor.pegawaiId,
  nation: scopeOf(actor, ['admin', 'pembina', 'perencana', 'pengelola']).kind === 'nation',
})

/** Of all people only oneself: for what is one's own on a page that is everybody's. */
export const oneself = (actor: Actor): Scope =>
  actor.pegawaiId === null ? { kind: 'none' } : { kind: 'people', people: [actor.pegawaiId] }
