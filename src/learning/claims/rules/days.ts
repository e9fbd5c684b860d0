import { dayNumber } from '../../jp/rules/day.ts'

/** How many days from the first to the last, both counted; a first that is not known is the last. */
export const daysOf = ({ startedOn, endedOn }: { startedOn: string | null; endedOn: string }): number =>
  dayNumber(endedOn) - dayNumber(startedOn ?? endedOn) + 1
