import { type Employment, readDate, readInteger, readNip, readText } from '../../platform/sheet/index.ts'
import { highestLevel, lowestLevel } from '../../regulation/index.ts'
import type { Cells, Choice, FieldError, ImportField, Words } from '../kind.ts'
import { blankWords, choiceWords, dateWords, levelWords, longWords, nipWords, numberWords } from './cell-words.ts'
import { plainName } from './plain-name.ts'

const LONGEST_TEXT = 300
/** What people write into a cell to say that nothing is there. */
const nothing = new Set(['-', '–', '—', 'n/a', '#n/a', 'null', 'nihil'])

const spellings = new WeakMap<readonly Choice[], Map<string, string>>()
function spellingsOf(choices: readonly Choice[]): Map<string, string> {
  let known = spellings.get(choices)
  if (!known) {
    known = new Map(
      choices.flatMap(({ value, label, names = [] }) =>
        [value, label.id, label.en, ...names].map(name => [plainName(name), value]),
      ),
    )
    spellings.set(choices, known)
  }
  return known
}

/** Reads the cells of one row and collects every reason why it is refused, so that a person mends a row once. */
export class RowReader {
  readonly errors: FieldError[] = []
  readonly #cells: Cells
  readonly #labels: ReadonlyMap<string, Words>

  constructor(cells: Cells, fields: readonly ImportField[]) {
    this.#cells = cells
    this.#labels = labelsOf(fields)
  }

  refuse(field: string, words: Words): null {
    this.errors.push({ field, ...words })
    return null
  }

  /** Refuses the row if the field is blank. */
  need<T>(field: string, value: T | null): T | null {
    if (value === null && !this.errors.some(error => error.field === field)) {
      this.refuse(field, blankWords(this.#labels.get(field) ?? { id: field, en: field }))
    }
    return value
  }

  text(field: string, max = LONGEST_TEXT): string | null {
    const text = readText(this.#cells[field])
    if (text === null || nothing.has(text.toLowerCase())) return null
    return text.length > max ? this.refuse(field, longWords(text.length, max)) : text
  }

  /** A text of several lines, each read as `text` reads it. */
  lines(field: string, max = LONGEST_TEXT): string | null {
    const cell = this.#cells[field]
    if (typeof cell !== 'string' || !cell.includes('\n')) return this.text(field, max)
    const text = cell
      .split('\n')
      .flatMap(line => readText(line) ?? [])
      .join('\n')
    if (text === '') return null
    return text.length > max ? this.refuse(field, longWords(text.length, max)) : text
  }

  date(field: string): string | null {
    const text = this.text(field)
    if (text === null) return null
    const reading = readDate(this.#cells[field])
    return reading.ok ? reading.value : this.refuse(field, (dateWords[reading.reason] ?? dateWords.not_a_date!)(text))
  }

  whole(field: string, low: number, high: number): number | null {
    return this.#number(field, low, high, numberWords)
  }

  level(field: string): number | null {
    return this.#number(field, lowestLevel, highestLevel, levelWords)
  }

  #number(field: string, low: number, high: number, words: typeof levelWords): number | null {
    const text = this.text(field)
    if (text === null) return null
    const reading = readInteger(this.#cells[field])
    if (reading.ok && reading.value >= low && reading.value <= high) return reading.value
    return this.refuse(field, words(text.replace('.', ','), low, high))
  }

  choice(field: string, choices: readonly Choice[]): string | null {
    const text = this.text(field)
    if (text === null) return null
    return spellingsOf(choices).get(plainName(text)) ?? this.refuse(field, choiceWords(text, choices))
  }

  /** With `employment` null (not known yet) only what holds for every kind of employment is checked. */
  nip(field: string, employment: Employment | null): string | null {
    const cell = this.#cells[field]
    const reading = readNip(cell, employment ?? 'pppk')
    if (reading.ok) return reading.value
    if (reading.reason === 'empty') return null
    // A number that ends in 000 is shown by Excel as 1,99E+17: that is what the person knows it by.
    const reason = reading.reason === 'rounded' && typeof cell === 'number' ? 'scientific' : reading.reason
    return this.refuse(field, nipWords[reason]!(cell))
  }
}

const labels = new WeakMap<readonly ImportField[], Map<string, Words>>()
function labelsOf(fields: readonly ImportField[]): Map<string, Words> {
  let known = labels.get(fields)
  if (!known) {
    known = new Map(fields.map(field => [field.key, field.label]))
    labels.set(fields, known)
  }
  return known
}
