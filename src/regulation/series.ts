/** In both languages of the interface. */
type Words = { id: string; en: string }

/**
 * One value of a number in law, from a date on: 1 January of the year of the act where the day itself was not seen.
 * `until` is the first day it no longer holds.
 */
export type DatedValue<T> = {
  from: string
  until?: string
  value: T
  /** The act, as it is cited; null where no act sets the number. */
  act: string | null
  /** Article, annex or page of the act; null where it is not known. */
  article: string | null
  /** Where it was seen. */
  source: string
  /** False where no official text was seen: an editable default that says so on screen. */
  verified: boolean
}

/** What a number is, for who reads the register of law. */
export type About<T> = {
  /** Stable, for addresses and the API. */
  key: string
  name: Words
  /** The screens and capabilities that calculate with it. */
  usedBy: Words
  /** The day `yyyy-mm-dd` on which it was last held against its source. */
  checked: string
  /** A value as it is read: `20 JP`. */
  reads(value: T): Words
}

export type Series<T> = About<T> & {
  entries: readonly DatedValue<T>[]
  /** The value in force on a date `yyyy-mm-dd`. Throws outside the series: there is no neighbour's value to fall back to. */
  at(date: string): DatedValue<T>
}

/** A number was asked for on a day on which none is known. The message names the series; `about` says it for a screen. */
export class OutsideSeries extends Error {
  /** `first`: the first day on which one is known; null: none is. */
  readonly about: { name: Words; date: string; first: string | null } | null
  constructor(message: string, about: OutsideSeries['about'] = null) {
    super(message)
    this.about = about
  }
}

const everySeries: Series<unknown>[] = []

/** Every number of a regulation, in the order it was written down: a series that exists is in it. */
export const register: readonly Series<unknown>[] = everySeries

/** A number of a regulation through time, and its line in the register. Entries in order of `from`; a gap between them is a gap. */
export function series<T>(about: About<T>, entries: readonly DatedValue<T>[]): Series<T> {
  const one: Series<T> = {
    ...about,
    entries,
    at(date) {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new OutsideSeries(`${about.name.id}: ${date} is not a date`)
      const found = entries.findLast(entry => entry.from <= date && (entry.until === undefined || date < entry.until))
      if (!found) {
        const first = entries[0]?.from ?? null
        throw new OutsideSeries(`${about.name.id}: no value in force on ${date}`, { name: about.name, date, first })
      }
      return found
    },
  }
  everySeries.push(one as Series<unknown>)
  return one
}
