/** Who asks. `atasan` and `pegawai` follow from the person; the other roles are granted at a place in the tree or in a case. */
export type Role =
  | 'admin'
  | 'pengelola'
  | 'perencana'
  | 'bappeda'
  | 'pembina'
  | 'pimpinan'
  | 'atasan'
  | 'pegawai'
  | 'asesor'
  | 'penyelenggara'
  | 'fasilitator'

export type Grant = {
  role: Role
  place: 'unit' | 'instansi' | 'guided' | 'nation' | 'case'
  /** The instansi that the role is held at; of a guided one the guide itself. */
  at?: number | null
  instansiIds: number[]
  peopleIds: number[]
}

export type Actor = {
  accountId: string
  username: string
  name: string
  language: 'id' | 'en'
  mustChangePassword: boolean
  pegawaiId: number | null
  homeInstansiId: number | null
  teamIds: number[]
  grants: Grant[]
}

/** The rows a transaction may see; becomes a database role and its settings (platform/db/scope.ts). */
export type Scope =
  | { kind: 'none' }
  | { kind: 'people'; people: number[] }
  | { kind: 'instansi'; instansi: number[] }
  | { kind: 'mixed'; instansi: number[]; people: number[] }
  | { kind: 'nation' }

export const nobody: Scope = { kind: 'none' }

/** The roles an actor has now, those that follow from the person included. */
export function rolesOf(actor: Actor): Set<Role> {
  const roles = new Set(actor.grants.map(grant => grant.role))
  if (actor.pegawaiId !== null) roles.add('pegawai')
  if (actor.teamIds.length > 0) roles.add('atasan')
  return roles
}

export const hasRole = (actor: Actor, ...roles: Role[]) => roles.some(role => rolesOf(actor).has(role))

/** The union of what the given roles let this actor see. Without any of them: nobody. */
export function scopeOf(actor: Actor, roles: readonly Role[]): Scope {
  const grants = actor.grants.filter(grant => roles.includes(grant.role))
  if (grants.some(grant => grant.place === 'nation')) return { kind: 'nation' }
  const instansi = [...new Set(grants.flatMap(grant => grant.instansiIds))]
  const people = new Set(grants.flatMap(grant => grant.peopleIds))
  if (roles.includes('atasan')) for (const id of actor.teamIds) people.add(id)
  if (roles.includes('pegawai') && actor.pegawaiId !== null) people.add(actor.pegawaiId)
  if (instansi.length > 0 && people.size > 0) return { kind: 'mixed', instansi, people: [...people] }
  if (instansi.length > 0) return { kind: 'instansi', instansi }
  if (people.size > 0) return { kind: 'people', people: [...people] }
  return nobody
}

/**
 * What the given roles let this actor change where each government edits only its own and all see one list: of a role at an instansi and
 * those it guides, the guide alone.
 */
export const ownScopeOf = (actor: Actor, roles: readonly Role[]): Scope =>
  scopeOf({ ...actor, grants: actor.grants.map(grant => (grant.place === 'guided' ? guideOnly(grant) : grant)) }, roles)

const guideOnly = (grant: Grant): Grant => ({ ...grant, instansiIds: grant.instansiIds.filter(id => id === grant.at) })

/** Whether the scope holds the whole of an instansi. */
export const coversInstansi = (scope: Scope, instansiId: number) =>
  scope.kind === 'nation' || ((scope.kind === 'instansi' || scope.kind === 'mixed') && scope.instansi.includes(instansiId))

/** The part of a scope that lies in the given instansi: never wider than it was. */
export function narrowTo(scope: Scope, instansiIds: readonly number[]): Scope {
  if (scope.kind === 'nation') return { kind: 'instansi', instansi: [...instansiIds] }
  if (scope.kind === 'instansi') return { kind: 'instansi', instansi: scope.instansi.filter(id => instansiIds.includes(id)) }
  if (scope.kind === 'mixed') return { ...scope, instansi: scope.instansi.filter(id => instansiIds.includes(id)) }
  return scope
}
