import { expect, it } from 'vitest'
import { formatDecimal } from './index.ts'

it('a figure has two digits after the comma, or none where it is whole', () => {
  expect([72, 86.2, 86.256].map(value => formatDecimal(value, 'id'))).toEqual(['72', '86,20', '86,26'])
  expect(formatDecimal(1234.5, 'en')).toBe('1,234.50')
})
