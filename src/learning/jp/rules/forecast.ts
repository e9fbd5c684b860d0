import type { Claim } from './count.ts'
import { type InYear, recognise } from './recognise.ts'

const firstId = 2 ** 31 // beyond any record: what stands already is counted first

/** A class that somebody is enrolled in, as it would be recorded if it is passed. */
export type Coming = Omit<Claim, 'id' | 'sessions'>

/** What `year` comes to if these classes are passed, and what each of them adds: tenths of a JP, by the limits that hold over all together. */
export function forecast(
  claims: readonly Claim[],
  coming: readonly Coming[],
  inYear: InYear,
  year: number,
): { recognised: number; adds: number[] } {
  const expected = coming.map((one, index): Claim => ({ ...one, id: firstId + index, sessions: null }))
  const { records, years } = recognise([...claims, ...expected], inYear)
  const added = new Map(records.map(record => [record.id, record.recognised]))
  return {
    recognised: years.find(one => one.year === year)?.recognised ?? 0,
    adds: expected.map(one => added.get(one.id)!),
  }
}
