import { type Actor, coversInstansi, type Role, type Scope, scopeOf } from '../actor.ts'
import type { DocumentKind, Subject } from './kind.ts'

/** Of a kind that is no longer made: who keeps the records of the instansi reads what was issued. */
const keepers: readonly Role[] = ['admin', 'pengelola']

/** Where an actor reads the documents of one kind; `kind` null: of kinds that are no longer made. */
export type KindSight = {
  kind: string | null
  nation: boolean
  instansi: number[]
  people: number[]
  /** Where only the files that name nobody are read. */
  namelessNation: boolean
  namelessInstansi: number[]
}

const instansiOf = (scope: Scope) => (scope.kind === 'instansi' || scope.kind === 'mixed' ? scope.instansi : [])
const peopleOf = (scope: Scope) => (scope.kind === 'people' || scope.kind === 'mixed' ? scope.people : [])

export const sightsOf = (kinds: readonly DocumentKind[], actor: Actor): KindSight[] => [
  ...kinds.map(kind => sight(kind.kind, scopeOf(actor, kind.readers), scopeOf(actor, kind.readersWithoutNames ?? []))),
  sight(null, scopeOf(actor, keepers), { kind: 'none' }),
]

const sight = (kind: string | null, whole: Scope, nameless: Scope): KindSight => ({
  kind,
  nation: whole.kind === 'nation',
  instansi: instansiOf(whole),
  people: peopleOf(whole),
  namelessNation: nameless.kind === 'nation',
  namelessInstansi: instansiOf(nameless),
})

/** The widest scope in which this actor may read a document of any kind. */
export const widestSight = (kinds: readonly DocumentKind[], actor: Actor): Scope =>
  scopeOf(actor, [...new Set([...kinds.flatMap(kind => [...kind.readers, ...(kind.readersWithoutNames ?? [])]), ...keepers])])

/** How much of a document an actor reads: all of it, the files that name nobody, or not even that it is there. */
export type Sight = 'whole' | 'nameless' | null

type About = { kind: string } & Pick<Subject, 'instansiId' | 'pegawaiId'>

export function sightOf(sights: readonly KindSight[], { kind, instansiId, pegawaiId }: About): Sight {
  const one = sights.find(sight => sight.kind === kind) ?? sights.find(sight => sight.kind === null)
  if (!one) return null
  const ofPerson = pegawaiId !== 0 && one.people.includes(pegawaiId)
  if (one.nation || one.instansi.includes(instansiId) || ofPerson) return 'whole'
  return pegawaiId === 0 && (one.namelessNation || one.namelessInstansi.includes(instansiId)) ? 'nameless' : null
}

/** Where this actor may issue documents of a kind. */
export const issuingScope = (kind: DocumentKind, actor: Actor): Scope => scopeOf(actor, kind.issuers)

/** Whether this actor may issue this kind about this subject; unit and person are looked for in `issuingScope` besides. */
export function mayIssue(kind: DocumentKind, actor: Actor, subject: Subject): boolean {
  const scope = issuingScope(kind, actor)
  const fits = (kind.about === 'pegawai') === (subject.pegawaiId !== 0) && (kind.about === 'unit') === (subject.unitId !== null)
  const held =
    coversInstansi(scope, subject.instansiId) || (subject.pegawaiId !== 0 && peopleOf(scope).includes(subject.pegawaiId))
  return fits && held
}
