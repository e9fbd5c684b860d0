import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apart, outcomes, type RatingPolicy, type Relation, type Said } from './outcome.ts'

const policy: RatingPolicy = { threshold: 3, atasan: 40, rekan: 25, bawahan: 20, diri: 15, consensusFrom: 2 }
const said = (relation: Relation, ...levels: number[]): Said => ({
  relation,
  sum: levels.reduce((sum, level) => sum + level, 0),
  raters: levels.length,
  low: Math.min(...levels),
  high: Math.max(...levels),
})
const levels = (list: Said[], by = policy) => Object.fromEntries(outcomes(list, by).map(one => [one.method, one.level]))

describe('asesor', () => {
  it('agree by their mean; half a level goes down', () => {
    expect(levels([said('asesor', 3, 4)])).toEqual({ assessment_center: 3 })
    expect(levels([said('asesor', 3, 3, 4)])).toEqual({ assessment_center: 3 })
    expect(levels([said('asesor', 3, 4, 4)])).toEqual({ assessment_center: 4 })
    expect(outcomes([said('asesor', 2)], policy)).toEqual([{ method: 'assessment_center', level: 2, raters: 1 }])
  })

  it('two levels apart give nothing until they have settled it', () => {
    expect([apart([said('asesor', 2, 4)], policy), apart([said('asesor', 2, 3)], policy)]).toEqual([true, false])
    expect(levels([said('asesor', 2, 4)])).toEqual({})
    expect(outcomes([said('asesor', 2, 4), said('integrasi', 4)], policy)).toEqual([
      { method: 'assessment_center', level: 4, raters: 2 },
    ])
  })
})

describe('peers and subordinates', () => {
  it('speak from three raters on, and of fewer nothing shows', () => {
    expect(levels([said('rekan', 5, 5), said('bawahan', 1, 1)])).toEqual({})
    expect(levels([said('rekan', 5, 5, 4)])).toEqual({ penilaian_rekan: 5 })
    expect(levels([said('rekan', 5, 5)], { ...policy, threshold: 2 })).toEqual({ penilaian_rekan: 5 })
  })
})

describe('the 360°', () => {
  it('is the mean of the relations by weight: (40×3 + 25×4 + 20×5 + 15×5) / 100 = 3.95', () => {
    const all = [said('atasan', 3), said('rekan', 4, 4, 4), said('bawahan', 5, 5, 5), said('diri', 5)]
    expect(levels(all)).toMatchObject({ penilaian_360: 4 })
    expect(outcomes(all, policy).at(-1)).toEqual({ method: 'penilaian_360', level: 4, raters: 8 })
  })

  it('over what is known: atasan 3 and diri 4 are (40×3 + 15×4) / 55 = 3.27', () => {
    expect(levels([said('atasan', 3), said('diri', 4)])).toMatchObject({ penilaian_360: 3 })
  })

  it('an exact half goes down: atasan 3 and rekan 4 of equal weight are 3.5', () => {
    const equal = { ...policy, atasan: 50, rekan: 50, bawahan: 0, diri: 0 }
    expect(levels([said('atasan', 3), said('rekan', 4, 4, 4), said('diri', 5)], equal).penilaian_360).toBe(3)
  })

  it('needs two relations, one of them not oneself', () => {
    expect(levels([said('diri', 4)])).toEqual({ penilaian_diri: 4 })
    expect(levels([said('atasan', 4)])).toEqual({ penilaian_atasan: 4 })
    expect(levels([said('diri', 4), said('rekan', 4, 4)])).toEqual({ penilaian_diri: 4 })
  })
})

const level = fc.integer({ min: 1, max: 5 })
const heard = fc
  .record({
    asesor: fc.array(level, { maxLength: 3 }),
    atasan: fc.array(level, { maxLength: 1 }),
    rekan: fc.array(level, { maxLength: 6 }),
    bawahan: fc.array(level, { maxLength: 6 }),
    diri: fc.array(level, { maxLength: 1 }),
  })
  .map(by => (Object.entries(by) as [Relation, number[]][]).filter(([, given]) => given.length > 0))
const asSaid = (by: [Relation, number[]][]) => by.map(([relation, given]) => said(relation, ...given))

describe('whatever was said', () => {
  it('no level lies outside what was said, nor is one made of nothing', () => {
    fc.assert(
      fc.property(heard, by => {
        const all = by.flatMap(([, given]) => given)
        for (const one of outcomes(asSaid(by), policy)) {
          expect(one.level).toBeGreaterThanOrEqual(Math.min(...all))
          expect(one.level).toBeLessThanOrEqual(Math.max(...all))
        }
      }),
    )
  })

  it('fewer peers or subordinates than the threshold change nothing at all, so that nobody can work out what they said', () => {
    fc.assert(
      fc.property(heard, by => {
        const few = by.filter(
          ([relation, given]) => !(['rekan', 'bawahan'].includes(relation) && given.length < policy.threshold),
        )
        expect(outcomes(asSaid(by), policy)).toEqual(outcomes(asSaid(few), policy))
      }),
    )
  })

  it('the order in which relations are heard does not matter', () => {
    fc.assert(
      fc.property(heard, by => {
        expect(levels(asSaid([...by].reverse()))).toEqual(levels(asSaid(by)))
      }),
    )
  })

  it('of one mind is that mind', () => {
    fc.assert(
      fc.property(heard, level, (by, one) => {
        const same = by.map(([relation, given]): [Relation, number[]] => [relation, given.map(() => one)])
        expect(outcomes(asSaid(same), policy).every(found => found.level === one)).toBe(true)
      }),
    )
  })
})
