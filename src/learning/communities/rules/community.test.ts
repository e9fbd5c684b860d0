import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closeFlaw, communityFlaws, jpOfMinutes, mayAccept, meetingFlaws, meetingState, topicFlaws } from './community.ts'

describe('a community', () => {
  it('has a name and says what it is about', () => {
    expect(communityFlaws({ name: 'Arsiparis', about: 'Tempat arsiparis saling belajar' })).toEqual([])
    expect(communityFlaws({ name: 'A', about: 'x' })).toEqual(['name', 'about'])
  })
  it('has topics with words in them', () => expect(topicFlaws({ title: '', body: 'pendek' })).toEqual(['title', 'body']))
  it('meets on a day that exists, for a quarter of an hour to ten hours, somewhere', () => {
    const typed = { title: 'Bedah kasus', on: '2026-11-20', minutes: 90, place: 'Aula' }
    expect(meetingFlaws(typed)).toEqual([])
    expect(meetingFlaws({ title: 'x', on: null, minutes: 601, place: '' })).toEqual(['title', 'day', 'minutes', 'place'])
  })
})

describe('the hours of a meeting', () => {
  it('90 minutes are 2 JP of 45; 44 are none', () => {
    expect(jpOfMinutes(90, 45)).toBe(2)
    expect(jpOfMinutes(44, 45)).toBe(0)
  })
  it('never pass the time', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: 1, max: 60 }),
        (minutes, of) => jpOfMinutes(minutes, of) * of <= minutes,
      ),
    ))
  it('are recorded once it took place and somebody came, and once', () => {
    const meeting = { on: '2026-11-22', closed: false }
    expect(closeFlaw(meeting, 3, '2026-11-22')).toBeNull()
    expect(closeFlaw(meeting, 3, '2026-11-21')).toBe('early')
    expect(closeFlaw(meeting, 2, '2026-11-22')).toBeNull()
    expect(closeFlaw(meeting, 1, '2026-11-22')).toBe('alone')
    expect(closeFlaw({ ...meeting, closed: true }, 3, '2026-11-22')).toBe('closed')
  })
})

describe('a meeting', () => {
  it('is due from its day on, until it is closed', () => {
    expect(meetingState({ on: '2026-11-23', closed: false }, '2026-11-22')).toBe('planned')
    expect(meetingState({ on: '2026-11-22', closed: false }, '2026-11-22')).toBe('due')
    expect(meetingState({ on: '2026-11-21', closed: true }, '2026-11-22')).toBe('closed')
  })
})

describe('the answer to a question', () => {
  const asked = { kind: 'tanya', authorId: 1, answered: false } as const
  it('is accepted by who asked, or by who leads; never the own, never twice, never of a discussion', () => {
    expect(mayAccept(asked, 2, { pegawaiId: 1, leads: false })).toBe(true)
    expect(mayAccept(asked, 2, { pegawaiId: 9, leads: true })).toBe(true)
    expect(mayAccept(asked, 2, { pegawaiId: 9, leads: false })).toBe(false)
    expect(mayAccept(asked, 1, { pegawaiId: 1, leads: true })).toBe(false)
    expect(mayAccept(asked, 9, { pegawaiId: 9, leads: true })).toBe(false)
    expect(mayAccept({ ...asked, answered: true }, 2, { pegawaiId: 1, leads: false })).toBe(false)
    expect(mayAccept({ ...asked, kind: 'bahasan' }, 2, { pegawaiId: 1, leads: false })).toBe(false)
  })
})
