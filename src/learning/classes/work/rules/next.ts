/** What a class waits for from who holds it, the most urgent first. */
export const classSteps = ['attend', 'close', 'score', 'decide', 'open', 'timetable'] as const
export type ClassStep = (typeof classSteps)[number]

export type Working = {
  state: 'draft' | 'open' | 'running'
  startsOn: string | null
  endsOn: string | null
  /** Who asked to be let in and has no answer. */
  asked: number
  sessions: number
  sessionToday: boolean
  /** Whether who asks plans it; else who asks teaches in it. */
  plans: boolean
  today: string
}

/** The step a class waits for; null: none now. */
export function stepOf(one: Working): ClassStep | null {
  const begun = one.state !== 'draft'
  if (begun && one.sessionToday) return 'attend'
  if (begun && one.endsOn !== null && one.endsOn < one.today) return one.plans ? 'close' : 'score'
  if (!one.plans) return null
  if (one.asked > 0) return 'decide'
  if (one.state === 'draft') return 'open'
  return one.startsOn !== null && one.sessions === 0 ? 'timetable' : null
}

/** Those that wait first, by how urgent it is, then by the first day. */
export const inOrder = <One extends Working>(classes: readonly One[]): { one: One; step: ClassStep | null }[] => {
  const place = (step: ClassStep | null) => (step === null ? classSteps.length : classSteps.indexOf(step))
  return classes
    .map(one => ({ one, step: stepOf(one) }))
    .sort((a, b) => place(a.step) - place(b.step) || (a.one.startsOn ?? '9').localeCompare(b.one.startsOn ?? '9'))
}
