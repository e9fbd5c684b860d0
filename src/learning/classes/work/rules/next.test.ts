import { describe, expect, it } from 'vitest'
import { inOrder, stepOf, type Working } from './next.ts'

const quiet: Working = {
  state: 'open',
  startsOn: '2026-03-09',
  endsOn: '2026-03-11',
  asked: 0,
  sessions: 6,
  sessionToday: false,
  plans: true,
  today: '2026-03-02',
}

describe('what a class waits for', () => {
  it('is nothing while it is open, planned, and nobody asks', () => {
    expect(stepOf(quiet)).toBeNull()
    expect(stepOf({ ...quiet, startsOn: null, endsOn: null, sessions: 0 })).toBeNull()
    expect(stepOf({ ...quiet, state: 'running', today: '2026-03-11' })).toBeNull()
  })
  it('is attendance today before anything else, then its closing once its last day is over', () => {
    expect(stepOf({ ...quiet, state: 'running', sessionToday: true, asked: 3 })).toBe('attend')
    expect(stepOf({ ...quiet, state: 'running', today: '2026-03-12', asked: 3 })).toBe('close')
    expect(stepOf({ ...quiet, asked: 3, sessions: 0 })).toBe('decide')
    expect(stepOf({ ...quiet, state: 'draft', sessions: 0 })).toBe('open')
    expect(stepOf({ ...quiet, sessions: 0 })).toBe('timetable')
  })
  it('of who only teaches is attendance and scores', () => {
    const teaches = { ...quiet, plans: false, asked: 3, sessions: 0 }
    expect(stepOf(teaches)).toBeNull()
    expect(stepOf({ ...teaches, sessionToday: true })).toBe('attend')
    expect(stepOf({ ...teaches, today: '2026-03-12' })).toBe('score')
  })
  it('a draft has no attendance and is not closed', () =>
    expect(stepOf({ ...quiet, state: 'draft', sessionToday: true, today: '2026-04-01' })).toBe('open'))
})

describe('the order', () => {
  it('is by how urgent the step is, then by the first day', () => {
    const classes = [
      { ...quiet, id: 1 },
      { ...quiet, id: 2, asked: 1 },
      { ...quiet, id: 3, sessionToday: true },
      { ...quiet, id: 4, startsOn: '2026-03-05' },
      { ...quiet, id: 5, startsOn: null, endsOn: null },
    ]
    expect(inOrder(classes).map(({ one }) => one.id)).toEqual([3, 2, 4, 1, 5])
  })
})
