import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formEntries } from '../../../regulation/index.ts'
import { jpPolicy } from '../../jp/policy.ts'
import { choiceOf } from '../../jp/rules/choice.ts'
import { recognise } from '../../jp/rules/recognise.ts'
import {
  type ActivityKind,
  type ActivityState,
  activityKinds,
  activitySteps,
  kindsOfActivity,
  logFlaws,
  recordsOf,
  reportFlaws,
  stepTo,
} from './activity.ts'

const span = { startsOn: '2026-03-01', endsOn: '2026-03-31' }
const entry = (on: string, minutes = 60, confirmed = true) => ({ on, minutes, confirmed })

describe('the steps of an activity', () => {
  it('a coach agrees to coaching, and not the atasan in the place of the coach', () => {
    expect(stepTo('coaching', 'proposed', 'agree', ['partner'])).toBe('agreed')
    expect(stepTo('coaching', 'proposed', 'agree', ['approver'])).toBeNull()
    expect(stepTo('magang', 'proposed', 'agree', ['approver'])).toBe('agreed')
  })
  it('nobody approves the own, and nobody approves what was not reported', () => {
    expect(stepTo('magang', 'reported', 'approve', ['learner'])).toBeNull()
    expect(stepTo('magang', 'reported', 'approve', ['partner'])).toBeNull()
    expect(stepTo('magang', 'agreed', 'approve', ['approver'])).toBeNull()
    expect(stepTo('magang', 'reported', 'approve', ['approver'])).toBe('approved')
  })
  it('what is over stays over', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...activityKinds),
        fc.constantFrom<ActivityState>('approved', 'rejected', 'cancelled'),
        fc.constantFrom(...activitySteps),
        (kind, state, step) => stepTo(kind, state, step, ['learner', 'partner', 'approver']) === null,
      ),
    ))
})

describe('the log', () => {
  it('knows no day to come, none outside the activity, no empty words', () => {
    const words = 'Membahas rencana kerja'
    expect(logFlaws({ on: '2026-03-10', minutes: 60, words }, span, '2026-03-12')).toEqual([])
    expect(logFlaws({ on: '2026-03-13', minutes: 60, words }, span, '2026-03-12')).toEqual(['future'])
    expect(logFlaws({ on: '2026-02-28', minutes: 60, words }, span, '2026-03-12')).toEqual(['outside'])
    expect(logFlaws({ on: null, minutes: 1441, words: 'x' }, span, '2026-03-12')).toEqual(['day', 'minutes', 'words'])
  })
  it('without a session that the coach confirmed there is nothing to report', () => {
    const outcome = 'Saya dapat memimpin rapat sendiri.'
    expect(reportFlaws('coaching', { log: [{ confirmed: false }], outcome, letters: 0 })).toEqual(['unconfirmed'])
    expect(reportFlaws('coaching', { log: [{ confirmed: true }], outcome, letters: 0 })).toEqual([])
    expect(reportFlaws('magang', { log: [{ confirmed: false }], outcome, letters: 0 })).toEqual(['letter'])
    expect(reportFlaws('penugasan', { log: [], outcome: '', letters: 0 })).toEqual(['log', 'outcome'])
  })
})

describe('what an approved activity counts', () => {
  const log = ['2026-03-05', '2026-03-12', '2026-03-19'].map(on => entry(on, 90))
  it.each<[ActivityKind, number, number, number]>([
    // kind, its number in SIASN, JP at home and abroad (DOMAIN.md 4), of three sessions of 90 minutes in one month
    ['coaching', 14, 4, 4],
    ['mentoring', 15, 4, 4],
    ['bimbingan_kerja', 24, 4, 4.8],
    ['patok_banding', 20, 10, 10],
    ['magang', 10, 20, 24],
    ['detasering', 18, 20, 24],
    ['pertukaran', 21, 20, 24],
    ['penugasan', 25, 6, 6],
  ])('%s is number %d and counts %d JP, abroad %d', (kind, national, home, abroad) => {
    const { form } = kindsOfActivity[kind]
    expect(formEntries[form].national).toBe(national)
    const jp = (international: boolean) => {
      const claims = recordsOf(kind, span, log, 45).map((one, id) => ({ ...one, id, form, international }))
      const { records } = recognise(claims, () => ({
        employment: 'pns',
        choice: choiceOf(jpPolicy.defaultAt('2026-03-31').value),
      }))
      return records.reduce((sum, one) => sum + one.recognised, 0) / 10
    }
    expect([jp(false), jp(true)]).toEqual([home, abroad])
  })
  it('is all eight kinds', () => expect(activityKinds).toHaveLength(8))
})

describe('what is recorded', () => {
  it('of coaching each confirmed day once: three sessions, two of one day, one unconfirmed make one record', () =>
    expect(recordsOf('coaching', span, [entry('2026-03-05'), entry('2026-03-05'), entry('2026-03-09', 60, false)], 45)).toEqual([
      { startedOn: '2026-03-05', endedOn: '2026-03-05', jp: null, sessions: 1 },
    ]))
  it('of an internship the whole', () =>
    expect(recordsOf('magang', span, [entry('2026-03-05')], 45)).toEqual([
      { startedOn: '2026-03-01', endedOn: '2026-03-31', jp: null, sessions: null },
    ]))
  it('of an assignment its hours: 225 minutes are 5 JP of 45, 44 are none', () => {
    expect(recordsOf('penugasan', span, [entry('2026-03-05', 180), entry('2026-03-06', 45)], 45)[0]!.jp).toBe(5)
    expect(recordsOf('penugasan', span, [entry('2026-03-05', 44)], 45)).toEqual([])
  })
})
