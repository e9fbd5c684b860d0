import { accreditationYears } from '../../regulation/index.ts'
import { addDays, addMonths, daysBetween } from './days.ts'

/** One line of the register: this body may run this programme. */
export type Accredited = {
  id: number
  providerId: number
  programme: string
  accreditor: string
  peringkat: string
  decree: string
  fromDate: string
  /** The last day it holds. */
  untilDate: string
  revokedOn: string | null
}

const plain = (name: string) => name.toLowerCase().replace(/\s+/g, ' ').trim()
/** One programme under the spellings of several decrees. */
export const sameProgramme = (a: string, b: string) => plain(a) === plain(b)

const holdsOn = (one: Accredited, date: string) =>
  one.fromDate <= date && date <= one.untilDate && (one.revokedOn === null || date < one.revokedOn)

/** `accreditation`: the line that says so; null where there is none. */
export type Standing<A extends Accredited = Accredited> = {
  state: 'holds' | 'expired' | 'revoked' | 'missing'
  accreditation: A | null
}

/**
 * Whether a programme is accredited on a day, by the lines of one institution: it must hold on the *last* day of a class (DOMAIN.md 6).
 * A line that begins only later is none yet.
 */
export function accreditationOn<A extends Accredited>(register: readonly A[], programme: string, lastDay: string): Standing<A> {
  const lines = register
    .filter(one => sameProgramme(one.programme, programme) && one.fromDate <= lastDay)
    .sort((a, b) => (a.untilDate < b.untilDate ? 1 : a.untilDate > b.untilDate ? -1 : b.id - a.id))
  const holding = lines.find(one => holdsOn(one, lastDay))
  if (holding) return { state: 'holds', accreditation: holding }
  const last = lines[0]
  if (!last) return { state: 'missing', accreditation: null }
  const revoked = last.revokedOn !== null && last.revokedOn <= last.untilDate
  return { state: revoked ? 'revoked' : 'expired', accreditation: last }
}

/** Who could hold the class in its stead (titip, pola kontribusi): one line for each body accredited on the last day, the longest first. */
export function remedies<A extends Accredited>(programme: string, lastDay: string, register: readonly A[]): A[] {
  const byProvider = new Map<number, A>()
  for (const one of register) {
    if (!sameProgramme(one.programme, programme) || !holdsOn(one, lastDay)) continue
    const known = byProvider.get(one.providerId)
    if (!known || known.untilDate < one.untilDate) byProvider.set(one.providerId, one)
  }
  return [...byProvider.values()].sort((a, b) => (a.untilDate < b.untilDate ? 1 : -1))
}

/** Days before its end from which an accreditation asks to be renewed. */
export const warnDays = 180

export type AccreditationState = 'coming' | 'holds' | 'ending' | 'ended' | 'revoked'
export const accreditationStates: readonly AccreditationState[] = ['holds', 'ending', 'ended', 'revoked', 'coming']

/** How one line stands on a day. `ending`: its last day is at most 180 days away. */
export function stateOfAccreditation(
  one: Pick<Accredited, 'fromDate' | 'untilDate' | 'revokedOn'>,
  today: string,
): AccreditationState {
  if (one.revokedOn !== null && one.revokedOn <= today) return 'revoked'
  if (today < one.fromDate) return 'coming'
  if (today > one.untilDate) return 'ended'
  return daysBetween(today, one.untilDate) <= warnDays ? 'ending' : 'holds'
}

/** The last day that a peringkat gives a decree of this day; null where no number is known and what is typed counts. */
export function lastDayOf(peringkat: string, from: string): string | null {
  const entry = accreditationYears.entries.findLast(one => one.from <= from)
  const years = entry?.value[peringkat.trim().toUpperCase() as 'A' | 'B' | 'C'] ?? null
  return years === null ? null : addDays(addMonths(from, years * 12), -1)
}
