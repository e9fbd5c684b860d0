import { describe, expect, it } from 'vitest'
import { attendancePercent, endOf, readScore } from './final.ts'

const rule = {
  mark: 70,
  components: [
    { key: 'a', name: 'Akademik', weight: 60 },
    { key: 'b', name: 'Aksi perubahan', weight: 40 },
  ],
  attendance: 85,
  lessons: 'required' as const,
}
const lessons = { all: { done: 0, of: 0 }, required: { done: 0, of: 0 } }
const all = { attended: 20, held: 20, undecided: 0, undecidedJp: 0 }

describe('the end of a class for somebody', () => {
  it('is passed at seventy, and not at 69.99', () => {
    expect(endOf(rule, { a: 70, b: 70 }, all, lessons)).toMatchObject({ passed: true, final: 70 })
    expect(endOf(rule, { a: 69.99, b: 70 }, all, lessons)).toMatchObject({ passed: false, final: 69.99 })
  })
  it('is not known without a score, and a score that is missing is no zero', () => {
    expect(endOf(rule, { a: 100, b: null }, all, lessons)).toMatchObject({ passed: null, final: null })
  })
  it('is failed by too little attendance, whatever the scores', () => {
    expect(endOf(rule, { a: 100, b: 100 }, { ...all, attended: 16 }, lessons)).toMatchObject({ passed: false, final: 100 })
    expect(endOf(rule, { a: 100, b: 100 }, { attended: 16, held: 20, undecided: 1, undecidedJp: 4 }, lessons).passed).toBeNull()
    expect(attendancePercent({ ...all, attended: 17 }, rule)).toBe(85)
    expect(attendancePercent({ attended: 0, held: 0, undecided: 0, undecidedJp: 0 }, rule)).toBeNull()
  })
})

describe('the lessons of a class', () => {
  it('fail who has not done one that is required, whatever the scores', () => {
    const short = { all: { done: 4, of: 6 }, required: { done: 2, of: 3 } }
    expect(endOf(rule, { a: 100, b: 100 }, all, short)).toMatchObject({ passed: false, final: 100 })
    expect(endOf(rule, { a: 100, b: 100 }, all, { ...short, required: { done: 3, of: 3 } }).passed).toBe(true)
  })
})

describe('a score as it is typed', () => {
  it.each([
    ['88,5', 88.5],
    [' 100 ', 100],
    ['0', 0],
    ['70.25', 70.25],
    ['', null],
  ])('%j is %j', (text, score) => expect(readScore(text)).toEqual({ ok: true, score }))
  it.each(['101', '-1', '88.555', 'baik', '1e2', '100,01', 'NaN'])('%j is none', text =>
    expect(readScore(text)).toEqual({ ok: false }),
  )
})
