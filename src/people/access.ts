import { type Actor, nobody, type Role, type Scope, scopeOf } from '../platform/actor.ts'

const whoReadsPeople: readonly Role[] = [
  'admin',
  'pengelola',
  'perencana',
  'pembina',
  'pimpinan',
  'asesor',
  'penyelenggara',
  'fasilitator',
  'atasan',
  'pegawai',
]

/** The people this actor may see. Bappeda weighs needs and goals: it sees no person but itself. */
export const readPegawai = (actor: Actor): Scope => scopeOf(actor, whoReadsPeople)

/**
 * Units and jabatan are no person data: they are open to who belongs to the instansi or holds a role there, and to nobody else.
 * Never a scope of people. Where a role is held in one unit or without a place, the home instansi counts only if it is really theirs.
 */
export function readOrganisation(actor: Actor): Scope {
  if (actor.grants.some(grant => grant.place === 'nation')) return { kind: 'nation' }
  const ids = new Set(actor.grants.flatMap(grant => grant.instansiIds))
  const belongs = actor.pegawaiId !== null || actor.grants.some(grant => grant.place === 'unit')
  if (belongs && actor.homeInstansiId !== null) ids.add(actor.homeInstansiId)
  return ids.size > 0 ? { kind: 'instansi', instansi: [...ids] } : nobody
}

/** Who keeps the card of an instansi in order. */
export const manageOrganisation = (actor: Actor): Scope => scopeOf(actor, ['admin', 'pengelola'])

/** Who moves people into other posts. */
export const managePegawai = (actor: Actor): Scope => manageOrganisation(actor)
