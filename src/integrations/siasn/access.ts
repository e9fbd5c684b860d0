import { type Actor, nobody, ownScopeOf, type Scope } from '../../platform/actor.ts'

/** Who sends what people learned to the national service: whoever keeps the staff of the instansi. */
export function manageSiasn(actor: Actor): Scope {
  const scope = ownScopeOf(actor, ['admin', 'pengelola'])
  if (scope.kind === 'mixed') return { kind: 'instansi', instansi: scope.instansi }
  return scope.kind === 'people' ? nobody : scope
}
