import { type Actor, coversInstansi, type Role, type Scope, scopeOf } from '../../platform/actor.ts'

const readers: readonly Role[] = ['admin', 'pengelola', 'perencana', 'pembina', 'pimpinan', 'atasan']

/** Whose learning one may list by name: not Bappeda, and not who only assesses or teaches them. */
export const readJpPeople = (actor: Actor): Scope => scopeOf(actor, readers)

/** The same, and oneself. */
export const readJp = (actor: Actor): Scope => scopeOf(actor, [...readers, 'pegawai'])

type Somebody = { pegawaiId: number; instansiId: number }

/** Whether one may look at this person's learning. */
export function readsJpOf(actor: Actor, { pegawaiId, instansiId }: Somebody): boolean {
  const scope = readJp(actor)
  return (
    coversInstansi(scope, instansiId) || ((scope.kind === 'people' || scope.kind === 'mixed') && scope.people.includes(pegawaiId))
  )
}

/** Whether one may open the certificate of a record: the person, and who keeps the records; the others see that there is one. */
export const opensFileOf = (actor: Actor, of: Somebody): boolean => actor.pegawaiId === of.pegawaiId || mayWithdraw(actor, of)

/** Who keeps the records of an instansi in order; nobody their own. */
export const mayWithdraw = (actor: Actor, { pegawaiId, instansiId }: Somebody): boolean =>
  actor.pegawaiId !== pegawaiId && coversInstansi(scopeOf(actor, ['admin', 'pengelola']), instansiId)
