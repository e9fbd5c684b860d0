import { describe, expect, it } from 'vitest'
import { gapOf, shownIkk } from './standing.ts'

describe('the gap of the report', () => {
  it('is the level held less the standard: negative below, as the form has it', () => {
    expect(gapOf(2, 3)).toEqual({ gap: -1, stand: 'below' })
    expect(gapOf(3, 3)).toEqual({ gap: 0, stand: 'equal' })
    expect(gapOf(4, 3)).toEqual({ gap: 1, stand: 'above' })
  })

  it('is unknown, not zero, where a level was not found or is not asked for', () => {
    expect(gapOf(null, 3)).toEqual({ gap: null, stand: 'unknown' })
    expect(gapOf(2, null)).toEqual({ gap: null, stand: 'unknown' })
  })
})

describe('the index as it is written', () => {
  const borders = [0, 25, 50]
  it('has one decimal: the worked example is 13.8', () =>
    expect(shownIkk(100 - (80 * 0.3 + (2400 / 27) * 0.7), borders)).toEqual({ value: 13.8, digits: 1 }))

  it('has more where one would say another band: 24.96 is not yet 25, and 0.04 is not none', () => {
    expect(shownIkk(24.96, borders)).toEqual({ value: 24.96, digits: 2 })
    expect(shownIkk(0.04, borders)).toEqual({ value: 0.04, digits: 2 })
    expect(shownIkk(24.996, borders)).toEqual({ value: 24.996, digits: 3 })
    expect(shownIkk(25, borders)).toEqual({ value: 25, digits: 1 })
    expect(shownIkk(0, borders)).toEqual({ value: 0, digits: 1 })
    expect(shownIkk(-3.33, borders)).toEqual({ value: -3.3, digits: 1 })
  })
})
