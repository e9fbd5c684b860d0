import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formsOf, isNarrowed, lengths, spanOf } from './filter.ts'

const nothing = {
  kind: null,
  competencyId: null,
  level: null,
  pillar: null,
  form: null,
  route: null,
  pattern: null,
  length: null,
  free: false,
  providerId: null,
  jabatanId: null,
  q: '',
} as const

describe('the lengths to choose from', () => {
  it('put every number of hours into exactly one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), jp => {
        const fitting = lengths.filter(length => jp >= spanOf(length).from && jp <= (spanOf(length).until ?? 9999))
        expect(fitting).toHaveLength(1)
      }),
    )
    expect(spanOf('20')).toEqual({ from: 6, until: 20 })
  })
})

describe('the two routes', () => {
  it('are 12 forms and 13 (PerLAN 10/2018), e-learning among the second', () => {
    expect(formsOf('klasikal')).toHaveLength(12)
    expect(formsOf('nonklasikal')).toHaveLength(13)
    expect(formsOf('nonklasikal')).toContain('e_learning')
  })
})

describe('a filter', () => {
  it('narrows with any one choice, and with none does not', () => {
    expect(isNarrowed(nothing)).toBe(false)
    expect(isNarrowed({ ...nothing, q: 'arsip' })).toBe(true)
    expect(isNarrowed({ ...nothing, free: true })).toBe(true)
    expect(isNarrowed({ ...nothing, level: 2 })).toBe(true)
  })
})
