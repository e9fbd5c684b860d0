import type { CampaignState } from './state.ts'

/** A level; `unseen`: the rater says that nothing of it was seen; null: not answered yet. */
export type Said = number | 'unseen' | null
export type Answer = { competencyId: number; said: Said; evidence: string | null }

/** Where a task stands on a day `yyyy-mm-dd`. `early`: its wave has not begun; `late`: it has ended; `closed`: the campaign has. */
export type TaskState = 'submitted' | 'cancelled' | 'closed' | 'late' | 'early' | 'open'

export type TaskTimes = {
  submitted: boolean
  cancelled: boolean
  campaign: CampaignState
  startsOn: string
  endsOn: string
}

export function taskState(task: TaskTimes, today: string): TaskState {
  if (task.submitted) return 'submitted'
  if (task.cancelled) return 'cancelled'
  if (task.campaign !== 'open') return 'closed'
  if (today < task.startsOn) return 'early'
  return today > task.endsOn ? 'late' : 'open'
}

export type AnswerFlaw =
  | { flaw: 'unanswered'; competencyId: number }
  | { flaw: 'nothing' }
  | { flaw: 'no_note'; competencyId: number }

/**
 * What keeps answers from being handed in; a draft may be anything. Each competency needs a level or “not seen”, and one at least a
 * level. Where two asesor settle a difference, each needs a level and a word on how they came to it.
 */
export function answerFlaws(asked: readonly number[], answers: readonly Answer[], settling: boolean): AnswerFlaw[] {
  const of = new Map(answers.map(answer => [answer.competencyId, answer]))
  const flaws = asked.flatMap((competencyId): AnswerFlaw[] => {
    const answer = of.get(competencyId)
    if (answer === undefined || answer.said === null || (settling && answer.said === 'unseen'))
      return [{ flaw: 'unanswered', competencyId }]
    return settling && !answer.evidence ? [{ flaw: 'no_note', competencyId }] : []
  })
  const level = answers.some(answer => asked.includes(answer.competencyId) && typeof answer.said === 'number')
  return flaws.length === 0 && !level ? [{ flaw: 'nothing' }] : flaws
}

/** The competencies of which somebody else's tab stored something else than what was typed here, with what it stored. */
export function differing(typed: readonly Answer[], stored: readonly Answer[]): Answer[] {
  const of = new Map(typed.map(answer => [answer.competencyId, answer]))
  return stored.filter(one => {
    const here = of.get(one.competencyId)
    return (here?.said ?? null) !== one.said || (here?.evidence ?? null) !== one.evidence
  })
}
