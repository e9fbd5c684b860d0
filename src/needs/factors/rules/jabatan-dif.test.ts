import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Rated, readRated, toWrite, typedRated } from './jabatan-dif.ts'

const rated: Rated = { difficulty: 't', importance: 's', frequency: 'r' }

describe('a line of DIF of one jabatan', () => {
  it('is all three or none: begun and not finished says which are missing', () => {
    expect(readRated({ difficulty: 't', importance: 's', frequency: 'r' })).toEqual({ ok: true, values: rated })
    expect(readRated({ difficulty: '', importance: '', frequency: '' })).toEqual({ ok: true, values: null })
    expect(readRated({ difficulty: 't', importance: '', frequency: 'x' })).toEqual({
      ok: false,
      missing: ['importance', 'frequency'],
    })
  })

  it('shown and sent again says the same', () =>
    fc.assert(
      fc.property(
        fc.option(
          fc.record({
            difficulty: fc.constantFrom('r' as const, 's' as const, 't' as const),
            importance: fc.constantFrom('r' as const, 's' as const, 't' as const),
            frequency: fc.constantFrom('r' as const, 's' as const, 't' as const),
          }),
        ),
        values => {
          expect(readRated(typedRated(values))).toEqual({ ok: true, values })
          expect(toWrite([{ before: values, after: values }], false)).toEqual([])
        },
      ),
    ))
})

describe('what is written', () => {
  const [set, changed, taken, kept, never] = [
    { before: null, after: rated },
    { before: rated, after: { ...rated, frequency: 't' as const } },
    { before: rated, after: null },
    { before: rated, after: rated },
    { before: null, after: null },
  ]
  it('of one jabatan is what changed', () =>
    expect(toWrite([set, changed, taken, kept, never], false)).toEqual([set, changed, taken]))
  it('of others too is also what stands here unchanged, and never what nobody said', () =>
    expect(toWrite([set, changed, taken, kept, never], true)).toEqual([set, changed, taken, kept]))
})
