import type { Db } from '../platform/db/index.ts'
import type { Content } from './rules/content.ts'
import { contentOf, type Held, nearestFirst, type Resolved, resolve, type Said } from './rules/inherit.ts'
import { type Competency, competenciesById } from './store/competency.ts'
import { speakingOf, type Version } from './store/version.ts'
import type { Subject } from './subject.ts'

/** A standard as it holds, with who says what; its own version in force, and the draft that waits. */
export type Looked = {
  resolved: Resolved<Version>
  own: Version | null
  draft: Version | null
  competencies: Map<number, Competency>
  /** What would hold with another version in the place of its own (null: with none). */
  with(version: Version | null): Content
}

type Asked = Pick<Subject, 'post' | 'target' | 'today'>

const isOf = (subject: Asked) => (row: Version) =>
  row.jabatanId === subject.target.jabatanId &&
  (row.jabatanId !== null ||
    (row.ownerInstansiId === subject.target.instansiId &&
      row.urusan === subject.target.urusan &&
      row.family === subject.target.family))

export async function lookAt(db: Db, subject: Asked): Promise<Looked> {
  const { standards, guides, draft } = await speakingOf(db, subject.post, subject.today, subject.target)
  const own = standards.find(isOf(subject)) ?? null
  const saidBy = (rows: Version[]): Said<Version>[] => nearestFirst(rows, subject.post, guides)
  const others = standards.filter(row => row.id !== own?.id)
  const ids = new Set([...standards, ...(draft ? [draft] : [])].flatMap(row => row.levels.map(level => level.competencyId)))
  return {
    resolved: resolve(saidBy(standards), own?.id ?? null),
    own,
    draft,
    competencies: await competenciesById(db, [...ids]),
    with: version => contentOf(resolve(saidBy(version ? [...others, version] : others), null)),
  }
}

/** The basis and the state of one line: its own where it has one, else its standard's. */
export function lineOf(held: Held<number, Version>, competencyId: number) {
  const line = held.standard.levels.find(row => row.competencyId === competencyId)
  return {
    legalBasis: line?.legalBasis ?? held.standard.legalBasis,
    verified: line?.verified ?? held.standard.verified,
  }
}

/** In the order of the dictionary. */
export const inDictionaryOrder = (looked: Looked) =>
  [...looked.competencies.values()].flatMap(competency => {
    const held = looked.resolved.levels.get(competency.id)
    return held ? [{ competency, held }] : []
  })

/**
 * What a line of the own standard, or of a class of the own instansi, stands in the place of (null: of nothing); undefined where neither
 * sets it, so that it is what is inherited.
 */
export const replacedBy = <T>(held: Held<T, Version>, own: Version | null) =>
  held.standard.id === own?.id ? held.inherited : held.origin === 'instansi' ? held.fromElsewhere : undefined

/** Set here, and not what is inherited. */
export function isDifferent<T>(held: Held<T, Version>, own: Version | null, same: (a: T, b: T) => boolean = Object.is): boolean {
  const replaced = replacedBy(held, own)
  return replaced !== undefined && (replaced === null || !same(held.value, replaced.value))
}
