import type { Reached, Subject, VersionContent } from './version.ts'

/** What changed from one value to another; null: there was none. */
export type Change<T> = { before: T | null; after: T | null }

const plainFields = [
  'title',
  'summary',
  'audience',
  'form',
  'international',
  'programme',
  'jp',
  'conformity',
  'conformityBasis',
  'costParticipant',
] as const
export type PlainField = (typeof plainFields)[number]

export type Difference = {
  fields: { field: PlainField; before: VersionContent[PlainField]; after: VersionContent[PlainField] }[]
  subjects: (Change<number> & { title: string })[]
  competencies: (Change<number> & { competencyId: number })[]
  /** Rules that are other ones now. */
  pass: boolean
  entryRules: boolean
}

/** The same value with the keys of its objects in order: the database keeps them in its own. */
const inOrder = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(inOrder)
    : value !== null && typeof value === 'object'
      ? Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, inOrder(inner)])
      : value
const same = (a: unknown, b: unknown) => JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b))

/** What was taken away, what came, what changed its number; what stays as it was is left out. */
function changed<Key>(before: ReadonlyMap<Key, number>, after: ReadonlyMap<Key, number>): (Change<number> & { key: Key })[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])]
  return keys
    .map(key => ({ key, before: before.get(key) ?? null, after: after.get(key) ?? null }))
    .filter(one => one.before !== one.after)
}

const hours = (subjects: readonly Subject[]) => {
  const byTitle = new Map<string, number>()
  for (const { title, jp } of subjects) byTitle.set(title, (byTitle.get(title) ?? 0) + jp)
  return byTitle
}
const levels = (reached: readonly Reached[]) => new Map(reached.map(one => [one.competencyId, one.level]))

/** What a version changes of another. Subjects are the same by their title: one that was renamed went and came. */
export function difference(before: VersionContent, after: VersionContent): Difference {
  return {
    fields: plainFields
      .filter(field => before[field] !== after[field])
      .map(field => ({ field, before: before[field], after: after[field] })),
    subjects: changed(hours(before.subjects), hours(after.subjects)).map(({ key, ...one }) => ({ ...one, title: key })),
    competencies: changed(levels(before.competencies), levels(after.competencies)).map(({ key, ...one }) => ({
      ...one,
      competencyId: key,
    })),
    pass: !same(before.pass, after.pass),
    entryRules: !same(before.entryRules, after.entryRules),
  }
}

export const isSame = (one: Difference) =>
  one.fields.length + one.subjects.length + one.competencies.length === 0 && !one.pass && !one.entryRules
