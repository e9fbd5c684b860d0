import type { Quiz } from '../../lessons/rules/lesson.ts'

/** How long after the end of the time an answer still counts, because a weak link was slow. */
export const graceSeconds = 30

export type AttemptTimes = { startedAt: Date; dueAt: Date | null; endedAt: Date | null }

/** `over`: its time and the grace are gone, and nobody has ended it yet. */
export type AttemptState = 'open' | 'over' | 'ended'
export function attemptState({ dueAt, endedAt }: AttemptTimes, now: Date): AttemptState {
  if (endedAt) return 'ended'
  return dueAt && now.getTime() > dueAt.getTime() + graceSeconds * 1000 ? 'over' : 'open'
}

export const dueOf = (startedAt: Date, minutes: number | null): Date | null =>
  minutes === null ? null : new Date(startedAt.getTime() + minutes * 60_000)

export type MayStart = 'yes' | 'open' | 'none_left' | 'no_items'
/** Whether another attempt may begin. `made`: how many there are, the open one among them. */
export function mayStart(of: { made: number; open: boolean; most: number | null; items: number }): MayStart {
  if (of.open) return 'open'
  if (of.most !== null && of.made >= of.most) return 'none_left'
  return of.items === 0 ? 'no_items' : 'yes'
}

/**
 * What becomes of a saving of one answer: `same` is what stands already (sent twice over a weak link); `replaced` means somebody, in another
 * tab, had saved this question since: the last one counts, and the person is told.
 */
export type Saving = 'ended' | 'late' | 'same' | 'saved' | 'replaced'
export function saving(
  state: AttemptState,
  stored: { version: number; answer: unknown } | null,
  sent: { version: number; answer: unknown },
): Saving {
  if (state === 'ended') return 'ended'
  if (state === 'over') return 'late'
  if (stored && JSON.stringify(stored.answer) === JSON.stringify(sent.answer)) return 'same'
  return stored && stored.version !== sent.version ? 'replaced' : 'saved'
}

/**
 * Whether one is told what is right: where the quiz tells it, to who has passed or cannot try again. Told earlier, an empty attempt would
 * buy the answers of the next. A pre-test counts for nothing. `made`: attempts begun; `learning`: the class still takes another.
 */
export const tellsRight = (
  quiz: Pick<Quiz, 'feedback' | 'purpose' | 'attempts'>,
  of: { made: number; passed: boolean; learning: boolean },
): boolean =>
  quiz.feedback === 'answers' &&
  (quiz.purpose === 'pretest' || of.passed || !of.learning || (quiz.attempts !== null && of.made >= quiz.attempts))
