import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PolicyField } from '../kind.ts'
import { changedFields, readForm, typedOf } from './form.ts'
import { heldOn, type Span } from './version.ts'
import { weightFlaws } from './weights.ts'

const label = { id: 'Isian', en: 'Field' }
const fields: PolicyField[] = [
  { name: 'years', label, kind: 'integer', min: 1, max: 10 },
  { name: 'cap', label, kind: 'choice', choices: ['total', 'item'].map(value => ({ value, label })) },
  { name: 'price', label, kind: 'rupiah' },
  { name: 'strict', label, kind: 'yes_no' },
]

describe('the form of a rule', () => {
  it('leaves a whole number unknown where it may be left blank', () => {
    const blank: PolicyField = { name: 'perDay', label, kind: 'integer', min: 1, max: 24, blank: true }
    expect(readForm([blank], { perDay: ' ' })).toEqual({ ok: true, value: { perDay: null } })
    expect(readForm([blank], { perDay: '0' })).toEqual({ ok: false, flaws: [{ field: 'perDay', why: 'outside' }] })
    expect(typedOf([blank], { perDay: null })).toEqual({ perDay: '' })
  })

  it('reads whole numbers, choices, rupiah and boxes', () => {
    expect(readForm(fields, { years: ' 3 ', cap: 'item', price: 'Rp1.250.000', strict: '1' })).toEqual({
      ok: true,
      value: { years: 3, cap: 'item', price: 1_250_000, strict: true },
    })
    expect(readForm(fields, { years: '10', cap: 'total', price: '' })).toEqual({
      ok: true,
      value: { years: 10, cap: 'total', price: null, strict: false },
    })
  })

  it.each([
    ['', 'missing'],
    ['11', 'outside'],
    ['0', 'outside'],
    ['-1', 'outside'],
    ['3,5', 'not_whole'],
    ['tiga', 'not_whole'],
    ['1e1', 'not_whole'],
    ['99999999999999999999', 'outside'],
  ])('says what is wrong with the years “%s”: %s', (years, why) => {
    expect(readForm(fields, { years, cap: 'total' })).toEqual({ ok: false, flaws: [{ field: 'years', why }] })
  })

  it('names every field that is wrong, not only the first', () => {
    const read = readForm(fields, { years: 'x', cap: 'none', price: '12,50', strict: '' })
    expect(read).toEqual({
      ok: false,
      flaws: [
        { field: 'years', why: 'not_whole' },
        { field: 'cap', why: 'unknown' },
        { field: 'price', why: 'not_whole' },
      ],
    })
    expect(readForm(fields, { years: '3' })).toEqual({ ok: false, flaws: [{ field: 'cap', why: 'missing' }] })
  })

  const values = fc.record({
    years: fc.integer({ min: 1, max: 10 }),
    cap: fc.constantFrom('total', 'item'),
    price: fc.option(fc.nat()),
    strict: fc.boolean(),
  })

  it('shows a value so that reading it gives the value again', () => {
    fc.assert(
      fc.property(values, value => {
        expect(readForm(fields, typedOf(fields, value))).toEqual({ ok: true, value })
      }),
    )
  })

  it('names what differs between two values, and nothing between a value and itself', () => {
    expect(changedFields(fields, { years: 3, cap: 'total' }, { years: 2, cap: 'total' }).map(field => field.name)).toEqual([
      'years',
    ])
    fc.assert(fc.property(values, value => changedFields(fields, value, { ...value }).length === 0))
  })
})

describe('weights', () => {
  const of = (a: number, b: number) => weightFlaws({ a, b }, ['a', 'b'])
  it('sum to 100, or the sum is named at the first of them with what to do', () => {
    expect(of(30, 70)).toEqual([])
    expect(of(40, 70)).toMatchObject([{ field: 'a', words: { id: expect.stringMatching(/110 %.*Kurangi 10/) } }])
    expect(of(30, 60)).toMatchObject([{ field: 'a', words: { en: expect.stringMatching(/90 %.*Add 10/) } }])
  })
})

describe('the version that held', () => {
  const span = (version: number, activeFrom: string, activeUntil: string | null, instansiId: number | null = 7): Span => ({
    instansiId,
    version,
    activeFrom,
    activeUntil,
  })
  const history = [
    span(1, '2024-05-01', '2025-05-01', null),
    span(2, '2025-05-01', null, null),
    span(1, '2025-01-10', '2025-08-01'),
    span(2, '2025-08-01', '2025-08-01'), // replaced the same day
    span(3, '2025-08-01', null),
  ]
  const on = (date: string) => {
    const held = heldOn(history, date)
    return held && `${held.instansiId ?? 'all'} ${held.version}`
  }

  it('is of that day: nothing, then for all, then one’s own', () => {
    expect(on('2024-04-30')).toBeNull()
    expect(on('2024-05-01')).toBe('all 1')
    expect(on('2025-01-09')).toBe('all 1')
    expect(on('2025-01-10')).toBe('7 1')
    expect(on('2025-07-31')).toBe('7 1')
    expect(on('2025-08-01')).toBe('7 3')
    expect(on('2030-01-01')).toBe('7 3')
  })
})
