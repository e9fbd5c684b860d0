import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { admitted, keptSeats, regionalSeats } from './seats.ts'

describe('seats kept for the regions', () => {
  it('are 30 % of the seats planned, rounded up: 9 of 30, 13 of 41, 1 of 1', () => {
    expect(regionalSeats(30, 30)).toBe(9)
    expect(regionalSeats(41, 30)).toBe(13)
    expect(regionalSeats(1, 30)).toBe(1)
    expect(regionalSeats(10, 30)).toBe(3)
    expect(regionalSeats(100, 100)).toBe(100)
  })

  const ministry = { seatsMax: 30, regionalShare: 30, regionalUntil: '2026-03-10', startsOn: '2026-04-01', central: true }
  it('are kept to the end of their last day, and then fall free', () => {
    expect(keptSeats(ministry, '2026-03-10')).toBe(9)
    expect(keptSeats(ministry, '2026-03-11')).toBe(0)
  })
  it('without a date are kept until the class begins', () => {
    expect(keptSeats({ ...ministry, regionalUntil: null }, '2026-03-31')).toBe(9)
    expect(keptSeats({ ...ministry, regionalUntil: null }, '2026-04-01')).toBe(0)
  })
  it('are none where a region holds the class, no share was set or seats have no end', () => {
    expect(keptSeats({ ...ministry, central: false }, '2026-01-01')).toBe(0)
    expect(keptSeats({ ...ministry, regionalShare: null }, '2026-01-01')).toBe(0)
    expect(keptSeats({ ...ministry, seatsMax: null }, '2026-01-01')).toBe(0)
  })
})

const of = (text: string) => [...text].map((sign, index) => ({ pegawaiId: index + 1, regional: sign === 'd' }))

describe('who has a seat', () => {
  it('is who asked first', () => {
    expect(admitted({ max: 2, kept: 0 }, { regional: 0, other: 0 }, of('ppdd'))).toEqual([1, 2])
    expect(admitted({ max: 2, kept: 0 }, { regional: 1, other: 1 }, of('pd'))).toEqual([])
  })
  it('of people of the centre only while no kept seat is touched; who comes from a region passes them', () => {
    expect(admitted({ max: 4, kept: 2 }, { regional: 0, other: 1 }, of('pppdp'))).toEqual([1, 4])
    expect(admitted({ max: 4, kept: 2 }, { regional: 3, other: 0 }, of('p'))).toEqual([1])
  })
  it('is everybody where seats have no end', () => {
    expect(admitted({ max: null, kept: 0 }, { regional: 0, other: 0 }, of('pdp'))).toEqual([1, 2, 3])
  })

  const seats = fc.record({ max: fc.integer({ min: 1, max: 30 }), percent: fc.integer({ min: 0, max: 100 }) })
  const queue = fc.array(fc.boolean(), { maxLength: 60 }).map(list => list.map((regional, i) => ({ pegawaiId: i + 1, regional })))
  it('never makes more seats, never gives a kept one away, and leaves nobody waiting who could have come in', () => {
    fc.assert(
      fc.property(seats, queue, ({ max, percent }, people) => {
        const kept = percent === 0 ? 0 : regionalSeats(max, percent)
        const inNow = new Set(admitted({ max, kept }, { regional: 0, other: 0 }, people))
        const others = people.filter(one => inNow.has(one.pegawaiId) && !one.regional).length
        const regional = inNow.size - others
        expect(inNow.size).toBeLessThanOrEqual(max)
        expect(others).toBeLessThanOrEqual(max - kept)
        for (const one of people.filter(one => !inNow.has(one.pegawaiId))) {
          expect(others + regional === max || (!one.regional && others === max - kept)).toBe(true)
        }
        const order = [...inNow]
        expect(order).toEqual([...order].sort((a, b) => a - b))
      }),
    )
  })
})
