import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choiceOf, choicePolicy } from '../choice-policy.ts'
import { type ChoiceRule, choiceRules, choose } from './choice.ts'
import { explain, type Kept } from './explain.ts'

const today = '2026-11-22'
const shipped = choiceOf(choicePolicy.defaultAt(today).value)
const by = (rule: ChoiceRule) => ({ ...shipped, rule })
const kept = (id: number, level: number, method: Kept['method'], assessedOn: string, more: Partial<Kept> = {}): Kept => ({
  id,
  level,
  method,
  assessedOn,
  validUntil: '2029-01-01',
  replaced: false,
  ...more,
})
const results = [
  kept(1, 3, 'assessment_center', '2024-03-01'),
  kept(2, 4, 'cact', '2025-09-15'),
  kept(3, 2, 'penilaian_atasan', '2026-02-01'),
  kept(4, 5, 'penilaian_diri', '2026-03-01'),
  kept(5, 5, 'cact', '2022-01-01', { validUntil: '2025-01-01' }),
  kept(6, 1, 'wawancara', '2026-12-01'),
  kept(7, 1, 'cact', '2025-09-15', { replaced: true }),
]
const fates = (rule: ChoiceRule) => Object.fromEntries(explain(results, by(rule), today).fates)
const always = { 4: 'not_counted', 5: 'expired', 6: 'future', 7: 'replaced' }

describe('explain', () => {
  it('says of every result what became of it', () => {
    expect(fates('latest')).toEqual({ ...always, 1: 'older', 2: 'older', 3: 'used' })
    expect(fates('highest')).toEqual({ ...always, 1: 'lower', 2: 'used', 3: 'lower' })
    expect(fates('prioritised')).toEqual({ ...always, 1: 'used', 2: 'later_method', 3: 'later_method' })
    expect(fates('weighted')).toEqual({ ...always, 1: 'used', 2: 'used', 3: 'used' })
    expect(fates('at_least_n')).toEqual({ ...always, 1: 'used', 2: 'used', 3: 'lower' })
  })

  it('says of two results of one day that the method which stands first speaks', () => {
    const sameDay = [kept(1, 3, 'assessment_center', '2026-05-04'), kept(2, 3, 'penilaian_atasan', '2026-05-04')]
    for (const rule of ['latest', 'highest'] as const)
      expect([...explain(sameDay, by(rule), today).fates]).toEqual([
        [1, 'used'],
        [2, 'later_method'],
      ])
  })

  it('says that a single method is not enough where two must confirm', () => {
    expect(explain([results[1]!], by('at_least_n'), today)).toEqual({ chosen: null, fates: new Map([[2, 'unconfirmed']]) })
  })

  it('chooses as the rule does, and calls used exactly what it rests on', () => {
    const some = fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 1, max: 50 }),
        level: fc.integer({ min: 1, max: 5 }),
        method: fc.constantFrom<Kept['method']>('cact', 'wawancara', 'assessment_center', 'penilaian_diri'),
        assessedOn: fc.constantFrom('2024-01-01', '2025-01-01', '2026-01-01', '2027-01-01'),
        validUntil: fc.constantFrom('2026-01-02', '2029-01-01'),
        replaced: fc.boolean(),
      }),
      { maxLength: 8, selector: one => one.id },
    )
    fc.assert(
      fc.property(some, fc.constantFrom(...choiceRules), (rows, rule) => {
        const told = explain(rows, by(rule), today)
        expect(told.chosen).toEqual(
          choose(
            rows.filter(one => !one.replaced),
            by(rule),
            today,
          ),
        )
        expect(
          [...told.fates]
            .filter(([, fate]) => fate === 'used')
            .map(([id]) => id)
            .sort((a, b) => a - b),
        ).toEqual(told.chosen?.ids ?? [])
      }),
    )
  })
})
