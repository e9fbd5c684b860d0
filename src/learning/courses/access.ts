import { type Actor, hasRole } from '../../platform/actor.ts'
import { type Kept, manageProviders, mayTeach, type Provider } from '../../providers/index.ts'

/** Whether the actor writes courses at all: who keeps providers, and staff of one. */
export const authors = (actor: Actor): boolean =>
  manageProviders(actor).kind !== 'none' || hasRole(actor, 'penyelenggara', 'fasilitator')

/** Whether the actor writes the courses and programmes of this provider. */
export const mayWrite = (actor: Actor, provider: Kept): boolean => mayTeach(actor, provider)

/** Those of the providers whose courses the actor writes. */
export const writableProviders = (actor: Actor, all: readonly Provider[]): Provider[] => all.filter(one => mayTeach(actor, one))
