import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelOf } from './content.ts'
import { pairingFlaw, type Step, stepsOf, translated } from './crosswalk.ts'

const step = (fromId: number, fromLevel: number, toId: number, toLevel: number): Step => ({ fromId, fromLevel, toId, toLevel })

describe('a standard in the words of a new dictionary', () => {
  it('says the new level for each old one, and keeps what no step leads away from', () =>
    expect(translated([levelOf(1, 2), levelOf(2, 4), levelOf(9, 3)], [step(1, 2, 11, 3), step(2, 3, 12, 3)])).toEqual([
      levelOf(11, 3),
      levelOf(2, 4),
      levelOf(9, 3),
    ]))

  it('takes the highest where several lead to one, and never lowers what is asked for already', () => {
    expect(translated([levelOf(1, 2), levelOf(2, 4)], [step(1, 2, 11, 2), step(2, 4, 11, 4)])).toEqual([levelOf(11, 4)])
    expect(translated([levelOf(11, 5), levelOf(1, 2)], [step(1, 2, 11, 2)])).toEqual([levelOf(11, 5)])
  })

  it('splits one old competency into several', () =>
    expect(translated([levelOf(1, 3)], [step(1, 3, 11, 3), step(1, 3, 12, 2)])).toEqual([levelOf(11, 3), levelOf(12, 2)]))

  it('is the same when said again', () => {
    const level = fc.integer({ min: 1, max: 5 })
    const id = fc.integer({ min: 1, max: 4 })
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ id, level }), { selector: row => row.id }),
        fc.array(fc.record({ id, from: level, to: fc.integer({ min: 11, max: 13 }), level })),
        (rows, pairs) => {
          const steps = pairs.map(pair => step(pair.id, pair.from, pair.to, pair.level))
          const once = translated(
            rows.map(row => levelOf(row.id, row.level)),
            steps,
          )
          expect(translated(once, steps)).toEqual(once)
          expect(new Set(once.map(row => row.competencyId)).size).toBe(once.length)
        },
      ),
    )
  })
})

describe('a pairing of levels', () => {
  const flaw = (...levels: (number | null)[]) => pairingFlaw({ fromId: 1, toId: 11, levels })
  it('may skip and repeat, but not fall', () => {
    expect(flaw(1, 1, 2, 3, 4)).toBeNull()
    expect(flaw(null, 1, null, 3, null)).toBeNull()
    expect(flaw(2, 1, 3, 4, 5)).toBe('falls')
    expect(flaw(3, null, 2, null, null)).toBe('falls')
    expect(flaw(null, null, null, null, null)).toBe('empty')
    expect(pairingFlaw({ fromId: 4, toId: 4, levels: [1, 2, 3, 4, 5] })).toBe('itself')
  })
  it('is one step a level that says something', () =>
    expect(stepsOf({ fromId: 1, toId: 11, levels: [1, null, 2, null, null] })).toEqual([step(1, 1, 11, 1), step(1, 3, 11, 2)]))
})
