import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareOut, type Wave, waveFlaws } from './waves.ts'

const wave = (number: number, quota: number | null, startsOn = '2026-11-01', endsOn = '2026-11-30'): Wave => ({
  number,
  quota,
  startsOn,
  endsOn,
})

describe('waves', () => {
  it('have their dates in order', () => {
    const waves = [wave(1, 10), wave(2, 0, '2026-10-01', '2026-09-30'), wave(3, null, '2026-10-01', '2026-10-01')]
    expect(waveFlaws(waves)).toEqual([
      { number: 2, flaw: 'dates' },
      { number: 2, flaw: 'order' },
      { number: 2, flaw: 'quota' },
    ])
  })

  it('keep an office together, and fill up with small ones', () => {
    const offices = [
      { unitId: 1, people: 40 },
      { unitId: 2, people: 70 },
      { unitId: 3, people: 30 },
      { unitId: 4, people: 60 },
    ]
    expect([...shareOut(offices, [wave(1, 100), wave(2, 100)])].sort()).toEqual([
      [1, 2],
      [2, 1],
      [3, 1],
      [4, 2],
    ])
  })

  it('take an office that fits nowhere where most room is left', () => {
    expect(shareOut([{ unitId: 7, people: 500 }], [wave(1, 100), wave(2, 120)]).get(7)).toBe(2)
  })

  it('take in everybody once, whatever the quotas', () => {
    const offices = fc.uniqueArray(fc.record({ unitId: fc.nat(50), people: fc.nat(300) }), { selector: one => one.unitId })
    const waves = fc.array(fc.option(fc.integer({ min: 1, max: 400 })), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(offices, waves, (offices, quotas) => {
        const shared = shareOut(
          offices,
          quotas.map((quota, index) => wave(index + 1, quota)),
        )
        expect([...shared.keys()].sort()).toEqual(offices.map(one => one.unitId).sort())
        expect([...shared.values()].every(number => number >= 1 && number <= quotas.length)).toBe(true)
        // Somebody is over the quota only where that office found room nowhere.
        if (quotas.includes(null)) {
          quotas.forEach((quota, index) => {
            const people = offices.filter(one => shared.get(one.unitId) === index + 1).reduce((sum, one) => sum + one.people, 0)
            expect(people).toBeLessThanOrEqual(quota ?? Number.POSITIVE_INFINITY)
          })
        }
      }),
    )
  })
})
