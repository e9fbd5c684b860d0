import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AspectResult, aspects, potentialShare, spokenAspects } from './potential.ts'

const percent = (scores: number[]) => {
  const share = potentialShare(scores, 3)
  return share && ((share.held * 100) / share.of).toFixed(2)
}

describe('the match of potential', () => {
  it('of eight aspects all at 2 of 3 is 16 of 24: 66.67 %', () => {
    expect(potentialShare([2, 2, 2, 2, 2, 2, 2, 2], 3)).toEqual({ held: 16, of: 24 })
    expect(percent([2, 2, 2, 2, 2, 2, 2, 2])).toBe('66.67')
  })

  it('counts the aspects that were assessed and no others: the five of SIASN at 3, 3, 2, 2, 2 are 12 of 15, 80 %', () => {
    expect(percent([3, 3, 2, 2, 2])).toBe('80.00')
    expect(percent([3])).toBe('100.00')
  })

  it('is unknown where nothing was assessed', () => expect(potentialShare([], 3)).toBeNull())

  const scores = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 8 })

  it('lies between a third and the whole', () =>
    fc.assert(
      fc.property(scores, list => {
        const { held, of } = potentialShare(list, 3)!
        return held * 3 >= of && held <= of
      }),
    ))

  it('moves towards a score that is added', () =>
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 3 }), (list, score) => {
        const [before, after] = [potentialShare(list, 3)!, potentialShare([...list, score], 3)!]
        const step = Math.sign(score / 3 - before.held / before.of)
        return Math.sign(after.held * before.of - before.held * after.of) === step
      }),
    ))
})

describe('the aspects that speak', () => {
  const result = (id: number, values: Partial<AspectResult> = {}): AspectResult => ({
    id,
    aspect: 'intelektual',
    score: 2,
    assessedOn: '2025-03-01',
    validUntil: '2028-03-01',
    replaced: false,
    ...values,
  })
  const idsOn = (day: string, ...results: AspectResult[]) => spokenAspects(results, day).map(one => one.id)

  it('are the latest of each, in the order of the form', () => {
    const results = [
      result(1, { aspect: 'motivasi_komitmen' }),
      result(2),
      result(3, { assessedOn: '2026-03-01' }),
      result(4, { assessedOn: '2026-03-01' }),
    ]
    expect(idsOn('2026-11-22', ...results)).toEqual([4, 1])
  })

  it('are neither expired, nor of a day to come, nor replaced', () => {
    expect(idsOn('2028-03-01', result(1))).toEqual([1])
    expect(idsOn('2028-03-02', result(1))).toEqual([])
    expect(idsOn('2025-02-28', result(1))).toEqual([])
    expect(idsOn('2026-11-22', result(1), result(2, { assessedOn: '2026-01-01', replaced: true }))).toEqual([1])
  })

  it('are at most one of each aspect', () => {
    const any = fc.record({
      id: fc.nat(20),
      aspect: fc.constantFrom(...aspects),
      score: fc.integer({ min: 1, max: 3 }),
      assessedOn: fc.constantFrom('2024-01-01', '2025-01-01', '2026-01-01'),
      validUntil: fc.constantFrom('2026-01-01', '2029-01-01'),
      replaced: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(any), list => {
        const spoken = spokenAspects(list, '2026-11-22').map(one => one.aspect)
        return new Set(spoken).size === spoken.length
      }),
    )
  })
})
