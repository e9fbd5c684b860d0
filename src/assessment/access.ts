import { type Actor, type Scope, scopeOf } from '../platform/actor.ts'

/** How far the mapping is: figures without names, for Bappeda as well. */
export const readCoverage = (actor: Actor): Scope =>
  scopeOf(actor, ['admin', 'pengelola', 'perencana', 'bappeda', 'pembina', 'pimpinan'])

/** Who is missing from the mapping: names, so without Bappeda. */
export const readMissing = (actor: Actor): Scope => scopeOf(actor, ['admin', 'pengelola', 'perencana', 'pembina', 'pimpinan'])

/** The levels somebody was assessed at. Who only teaches a person or runs a class needs no levels. */
export const readResults = (actor: Actor): Scope =>
  scopeOf(actor, ['admin', 'pengelola', 'perencana', 'pembina', 'pimpinan', 'asesor', 'atasan', 'pegawai'])
