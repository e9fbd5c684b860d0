import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, isTime, localOf, zoneName } from './local-time.ts'

describe('local time', () => {
  it('reads a time where the class is held: eight in the morning in Jayapura is eleven at night before in UTC', () => {
    expect(instantOf('2026-11-22', '08:00', 'Asia/Jayapura').toISOString()).toBe('2026-11-21T23:00:00.000Z')
    expect(instantOf('2026-11-22', '08:00', 'Asia/Jakarta').toISOString()).toBe('2026-11-22T01:00:00.000Z')
    expect(localOf(new Date('2026-11-21T23:30:00Z'), 'Asia/Makassar')).toEqual({ day: '2026-11-22', time: '07:30' })
  })
  it('gives back what was put in, in each zone', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2001-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }),
        fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'),
        (date, zone) => {
          const minute = new Date(Math.floor(date.getTime() / 60_000) * 60_000)
          const { day, time } = localOf(minute, zone)
          expect(instantOf(day, time, zone)).toEqual(minute)
        },
      ),
    ))
  it('knows no time that the clock does not', () => {
    expect([isTime('07:05'), isTime('24:00'), isTime('7:05'), isTime('07:60')]).toEqual([true, false, false, false])
  })
  it('names the zones as people do, and refuses others', () => {
    expect(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'].map(zoneName)).toEqual(['WIB', 'WITA', 'WIT'])
    expect(() => instantOf('2026-11-22', '08:00', 'Europe/Berlin')).toThrow()
  })
})
