import type { PolicyField } from '../kind.ts'

/** Why what was typed is no value of its field; `missing`: nothing was typed or chosen. */
export type FieldFlaw = { field: string; why: 'missing' | 'not_whole' | 'outside' | 'unknown' }
export type Typed = Readonly<Record<string, string>>
export type FormValue = Record<string, number | string | boolean | null>

const longest = 15 // digits that a JavaScript number holds exactly

/** Undefined: it says none. */
function readField(field: PolicyField, typed: string): FormValue[string] | undefined {
  if (field.kind === 'yes_no') return typed !== ''
  if (field.kind === 'rupiah') {
    if (typed === '') return null
    const digits = typed.replace(/^Rp\s*/i, '').replaceAll(/[.\s]/g, '')
    return /^\d+$/.test(digits) && digits.length <= longest ? Number(digits) : undefined
  }
  if (field.kind === 'choice') return field.choices.some(choice => choice.value === typed) ? typed : undefined
  if (typed === '' && field.blank) return null
  if (!/^[+-]?\d+$/.test(typed) || typed.length > longest) return undefined
  const n = Number(typed)
  return n >= field.min && n <= field.max ? n : undefined
}

function whyNot(field: PolicyField, typed: string): FieldFlaw['why'] {
  if (typed === '') return 'missing'
  if (field.kind === 'choice') return 'unknown'
  return field.kind === 'integer' && /^[+-]?\d+$/.test(typed) ? 'outside' : 'not_whole'
}

/** The value that a form's texts say, or each field that says none. A box not ticked is absent, which is no. */
export function readForm(
  fields: readonly PolicyField[],
  typed: Typed,
): { ok: true; value: FormValue } | { ok: false; flaws: FieldFlaw[] } {
  const value: FormValue = {}
  const flaws: FieldFlaw[] = []
  for (const field of fields) {
    const text = (typed[field.name] ?? '').trim()
    const read = readField(field, text)
    if (read === undefined) flaws.push({ field: field.name, why: whyNot(field, text) })
    else value[field.name] = read
  }
  return flaws.length > 0 ? { ok: false, flaws } : { ok: true, value }
}

/** The texts that a form shows for a value: readForm of them gives the value again. */
export const typedOf = (fields: readonly PolicyField[], value: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    fields.map(field => {
      const held = value[field.name]
      if (field.kind === 'yes_no') return [field.name, held === true ? '1' : '']
      return [field.name, held === null || held === undefined ? '' : String(held)]
    }),
  )

/** The fields in which two values differ, in the order of the form. */
export const changedFields = (
  fields: readonly PolicyField[],
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): PolicyField[] => fields.filter(field => before[field.name] !== after[field.name])
