import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choiceOf, choicePolicy } from '../choice-policy.ts'
import { type Choice, type ChoiceRule, choose, type Evidence } from './choice.ts'

const today = '2026-11-22'
const shipped = choiceOf(choicePolicy.defaultAt(today).value)
const by = (rule: ChoiceRule, more: Partial<Choice> = {}): Choice => ({ ...shipped, rule, ...more })
const one = (id: number, level: number, method: Evidence['method'], assessedOn: string, validUntil = '2029-01-01'): Evidence => ({
  id,
  level,
  method,
  assessedOn,
  validUntil,
})

const centre = one(1, 3, 'assessment_center', '2024-03-01')
const cact = one(2, 4, 'cact', '2025-09-15')
const superior = one(3, 2, 'penilaian_atasan', '2026-02-01')
const all = [centre, cact, superior]

describe('choose', () => {
  it('takes the latest, the highest, or the method that stands first', () => {
    expect(choose(all, by('latest'), today)).toMatchObject({ level: 2, ids: [3], method: 'penilaian_atasan' })
    expect(choose(all, by('highest'), today)).toMatchObject({ level: 4, ids: [2], method: 'cact' })
    expect(choose(all, by('prioritised'), today)).toMatchObject({ level: 3, ids: [1], method: 'assessment_center' })
  })

  it('lets, of several results of one day, the method speak that stands first, whichever was recorded last', () => {
    const sameDay = [one(7, 3, 'assessment_center', '2026-05-04'), one(8, 3, 'penilaian_atasan', '2026-05-04')]
    expect(choose(sameDay, by('latest'), today)).toMatchObject({ ids: [7], method: 'assessment_center' })
    expect(choose(sameDay, by('highest'), today)).toMatchObject({ ids: [7], method: 'assessment_center' })
    const twice = [...sameDay, one(9, 4, 'assessment_center', '2026-05-04')]
    expect(choose(twice, by('latest'), today)).toMatchObject({ level: 4, ids: [9] })
  })

  it('weighs: 40 × 3 + 25 × 4 + 10 × 2 over 75 is 3,2, so level 3; it rests on all three and holds as long as the first of them', () => {
    const chosen = choose([centre, { ...cact, validUntil: '2027-09-15' }, superior], by('weighted'), today)
    expect(chosen).toEqual({
      level: 3,
      value: { n: 240, d: 75 },
      ids: [1, 2, 3],
      method: null,
      assessedOn: '2026-02-01',
      validUntil: '2027-09-15',
    })
  })

  it('rounds an exact half downwards, anything above it up', () => {
    const equal = { ...shipped.weights, assessment_center: 1, cact: 1, penilaian_atasan: 0 }
    expect(choose([centre, cact], by('weighted', { weights: equal }), today)?.level).toBe(3)
    expect(choose([centre, cact], by('weighted', { weights: { ...equal, assessment_center: 49, cact: 51 } }), today)?.level).toBe(
      4,
    )
  })

  it('needs as many methods as it says: two of three reach level 3; three of two are not there', () => {
    expect(choose(all, by('at_least_n', { atLeast: 2 }), today)).toMatchObject({ level: 3, ids: [1, 2] })
    expect(choose([centre, cact], by('at_least_n', { atLeast: 3 }), today)).toBeNull()
    const again = one(4, 5, 'cact', '2026-01-01')
    expect(choose([cact, again], by('at_least_n', { atLeast: 2 }), today)).toBeNull() // one method twice is one method
  })

  it('lets a valid result speak before an expired one, and the expired where there is no other', () => {
    const expired = one(5, 5, 'assessment_center', '2026-05-01', '2026-11-21')
    expect(choose([expired, cact], by('latest'), today)?.ids).toEqual([2])
    expect(choose([expired], by('latest'), today)).toMatchObject({ level: 5, validUntil: '2026-11-21' })
  })

  it('keeps what does not count out: oneself, the future', () => {
    expect(choose([one(6, 5, 'penilaian_diri', '2026-10-01')], by('highest'), today)).toBeNull()
    expect(choose([one(7, 5, 'cact', '2026-11-23')], by('highest'), today)).toBeNull()
  })

  it('never gives a level nobody found, whatever the order the results come in', () => {
    const results = fc.array(
      fc.record({
        id: fc.integer({ min: 1, max: 1000 }),
        level: fc.integer({ min: 1, max: 5 }),
        method: fc.constantFrom<Evidence['method']>('cact', 'wawancara', 'assessment_center'),
        assessedOn: fc.constantFrom('2024-01-01', '2025-01-01', '2026-01-01'),
        validUntil: fc.constantFrom('2026-01-02', '2029-01-01'),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(
        results,
        fc.constantFrom<ChoiceRule>('latest', 'highest', 'prioritised', 'weighted', 'at_least_n'),
        (rows, rule) => {
          const unique = rows.filter((row, index) => rows.findIndex(other => other.id === row.id) === index)
          const chosen = choose(unique, by(rule), today)
          expect(choose([...unique].reverse(), by(rule), today)).toEqual(chosen)
          if (!chosen) return
          const levels = unique.map(row => row.level)
          expect(chosen.level).toBeGreaterThanOrEqual(Math.min(...levels))
          expect(chosen.level).toBeLessThanOrEqual(Math.max(...levels))
        },
      ),
    )
  })
})
