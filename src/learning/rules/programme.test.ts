import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { programmeFlaws, programmeProgress } from './programme.ts'

const sets = [
  { title: 'Dasar', needed: null, courseIds: [1, 2] },
  { title: 'Pilihan', needed: 2, courseIds: [3, 4, 5] },
]

describe('the progress of a programme', () => {
  it('is complete with all of the first set and two of three of the second', () => {
    expect(programmeProgress(sets, new Set([1, 2, 4, 5]))).toMatchObject({ done: 4, needed: 4, complete: true })
    expect(programmeProgress(sets, new Set([1, 2, 4]))).toMatchObject({ done: 3, needed: 4, complete: false })
  })

  it('does not let a third choice stand for a missing foundation', () => {
    const { done, complete, sets: each } = programmeProgress(sets, new Set([1, 3, 4, 5]))
    expect({ done, complete }).toEqual({ done: 3, complete: false })
    expect(each).toEqual([
      { title: 'Dasar', needed: 2, done: 1, complete: false, left: [2] },
      { title: 'Pilihan', needed: 2, done: 2, complete: true, left: [] },
    ])
  })

  it('is never complete where there is nothing to do', () => {
    expect(programmeProgress([], new Set([1])).complete).toBe(false)
    expect(programmeProgress([{ title: 'Kosong', needed: null, courseIds: [] }], new Set()).complete).toBe(false)
  })

  it('never goes back by learning more, and is complete exactly where every set is', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 8 }))
    fc.assert(
      fc.property(ids, ids, (some, more) => {
        const before = programmeProgress(sets, new Set(some))
        const after = programmeProgress(sets, new Set([...some, ...more]))
        expect(after.done).toBeGreaterThanOrEqual(before.done)
        expect(after.complete).toBe(after.done === after.needed)
        expect(after.sets.every(set => set.complete === (set.left.length === 0))).toBe(true)
      }),
    )
  })
})

describe('the sets of a programme', () => {
  it('are refused without courses, with more needed than there are, and with a course twice', () => {
    expect(programmeFlaws(sets)).toEqual([])
    expect(programmeFlaws([])).toEqual([{ set: null, flaw: 'no_sets' }])
    expect(programmeFlaws([{ title: '', needed: 3, courseIds: [1, 2] }])).toEqual([
      { set: 0, flaw: 'title_missing' },
      { set: 0, flaw: 'needed' },
    ])
    expect(programmeFlaws([{ title: 'A', needed: null, courseIds: [] }])).toEqual([{ set: 0, flaw: 'no_courses' }])
    expect(programmeFlaws([sets[0]!, { title: 'B', needed: null, courseIds: [2, 3] }])).toEqual([{ set: 1, flaw: 'twice' }])
  })
})
