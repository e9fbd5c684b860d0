import { describe, expect, it } from 'vitest'
import { checksOf, mayClose } from './checks.ts'

const good = { people: 30, sessions: 10, sessionsAhead: 0, undecided: 0, unknownResults: 0, accredited: true }
const open = (change: Partial<Parameters<typeof checksOf>[0]>) =>
  checksOf({ ...good, ...change })
    .filter(one => one.state !== 'done')
    .map(one => `${one.key} ${one.state} ${one.count}`)

describe('what must hold before a class is closed', () => {
  it('is all of it', () => {
    expect(mayClose(checksOf(good))).toBe(true)
    expect(open({ people: 0 })).toEqual(['people missing 0'])
    expect(open({ sessions: 0 })).toEqual(['sessions missing 0'])
    expect(open({ sessionsAhead: 2, undecided: 5 })).toEqual(['sessions open 2', 'attendance open 5'])
    expect(open({ unknownResults: 1 })).toEqual(['results open 1'])
    expect(open({ accredited: false })).toEqual(['accreditation open 1'])
    expect(mayClose(checksOf({ ...good, accredited: false }))).toBe(false)
  })
  it('asks for no accreditation where none is needed', () => {
    expect(checksOf({ ...good, accredited: null }).map(one => one.key)).toEqual(['people', 'sessions', 'attendance', 'results'])
  })
})
