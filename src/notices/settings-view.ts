import { formatInstant, type Language } from '../platform/i18n/index.ts'
import type { SettingsWords } from './settings-words.ts'
import type { Contact, LetterRow } from './store/contact.ts'

export type AddressState = 'off' | 'none' | 'asked' | 'confirmed' | 'refused'

/** How an account stands with e-mail. */
export function addressState(mailIsOn: boolean, contact: Contact): AddressState {
  if (!mailIsOn) return 'off'
  if (contact.address === null) return 'none'
  if (contact.refusedAt !== null) return 'refused'
  return contact.confirmedAt === null ? 'asked' : 'confirmed'
}

/** The last letters, and whether they went out. */
export const letterCells = (letters: readonly LetterRow[], words: SettingsWords, language: Language) =>
  letters.map(({ kind, state, madeAt, settledAt }, index) => ({
    id: index,
    what: words.letterKinds[kind],
    when: formatInstant(settledAt ?? madeAt, language),
    state: words.letterStates[state as keyof SettingsWords['letterStates']],
    good: state === 'sent' ? ('ok' as const) : state === 'queued' || state === 'sending' ? ('info' as const) : ('warn' as const),
  }))
