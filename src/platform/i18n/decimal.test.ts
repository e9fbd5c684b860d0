import { expect, it } from 'vitest'
import { formatDecimal, howMany } from './index.ts'

it('a figure has two digits after the comma, or none where it is whole', () => {
  expect([72, 86.2, 86.256].map(value => formatDecimal(value, 'id'))).toEqual(['72', '86,20', '86,26'])
  expect(formatDecimal(1234.5, 'en')).toBe('1,234.50')
})

it('English says one day, and no or two days; also of a count that is formatted already', () => {
  expect([0, 1, 2].map(days => howMany(days, 'day'))).toEqual(['0 days', '1 day', '2 days'])
  expect(['1', '21', '1,001'].map(n => howMany(n, 'person waits', 'people wait'))).toEqual([
    '1 person waits',
    '21 people wait',
    '1,001 people wait',
  ])
})
