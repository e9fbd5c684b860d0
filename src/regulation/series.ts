/** One value of a number in law, from a date on. `until` is the first day it no longer holds. */
export type DatedValue<T> = {
  from: string
  until?: string
  value: T
  /** Act and article, or where it was seen. */
  source: string
  /** False where no official text was seen: an editable default that says so on screen. */
  verified: boolean
}

export type Series<T> = {
  name: string
  entries: readonly DatedValue<T>[]
  /** The value in force on a date `yyyy-mm-dd`. Throws outside the series: there is no neighbour's value to fall back to. */
  at(date: string): DatedValue<T>
}

export class OutsideSeries extends Error {}

/** A number of a regulation through time. Entries in order of `from`; a gap between them is a gap. */
export function series<T>(name: string, entries: readonly DatedValue<T>[]): Series<T> {
  return {
    name,
    entries,
    at(date) {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new OutsideSeries(`${name}: ${date} is not a date`)
      const found = entries.findLast(entry => entry.from <= date && (entry.until === undefined || date < entry.until))
      if (!found) throw new OutsideSeries(`${name}: no value in force on ${date}`)
      return found
    },
  }
}
