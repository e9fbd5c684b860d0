import type { Language } from '../platform/i18n/index.ts'
import type { Method } from './labels.ts'
import type { ResultsToRecord } from './record.ts'
import { recordMessages } from './record-messages.ts'
import { type RecordFlaw, recordedMethods } from './rules/record.ts'

type FormError = { field: string; message: string }

export const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)

export const levelField = (competencyId: number) => `level-${competencyId}`

/** The form as it was posted, every text field of it. */
export const typedFields = (body: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(body)
      .filter((pair): pair is [string, string] => typeof pair[1] === 'string')
      .map(([name, value]) => [name, value.replaceAll('\0', '').trim()]),
  )

/** What was typed, and what of it cannot be read. */
export function readResults(
  typed: Record<string, string>,
  language: Language,
): { results: ResultsToRecord; errors: FormError[] } {
  const { errors: words } = recordMessages[language]
  const errors: FormError[] = []
  const of = (name: string) => typed[name] ?? ''
  const day = (name: string) => {
    if (of(name) === '') return null
    if (isDay(of(name))) return of(name)
    errors.push({ field: name, message: words.date })
    return null
  }
  const text = (name: string, longest: number) => {
    if (of(name).length > longest) errors.push({ field: name, message: words.long })
    return of(name) || null
  }
  const levelOf = (value: string) => (/^[1-5]$/.test(value) ? Number(value) : null)
  const levels = Object.entries(typed).flatMap(([name, value]) => {
    const found = /^level-(\d{1,9})$/.exec(name)
    return found && value !== '' ? [{ competencyId: Number(found[1]), level: levelOf(value) }] : []
  })
  if (of('kompetensi') !== '' || of('level') !== '') {
    if (/^\d{1,9}$/.test(of('kompetensi')) && of('level') !== '')
      levels.push({ competencyId: Number(of('kompetensi')), level: levelOf(of('level')) })
    else errors.push({ field: 'kompetensi', message: words.other })
  }
  const results: ResultsToRecord = {
    method: recordedMethods.find(one => one === of('metode')) ?? (null as Method | null),
    assessedOn: day('tanggal'),
    validUntil: day('berlaku'),
    assessor: text('penilai', 200),
    note: text('catatan', 1000),
    levels,
  }
  return { results, errors }
}

const fieldOf = { method: 'metode', assessedOn: 'tanggal', validUntil: 'berlaku', levels: 'levels' } as const

/** What a rule found, at the field where it is mended. */
export function flawMessage(one: RecordFlaw, language: Language): FormError {
  const { errors } = recordMessages[language]
  if (one.flaw === 'competency') return { field: 'kompetensi', message: errors.competency }
  if (one.flaw === 'level') return { field: levelField(one.competencyId), message: errors.level }
  const field = fieldOf[one.field]
  if (one.flaw === 'unknown') return { field, message: errors.unknown(one.series) }
  if (one.flaw === 'missing') return { field, message: errors[one.field] }
  return { field, message: errors[one.flaw] }
}
