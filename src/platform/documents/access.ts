import { type Actor, coversInstansi, type Role, type Scope, scopeOf } from '../actor.ts'
import type { DocumentKind, Subject } from './kind.ts'

/** Of a kind that is no longer made: who keeps the records of the instansi reads what was issued. */
const keepers: readonly Role[] = ['admin', 'pengelola']

const kindNamed = (kinds: readonly DocumentKind[], name: string): Pick<DocumentKind, 'readers' | 'readersWithoutNames'> =>
  kinds.find(one => one.kind === name) ?? { readers: keepers }

/** The widest scope in which this actor may read a document of any kind. */
export const widestSight = (kinds: readonly DocumentKind[], actor: Actor): Scope =>
  scopeOf(actor, [...new Set(kinds.flatMap(kind => [...kind.readers, ...(kind.readersWithoutNames ?? [])]).concat(keepers))])

const holds = (scope: Scope, subject: Pick<Subject, 'instansiId' | 'pegawaiId'>) =>
  coversInstansi(scope, subject.instansiId) ||
  ((scope.kind === 'people' || scope.kind === 'mixed') && scope.people.includes(subject.pegawaiId))

/** How much of a document an actor reads: all of it, the files that name nobody, or that it is there at all. */
export type Sight = 'whole' | 'without_names' | null

export function sightOf(
  kinds: readonly DocumentKind[],
  actor: Actor,
  document: { kind: string } & Pick<Subject, 'instansiId' | 'pegawaiId'>,
): Sight {
  const kind = kindNamed(kinds, document.kind)
  if (holds(scopeOf(actor, kind.readers), document)) return 'whole'
  const others = scopeOf(actor, kind.readersWithoutNames ?? [])
  return document.pegawaiId === 0 && coversInstansi(others, document.instansiId) ? 'without_names' : null
}

/** The kinds of which an actor reads the documents of a whole instansi; `known` none of ours: kinds that are no longer made. */
export function kindsSeen(kinds: readonly DocumentKind[], actor: Actor, instansiId: number) {
  const sight = (kind: string) => sightOf(kinds, actor, { kind, instansiId, pegawaiId: 0 })
  return {
    whole: kinds.filter(kind => sight(kind.kind) === 'whole').map(kind => kind.kind),
    withoutNames: kinds.filter(kind => sight(kind.kind) === 'without_names').map(kind => kind.kind),
    /** Every kind there is, but for these. */
    others: coversInstansi(scopeOf(actor, keepers), instansiId),
  }
}

/** Where this actor may issue documents of a kind. */
export const issuingScope = (kind: DocumentKind, actor: Actor): Scope => scopeOf(actor, kind.issuers)

/** Whether this actor may issue this kind about this subject; a person must besides be found in `issuingScope`. */
export const mayIssue = (kind: DocumentKind, actor: Actor, subject: Subject): boolean =>
  (kind.about === 'pegawai') === (subject.pegawaiId !== 0) &&
  (kind.about === 'unit') === (subject.unitId !== null) &&
  holds(issuingScope(kind, actor), subject)
