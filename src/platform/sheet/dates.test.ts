import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDate } from './dates.ts'
import type { Cell } from './reading.ts'

describe('readDate', () => {
  test.each<[Cell, string]>([
    [new Date('1990-01-31T00:00:00Z'), '1990-01-31'],
    [new Date('2023-12-31T23:59:59.999Z'), '2024-01-01'], // a fraction of a day that fell short of midnight
    [45292, '2024-01-01'],
    [45292.75, '2024-01-01'],
    [10959, '1930-01-01'],
    ['31-01-1990', '1990-01-31'],
    ['1/2/1990', '1990-02-01'],
    ['01.02.1990', '1990-02-01'],
    ['01 02 1990', '1990-02-01'],
    ['01 - 02 - 1990', '1990-02-01'],
    ['01/02/1990 00:00:00', '1990-02-01'],
    ['1990-02-01', '1990-02-01'],
    ['1990-02-01T00:00:00.000Z', '1990-02-01'],
    ['1990-02-01 13:45', '1990-02-01'],
    ['2024-02-29', '2024-02-29'],
    ['1 Januari 2024', '2024-01-01'],
    ['17 AGUSTUS 1945', '1945-08-17'],
    ['1 Pebruari 2000', '2000-02-01'],
    ['10 Nopember 2000', '2000-11-10'],
    ['1-Mei-2024', '2024-05-01'],
    ['01-Des-2024', '2024-12-01'],
    ['5 Agt. 2024', '2024-08-05'],
    ['12-Oct-2024', '2024-10-12'],
    ["Jum'at, 5 Januari 2024", '2024-01-05'],
    ['\u00a01\u00a0Januari 2024', '2024-01-01'],
  ])('%j is %s', (cell, value) => {
    expect(readDate(cell)).toEqual({ ok: true, value })
  })

  test.each<[Cell, string]>([
    [null, 'empty'],
    ['  ', 'empty'],
    ['-', 'not_a_date'],
    ['kemarin', 'not_a_date'],
    ['1 Foo 2024', 'not_a_date'],
    ['2024', 'not_a_date'],
    [true, 'not_a_date'],
    [-1, 'not_a_date'],
    [20240131, 'not_a_date'],
    [Number.NaN, 'not_a_date'],
    [new Date(Number.NaN), 'not_a_date'],
    ['31-02-2024', 'no_such_day'],
    ['29-02-2023', 'no_such_day'],
    ['00-01-2024', 'no_such_day'],
    ['12/31/2024', 'no_such_day'],
    ['31 April 2024', 'no_such_day'],
    ['01-01-1929', 'out_of_range'],
    ['01-01-2101', 'out_of_range'],
    [2024, 'out_of_range'], // a year typed as a number is a day of 1905 to Excel
    ['01-02-24', 'two_digit_year'],
    ['1 Jan 24', 'two_digit_year'],
    ['1989-12-31T17:00:00Z', 'time_zone'],
    ['1989-12-31T22:00:00+07:00', 'time_zone'],
  ])('%j: %s', (cell, reason) => {
    expect(readDate(cell)).toEqual({ ok: false, reason })
  })

  test('reads any day in every spelling, whatever the time zone of the machine', () => {
    const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2100-12-31T23:00:00Z'), noInvalidDate: true })
    fc.assert(
      fc.property(day, date => {
        const iso = date.toISOString().slice(0, 10)
        const midnight = new Date(`${iso}T00:00:00Z`)
        const [year, month, dayOfMonth] = iso.split('-')
        const long = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' }).format(midnight)
        const cells: Cell[] = [iso, midnight, midnight.getTime() / 86_400_000 + 25_569, `${dayOfMonth}-${month}-${year}`, long]
        for (const cell of cells) expect(readDate(cell)).toEqual({ ok: true, value: iso })
      }),
    )
  })

  test('any text has an answer, quickly', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789-/.: TZ+JanMei'), maxLength: 80 })
    fc.assert(fc.property(text, value => void expect(readDate(value)).toHaveProperty('ok')))
  })
})
