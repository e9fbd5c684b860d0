import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readInteger, readText } from './cells.ts'
import { guard } from './guard.ts'
import type { Cell } from './reading.ts'

describe('readText', () => {
  test.each<[Cell | undefined, string | null]>([
    ['  Budi \u00a0 \n Santoso ', 'Budi Santoso'],
    ['Bu\u200bdi\ufeff', 'Budi'],
    ['\u200b \u00a0', null],
    [null, null],
    [undefined, null],
    ['', null],
    ["'+62811", '+62811'],
    ["Ma'ruf", "Ma'ruf"],
    ["'ain", "'ain"],
    [3, '3'],
    [3.5, '3.5'],
    [199001012020121000, '199001012020121000'],
    [true, 'TRUE'],
    [new Date('2024-02-01T00:00:00Z'), '01-02-2024'],
    [new Date(Number.NaN), null],
  ])('%j → %j', (cell, expected) => {
    expect(readText(cell)).toBe(expected)
  })

  test('gives back what the guard wrote, and reading twice changes nothing', () => {
    const text = fc.string({ unit: fc.constantFrom(...'=+-@ \t\nab\u00a0\u200b') })
    fc.assert(fc.property(text, value => void expect(readText(guard(value))).toBe(readText(value))))
    fc.assert(fc.property(text, value => void expect(readText(readText(value))).toBe(readText(value))))
  })
})

describe('readInteger', () => {
  test.each<[Cell, number]>([
    ['3', 3],
    [3, 3],
    [3.0, 3],
    ['3,0', 3],
    ['3.0', 3],
    ['1.250', 1250],
    ['1.250.000', 1_250_000],
    ['1.250,00', 1250],
    ['-12', -12],
    ["'-12", -12],
    ['-0', 0],
    [' 007 ', 7],
  ])('%j is %j', (cell, value) => {
    expect(readInteger(cell)).toEqual({ ok: true, value })
  })

  test.each<[Cell, string]>([
    [null, 'empty'],
    ['tiga', 'not_a_number'],
    ['1.25.0', 'not_a_number'],
    ['1,250,000', 'not_a_number'],
    ['12 jam', 'not_a_number'],
    [true, 'not_a_number'],
    [new Date(0), 'not_a_number'],
    [Number.NaN, 'not_a_number'],
    ['3,5', 'not_whole'],
    ['3.5', 'not_whole'],
    [3.5, 'not_whole'],
    [1e16, 'out_of_range'],
    ['99999999999999999', 'out_of_range'],
  ])('%j: %s', (cell, reason) => {
    expect(readInteger(cell)).toEqual({ ok: false, reason })
  })

  test('reads what Indonesian formatting writes', () => {
    const format = new Intl.NumberFormat('id-ID')
    fc.assert(fc.property(fc.maxSafeInteger(), n => void expect(readInteger(format.format(n))).toEqual({ ok: true, value: n })))
  })
})
