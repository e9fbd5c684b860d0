import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  OutsideSeries,
  type PerformancePredicate,
  type PerformanceRating,
  performancePredicates,
  performanceRatings,
  predicateMatrix,
  predicatePercent,
} from '../../regulation/index.ts'
import { predicateOf, settle } from './predicate.ts'

const matrix = predicateMatrix.at('2025-12-31').value

describe('the predicate of performance (DOMAIN 9.3)', () => {
  // Written out from the act, not asked of the series.
  const nine: [result: PerformanceRating, behaviour: PerformanceRating, predicate: PerformancePredicate][] = [
    ['di_atas', 'di_atas', 'sangat_baik'],
    ['di_atas', 'sesuai', 'baik'],
    ['di_atas', 'di_bawah', 'kurang'],
    ['sesuai', 'di_atas', 'baik'],
    ['sesuai', 'sesuai', 'baik'],
    ['sesuai', 'di_bawah', 'kurang'],
    ['di_bawah', 'di_atas', 'butuh_perbaikan'],
    ['di_bawah', 'sesuai', 'butuh_perbaikan'],
    ['di_bawah', 'di_bawah', 'sangat_kurang'],
  ]

  it.each(nine)('results %s, behaviour %s: %s', (result, behaviour, predicate) => {
    expect(predicateOf(matrix, result, behaviour)).toBe(predicate)
  })

  it('is not known where one of the ratings is not', () => {
    expect(predicateOf(matrix, null, 'sesuai')).toBeNull()
    expect(predicateOf(matrix, 'di_atas', null)).toBeNull()
    expect(predicateOf(matrix, null, null)).toBeNull()
  })

  it('has no matrix before 2022: the error names the series', () => {
    expect(() => predicateMatrix.at('2021-12-31')).toThrow(OutsideSeries)
    expect(() => predicateMatrix.at('2021-12-31')).toThrow(/Matriks predikat kinerja: no value in force on 2021-12-31/)
  })

  it('is worth 150, 100, 75, 50 and 25 percent', () => {
    const percent = predicatePercent.at('2025-12-31').value
    expect(performancePredicates.map(predicate => percent[predicate])).toEqual([150, 100, 75, 50, 25])
  })
})

describe('settling what is known', () => {
  const known = (result: PerformanceRating | null, behaviour: PerformanceRating | null, predicate: PerformancePredicate | null) =>
    settle(matrix, { result, behaviour, predicate })

  it('computes the predicate, and says what was below expectation', () => {
    expect(known('di_bawah', 'sesuai', null)).toEqual({
      ok: true,
      predicate: 'butuh_perbaikan',
      resultBelow: true,
      behaviourBelow: false,
    })
    expect(known('sesuai', 'di_bawah', 'kurang')).toEqual({
      ok: true,
      predicate: 'kurang',
      resultBelow: false,
      behaviourBelow: true,
    })
  })

  it('reads from the predicate alone what every cell that gives it agrees on', () => {
    expect(known(null, null, 'butuh_perbaikan')).toMatchObject({ resultBelow: true, behaviourBelow: false })
    expect(known(null, null, 'kurang')).toMatchObject({ resultBelow: false, behaviourBelow: true })
    expect(known(null, null, 'sangat_kurang')).toMatchObject({ resultBelow: true, behaviourBelow: true })
    expect(known(null, null, 'baik')).toMatchObject({ resultBelow: false, behaviourBelow: false })
  })

  it('leaves unknown what one rating does not tell', () => {
    expect(known('sesuai', null, null)).toEqual({ ok: true, predicate: null, resultBelow: false, behaviourBelow: null })
    expect(known(null, 'di_bawah', null)).toEqual({ ok: true, predicate: null, resultBelow: null, behaviourBelow: true })
  })

  it('refuses a predicate that contradicts its ratings, and says what the matrix gives', () => {
    expect(known('sesuai', 'sesuai', 'sangat_baik')).toEqual({ ok: false, computed: 'baik' })
    expect(known('di_atas', null, 'butuh_perbaikan')).toEqual({ ok: false, computed: null })
  })

  const maybe = <T>(from: readonly T[]) => fc.constantFrom<T | null>(null, ...from)
  const knowledge = fc.record({
    result: maybe(performanceRatings),
    behaviour: maybe(performanceRatings),
    predicate: maybe(performancePredicates),
  })

  it('never contradicts what the matrix itself computes, and never invents a rating', () => {
    fc.assert(
      fc.property(fc.constantFrom(...performanceRatings), fc.constantFrom(...performanceRatings), (result, behaviour) => {
        const settled = settle(matrix, { result, behaviour, predicate: predicateOf(matrix, result, behaviour) })
        expect(settled).toEqual({
          ok: true,
          predicate: predicateOf(matrix, result, behaviour),
          resultBelow: result === 'di_bawah',
          behaviourBelow: behaviour === 'di_bawah',
        })
      }),
    )
  })

  it('knows less or the same from less: what it says without a rating still holds with it', () => {
    fc.assert(
      fc.property(knowledge, some => {
        const all = settle(matrix, some)
        if (!all.ok) return
        for (const without of ['result', 'behaviour'] as const) {
          const less = settle(matrix, { ...some, [without]: null })
          expect(less.ok).toBe(true)
          if (!less.ok) continue
          if (less.resultBelow !== null) expect(all.resultBelow).toBe(less.resultBelow)
          if (less.behaviourBelow !== null) expect(all.behaviourBelow).toBe(less.behaviourBelow)
        }
      }),
    )
  })
})
