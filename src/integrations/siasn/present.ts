import { formatNumber, type Language } from '../../platform/i18n/index.ts'
import type { Tone } from '../../ui/index.ts'
import { messages } from './messages.ts'
import type { Batch, ItemState } from './store/batch.ts'

type Shown = 'draft' | 'sending' | 'stopped' | 'done' | 'discarded'
const tones: Record<Shown, Tone> = { draft: 'neutral', sending: 'info', stopped: 'bad', done: 'ok', discarded: 'neutral' }

/** A batch that something stopped waits for somebody. */
export const shownState = ({ state, trouble }: Pick<Batch, 'state' | 'trouble'>): Shown =>
  state === 'sending' && trouble !== null ? 'stopped' : state

export function batchState(batch: Batch, language: Language): { text: string; tone: Tone } {
  const state = shownState(batch)
  return { text: messages[language].states[state], tone: tones[state] }
}

export const itemTone: Record<ItemState | 'lacking', Tone> = {
  waiting: 'neutral',
  lacking: 'warn',
  claimed: 'info',
  sent: 'info',
  confirmed: 'ok',
  differs: 'warn',
  failed: 'bad',
}
export const itemStates = ['waiting', 'lacking', 'claimed', 'sent', 'confirmed', 'differs', 'failed'] as const

/** How many rows are in which state, as far as there are any. */
export const resultWords = ({ counts }: Batch, language: Language): string =>
  itemStates
    .flatMap(state =>
      counts[state] > 0 ? [`${formatNumber(counts[state], language)} ${messages[language].itemStates[state].toLowerCase()}`] : [],
    )
    .join(', ') || '–'

/** Fields of a payload that are not known, by the words that a person knows them by. */
export const missingText = (fields: readonly string[], language: Language): string =>
  fields.map(field => messages[language].fields[field] ?? field).join(', ')
