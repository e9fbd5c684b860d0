import { type Fraction, fraction } from '../../lessons/rules/fraction.ts'
import type { Assignment, Criterion } from '../../lessons/rules/lesson.ts'

export type LastSubmission = { graded: boolean; again: boolean }
export type MaySubmit = 'yes' | 'waiting' | 'graded' | 'once'
/** Whether one may hand in now, by the rule of the assignment. */
export function maySubmit(rule: Assignment['again'], last: LastSubmission | null): MaySubmit {
  if (!last) return 'yes'
  if (last.again) return 'yes'
  if (rule === 'until_graded' && !last.graded) return 'yes'
  return last.graded ? 'graded' : rule === 'never' ? 'once' : 'waiting'
}

export type JudgeFlaw = { criterion: number; flaw: 'missing' | 'number' }
/** Points typed for each criterion: whole numbers from 0 to what it is worth. */
export function readPoints(rubric: readonly Criterion[], typed: readonly string[]): { points: number[]; flaws: JudgeFlaw[] } {
  const flaws: JudgeFlaw[] = []
  const points = rubric.map((criterion, n) => {
    const text = (typed[n] ?? '').trim()
    const value = /^\d{1,4}$/.test(text) ? Number(text) : null
    if (text === '') flaws.push({ criterion: n, flaw: 'missing' })
    else if (value === null || value > criterion.points) flaws.push({ criterion: n, flaw: 'number' })
    return value ?? 0
  })
  return { points, flaws }
}

/** The points over all there are. */
export const judgedShare = (rubric: readonly Criterion[], points: readonly number[]): Fraction =>
  fraction(
    points.reduce((sum, one) => sum + one, 0),
    rubric.reduce((sum, one) => sum + one.points, 0),
  )
