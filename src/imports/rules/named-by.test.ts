import { expect, it } from 'vitest'
import { namedBy } from './named-by.ts'

it('a row is called by the cells that are filled in, and by a dash where none is', () => {
  expect([namedBy('K-1', undefined, 12), namedBy(undefined)]).toEqual(['K-1 · 12', '–'])
})
