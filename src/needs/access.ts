import { type Actor, type Role, type Scope, scopeOf } from '../platform/actor.ts'

/** Needs are sums over people; Bappeda reads them without reading people. */
export const readNeeds = (actor: Actor): Scope =>
  scopeOf(actor, ['admin', 'pengelola', 'perencana', 'bappeda', 'pembina', 'pimpinan'])
/** The names behind a need. */
export const readNeedPeople = (actor: Actor): Scope => scopeOf(actor, ['admin', 'pengelola', 'perencana', 'pembina', 'pimpinan'])
/** Who lacks which training: those in one's care, and one's team. */
export const readLacking = (actor: Actor): Scope =>
  scopeOf(actor, ['admin', 'pengelola', 'perencana', 'pembina', 'pimpinan', 'atasan'])
/** Gaps of persons: one's own, one's team's, and those in one's care. */
export const readGaps = (actor: Actor): Scope =>
  scopeOf(actor, ['admin', 'pengelola', 'perencana', 'pembina', 'pimpinan', 'asesor', 'atasan', 'pegawai'])

/** Who reads the AKD of a person: the person, the atasan, and who keeps the instansi. */
export const akdReaders: readonly Role[] = ['admin', 'pengelola', 'perencana', 'pembina', 'pimpinan', 'atasan', 'pegawai']
export const readAkd = (actor: Actor): Scope => scopeOf(actor, akdReaders)

/** Who states needs, says what is known of them, calls for proposals and decides on them. */
export const manageNeeds = (actor: Actor): Scope => scopeOf(actor, ['admin', 'pengelola'])
