import { type Actor, ownScopeOf, type Scope } from '../../platform/actor.ts'

/** Whom the actor may nominate, and for whom the instansi agrees: a line manager the own team, who keeps a government's people that government. */
export const manageEnrolments = (actor: Actor): Scope => ownScopeOf(actor, ['admin', 'pengelola', 'atasan'])

/** Only oneself; nobody where the account belongs to no person. */
export const ownEnrolments = (actor: Actor): Scope =>
  actor.pegawaiId === null ? { kind: 'none' } : { kind: 'people', people: [actor.pegawaiId] }
