import { type Actor, type Scope, scopeOf } from '../platform/actor.ts'

/** Needs are sums over people; Bappeda reads them without reading people. */
export const readNeeds = (actor: Actor): Scope =>
  scopeOf(actor, ['admin', 'pengelola', 'perencana', 'bappeda', 'pembina', 'pimpinan'])
/** The names behind a need. */
export const readNeedPeople = (actor: Actor): Scope => scopeOf(actor, ['admin', 'pengelola', 'perencana', 'pembina', 'pimpinan'])
/** Gaps of persons: one's own, one's team's, and those in one's care. */
export const readGaps = (actor: Actor): Scope =>
  scopeOf(actor, ['admin', 'pengelola', 'perencana', 'pembina', 'pimpinan', 'asesor', 'atasan', 'pegawai'])
