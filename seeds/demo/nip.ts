import { isoOf } from './dates.ts'

const compact = (day: number) => isoOf(day).replaceAll('-', '')

/**
 * Hands out NIP (birth, month of appointment, sex, sequence) and NI PPPK (birth, year, 21, sex, sequence), each once.
 * Layout: BKN; the 21 in the PPPK form is what is commonly seen.
 */
export class NipBook {
  #used = new Map<string, number>()
  #finish(stem: string): string {
    const sequence = (this.#used.get(stem) ?? Number(BigInt(stem) % 7n)) + 1
    this.#used.set(stem, sequence)
    return stem + String(sequence).padStart(3, '0')
  }
  pns(birth: number, appointed: number, sex: 'l' | 'p'): string {
    return this.#finish(compact(birth) + compact(appointed).slice(0, 6) + (sex === 'l' ? '1' : '2'))
  }
  pppk(birth: number, year: number, sex: 'l' | 'p'): string {
    return this.#finish(`${compact(birth)}${year}21${sex === 'l' ? '1' : '2'}`)
  }
}
