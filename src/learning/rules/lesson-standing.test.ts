import { describe, expect, it } from 'vitest'
import { type LessonGroup, lessonStanding } from './lesson-standing.ts'
import { aloneRule, type PassRule, passes } from './pass.ts'

const rule: PassRule = {
  mark: 70,
  components: [
    { key: 'kuis', name: 'Kuis', weight: 60, from: 'quiz' },
    { key: 'sikap', name: 'Sikap', weight: 40 },
  ],
  attendance: 85,
  lessons: 'required',
}
const group = (values: Partial<LessonGroup>): LessonGroup => ({
  source: null,
  required: true,
  of: 1,
  done: 1,
  scored: 0,
  sum: 0,
  ...values,
})
const read = group({ of: 3, done: 2 })
const quizzes = group({ source: 'quiz', of: 2, done: 2, scored: 2, sum: 155 })

describe('lessons before a rule', () => {
  it('are counted in a blended class; taught in sessions only those that are scored', () => {
    expect(lessonStanding(rule, 'blended', [read, quizzes]).done.required).toEqual({ done: 4, of: 5 })
    expect(lessonStanding(rule, 'klasikal', [read, quizzes]).done.required).toEqual({ done: 2, of: 2 })
    expect(lessonStanding({ ...rule, components: [] }, 'klasikal', [read, quizzes]).done.all).toEqual({ done: 0, of: 0 })
  })

  it('give the plain mean of their scores to the component that comes from them, and nothing to one that is typed', () => {
    expect(lessonStanding(rule, 'blended', [read, quizzes]).scores).toEqual({ kuis: 77.5 })
  })

  it('give no score as long as one quiz has none: not done is not zero', () => {
    const one = { ...quizzes, done: 1, scored: 1, sum: 100 }
    expect(lessonStanding(rule, 'blended', [one]).scores).toEqual({ kuis: null })
    expect(lessonStanding(rule, 'blended', []).scores).toEqual({ kuis: null })
  })

  it('count optional quizzes only where all lessons are asked for', () => {
    const optional = group({ source: 'quiz', required: false, of: 1, done: 1, scored: 1, sum: 10 })
    expect(lessonStanding(rule, 'blended', [quizzes, optional]).scores).toEqual({ kuis: 77.5 })
    expect(lessonStanding({ ...rule, lessons: 'all' }, 'blended', [quizzes, optional]).scores).toEqual({ kuis: 55 })
  })
})

describe('the rule for who learns alone', () => {
  it('asks for no attendance and for no score that somebody would have to type; what is left is the whole', () => {
    const alone = aloneRule(rule)
    expect(alone).toEqual({ ...rule, attendance: null, components: [rule.components[0]] })
    const of = (score: number) => passes(alone, { kuis: score }, null, { all: { done: 1, of: 1 }, required: { done: 1, of: 1 } })
    expect(of(70)).toMatchObject({ passed: true, final: 70 })
    expect(of(69.99)).toMatchObject({ passed: false, final: 69.99 })
  })

  it('has no mark where nothing of it is scored in lessons', () => {
    const typed = { ...rule, components: [{ key: 'sikap', name: 'Sikap', weight: 100 }] }
    expect(aloneRule(typed)).toEqual({ mark: null, components: [], attendance: null, lessons: 'required' })
  })

  it('weighs quiz and assignment as they stand to each other: 90 at 30 and 60 at 20 make 78', () => {
    const two: PassRule = {
      ...rule,
      components: [
        { key: 'kuis', name: 'Kuis', weight: 30, from: 'quiz' },
        { key: 'tugas', name: 'Tugas', weight: 20, from: 'assignment' },
        { key: 'sikap', name: 'Sikap', weight: 50 },
      ],
    }
    expect(passes(aloneRule(two), { kuis: 90, tugas: 60 }, null, null).final).toBe(78)
  })
})
