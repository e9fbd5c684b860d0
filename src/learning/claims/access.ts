import { type Actor, coversInstansi, nobody, ownScopeOf, type Scope } from '../../platform/actor.ts'

/** Whose claims the actor verifies: those of the instansi whose staff it manages. Its own are never among them (`mayDecide`). */
export function verifyClaims(actor: Actor): Scope {
  const scope = ownScopeOf(actor, ['admin', 'pengelola'])
  if (scope.kind === 'mixed') return { kind: 'instansi', instansi: scope.instansi }
  return scope.kind === 'people' ? nobody : scope
}

type Of = { pegawaiId: number; instansiId: number; submittedAt: Date | null }

/** Whether the actor may decide this claim: whoever manages the staff of its instansi, and nobody their own. What was never submitted is nobody's. */
export const mayDecide = (actor: Actor, claim: Of): boolean =>
  claim.submittedAt !== null && actor.pegawaiId !== claim.pegawaiId && coversInstansi(verifyClaims(actor), claim.instansiId)

/** Where the actor finds claims: its own, and those it verifies. */
export function readClaims(actor: Actor): Scope {
  const scope = verifyClaims(actor)
  if (actor.pegawaiId === null || scope.kind === 'nation') return scope
  if (scope.kind === 'instansi') return { kind: 'mixed', instansi: scope.instansi, people: [actor.pegawaiId] }
  return { kind: 'people', people: [actor.pegawaiId] }
}

/** Whether the actor may look at a claim and its document. */
export const mayLook = (actor: Actor, claim: Of): boolean => actor.pegawaiId === claim.pegawaiId || mayDecide(actor, claim)
