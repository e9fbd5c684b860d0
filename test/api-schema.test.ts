import { describe, expect, it } from 'vitest'
import { jsonFits } from './api-schema.ts'

describe('what differs from a schema', () => {
  const schema = {
    type: 'object',
    required: ['data'],
    properties: { data: { type: 'array', items: { $ref: '#/need' } }, next: { type: ['string', 'null'] } },
  }
  const document = {
    need: { type: 'object', required: ['id'], properties: { id: { type: 'integer' }, tier: { enum: ['urgen'] } } },
  }

  it('is nothing where it fits', () => {
    expect(jsonFits(document, schema, { data: [{ id: 1, tier: 'urgen' }], next: null })).toEqual([])
    expect(jsonFits(document, {}, { of: 'any shape' })).toEqual([])
  })

  it.each([
    [{}, '$.data: missing'],
    [{ data: [{ id: 1, asing: 1 }] }, '$.data[0].asing: not described'],
    [{ data: [{ id: 1.5 }] }, '$.data[0].id: 1.5 is no integer'],
    [{ data: [{ id: 1, tier: 'lain' }] }, '$.data[0].tier: "lain" is none of urgen'],
    [{ data: [], next: 1 }, '$.next: 1 is no string or null'],
  ])('is named in %j', (value, flaw) => {
    expect(jsonFits(document, schema, value)).toEqual([flaw])
  })
})
