import { type LessonsDone, type Passing, type PassRule, passes } from '../../../rules/pass.ts'
import { type Attended, attendedEnough } from '../../attendance/rules/share.ts'

/** The version of this rule, kept with each stored result. */
export const finalVersion = 2

/** Percent of the JP held that was attended; null while sessions are undecided that could change whether it is enough. */
export function attendancePercent(attended: Attended, rule: Pick<PassRule, 'attendance'>): number | null {
  if (attended.held === 0) return null
  return attendedEnough(attended, rule.attendance) === 'unknown' ? null : (attended.attended * 100) / attended.held
}

/** How somebody ends the class by its rule: scores, attendance, and the lessons where it has some. What is not known stays so. */
export const endOf = (
  rule: PassRule,
  scores: Readonly<Record<string, number | null>>,
  attended: Attended,
  lessons: LessonsDone,
): Passing => passes(rule, scores, attendancePercent(attended, rule), lessons)

/** A score as it is typed: 0 to 100 with at most two decimals, comma or point; blank is none. */
export function readScore(text: string): { ok: true; score: number | null } | { ok: false } {
  const plain = text.trim().replace(',', '.')
  if (plain === '') return { ok: true, score: null }
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(plain) || Number(plain) > 100) return { ok: false }
  return { ok: true, score: Number(plain) }
}
