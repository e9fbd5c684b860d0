import { type Claim, lengthOf } from './count.ts'
import { dateOf, dayNumber, lastDayOf, yearOf } from './day.ts'

/** Days on which the records of a person say more than a day can hold: how many, and the first of them. */
export type Crowded = { year: number; days: number; first: string }

/**
 * The crowded days of each year. A record's hours (in tenths of a JP; null: none) lie evenly on its days. Nothing is cut for it: what is
 * wrong, a day, an hour or a name, only a person can say.
 */
export function crowdedDays(
  records: readonly { claim: Claim; hours: number | null }[],
  dayHolds: (year: number) => number,
): Crowded[] {
  const spans = records
    .filter(one => (one.hours ?? 0) > 0)
    .map(({ claim, hours }) => {
      const [to, days] = [dayNumber(claim.endedOn), lengthOf(claim)]
      return { from: to - days + 1, to, load: hours! / days }
    })
    .sort((a, b) => a.from - b.from)
  const found = new Map<number, Crowded>()
  for (const group of overlapping(spans)) {
    const edges = new Set<number>()
    for (const { from, to } of group) {
      edges.add(from).add(to + 1)
      for (let year = yearOf(dateOf(from)); year < yearOf(dateOf(to)); year++) edges.add(dayNumber(lastDayOf(year)) + 1)
    }
    const points = [...edges].sort((a, b) => a - b)
    for (const [index, from] of points.entries()) {
      const until = points[index + 1]
      if (until === undefined) break
      let load = 0
      for (const span of group) if (span.from <= from && from <= span.to) load += span.load
      const first = dateOf(from)
      const year = yearOf(first)
      if (load <= dayHolds(year) * 10 + 1e-6) continue
      const before = found.get(year)
      found.set(year, { year, days: (before?.days ?? 0) + until - from, first: before?.first ?? first })
    }
  }
  return [...found.values()].sort((a, b) => a.year - b.year)
}

/** Spans that share days, together; given in the order in which they begin. */
function overlapping<S extends { from: number; to: number }>(spans: readonly S[]): S[][] {
  const groups: S[][] = []
  let reach = -Infinity
  for (const span of spans) {
    if (span.from > reach) groups.push([])
    groups.at(-1)!.push(span)
    reach = Math.max(reach, span.to)
  }
  return groups
}
