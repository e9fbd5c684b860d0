import { type Evidence, evidenceLine } from '../../assessment/index.ts'
import { formatDate, type Language } from '../../platform/i18n/index.ts'
import type { Tone } from '../../ui/index.ts'
import { learningMessages } from './messages.ts'

const hasRisen = (row: Evidence) => row.to !== null && (row.outcome === 'raised' || row.outcome === 'accepted')

/** What a passed learning did to one level, in words. */
export type LevelLine = {
  competencyId: number
  words: string
  tone: Tone
  why: string
  /** For the dots; `of` 0: the post does not ask for it. */
  held: number | null
  of: number
}

const wordsOf = (row: Evidence, name: string, language: Language): string => {
  const m = learningMessages[language]
  if (hasRisen(row)) return m.rose(name, row.before, row.to!)
  if (row.outcome === 'proposed') return m.proposed(name, row.to!)
  if (row.outcome === 'confirmed') return m.stays(name, row.before!)
  return m.noted(name)
}

/** What became of each competency, what rose first. `requiredOf`: what the post held asks of it. */
export const levelLines = (rows: readonly Evidence[], requiredOf: ReadonlyMap<number, number>, language: Language): LevelLine[] =>
  [...rows]
    .sort((a, b) => Number(hasRisen(b)) - Number(hasRisen(a)))
    .map(row => {
      const m = learningMessages[language]
      const { competency, why } = evidenceLine(row, language, null)
      const required = requiredOf.get(row.competencyId) ?? 0
      const held = hasRisen(row) ? row.to : row.before
      const standing = required === 0 ? '' : held !== null && held >= required ? `${m.meets}.` : `${m.standard(required)}.`
      return {
        competencyId: row.competencyId,
        words: wordsOf(row, competency, language),
        tone: hasRisen(row) ? 'ok' : row.outcome === 'proposed' ? 'warn' : 'neutral',
        why: [standing, why, row.outcome === 'proposed' && m.whoDecides].filter(Boolean).join(' '),
        held,
        of: required,
      }
    })

/** What rose in the last days by learning, and by which: told beside the radar that it moved. */
export const risenSince = (rows: readonly Evidence[], day: string, language: Language): { words: string; why: string }[] =>
  rows
    .filter(row => hasRisen(row) && row.completedOn >= day)
    .map(row => {
      const m = learningMessages[language]
      const { competency, why } = evidenceLine(row, language, null)
      return {
        words: m.rose(competency, row.before, row.to!),
        why: m.risenWhy(row.title, formatDate(row.completedOn, language), why),
      }
    })
