import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attemptState, dueOf, mayStart, saving, tellsRight } from './attempt.ts'
import { finalScore, nextStep, progressOf } from './progress.ts'
import { judgedShare, maySubmit, readPoints } from './submission.ts'
import { isWatched, merged, type Stretch, secondsOf } from './watched.ts'

describe('what was seen of a film', () => {
  const stretches = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 120 })) as fc.Arbitrary<Stretch>,
    { maxLength: 12 },
  )

  it('counts each second once, in whatever order and however often it is told', () => {
    fc.assert(
      fc.property(stretches, stretches, (before, now) => {
        const seen = new Set(
          [...before, ...now].flatMap(([from, until]) =>
            Array.from({ length: Math.max(0, Math.min(100, until) - from) }, (_, n) => from + n),
          ),
        )
        const once = merged(before, now, 100)
        expect(secondsOf(once)).toBe(seen.size)
        expect(merged(once, now, 100)).toEqual(once)
        expect(merged(now, before, 100)).toEqual(once)
      }),
    )
  })

  it('is all of it at nine tenths, and never where the length is not known', () => {
    expect(isWatched([[0, 89]], 100)).toBe(false)
    expect(
      isWatched(
        [
          [0, 50],
          [60, 100],
        ],
        100,
      ),
    ).toBe(true)
    expect(isWatched([[0, 9999]], null)).toBe(false)
  })
})

describe('progress', () => {
  const step = (id: number, required: boolean, done: boolean) => ({ id, required, done })

  it('counts what is required, and what is optional for nothing', () => {
    const steps = [step(1, true, true), step(2, false, false), step(3, true, false)]
    expect(progressOf(steps)).toEqual({ done: 1, of: 2 })
  })

  it('goes on with what is required, then with what is left', () => {
    expect(nextStep([step(1, false, false), step(2, true, false)])?.id).toBe(2)
    expect(nextStep([step(1, false, false), step(2, true, true)])?.id).toBe(1)
    expect(nextStep([step(1, true, true)])).toBeNull()
  })

  it('ends with the mean of the best: 1/3 and 1 is 66.67', () => {
    expect(
      finalScore([
        { num: 1, den: 3 },
        { num: 1, den: 1 },
      ]),
    ).toBe(66.67)
    expect(finalScore([])).toBeNull()
    // Twelve quizzes of so many points that have nothing in common: the mean is beyond the whole numbers that are safe.
    const many = [47, 43, 41, 37, 31, 29, 23, 19, 17, 13, 11, 7].map(den => ({ num: den - 1, den }))
    expect(finalScore(many)).toBe(94.76)
  })
})

describe('an attempt in time', () => {
  const start = new Date('2026-11-22T03:00:00Z')
  const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)
  const times = { startedAt: start, dueAt: dueOf(start, 10), endedAt: null }

  it('is open until ten minutes and thirty seconds, over after', () => {
    expect(attemptState(times, later(630))).toBe('open')
    expect(attemptState(times, later(631))).toBe('over')
    expect(attemptState({ ...times, dueAt: null }, later(1e6))).toBe('open')
    expect(attemptState({ ...times, endedAt: later(5) }, later(6))).toBe('ended')
  })

  it('begins where attempts are left and there is something to ask', () => {
    const of = { made: 0, open: false, most: 2, items: 5 }
    expect(mayStart(of)).toBe('yes')
    expect(mayStart({ ...of, made: 2 })).toBe('none_left')
    expect(mayStart({ ...of, made: 2, open: true })).toBe('open')
    expect(mayStart({ ...of, items: 0 })).toBe('no_items')
    expect(mayStart({ ...of, made: 99, most: null })).toBe('yes')
  })

  it('stores nothing when late or ended, and says when another tab was there', () => {
    const stored = { version: 3, answer: 'a' }
    expect(saving('over', stored, { version: 3, answer: 'b' })).toBe('late')
    expect(saving('ended', null, { version: 0, answer: 'b' })).toBe('ended')
    expect(saving('open', stored, { version: 1, answer: 'a' })).toBe('same')
    expect(saving('open', stored, { version: 3, answer: 'b' })).toBe('saved')
    expect(saving('open', stored, { version: 2, answer: 'b' })).toBe('replaced')
    expect(saving('open', null, { version: 0, answer: 'b' })).toBe('saved')
  })
})

describe('an assignment', () => {
  it('is handed in again as its rule says', () => {
    const waiting = { graded: false, again: false }
    const graded = { graded: true, again: false }
    expect((['never', 'asked', 'until_graded'] as const).map(rule => maySubmit(rule, waiting))).toEqual([
      'once',
      'waiting',
      'yes',
    ])
    expect((['never', 'asked', 'until_graded'] as const).map(rule => maySubmit(rule, graded))).toEqual([
      'graded',
      'graded',
      'graded',
    ])
    expect(maySubmit('asked', { graded: true, again: true })).toBe('yes')
    expect(maySubmit('never', null)).toBe('yes')
  })

  it('is graded by whole points up to what each criterion is worth', () => {
    const rubric = [
      { title: 'Isi', points: 6 },
      { title: 'Bahasa', points: 4 },
    ]
    expect(readPoints(rubric, ['6', '0'])).toEqual({ points: [6, 0], flaws: [] })
    expect(readPoints(rubric, ['7', '']).flaws).toEqual([
      { criterion: 0, flaw: 'number' },
      { criterion: 1, flaw: 'missing' },
    ])
    expect(readPoints(rubric, ['-1', '2.5']).flaws).toHaveLength(2)
    expect(judgedShare(rubric, [4, 3])).toEqual({ num: 7, den: 10 })
  })
})

describe('what is right', () => {
  const quiz = { feedback: 'answers', purpose: 'quiz', attempts: 2 } as const
  const first = { made: 1, passed: false, learning: true }

  it('is told to who has passed or cannot try again, and never where the quiz tells the score alone', () => {
    expect(tellsRight(quiz, first)).toBe(false)
    expect(tellsRight({ ...quiz, attempts: null }, { ...first, made: 40 })).toBe(false)
    expect(tellsRight(quiz, { ...first, passed: true })).toBe(true)
    expect(tellsRight(quiz, { ...first, made: 2 })).toBe(true)
    expect(tellsRight(quiz, { ...first, learning: false })).toBe(true)
    expect(tellsRight({ ...quiz, purpose: 'pretest' }, first)).toBe(true)
    expect(tellsRight({ ...quiz, feedback: 'score' }, { ...first, passed: true })).toBe(false)
  })
})
