import fc from 'fast-check'
import { expect, it } from 'vitest'
import { noTotals, plusTotals, sumOf, type Totals } from './totals.ts'

it('adds the people of one part to those of another', () => {
  const a: Totals = {
    people: 2,
    competencies: [{ competencyId: 7, asked: 2, known: 1, gaps: 1, levels: 2 }],
    loads: [{ jenjang: 'pengawas', asked: 26, levels: 2 }],
    standards: [{ standardId: 3, people: 2 }],
  }
  const b: Totals = {
    people: 1,
    competencies: [
      { competencyId: 7, asked: 1, known: 1, gaps: 0, levels: 0 },
      { competencyId: 8, asked: 1, known: 0, gaps: 0, levels: 0 },
    ],
    loads: [{ jenjang: 'pengawas', asked: 26, levels: 1 }],
    standards: [{ standardId: 4, people: 1 }],
  }
  expect(plusTotals(a, b)).toEqual({
    people: 3,
    competencies: [
      { competencyId: 7, asked: 3, known: 2, gaps: 1, levels: 2 },
      { competencyId: 8, asked: 1, known: 0, gaps: 0, levels: 0 },
    ],
    loads: [{ jenjang: 'pengawas', asked: 26, levels: 3 }],
    standards: [
      { standardId: 3, people: 2 },
      { standardId: 4, people: 1 },
    ],
  })
})

const totals: fc.Arbitrary<Totals> = fc.record({
  people: fc.nat(),
  competencies: fc.uniqueArray(
    fc.record({
      competencyId: fc.nat({ max: 3 }),
      asked: fc.nat(),
      known: fc.nat(),
      gaps: fc.nat(),
      levels: fc.nat(),
    }),
    { selector: row => row.competencyId },
  ),
  loads: fc.uniqueArray(
    fc.record({ jenjang: fc.constantFrom('pengawas', 'pelaksana'), asked: fc.nat({ max: 2 }), levels: fc.nat() }),
    { selector: row => `${row.jenjang} ${row.asked}` },
  ),
  standards: fc.uniqueArray(fc.record({ standardId: fc.nat({ max: 3 }), people: fc.nat() }), { selector: row => row.standardId }),
})
const sorted = (t: Totals) => ({
  people: t.people,
  competencies: [...t.competencies].sort((a, b) => a.competencyId - b.competencyId),
  loads: [...t.loads].sort((a, b) => `${a.jenjang} ${a.asked}`.localeCompare(`${b.jenjang} ${b.asked}`)),
  standards: [...t.standards].sort((a, b) => a.standardId - b.standardId),
})

it('comes to the same in whatever order the parts are added', () =>
  fc.assert(
    fc.property(totals, totals, totals, (a, b, c) => {
      expect(sorted(plusTotals(plusTotals(a, b), c))).toEqual(sorted(plusTotals(a, plusTotals(c, b))))
      expect(plusTotals(a, noTotals)).toEqual(a)
      expect(sumOf(plusTotals(a, b), 'gaps')).toBe(sumOf(a, 'gaps') + sumOf(b, 'gaps'))
    }),
  ))
