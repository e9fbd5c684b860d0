import type { Tx } from '../../platform/db/index.ts'
import { type ChoiceOfYear, choicesBy } from './choices.ts'
import { lastDayOf, yearOf } from './rules/day.ts'
import { employmentOn, inYearOf, judgedOn } from './rules/employment.ts'
import { forecast } from './rules/forecast.ts'
import { endOfDay, stoodAt } from './rules/known.ts'
import { emptyYear, type JpYear, type Recognised, recognise } from './rules/recognise.ts'
import { type EmploymentOf, type Expected, employmentOf, expectedOf, type LearnedRow, learnedBy } from './store/person.ts'

export type Learned = LearnedRow & { recognition: Recognised }

/** One person's learning as it was known on a day, by that day's rules. */
export type JpOfPerson = {
  today: string
  /** The day it is read as of; null: now. */
  asOf: string | null
  person: EmploymentOf
  /** What stood then, the latest first. */
  records: Learned[]
  /** What had been withdrawn by then. */
  withdrawn: LearnedRow[]
  years: JpYear[]
  choiceOf: (year: number) => ChoiceOfYear
  yearIn: (year: number) => JpYear
}

/**
 * All of one person, recognised anew from the records; nothing is written. With `asOf` (yyyy-mm-dd) as it was at the end of that day: the
 * records known then, the choice and the employment of then. Null outside the scope.
 */
export async function learningOf(
  tx: Tx,
  pegawaiId: number,
  todayIn: (timeZone: string) => string,
  asOf: string | null,
): Promise<JpOfPerson | null> {
  const person = await employmentOf(tx, pegawaiId)
  if (!person) return null
  const today = todayIn(person.timeZone)
  const day = asOf ?? today
  const all = await learnedBy(tx, pegawaiId)
  const at = asOf === null ? null : endOfDay(asOf, person.timeZone)
  const stood = all.filter(row => (at === null ? row.withdrawnAt === null : stoodAt(row, at)))
  const withdrawn = all.filter(row => row.withdrawnAt !== null && (at === null || row.withdrawnAt <= at))
  const choiceOf = await choicesBy(tx, person.instansiId, day)
  const { records, years } = recognise(stood, inYearOf(person, choiceOf, day))
  const byId = new Map(records.map(record => [record.id, record]))
  return {
    today,
    asOf,
    person,
    records: stood.map(row => ({ ...row, recognition: byId.get(row.id)! })),
    withdrawn,
    years,
    choiceOf,
    yearIn: year =>
      years.find(one => one.year === year) ??
      emptyYear(year, employmentOn(person.periods, person.employment, judgedOn(year, day))),
  }
}

export type Forecast = { recognised: number; expected: (Expected & { adds: number })[] }

/** What the year at hand will come to if the classes enrolled in are passed; each with the tenths of a JP that it adds. */
export async function forecastOf(tx: Tx, pegawaiId: number, jp: JpOfPerson): Promise<Forecast> {
  const year = yearOf(jp.today)
  const expected = await expectedOf(tx, pegawaiId, jp.today, lastDayOf(year))
  const { recognised, adds } = forecast(jp.records, expected, inYearOf(jp.person, jp.choiceOf, jp.today), year)
  return { recognised, expected: expected.map((one, index) => ({ ...one, adds: adds[index]! })) }
}
