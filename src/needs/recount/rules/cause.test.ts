import { describe, expect, it } from 'vitest'
import { causeOf, moveOf, type Side } from './cause.ts'

const side = (values: Partial<NonNullable<Side>> = {}): NonNullable<Side> => ({
  jabatanId: 1,
  required: 3,
  held: 2,
  found: 2,
  resultIds: [7],
  ...values,
})
const stayed = { jabatanBefore: 1, jabatanAfter: 1 }

describe('what moved and why', () => {
  it('names how the gap moved', () => {
    expect(moveOf(side({ held: 3 }), side())).toBe('opened')
    expect(moveOf(side(), side({ held: 3 }))).toBe('closed')
    expect(moveOf(side(), side({ held: 1 }))).toBe('widened')
    expect(moveOf(side({ held: 1 }), side())).toBe('narrowed')
    expect(moveOf(side({ held: null }), side({ held: 4 }))).toBe('known')
    expect(moveOf(side({ held: 3 }), side({ held: null }))).toBe('unknown')
    expect(moveOf(side(), side())).toBe('same')
  })

  it('does not take an unknown level for a closed gap without saying that it became unknown', () => {
    expect(moveOf(side(), side({ held: null }))).toBe('closed')
    expect(causeOf(side(), side({ held: null }), stayed)).toBe('expired')
  })

  it('names the first reason that is true', () => {
    expect(causeOf(null, side(), { jabatanBefore: null, jabatanAfter: 1 })).toBe('came')
    expect(causeOf(side(), null, { jabatanBefore: 1, jabatanAfter: null })).toBe('left')
    expect(causeOf(side({ held: 3 }), side({ jabatanId: 2, required: 4, held: 3 }), { jabatanBefore: 1, jabatanAfter: 2 })).toBe(
      'jabatan',
    )
    expect(causeOf(side(), side({ required: 4 }), stayed)).toBe('standard')
    expect(causeOf(null, side(), stayed)).toBe('standard')
    expect(causeOf(side({ held: null, found: null, resultIds: [] }), side(), stayed)).toBe('assessed')
    expect(causeOf(side(), side({ held: 3, found: 3, resultIds: [9] }), stayed)).toBe('result')
    expect(causeOf(side(), side({ held: 3, found: 3 }), stayed)).toBe('choice')
    expect(causeOf(side(), side(), stayed)).toBeNull()
  })
})
