import { type Actor, type Scope, scopeOf } from '../../platform/actor.ts'

/** Who names readers and decides. */
export const manageAppeals = (actor: Actor): Scope => scopeOf(actor, ['admin', 'pengelola'])
/** Whose appeals one sees: the own, and those of the instansi one keeps. */
export const readAppeals = (actor: Actor): Scope => scopeOf(actor, ['admin', 'pengelola', 'pegawai'])
