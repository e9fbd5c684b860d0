import fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadMoves, type Missing } from './load.ts'

const row: fc.Arbitrary<Missing> = fc.record({
  unit_id: fc.nat({ max: 1 }),
  competency_id: fc.nat({ max: 1 }),
  required: fc.integer({ min: 1, max: 2 }),
  jenjang: fc.constantFrom('pengawas', 'pelaksana'),
  asked: fc.integer({ min: 10, max: 11 }),
  levels: fc.integer({ min: 1, max: 3 }),
})
const keyOf = ({ levels: _, ...key }: Missing) => JSON.stringify(key)
const counted = (rows: readonly Missing[]) => {
  const sums = new Map<string, { people: number; levels: number }>()
  for (const one of rows) {
    const sum = sums.get(keyOf(one)) ?? { people: 0, levels: 0 }
    sums.set(keyOf(one), { people: sum.people + 1, levels: sum.levels + one.levels })
  }
  return sums
}

it('moved by the difference, the loads of some are those of the others', () =>
  fc.assert(
    fc.property(fc.array(row), fc.array(row), (before, after) => {
      const sums = counted(before)
      for (const { people, ...move } of loadMoves(before, after)) {
        const sum = sums.get(keyOf(move)) ?? { people: 0, levels: 0 }
        sums.set(keyOf(move), { people: sum.people + people, levels: sum.levels + move.levels })
      }
      const left = [...sums].filter(([, sum]) => sum.people !== 0)
      expect(new Map(left)).toEqual(counted(after))
      expect([...sums].filter(([, sum]) => sum.people === 0 && sum.levels !== 0)).toEqual([])
      expect(loadMoves(after, after)).toEqual([])
    }),
  ))
