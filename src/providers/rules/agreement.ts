import { daysBetween } from './days.ts'

/** Days before its end from which an agreement asks to be renewed. */
const warnDays = 90

export const agreementStates = ['coming', 'holds', 'ending', 'ended', 'ended_early'] as const
export type AgreementState = (typeof agreementStates)[number]

/** How an agreement stands on a day: its last day still counts; one that was ended holds until the day before. */
export function stateOfAgreement(
  one: { fromDate: string; untilDate: string; endedOn: string | null },
  today: string,
): AgreementState {
  if (one.endedOn !== null && one.endedOn <= today) return 'ended_early'
  if (today < one.fromDate) return 'coming'
  if (today > one.untilDate) return 'ended'
  return daysBetween(today, one.untilDate) <= warnDays ? 'ending' : 'holds'
}
