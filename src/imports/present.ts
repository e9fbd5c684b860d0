import { formatDate, formatDecimal, formatNumber, type Language } from '../platform/i18n/index.ts'
import type { ImportField } from './kind.ts'
import type { Messages } from './messages.ts'
import type { Counts, SampleRow } from './store.ts'

export type ShownValue = { label: string; before?: string; value: string }

const shown = (field: ImportField, value: unknown, language: Language, m: Messages): string => {
  if (value === null || value === undefined || value === '') return m.blank
  if (typeof value === 'boolean') return value ? m.yes : m.no
  if (typeof value === 'number') return formatDecimal(value, language)
  const text = String(value)
  if (field.type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDate(text, language)
  return field.choices?.find(choice => choice.value === text)?.label[language] ?? text
}

/** What a row holds, or, where it changes something, only what changes. Keys that are no field are not for people. */
export function valuesToShow(row: SampleRow, fields: readonly ImportField[], language: Language, m: Messages): ShownValue[] {
  const { values, before } = row
  if (!values) return []
  return fields.flatMap(field => {
    const value = values[field.key]
    if (value === undefined || (before && before[field.key] === value)) return []
    const label = field.label[language]
    const now = shown(field, value, language, m)
    return before ? [{ label, before: shown(field, before[field.key], language, m), value: now }] : [{ label, value: now }]
  })
}

export const toWrite = (counts: Counts) => counts.new + counts.changed
export const allRows = (counts: Counts) => Object.values(counts).reduce((sum, count) => sum + count, 0)

/** `5.900 baru, 12 berubah`: what is not zero, in the order of interest. */
export function countsInWords(counts: Counts | null, language: Language, m: Messages): string {
  if (!counts) return '–'
  const parts = (['new', 'changed', 'same', 'skipped', 'refused'] as const).filter(outcome => counts[outcome] > 0)
  return parts.map(outcome => `${formatNumber(counts[outcome], language)} ${m.outcomes[outcome].toLowerCase()}`).join(', ') || '–'
}
