import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costBy, costOfClasses, costPerLevel } from './cost.ts'

const held = (classId: number, spent: bigint | null, more: Partial<{ courseId: number; finished: number }> = {}) => ({
  classId,
  courseId: 7,
  course: 'Barang milik daerah',
  providerId: 1,
  provider: 'BPSDM',
  finished: 30,
  spent,
  ...more,
})
const rose = (risen: number, firstKnown = 0, waiting = 0) => ({ risen, firstKnown, waiting })

describe('what a level costs', () => {
  it('a class of Rp30.000.000 after which twelve people rose by one level cost Rp2.500.000 a level', () => {
    expect(costPerLevel(30_000_000n, 12)).toBe(2_500_000n)
    expect(costPerLevel(null, 12)).toBeNull()
    expect(costPerLevel(30_000_000n, 0)).toBeNull()
  })

  it('a class whose cost nobody wrote down counts on neither side, and is told', () => {
    const levels = new Map([
      [1, rose(10)],
      [2, rose(5, 2, 4)],
    ])
    expect(costOfClasses([held(1, 20_000_000n), held(2, null)], levels, 3)).toEqual({
      classes: 2,
      costed: 1,
      finished: 60,
      spent: 20_000_000n,
      few: false,
      risen: 10,
      risenInAll: 15,
      firstKnown: 2,
      waiting: 4,
      perLevel: 2_000_000n,
    })
  })
  it('a class after which nobody rose makes the others dearer; alone it has no price a level', () => {
    const levels = new Map([[1, rose(10)]])
    expect(costOfClasses([held(1, 20_000_000n), held(2, 10_000_000n)], levels, 3).perLevel).toBe(3_000_000n)
    expect(costOfClasses([held(2, 10_000_000n)], levels, 3)).toMatchObject({ spent: 10_000_000n, risen: 0, perLevel: null })
  })
  it('of no class nothing is known', () => expect(costOfClasses([], new Map(), 3)).toMatchObject({ spent: null, perLevel: null }))

  it('is told by course and by provider', () => {
    const classes = [held(1, 6_000_000n), held(2, 4_000_000n, { courseId: 8 })]
    const levels = new Map([
      [1, rose(3)],
      [2, rose(2)],
    ])
    expect(costBy('kursus', classes, levels, 3).map(row => [row.id, row.perLevel])).toEqual([
      [7, 2_000_000n],
      [8, 2_000_000n],
    ])
    expect(costBy('penyelenggara', classes, levels, 3)).toMatchObject([{ id: 1, name: 'BPSDM', perLevel: 2_000_000n, risen: 5 }])
  })
  it('of two who finished it is not told who rose', () => {
    const [row] = costBy('kursus', [held(1, 6_000_000n, { finished: 2 })], new Map([[1, rose(1, 1, 1)]]), 3)
    expect(row).toMatchObject({
      few: true,
      spent: 6_000_000n,
      risen: 0,
      risenInAll: 0,
      firstKnown: 0,
      waiting: 0,
      perLevel: null,
    })
  })

  it('never costs more a level than all of it, and loses less than a rupiah a level to rounding', () =>
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 13n }), fc.integer({ min: 1, max: 10_000 }), (spent, levels) => {
        const each = costPerLevel(spent, levels)!
        return each <= spent && spent - each * BigInt(levels) < BigInt(levels)
      }),
    ))
})
