import type { Language } from '../../platform/i18n/index.ts'
import { isDay } from '../record-form.ts'
import type { PotentialToRecord } from './actions.ts'
import { potentialMessages } from './messages.ts'
import { aspects } from './rules/potential.ts'
import { type PotentialFlaw, potentialMethods } from './rules/record.ts'

type FormError = { field: string; message: string }

export const scoreField = (aspect: string) => `nilai-${aspect}`

/** What was typed, and what of it cannot be read. */
export function readPotential(
  typed: Record<string, string>,
  language: Language,
): { potential: PotentialToRecord; errors: FormError[] } {
  const words = potentialMessages[language].errors
  const errors: FormError[] = []
  const of = (name: string) => typed[name] ?? ''
  const day = (name: string) => {
    if (of(name) === '' || isDay(of(name))) return of(name) || null
    errors.push({ field: name, message: words.date })
    return null
  }
  if (of('penilai').length > 200) errors.push({ field: 'penilai', message: words.long })
  const potential: PotentialToRecord = {
    method: potentialMethods.find(one => one === of('metode')) ?? null,
    assessedOn: day('tanggal'),
    validUntil: day('berlaku'),
    assessor: of('penilai') || null,
    scores: aspects.flatMap(aspect => {
      const value = of(scoreField(aspect))
      return value === '' ? [] : [{ aspect, score: /^\d{1,2}$/.test(value) ? Number(value) : null }]
    }),
  }
  return { potential, errors }
}

const fieldOf = { method: 'metode', assessedOn: 'tanggal', validUntil: 'berlaku', scores: 'nilai' } as const

/** What a rule found, at the field where it is mended. */
export function potentialFlawMessage(
  one: PotentialFlaw,
  language: Language,
  scale: { lowest: number; highest: number },
): FormError {
  const { errors } = potentialMessages[language]
  if (one.flaw === 'score') return { field: scoreField(one.aspect), message: errors.score(scale.lowest, scale.highest) }
  const field = fieldOf[one.field]
  if (one.flaw === 'unknown') return { field, message: errors.unknown(one.series) }
  if (one.flaw === 'missing') return { field, message: errors[one.field] }
  return { field, message: errors[one.flaw] }
}
