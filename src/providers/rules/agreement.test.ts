import fc from 'fast-check'
import { expect, it } from 'vitest'
import { stateOfAgreement } from './agreement.ts'
import { addDays } from './days.ts'

const one = { fromDate: '2026-01-01', untilDate: '2026-12-31', endedOn: null }

it.each([
  ['the day before it begins', '2025-12-31', 'coming'],
  ['its first day', '2026-01-01', 'holds'],
  ['91 days before its end', '2026-10-01', 'holds'],
  ['90 days before its end', '2026-10-02', 'ending'],
  ['its last day', '2026-12-31', 'ending'],
  ['the day after', '2027-01-01', 'ended'],
])('stands by the day: %s', (_, day, state) => expect(stateOfAgreement(one, day)).toBe(state))

it('that was ended holds until the day before, even where its last day is past', () => {
  const ended = { ...one, endedOn: '2026-06-01' }
  expect([stateOfAgreement(ended, '2026-05-31'), stateOfAgreement(ended, '2026-06-01')]).toEqual(['holds', 'ended_early'])
  expect(stateOfAgreement(ended, '2028-01-01')).toBe('ended_early')
})

it('goes one way only, from coming to ended', () => {
  const order = ['coming', 'holds', 'ending', 'ended']
  fc.assert(
    fc.property(fc.nat(2000), fc.nat(2000), fc.nat(2500), fc.nat(2500), (from, lasts, a, b) => {
      const start = addDays('2024-01-01', from)
      const agreement = { fromDate: start, untilDate: addDays(start, lasts), endedOn: null }
      const at = (n: number) => order.indexOf(stateOfAgreement(agreement, addDays('2024-01-01', n)))
      expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)))
    }),
  )
})
