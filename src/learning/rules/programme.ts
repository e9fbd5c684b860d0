/** A set of a programme: of its courses `needed` are enough; null: all of them. */
export type ProgrammeSet = { title: string; needed: number | null; courseIds: readonly number[] }

export type SetProgress = {
  title: string
  needed: number
  /** Of those needed: more than enough counts no further. */
  done: number
  complete: boolean
  /** Courses of it not completed, in their order; none where the set is complete. */
  left: number[]
}
export type ProgrammeProgress = { sets: SetProgress[]; done: number; needed: number; complete: boolean }

const neededOf = (set: ProgrammeSet) => Math.min(set.needed ?? set.courseIds.length, set.courseIds.length)

/** How far somebody is who has completed these courses, set by set. A programme without courses is never complete. */
export function programmeProgress(sets: readonly ProgrammeSet[], completed: ReadonlySet<number>): ProgrammeProgress {
  const each = sets.map(set => {
    const needed = neededOf(set)
    const done = Math.min(set.courseIds.filter(id => completed.has(id)).length, needed)
    const complete = done === needed
    return { title: set.title, needed, done, complete, left: complete ? [] : set.courseIds.filter(id => !completed.has(id)) }
  })
  const sum = (of: 'done' | 'needed') => each.reduce((total, set) => total + set[of], 0)
  return { sets: each, done: sum('done'), needed: sum('needed'), complete: sum('needed') > 0 && each.every(set => set.complete) }
}

export type SetFlaw = 'no_sets' | 'title_missing' | 'no_courses' | 'needed' | 'twice'

/** What keeps a programme from being offered. `set`: counted from 0; null: of the whole. */
export function programmeFlaws(sets: readonly ProgrammeSet[]): { set: number | null; flaw: SetFlaw }[] {
  if (sets.length === 0) return [{ set: null, flaw: 'no_sets' }]
  const seen = new Set<number>()
  return sets.flatMap((set, index) => {
    const flaws: SetFlaw[] = []
    if (set.title === '') flaws.push('title_missing')
    if (set.courseIds.length === 0) flaws.push('no_courses')
    if (set.needed !== null && (!Number.isInteger(set.needed) || set.needed < 1 || set.needed > set.courseIds.length))
      flaws.push('needed')
    if (set.courseIds.some(id => seen.has(id)) || new Set(set.courseIds).size < set.courseIds.length) flaws.push('twice')
    for (const id of set.courseIds) seen.add(id)
    return flaws.map(flaw => ({ set: index, flaw }))
  })
}
