import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookingOf, fullDays } from './clash.ts'
import { planOf } from './curriculum.ts'
import { readPoint, readSession, type SessionFrame, type TypedSession } from './session.ts'

const frame: SessionFrame = {
  startsOn: '2026-11-22',
  endsOn: '2026-11-24',
  timeZone: 'Asia/Jakarta',
  subjects: [{ sort: 1, title: 'Perencanaan' }],
  rooms: [{ id: 7, capacity: 30 }],
  trainers: [{ id: 3 }],
  people: 30,
  minutesOfJp: 45,
}
const typed: TypedSession = {
  day: '2026-11-22',
  from: '08:00',
  until: '11:00',
  subject: '1',
  title: '',
  jp: '4',
  mode: 'tatap_muka',
  room: '7',
  trainers: [3, 3],
  meetingUrl: '',
  meetingCapacity: '',
  point: '',
  radius: '',
}
const flawsOf = (fields: Partial<TypedSession>, of = frame) => {
  const read = readSession({ ...typed, ...fields }, of)
  return read.ok ? [] : read.flaws.map(one => `${one.field}: ${one.flaw}`)
}

describe('a session as it is typed', () => {
  it('is read on the clocks of the class, each trainer once', () => {
    const read = readSession(typed, frame)
    expect(read).toMatchObject({ ok: true, values: { title: 'Perencanaan', jp: 4, roomId: 7, trainers: [3], point: null } })
    expect(read.ok && read.values.startsAt.toISOString()).toBe('2026-11-22T01:00:00.000Z')
  })
  it('holds one JP in 45 minutes: four in three hours, not five', () => {
    expect(flawsOf({ jp: '4' })).toEqual([])
    expect(flawsOf({ jp: '5' })).toEqual(['jp: jp_time'])
    expect(flawsOf({ jp: '4' }, { ...frame, minutesOfJp: 46 })).toEqual(['jp: jp_time'])
  })
  it('says each flaw at its field', () => {
    expect(flawsOf({ day: '2026-11-25' })).toEqual(['day: day_outside'])
    expect(flawsOf({ until: '08:00' })).toEqual(['until: until_before'])
    expect(flawsOf({ subject: '', jp: '' })).toEqual(['title: title_missing'])
    expect(flawsOf({ subject: '', title: 'Pembukaan', jp: '' })).toEqual([])
    expect(flawsOf({ mode: 'daring' })).toEqual(['room: room_online'])
    expect(flawsOf({}, { ...frame, people: 31 })).toEqual(['room: room_small'])
    expect(flawsOf({ trainers: [4] })).toEqual(['trainers: trainers'])
    expect(flawsOf({ meetingUrl: 'temu.example' })).toEqual(['meetingUrl: url'])
    expect(flawsOf({ point: '91, 0' })).toEqual(['point: point'])
    expect(flawsOf({ point: '-2.1, 106.1', radius: '5' })).toEqual(['radius: radius'])
  })
  it('never breaks, whatever is typed', () =>
    fc.assert(
      fc.property(
        fc.record(
          Object.fromEntries(
            Object.keys(typed)
              .filter(key => key !== 'trainers')
              .map(key => [key, fc.string()]),
          ),
        ),
        any => {
          expect(readSession({ ...typed, ...any } as TypedSession, frame).ok).toBe(false)
        },
      ),
    ))
  it('takes a place as maps give it', () => {
    expect(readPoint('-2.129100, 106.113800')).toEqual({ latitude: -2.1291, longitude: 106.1138 })
    expect([readPoint('0,181'), readPoint('Pangkalpinang'), readPoint('')]).toEqual([null, null, null])
  })
})

describe('a booking', () => {
  it('is refused by a room, a trainer or the class itself, whatever the reason; participants may be overruled', () => {
    expect(bookingOf([], '')).toBe('free')
    expect(bookingOf([{ kind: 'room' }], 'Perintah pimpinan')).toBe('refused')
    expect(bookingOf([{ kind: 'participants' }, { kind: 'trainer' }], 'Perintah pimpinan')).toBe('refused')
    expect(bookingOf([{ kind: 'participants' }], 'ya')).toBe('reason_needed')
    expect(bookingOf([{ kind: 'participants' }], 'Ujian susulan')).toBe('free')
  })
  it('leaves a day at what it holds by the rule of its date', () => {
    const holds = (day: string) => ({ most: day < '2027' ? 12 : 10, verified: false })
    expect(fullDays(new Map([['2026-12-31', 12]]), holds)).toEqual([])
    const days = new Map([
      ['2026-12-31', 13],
      ['2027-01-01', 11],
    ])
    expect(fullDays(days, holds)).toEqual([
      { day: '2026-12-31', jp: 13, most: 12, verified: false },
      { day: '2027-01-01', jp: 11, most: 10, verified: false },
    ])
  })
})

describe('the curriculum', () => {
  it('counts what is planned of each subject, and what is none of it for none', () => {
    const subjects = [
      { sort: 1, title: 'A', jp: 4 },
      { sort: 2, title: 'B', jp: 2 },
    ]
    const sessions = [
      { subjectSort: 1, jp: 3 },
      { subjectSort: 2, jp: 3 },
      { subjectSort: null, jp: 5 },
    ]
    expect(planOf(subjects, sessions).map(one => one.left)).toEqual([1, -1])
  })
})
