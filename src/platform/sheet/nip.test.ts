import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Employment, readNip } from './nip.ts'
import type { Cell } from './reading.ts'

test.each<[Cell, Employment]>([
  ['199001012020121001', 'pns'],
  [' 19900101 202012 1 001', 'pns'],
  ["'199001012020121001", 'cpns'],
  ['19900101.202012.1.001', 'pns'],
  ['19900101\u00a0202012\u200b1001', 'pns'],
])('%j is 199001012020121001', (cell, employment) => {
  expect(readNip(cell, employment)).toEqual({ ok: true, value: '199001012020121001' })
})

test('digits 13–14 of an NI PPPK are no month', () => {
  for (const kind of ['pppk', 'pppk_paruh_waktu'] as const)
    expect(readNip('198503152022212003', kind)).toEqual({ ok: true, value: '198503152022212003' })
  expect(readNip('198503152022212003', 'pns')).toEqual({ ok: false, reason: 'appointment_month' })
})

test.each<[Cell | undefined, Employment, string]>([
  [null, 'pns', 'empty'],
  [undefined, 'pns', 'empty'],
  [" ' ", 'pns', 'empty'],
  [Number('199001012020121047'), 'pns', 'scientific'],
  [Number('199001012020121001'), 'pns', 'rounded'],
  [1.99001012020121e17, 'pns', 'rounded'],
  ['1.99001E+17', 'pns', 'scientific'],
  ['1,99001E+17', 'pns', 'scientific'],
  ['2E+17', 'pns', 'scientific'],
  [1e30, 'pns', 'scientific'],
  ['199001012020121000', 'pns', 'rounded'],
  ['19900101202012100', 'pns', 'length'],
  [12345, 'pns', 'length'],
  ['-', 'pns', 'not_digits'],
  ['19900101202O121001', 'pns', 'not_digits'],
  [3.5, 'pns', 'not_digits'],
  [new Date(0), 'pns', 'not_digits'],
  [true, 'pns', 'not_digits'],
  ['199002302020121001', 'pns', 'birth_date'],
  ['192901012020121001', 'pns', 'birth_date'],
  ['199001012020131001', 'pns', 'appointment_month'],
  ['199001012020001001', 'pns', 'appointment_month'],
  ['199001012020123001', 'pns', 'sex_digit'],
  ['199001012004121001', 'pns', 'age'], // 14 years and 11 months
  ['195001012010021001', 'pns', 'age'], // 60 years and 1 month
  ['199001011989211001', 'pppk', 'age'],
])('%j as %s: %s', (cell, employment, reason) => {
  expect(readNip(cell, employment)).toEqual({ ok: false, reason })
})

test('15 and 60 years of age are in', () => {
  expect(readNip('199001012005011001', 'pns').ok).toBe(true)
  expect(readNip('195001012010011001', 'pns').ok).toBe(true)
})

test('one wrong digit never gives another person: what is read is what was written', () => {
  const text = fc.string({ unit: fc.constantFrom(...'0123456789 .'), minLength: 15, maxLength: 24 })
  fc.assert(
    fc.property(text, fc.constantFrom<Employment>('pns', 'cpns', 'pppk', 'pppk_paruh_waktu'), (value, employment) => {
      const reading = readNip(value, employment)
      if (reading.ok) expect(reading.value).toBe(value.replace(/[ .]/g, ''))
    }),
  )
})
