import type { LearningForm } from '../../../regulation/index.ts'

/** Learning with others and at work. */
export const activityKinds = [
  'coaching',
  'mentoring',
  'bimbingan_kerja',
  'patok_banding',
  'magang',
  'detasering',
  'pertukaran',
  'penugasan',
] as const
export type ActivityKind = (typeof activityKinds)[number]

type About = {
  /** As which of the 25 forms its hours are counted. */
  form: LearningForm
  /** Somebody accompanies it: a coach, a mentor, a guide, who agrees to it and confirms each session. */
  partner: boolean
  /** It takes place with somebody else, who gives a verdict. */
  host: boolean
  /** What is counted: each session, the whole, or the hours of the log. */
  counts: 'sessions' | 'whole' | 'hours'
}
export const kindsOfActivity: Readonly<Record<ActivityKind, About>> = {
  coaching: { form: 'coaching', partner: true, host: false, counts: 'sessions' },
  mentoring: { form: 'mentoring', partner: true, host: false, counts: 'sessions' },
  bimbingan_kerja: { form: 'bimbingan_kerja', partner: true, host: false, counts: 'sessions' },
  patok_banding: { form: 'patok_banding', partner: false, host: true, counts: 'whole' },
  magang: { form: 'magang', partner: false, host: true, counts: 'whole' },
  detasering: { form: 'detasering', partner: false, host: true, counts: 'whole' },
  pertukaran: { form: 'pertukaran', partner: false, host: true, counts: 'whole' },
  penugasan: { form: 'nonklasikal_lain', partner: false, host: false, counts: 'hours' },
}

export const activityStates = [
  'draft',
  'proposed',
  'returned',
  'agreed',
  'reported',
  'approved',
  'rejected',
  'cancelled',
] as const
export type ActivityState = (typeof activityStates)[number]
export type ActivityStep = 'propose' | 'agree' | 'return' | 'reject' | 'report' | 'approve' | 'reopen' | 'cancel'
/** `learner`: whose it is. `partner`: who accompanies it. `approver`: the atasan, or who keeps the instansi. */
export type Part = 'learner' | 'partner' | 'approver'

/** Every step: from which states, to which, by whom. Who accompanies an activity agrees to it; where nobody does, the approver. */
const steps: Readonly<
  Record<ActivityStep, { from: readonly ActivityState[]; to: ActivityState; by: readonly Part[]; reason: boolean }>
> = {
  propose: { from: ['draft', 'returned'], to: 'proposed', by: ['learner'], reason: false },
  agree: { from: ['proposed'], to: 'agreed', by: ['partner', 'approver'], reason: false },
  return: { from: ['proposed'], to: 'returned', by: ['partner', 'approver'], reason: true },
  reject: { from: ['proposed'], to: 'rejected', by: ['partner', 'approver'], reason: true },
  report: { from: ['agreed'], to: 'reported', by: ['learner'], reason: false },
  approve: { from: ['reported'], to: 'approved', by: ['approver'], reason: false },
  reopen: { from: ['reported'], to: 'agreed', by: ['approver'], reason: true },
  cancel: { from: ['draft', 'proposed', 'returned', 'agreed'], to: 'cancelled', by: ['learner'], reason: true },
}
export const needsReason = (step: ActivityStep): boolean => steps[step].reason
export const activitySteps = Object.keys(steps) as ActivityStep[]

/**
 * The state a step leads to; null where it may not be taken now, or not by whoever asks. Nobody takes the part of another in the own activity:
 * `parts` are those the asker has in this one.
 */
export function stepTo(
  kind: ActivityKind,
  state: ActivityState,
  step: ActivityStep,
  parts: readonly Part[],
): ActivityState | null {
  const { from, to, by } = steps[step]
  if (!from.includes(state)) return null
  const partnerDecides = kindsOfActivity[kind].partner && ['agree', 'return', 'reject'].includes(step)
  const allowed: readonly Part[] = partnerDecides ? by.filter(part => part === 'partner') : by.filter(part => part !== 'partner')
  return parts.some(part => allowed.includes(part)) ? to : null
}

/** What is wrong with a plan as it was typed. */
export type FormFlaw =
  | 'kind'
  | 'title'
  | 'aim'
  | 'plan'
  | 'starts'
  | 'ends'
  | 'partner'
  | 'self'
  | 'host'
  | 'contact'
  | 'letter'
  | 'long'

/** An entry of the log as it was typed. */
export type LogFlaw = 'day' | 'future' | 'outside' | 'minutes' | 'words'
export function logFlaws(
  entry: { on: string | null; minutes: number | null; words: string },
  activity: { startsOn: string; endsOn: string },
  today: string,
): LogFlaw[] {
  const flaws: LogFlaw[] = []
  if (entry.on === null) flaws.push('day')
  else if (entry.on > today) flaws.push('future')
  else if (entry.on < activity.startsOn || entry.on > activity.endsOn) flaws.push('outside')
  if (entry.minutes === null || entry.minutes < 1 || entry.minutes > 1440) flaws.push('minutes')
  if (entry.words.length < 10) flaws.push('words')
  return flaws
}

/** What keeps an activity from being reported. */
export type ReportFlaw = 'log' | 'outcome' | 'unconfirmed' | 'letter'
export function reportFlaws(
  kind: ActivityKind,
  { log, outcome, letters }: { log: readonly { confirmed: boolean }[]; outcome: string; letters: number },
): ReportFlaw[] {
  const { partner, host } = kindsOfActivity[kind]
  const flaws: ReportFlaw[] = []
  if (log.length === 0) flaws.push('log')
  else if (partner && !log.some(one => one.confirmed)) flaws.push('unconfirmed')
  if (outcome.length < 20) flaws.push('outcome')
  if (host && letters === 0) flaws.push('letter')
  return flaws
}

/** What an approved activity puts into the records: one a session day, one for the whole, or the hours of its log in JP. */
export type Recorded = { startedOn: string; endedOn: string; jp: number | null; sessions: number | null }
/**
 * @param minutesOfJp how many minutes make one JP on the day the activity ended
 */
export function recordsOf(
  kind: ActivityKind,
  activity: { startsOn: string; endsOn: string },
  log: readonly { on: string; minutes: number; confirmed: boolean }[],
  minutesOfJp: number,
): Recorded[] {
  const { counts } = kindsOfActivity[kind]
  if (counts === 'sessions') {
    const days = [...new Set(log.filter(one => one.confirmed).map(one => one.on))].sort()
    return days.map(day => ({ startedOn: day, endedOn: day, jp: null, sessions: 1 }))
  }
  const whole = { startedOn: activity.startsOn, endedOn: activity.endsOn, sessions: null }
  if (counts === 'whole') return [{ ...whole, jp: null }]
  const jp = Math.floor(log.reduce((sum, one) => sum + one.minutes, 0) / minutesOfJp)
  return jp > 0 ? [{ ...whole, jp }] : []
}
