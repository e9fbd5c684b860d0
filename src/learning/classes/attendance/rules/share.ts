/** How far one person took part: JP attended of those held; sessions with JP that nobody decided yet (unmarked or waiting), and their JP. */
export type Attended = { attended: number; held: number; undecided: number; undecidedJp: number }

export type Standing = 'enough' | 'short' | 'unknown'

/**
 * Whether somebody attended enough. `percent`: of the JP held; null: the class asks for none. With sessions undecided it is known only where
 * they cannot change it; where none was held it is not known.
 */
export function attendedEnough({ attended, held, undecidedJp }: Attended, percent: number | null): Standing {
  if (percent === null) return 'enough'
  if (held === 0) return 'unknown'
  const reaches = (jp: number) => jp * 100 >= percent * held
  if (reaches(attended)) return 'enough'
  return undecidedJp > 0 && reaches(attended + undecidedJp) ? 'unknown' : 'short'
}

/** The JP attended as a share of those held; null where none was held. */
export const shareOf = ({ attended, held }: Attended): number | null => (held === 0 ? null : attended / held)
