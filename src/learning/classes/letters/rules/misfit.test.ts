import { describe, expect, it } from 'vitest'
import { misfitOf } from './misfit.ts'

const held = { startsOn: '2026-03-02', endsOn: '2026-03-06', place: 'Aula', withdrawn: null }
const now = { startsOn: '2026-03-02', endsOn: '2026-03-06', place: 'Aula', state: 'open' as const }

describe('a letter beside its class', () => {
  it('is right while the class is held as it says', () => {
    expect(misfitOf(held, now)).toBeNull()
    expect(misfitOf(held, { ...now, state: 'closed' })).toBeNull()
  })
  it('is wrong once the class is cancelled, or held on other days or elsewhere', () => {
    expect(misfitOf(held, { ...now, state: 'cancelled' })).toBe('cancelled')
    expect(misfitOf(held, { ...now, startsOn: '2026-03-01' })).toBe('dates')
    expect(misfitOf(held, { ...now, endsOn: '2026-03-07' })).toBe('dates')
    expect(misfitOf(held, { ...now, place: 'Hotel' })).toBe('place')
    expect(misfitOf(held, { ...now, place: null })).toBe('place')
  })
  it('that left the place open is not made wrong by one', () => expect(misfitOf({ ...held, place: null }, now)).toBeNull())
  it('that was withdrawn is not wrong any more', () =>
    expect(misfitOf({ ...held, withdrawn: {} }, { ...now, state: 'cancelled' })).toBeNull())
})
