import { describe, expect, it } from 'vitest'
import { firstState, type Joiner, type Joining, joinFlaw, mayWithdraw, nextToDecide, registrationFlaw } from './enrol.ts'
import { nipsIn } from './nips.ts'

const open: Joining = {
  state: 'open',
  startsOn: '2026-05-04',
  endsOn: '2026-05-08',
  registrationUntil: null,
  admission: 'open',
  openFor: null,
}
const who: Joiner = { instansiId: 2, state: null, entryMet: true, clashes: false }
const day = '2026-04-01'

describe('registration', () => {
  it('goes on to the end of its last day, or of the first day of the class', () => {
    expect(registrationFlaw({ ...open, registrationUntil: '2026-04-01' }, '2026-04-01')).toBeNull()
    expect(registrationFlaw({ ...open, registrationUntil: '2026-04-01' }, '2026-04-02')).toBe('over')
    expect(registrationFlaw(open, '2026-05-04')).toBeNull()
    expect(registrationFlaw(open, '2026-05-05')).toBe('over')
  })
  it('has no end where one learns alone', () => {
    expect(registrationFlaw({ ...open, startsOn: null, endsOn: null }, '2099-01-01')).toBeNull()
  })
  it('is closed in a draft, a closed or a cancelled class, and in a running one that names no later day', () => {
    for (const state of ['draft', 'closed', 'cancelled', 'running'] as const)
      expect(registrationFlaw({ ...open, state }, day)).toBe('not_open')
    expect(registrationFlaw({ ...open, state: 'running', registrationUntil: '2026-05-06' }, '2026-05-05')).toBeNull()
  })
})

describe('who can join', () => {
  it('is who meets the rules, or of whom it is not known', () => {
    expect(joinFlaw(open, who, 'self', day)).toBeNull()
    expect(joinFlaw(open, { ...who, entryMet: null }, 'self', day)).toBeNull()
    expect(joinFlaw(open, { ...who, entryMet: false }, 'self', day)).toBe('entry')
    expect(joinFlaw(open, { ...who, entryMet: false }, 'nominated', day)).toBe('entry')
  })
  it('is nobody twice, and nobody again who finished', () => {
    for (const state of ['requested', 'waiting', 'enrolled'] as const)
      expect(joinFlaw(open, { ...who, state }, 'nominated', day)).toBe('already')
    expect(joinFlaw(open, { ...who, state: 'completed' }, 'self', day)).toBe('finished')
    expect(joinFlaw(open, { ...who, state: 'failed' }, 'self', day)).toBe('finished')
    expect(joinFlaw(open, { ...who, state: 'withdrawn' }, 'self', day)).toBeNull()
  })
  it('is whom others nominate, where the class says so or it was rejected before', () => {
    const nomination = { ...open, admission: 'nomination' as const }
    expect(joinFlaw(nomination, who, 'self', day)).toBe('nomination_only')
    expect(joinFlaw(nomination, who, 'nominated', day)).toBeNull()
    expect(joinFlaw(nomination, who, 'planned', day)).toBeNull()
    expect(joinFlaw(open, { ...who, state: 'rejected' }, 'self', day)).toBe('nomination_only')
    expect(joinFlaw(open, { ...who, state: 'rejected' }, 'nominated', day)).toBeNull()
  })
  it('is nobody who sits in another class then; what else is in the way is said first', () => {
    expect(joinFlaw(open, { ...who, clashes: true }, 'self', day)).toBe('clash')
    expect(joinFlaw(open, { ...who, clashes: true }, 'nominated', day)).toBe('clash')
    expect(joinFlaw(open, { ...who, clashes: true, entryMet: false }, 'self', day)).toBe('entry')
  })
  it('is of an instansi that the class is open to', () => {
    expect(joinFlaw({ ...open, openFor: [2, 3] }, who, 'self', day)).toBeNull()
    expect(joinFlaw({ ...open, openFor: [3] }, who, 'self', day)).toBe('not_for_instansi')
  })
})

describe('who decides', () => {
  it('is nobody in an open class, unless the instansi is asked first', () => {
    expect(firstState('open', false, false)).toBe('waiting')
    expect(firstState('open', true, false)).toBe('requested')
    expect(firstState('open', true, true)).toBe('waiting')
    expect(firstState('approval', false, true)).toBe('requested')
    expect(firstState('nomination', true, true)).toBe('requested')
  })
  it('is the instansi until it agreed, then the organiser', () => {
    expect(nextToDecide(true, false)).toBe('instansi')
    expect(nextToDecide(true, true)).toBe('organiser')
    expect(nextToDecide(false, false)).toBe('organiser')
  })
})

describe('withdrawing alone', () => {
  it('is possible to the day before the class begins', () => {
    expect(mayWithdraw('enrolled', open, '2026-05-03')).toBe(true)
    expect(mayWithdraw('waiting', open, '2026-05-03')).toBe(true)
    expect(mayWithdraw('enrolled', open, '2026-05-04')).toBe(false)
    expect(mayWithdraw('completed', open, '2026-05-03')).toBe(false)
    expect(mayWithdraw('enrolled', { ...open, state: 'running' }, '2026-05-03')).toBe(false)
    expect(mayWithdraw('enrolled', { state: 'open', startsOn: null }, '2099-01-01')).toBe(true)
  })
})

describe('a pasted list of NIP', () => {
  it('gives each once, in its order, however they are grouped, and says which lines are none', () => {
    const text = "NIP\n19900101 201001 1 001\r\n199001012010011002;'199001012010011001\n\n12345\nAni, 199001012010011003"
    expect(nipsIn(text)).toEqual({
      nips: ['199001012010011001', '199001012010011002', '199001012010011003'],
      bad: ['12345', 'Ani'],
    })
    expect(nipsIn('')).toEqual({ nips: [], bad: [] })
  })
})
