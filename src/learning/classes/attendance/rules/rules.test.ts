import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkInTime, metresBetween, placed, secondsLeft, windowAt, windowHolds } from './check-in.ts'
import { attendedEnough, shareOf } from './share.ts'
import { readTypedList } from './typed-list.ts'

describe('the time of a check-in', () => {
  const session = { startsAt: new Date('2026-11-22T02:00:00Z'), endsAt: new Date('2026-11-22T05:00:00Z') }
  it.each([
    ['2026-11-22T01:29:59Z', 'early'],
    ['2026-11-22T01:30:00Z', 'open'],
    ['2026-11-22T05:15:00Z', 'open'],
    ['2026-11-22T05:15:01Z', 'over'],
  ])('at %s is %s: from half an hour before to a quarter after', (now, is) =>
    expect(checkInTime(session, new Date(now))).toBe(is),
  )

  it('takes the code of its own window and of the one on either side, and no other', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e9 }), fc.integer({ min: -5, max: 5 }), (second, step) => {
        const now = new Date(second * 1000)
        expect(windowHolds(windowAt(now) + step, now)).toBe(Math.abs(step) <= 1)
        expect(windowAt(new Date(now.getTime() + secondsLeft(now) * 1000))).toBe(windowAt(now) + 1)
      }),
    ))
})

describe('the place of a check-in', () => {
  const hall = { latitude: -2.1291, longitude: 106.1138, radius: 100 }
  it('takes who stands within it, and leaves the others and the silent to the organiser', () => {
    expect(placed(null, null)).toEqual({ state: 'hadir', distance: null })
    expect(placed(hall, null)).toEqual({ state: 'menunggu', distance: null })
    expect(placed(hall, { latitude: -2.1295, longitude: 106.1138 })).toEqual({ state: 'hadir', distance: 44 })
    expect(placed(hall, { latitude: -2.1391, longitude: 106.1138 })).toEqual({ state: 'menunggu', distance: 1112 })
  })
  it('measures the same both ways', () => {
    const point = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    })
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(metresBetween(a, b)).toBe(metresBetween(b, a))
        expect(metresBetween(a, a)).toBe(0)
        expect(metresBetween(a, b)).toBeLessThanOrEqual(20_015_087)
      }),
    )
  })
})

describe('enough attendance', () => {
  const of = (attended: number, held: number, undecidedJp = 0) => ({ attended, held, undecided: undecidedJp, undecidedJp })
  it('is 17 of 20 JP at 85 percent, and not 16', () => {
    expect(attendedEnough(of(17, 20), 85)).toBe('enough')
    expect(attendedEnough(of(16, 20), 85)).toBe('short')
  })
  it('is not known while what nobody decided could still make it', () => {
    expect(attendedEnough(of(16, 20, 1), 85)).toBe('unknown')
    expect(attendedEnough(of(10, 20, 6), 85)).toBe('short')
    expect(attendedEnough(of(0, 0), 85)).toBe('unknown')
    expect(attendedEnough(of(0, 0), null)).toBe('enough')
    expect([shareOf(of(0, 0)), shareOf(of(3, 4))]).toEqual([null, 0.75])
  })
  it('never becomes less by having been there more', () =>
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(100), (attended, rest, percent) => {
        const rank = { short: 0, unknown: 1, enough: 2 }
        const standing = (more: number) => rank[attendedEnough(of(attended + more, attended + rest + 1), percent)]
        expect(standing(1)).toBeGreaterThanOrEqual(standing(0))
      }),
    ))
})

describe('a typed list', () => {
  const people = [
    { pegawaiId: 1, nip: '199001012020121001' },
    { pegawaiId: 2, nip: '199001012020121002' },
  ]
  it('is read with semicolons, commas and tabs, spaces in the NIP, in any case', () => {
    const text = '19900101 202012 1 001\r\n\n199001012020121002,\tIZIN'
    expect(readTypedList(text, people)).toEqual({
      marks: [
        { pegawaiId: 1, state: 'hadir' },
        { pegawaiId: 2, state: 'izin' },
      ],
      bad: [],
    })
  })
  it('loses no line: each is a mark, or comes back', () =>
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...people.map(one => one.nip)), fc.string({ maxLength: 20 })), { maxLength: 8 }),
        lines => {
          const text = lines.join('\n')
          const { marks, bad } = readTypedList(text, people)
          expect(marks.length + bad.length).toBe(text.split(/\r?\n/).filter(line => line.trim() !== '').length)
        },
      ),
    ))
})
