import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guard, unguard } from './guard.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+6281234', "'+6281234"],
  ['-', "'-"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\r=x', "'\r=x"],
  [' =x', "' =x"],
  ['＝x', "'＝x"],
  ['Budi', 'Budi'],
  ['a=b', 'a=b'],
  ["'x", "'x"],
  ['', ''],
])('%j is written as %j', (text, written) => {
  expect(guard(text)).toBe(written)
  expect(unguard(written)).toBe(text)
})

test('nothing written begins like a formula, and nothing else changes', () => {
  const text = fc
    .tuple(fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '\n', ' ', "'"), fc.string())
    .map(parts => parts.join(''))
  fc.assert(
    fc.property(text, value => {
      const written = guard(value)
      expect(written).not.toMatch(/^\s*[=+\-@]|^[\t\r]/)
      expect([value, `'${value}`]).toContain(written)
      if (!value.startsWith("'")) expect(unguard(written)).toBe(value)
    }),
  )
})
