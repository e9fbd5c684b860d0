import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayIn, defaultSpan, flawOf, spansAt } from './days.ts'

describe('a day that is typed', () => {
  it('is one that exists', () => {
    expect(dayIn('2025-12-31')).toBe('2025-12-31')
    expect(dayIn('2024-02-29')).toBe('2024-02-29')
  })
  it.each(['2025-02-29', '2025-13-01', '2025-1-1', '31-12-2025', '0001-01-01', '', 'kemarin', "2025-01-01'; --", '99999-01-01'])(
    'is none: %s',
    text => expect(dayIn(text)).toBeNull(),
  )
})

describe('pairs of days', () => {
  it('are offered as an office asks for them', () => {
    expect(spansAt('2026-11-22')).toEqual([
      { name: 'thisYear', span: { from: '2026-01-01', until: '2026-11-22' } },
      { name: 'thisMonth', span: { from: '2026-11-01', until: '2026-11-22' } },
      { name: 'lastMonth', span: { from: '2026-10-01', until: '2026-11-01' } },
      { name: 'twelveMonths', span: { from: '2025-11-22', until: '2026-11-22' } },
      { name: 'lastYear', span: { from: '2025-01-01', until: '2026-01-01' } },
    ])
    expect(spansAt('2024-02-29').find(one => one.name === 'twelveMonths')?.span.from).toBe('2023-02-28')
  })

  it('begin with 1 January, and on that day with the month before', () => {
    expect(defaultSpan('2026-11-22')).toEqual({ from: '2026-01-01', until: '2026-11-22' })
    expect(defaultSpan('2026-01-01')).toEqual({ from: '2025-12-01', until: '2026-01-01' })
  })

  it('are two, in order, and neither to come', () => {
    expect(flawOf('2026-01-01', '2026-11-22', '2026-11-22')).toBeNull()
    expect(flawOf(null, '2026-11-22', '2026-11-22')).toEqual({ field: 'dari', why: 'not_a_day' })
    expect(flawOf('2026-01-01', null, '2026-11-22')).toEqual({ field: 'sampai', why: 'not_a_day' })
    expect(flawOf('2026-01-01', '2026-11-23', '2026-11-22')).toEqual({ field: 'sampai', why: 'to_come' })
    expect(flawOf('2026-11-22', '2026-11-22', '2026-11-22')).toEqual({ field: 'dari', why: 'not_before' })
  })

  it('that are offered can be compared, on whatever day', () =>
    fc.assert(
      fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }), at => {
        const today = at.toISOString().slice(0, 10)
        for (const { span } of spansAt(today)) expect(flawOf(dayIn(span.from), dayIn(span.until), today)).toBeNull()
      }),
    ))
})
