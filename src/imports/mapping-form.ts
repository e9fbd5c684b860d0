import type { Language } from '../platform/i18n/index.ts'
import type { ImportField, ImportKind } from './kind.ts'
import type { Messages } from './messages.ts'
import type { MappingField } from './pages/mapping.tsx'
import { type Column, type Mapping, missingFields } from './rules/recognise.ts'
import { columnLetter } from './workbooks.ts'

export type MappingChoice = { mapping: Mapping; fixed: Record<string, string> }
type FormError = { field: string; message: string }

const columnName = (field: string) => `kolom.${field}`
const fixedName = (field: string) => `tetap.${field}`

const columnOption = (column: Column, index: number, m: Messages) => {
  const name = column.header || m.column(columnLetter(index))
  return {
    value: String(index),
    label: `${columnLetter(index)} · ${name}${column.examples.length > 0 ? ` (${column.examples.join('; ').slice(0, 60)})` : ''}`,
  }
}

/** Looks like a column of levels: its examples are single digits. */
const mayHoldLevels = (column: Column) => column.examples.every(example => /^\d([.,]0)?$/.test(example) || example === '-')

/** Every field as a choice among the columns of the file, with what is chosen now. */
export function mappingFields(
  fields: readonly ImportField[],
  columns: readonly Column[],
  chosen: MappingChoice,
  language: Language,
  m: Messages,
): MappingField[] {
  const all = columns
    .map((column, index) => ({ column, option: columnOption(column, index, m) }))
    .filter(({ column }) => column.header || column.examples.length > 0)
  const levels = all.filter(({ column }) => mayHoldLevels(column))
  return fields.map(field => {
    const value = chosen.mapping[field.key]
    const listed = field.many ? all.filter(one => levels.includes(one) || one.option.value === String(value)) : all
    return {
      name: columnName(field.key),
      label: field.label[language],
      help: field.help?.[language],
      options: [{ value: '', label: m.noColumn }, ...listed.map(one => one.option)],
      value: value === undefined ? '' : String(value),
      many: field.many ?? false,
      required: field.required ?? false,
      fixed: field.fixable
        ? {
            name: fixedName(field.key),
            value: chosen.fixed[field.key] ?? '',
            choices: field.choices?.map(choice => ({ value: choice.value, label: choice.label[language] })) ?? null,
            date: field.type === 'date',
          }
        : null,
    }
  })
}

/** What the form says, and what it still lacks. */
export function readMappingForm(
  read: (name: string) => string,
  kind: ImportKind,
  fields: readonly ImportField[],
  columns: readonly Column[],
  language: Language,
  m: Messages,
): MappingChoice & { errors: FormError[] } {
  const mapping: Mapping = {}
  const fixed: Record<string, string> = {}
  const errors: FormError[] = []
  const taken = new Set<number>()
  for (const field of fields) {
    const text = read(columnName(field.key))
    const column = /^\d{1,4}$/.test(text) ? Number(text) : -1
    if (column >= 0 && column < columns.length) {
      if (taken.has(column))
        errors.push({ field: columnName(field.key), message: m.twice(columnOption(columns[column]!, column, m).label) })
      taken.add(column)
      mapping[field.key] = column
    }
    const one = field.fixable ? read(fixedName(field.key)).slice(0, 200) : ''
    if (one) fixed[field.key] = one
  }
  return { mapping, fixed, errors: [...errors, ...stillMissing(kind, fields, { mapping, fixed }, language, m)] }
}

/** What must still be chosen, beside the field where it can be. */
export function stillMissing(
  kind: ImportKind,
  fields: readonly ImportField[],
  chosen: MappingChoice,
  language: Language,
  m: Messages,
): FormError[] {
  const { fields: lacking, sentence } = missingFields(kind, fields, chosen.mapping, chosen.fixed)
  const errors = lacking.map(field => ({
    field: columnName(field.key),
    message: m.missingColumn(field.label[language], field.fixable ?? false),
  }))
  if (!sentence) return errors
  return [...errors, { field: columnName(sentence.field), message: sentence[language] }]
}
