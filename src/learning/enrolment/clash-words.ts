import { formatDate, type Language } from '../../platform/i18n/index.ts'
import { localOf, zoneName } from '../classes/run/rules/local-time.ts'
import { messages } from './messages.ts'
import type { Clash } from './store/people.ts'

/** `Latsar (Angkatan II)`. */
export const clashName = ({ title, name }: Pick<Clash, 'title' | 'name'>) => `${title} (${name})`

/** When two sessions meet first, in the zone of the class that one sits in: `4 Mei 2026 pukul 08:00–09:30 WIB`. */
export function meetsWhen({ from, until, timeZone }: NonNullable<Clash['meets']>, language: Language): string {
  const begins = localOf(new Date(from), timeZone)
  const ends = localOf(new Date(until), timeZone).time
  return messages[language].clashWhen(formatDate(begins.day, language), begins.time, ends, zoneName(timeZone))
}

/** Which class somebody sits in at the same hours, and when; empty: in none. */
export const clashesInWords = (clashes: readonly Clash[], language: Language): string[] =>
  clashes.flatMap(clash =>
    clash.meets ? [messages[language].clashTheirs(clashName(clash), meetsWhen(clash.meets, language))] : [],
  )
