import { readOrganisation } from '../../people/index.ts'
import { type Actor, coversInstansi } from '../../platform/actor.ts'
import { mayTeach } from '../../providers/index.ts'
import type { ClassState } from './rules/class.ts'

type Kept = Parameters<typeof mayTeach>[1]

/** What decides who holds a class: the institution, and who its trainers are. */
export type Held = { provider: Kept; trainers: readonly { accountId: string | null; pegawaiId: number | null }[] }

/** Whether the actor holds the class: whoever makes the courses of the institution, and the trainers of this class. */
export const holds = (actor: Actor, { provider, trainers }: Held): boolean =>
  mayTeach(actor, provider) ||
  trainers.some(one => one.accountId === actor.accountId || (one.pegawaiId !== null && one.pegawaiId === actor.pegawaiId))

/** Whether the actor plans the class: its card, its seats, who is let in. A trainer who is no staff teaches and does not. */
export const organises = (actor: Actor, { provider }: Pick<Held, 'provider'>): boolean => mayTeach(actor, provider)

/** The instansi whose classes the actor may look at; null: those of all. */
export function lookedAtFrom(actor: Actor): number[] | null {
  const scope = readOrganisation(actor)
  if (scope.kind === 'nation') return null
  const own = actor.pegawaiId !== null && actor.homeInstansiId !== null ? [actor.homeInstansiId] : []
  return [...new Set([...own, ...(scope.kind === 'instansi' ? scope.instansi : [])])]
}

/** `openFor`: the instansi whose people may come; null: all. */
export type Shown = Held & { state: ClassState; openFor: readonly number[] | null }

/** Whether the actor may read the card of a class: who holds it, and whoever it is open to. A draft is for who holds it. */
export function mayRead(actor: Actor, one: Shown): boolean {
  if (holds(actor, one)) return true
  if (one.state === 'draft') return false
  const from = lookedAtFrom(actor)
  return from === null || one.openFor === null || one.openFor.some(id => coversInstansi({ kind: 'instansi', instansi: from }, id))
}
