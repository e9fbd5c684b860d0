import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cameTo, learningEffects, takenFor } from './evidence.ts'

const raise = { effect: 'raise', mostSteps: 1, minScore: 0 } as const

describe('what a passed learning is taken for', () => {
  it('raises by one level where the instansi lets it: 2 becomes 3 after a course to level 4', () =>
    expect(takenFor({ level: 4, score: 80 }, 2, raise)).toEqual({ outcome: 'raised', to: 3, why: 'rule' }))

  it('raises to what was taught and not beyond: 2 becomes 3 after a course to level 3, whatever the steps', () =>
    expect(takenFor({ level: 3, score: 80 }, 2, { ...raise, mostSteps: 3 })).toEqual({ outcome: 'raised', to: 3, why: 'rule' }))

  it('confirms a level that was held already', () =>
    expect(takenFor({ level: 3, score: 100 }, 3, raise)).toEqual({ outcome: 'confirmed', to: null, why: 'held' }))

  it('never sets a level that nobody assessed: it is proposed', () =>
    expect(takenFor({ level: 2, score: 90 }, null, raise)).toEqual({ outcome: 'proposed', to: 2, why: 'unassessed' }))

  it('proposes where the score is below what the instansi asks, or where none was given', () => {
    const rule = { ...raise, minScore: 80 }
    expect(takenFor({ level: 3, score: 79.99 }, 2, rule)).toEqual({ outcome: 'proposed', to: 3, why: 'score' })
    expect(takenFor({ level: 3, score: null }, 2, rule)).toEqual({ outcome: 'proposed', to: 3, why: 'score' })
    expect(takenFor({ level: 3, score: 80 }, 2, rule).outcome).toBe('raised')
  })

  it('does nothing where the instansi ignores learning, and says so', () =>
    expect(takenFor({ level: 3, score: 80 }, 2, { ...raise, effect: 'ignore' })).toEqual({
      outcome: 'ignored',
      to: null,
      why: 'rule',
    }))

  it('came to what counts afterwards: nothing where another result speaks, less where a mean does', () => {
    expect(cameTo(2, 3, 3)).toBe(3)
    expect(cameTo(2, 3, 2)).toBeNull()
    expect(cameTo(2, 4, 3)).toBe(3) // the mean of 2 and 4
    expect(cameTo(2, 3, 4)).toBe(3) // somebody assessed 4 in between: that is not of this learning
    expect(cameTo(null, 2, 2)).toBe(2)
    expect(cameTo(null, 2, null)).toBeNull()
  })

  const level = fc.integer({ min: 1, max: 5 })
  const rule = fc.record({
    effect: fc.constantFrom(...learningEffects),
    mostSteps: fc.integer({ min: 1, max: 4 }),
    minScore: fc.integer({ min: 0, max: 100 }),
  })
  it('never lowers, never passes what was taught, never climbs more than the steps', () =>
    fc.assert(
      fc.property(level, fc.option(fc.integer({ min: 0, max: 100 })), fc.option(level), rule, (taught, score, now, chosen) => {
        const { outcome, to } = takenFor({ level: taught, score }, now, chosen)
        if (to === null) return outcome === 'confirmed' || outcome === 'ignored'
        return to <= taught && (now === null || (to > now && to - now <= chosen.mostSteps))
      }),
    ))
  it('raises nobody without being told to', () =>
    fc.assert(
      fc.property(level, level, rule, (taught, now, chosen) => {
        const { outcome } = takenFor({ level: taught, score: 100 }, now, { ...chosen, effect: 'propose' })
        return outcome !== 'raised'
      }),
    ))
})
