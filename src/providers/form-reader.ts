import { formatNumber, type Language } from '../platform/i18n/index.ts'
import { type Messages, messages } from './messages.ts'
import { isDay } from './rules/days.ts'

export type FieldErrors = { field: string; message: string }[]
export type Field = (name: string) => string

/** Reads the fields of one posted form and collects what is wrong with them, each said at its field. Blank is null. */
export class FormReader {
  readonly errors: FieldErrors = []
  readonly #field: Field
  readonly #language: Language
  readonly #m: Messages
  constructor(field: Field, language: Language) {
    this.#field = field
    this.#language = language
    this.#m = messages[language]
  }

  refuse(field: string, message: string): null {
    this.errors.push({ field, message })
    return null
  }
  /** Refuses the form where the field is blank; `''` and 0 stand in so that reading goes on. */
  need<T extends string | number>(field: string, value: T | null, instead: T): T {
    if (value === null && !this.errors.some(error => error.field === field)) this.refuse(field, this.#m.flaws.blank)
    return value ?? instead
  }
  text(field: string, max: number): string | null {
    const text = this.#field(field)
    if (text === '') return null
    return text.length > max ? this.refuse(field, this.#m.flaws.long(max)) : text
  }
  whole(field: string, low: number, high: number): number | null {
    const text = this.#field(field)
    if (text === '') return null
    const value = Number(text)
    if (/^\d{1,9}$/.test(text) && value >= low && value <= high) return value
    return this.refuse(field, this.#m.flaws.whole(formatNumber(low, this.#language), formatNumber(high, this.#language)))
  }
  /** Whole rupiah as people type them: `Rp1.250.000`, `1.250.000,00`, `1250000`. */
  rupiah(field: string): bigint | null {
    const text = this.#field(field)
    if (text === '') return null
    return readRupiah(text) ?? this.refuse(field, this.#m.flaws.rupiah)
  }
  day(field: string): string | null {
    const text = this.#field(field)
    if (text === '') return null
    return isDay(text) ? text : this.refuse(field, this.#m.flaws.day)
  }
  choice<T extends string>(field: string, list: readonly T[]): T | null {
    const text = this.#field(field)
    if (text === '') return null
    return list.find(one => one === text) ?? this.refuse(field, this.#m.flaws.choice)
  }
}

/** Null where it is no sum of whole rupiah, or more than a thousand billion. */
export function readRupiah(text: string): bigint | null {
  const bare = text.replace(/^rp\.?\s*/i, '').replace(/,(00|-)$/, '')
  if (!/^(\d{1,15}|\d{1,3}(\.\d{3}){1,4})$/.test(bare)) return null
  return BigInt(bare.replaceAll('.', ''))
}
