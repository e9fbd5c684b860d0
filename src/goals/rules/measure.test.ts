import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMeasure, typedMeasure } from './measure.ts'

describe('a target as it is typed', () => {
  it.each<[string, number | string | null]>([
    ['68,5', 68.5],
    ['68.5', 68.5],
    ['85 %', 85],
    ['1.250', 1250],
    ['1.250.000,75', 1_250_000.75],
    ['-0,4', -0.4],
    ['0', 0],
    ['66,666666667', 66.666666667],
    ['WTP', 'WTP'],
    ['68–70', '68–70'],
    ['BB (70,1)', 'BB (70,1)'],
    ['', null],
    ['-', null],
  ])('%s', (text, measure) => expect(readMeasure(text)).toBe(measure))

  it('comes back as it was, once it was read', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer(),
          fc.integer().map(n => n / 100),
          fc.string(),
        ),
        value => {
          const read = typeof value === 'string' ? readMeasure(value) : value
          expect(readMeasure(typedMeasure(read))).toEqual(read)
        },
      ),
    ))
})
