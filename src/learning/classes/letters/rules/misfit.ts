import type { RunState } from '../../run/store.ts'

type Held = { startsOn: string | null; endsOn: string | null; place: string | null }
/** Why a letter that was issued is wrong now. */
export type Misfit = 'cancelled' | 'dates' | 'place'

/** What became of a class after a letter of it was issued; null: the letter is right, or it was withdrawn. */
export function misfitOf(letter: Held & { withdrawn: object | null }, now: Held & { state: RunState }): Misfit | null {
  if (letter.withdrawn !== null) return null
  if (now.state === 'cancelled') return 'cancelled'
  if (letter.startsOn !== now.startsOn || letter.endsOn !== now.endsOn) return 'dates'
  // A letter that left the place open is not made wrong by one.
  return letter.place !== null && letter.place !== now.place ? 'place' : null
}
