import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FactorValues, readFactor, sameFactor, type TypedFactor, typedFactor, unknownFactor } from './factor.ts'

const goals = new Map([['RPJMD · 1.2 Layanan publik', 12]])
const labels = new Map([[12, 'RPJMD · 1.2 Layanan publik']])
const blank: TypedFactor = { difficulty: '', importance: '', frequency: '', goalLink: '', goal: '', mandate: '', basis: '' }
const read = (more: Partial<TypedFactor>, before: FactorValues = unknownFactor) =>
  readFactor({ ...blank, ...more }, goals, before)
const flaws = (more: Partial<TypedFactor>) => {
  const result = read(more)
  return result.ok ? [] : result.flaws.map(({ field, flaw }) => `${field}: ${flaw}`)
}

describe('a row of factors', () => {
  it('left blank is unknown, not zero', () => expect(read({})).toEqual({ ok: true, values: unknownFactor }))

  it('tells a known 0 and a known no from what nobody said', () =>
    expect(read({ goalLink: '0', mandate: 'tidak' })).toMatchObject({ values: { goalLink: 0, mandate: false } }))

  it('names the goal of a link and the act of a mandate', () => {
    expect(read({ goalLink: '0.5', goal: 'RPJMD · 1.2 Layanan publik', mandate: 'ya', basis: 'UU 1/2022' })).toMatchObject({
      values: { goalLink: 0.5, goalId: 12, goal: null, mandate: true, mandateBasis: 'UU 1/2022' },
    })
    expect(flaws({ goalLink: '1', mandate: 'ya' })).toEqual(['goal: goal_missing', 'basis: basis_missing'])
    expect(flaws({ goal: 'RPJMD · 1.2 Layanan publik' })).toEqual(['goalLink: link_missing'])
    expect(flaws({ goalLink: '1', goal: 'Sasaran karangan' })).toEqual(['goal: goal_unknown'])
  })

  it('keeps a goal in words that stood there before', () =>
    expect(read({ goalLink: '1', goal: 'RPJMD lama' }, { ...unknownFactor, goalLink: 0.5, goal: 'RPJMD lama' })).toMatchObject({
      values: { goalLink: 1, goalId: null, goal: 'RPJMD lama' },
    }))

  const rating = fc.constantFrom(null, 'r' as const, 's' as const, 't' as const)
  const known = fc
    .record({
      difficulty: rating,
      importance: rating,
      frequency: rating,
      linked: fc.constantFrom('none', 'zero', 'plan', 'words'),
      mandate: fc.constantFrom(null, false, true),
    })
    .map(
      ({ linked, mandate, ...dif }): FactorValues => ({
        ...dif,
        goalLink: linked === 'none' ? null : linked === 'zero' ? 0 : 1,
        goalId: linked === 'plan' ? 12 : null,
        goal: linked === 'words' ? 'RPJMD lama' : null,
        mandate,
        mandateBasis: mandate === true ? 'UU 1/2022' : null,
      }),
    )
  it('shown and sent again without a change says the same', () =>
    fc.assert(
      fc.property(known, values => {
        const result = readFactor(typedFactor(values, labels), goals, values)
        expect(result.ok && sameFactor(result.values, values)).toBe(true)
      }),
    ))
})
