import type { Actor } from '../../platform/actor.ts'
import { mayTeach, type Provider } from '../../providers/index.ts'

/** Who writes the lessons and the item bank of a course: who makes the courses of its provider. */
export const mayAuthor = (actor: Actor, provider: Provider): boolean => mayTeach(actor, provider)
