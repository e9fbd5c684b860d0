import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { behaviourItems, benefitItems, laterItems } from './items.ts'
import { gain, groupGain, improved, meanOf, together } from './summary.ts'

describe('what an evaluation says', () => {
  it('asks five questions of behaviour and six of its effect', () => {
    expect([behaviourItems.length, benefitItems.length]).toEqual([5, 6])
    expect(new Set(laterItems).size).toBe(11)
  })

  it('a mean of 4, 5 and 3 is 4', () => expect(meanOf({ sum: 12, n: 3 }, 3)).toBe(4))
  it('says nothing where fewer spoke than are asked for: two colleagues of three stay unheard', () => {
    expect(meanOf({ sum: 9, n: 2 }, 3)).toBeNull()
    expect(meanOf({ sum: 0, n: 0 })).toBeNull()
  })

  it('from 40 to 70 somebody gained 30 points, half of what there was to gain', () =>
    expect(gain(40, 70)).toEqual({ points: 30, share: 0.5 }))
  it('who had everything right before had nothing to gain; who falls loses', () => {
    expect(gain(100, 100)).toEqual({ points: 0, share: null })
    expect(gain(50, 40).share).toBe(-0.2)
  })

  it('days of waiting that fall from 14 to 9 improved, a share that falls did not, the unmeasured is not known', () => {
    expect(improved({ before: 14, after: 9, higherIsBetter: false })).toBe(true)
    expect(improved({ before: 80, after: 75, higherIsBetter: true })).toBe(false)
    expect(improved({ before: 80, after: null, higherIsBetter: true })).toBeNull()
    expect(improved({ before: 80, after: 80, higherIsBetter: true })).toBeNull()
  })

  it('three people from 40, 50 and 60 to 70, 80 and 90 gained 30 points, six tenths of what was left', () => {
    expect(groupGain({ before: 150, after: 240, n: 3 }, 3)).toEqual({ before: 50, after: 80, points: 30, share: 0.6 })
  })
  it('of two nothing is said, nor of nobody', () => {
    expect(groupGain({ before: 90, after: 150, n: 2 }, 3)).toBeNull()
    expect(groupGain({ before: 0, after: 0, n: 0 })).toBeNull()
  })

  const scores = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 30 })
  it('a mean lies between the lowest and the highest, however it is put together', () =>
    fc.assert(
      fc.property(fc.array(scores, { minLength: 1, maxLength: 6 }), groups => {
        const all = groups.flat()
        const mean = meanOf(together(groups.map(group => ({ sum: group.reduce((a, b) => a + b), n: group.length }))))!
        return mean >= Math.min(...all) && mean <= Math.max(...all)
      }),
    ))
})
