import { lastDay, type Period } from '../../src/performance/rules/period.ts'
import { predicateOf } from '../../src/performance/rules/predicate.ts'
import { type PerformanceRating, performancePredicates, performanceRatings, predicateMatrix } from '../../src/regulation/index.ts'
import { toDay, yearOf } from './dates.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'

/** `replacedOn`: the day a correction took its place; null where it counts. */
export type Rating = {
  person: Person
  period: Period
  result: PerformanceRating
  behaviour: PerformanceRating
  /** Percent of the target; null where none was set. */
  achieved: number | null
  rater: Person | null
  ratedOn: number
  recordedOn: number
  replacedOn: number | null
}

/** Of a hundred: fifteen very good, seventy-odd good, six to be improved, the rest poor. */
const cells: [[PerformanceRating, PerformanceRating], number][] = [
  [['di_atas', 'di_atas'], 15],
  [['di_atas', 'sesuai'], 18],
  [['sesuai', 'di_atas'], 19],
  [['sesuai', 'sesuai'], 35.5],
  [['di_bawah', 'di_atas'], 1.5],
  [['di_bawah', 'sesuai'], 5],
  [['sesuai', 'di_bawah'], 3.5],
  [['di_atas', 'di_bawah'], 0.5],
  [['di_bawah', 'di_bawah'], 2],
]
/** Offices where results fell behind that year: they show as needs. */
const behind = ['PUPR', 'DPKP', 'SETWAN']

/** Who is rated, by government: the share of the year that ended last and of the one before. The seventh has sent nothing yet. */
const coverage: Record<number, [last: number, before: number]> = {
  2: [0.955, 0.93],
  3: [0.88, 0.82],
  4: [0.74, 0.61],
  5: [0.52, 0],
  6: [0.81, 0.77],
  7: [0.35, 0.2],
  8: [0, 0],
  9: [0.92, 0.9],
}
/** Offices of the province that rate every quarter as well. */
const quarterly = new Set(['BKPSDMD', 'DISKOMINFO'])

const officeOf = (person: Person) => person.post.unit.code.split('.')[0]!

function achievedFor(random: Random, result: PerformanceRating): number | null {
  if (random.chance(0.18)) return null
  const [low, high] = result === 'di_atas' ? [101, 118] : result === 'sesuai' ? [90, 100] : [48, 84]
  return random.int(low, high) + (random.chance(0.3) ? 0.5 : 0)
}

/** Who leads whom, as the view pegawai_atasan reads it. */
function leadersOf(people: readonly Person[]): (person: Person) => Person | null {
  const byId = new Map(people.map(person => [person.id, person]))
  const heads = new Map<number, Person>()
  for (const person of people) if (person.post.isHead && person.status === 'aktif') heads.set(person.post.unit.id, person)
  return person => {
    if (person.atasanId !== null) return byId.get(person.atasanId) ?? null
    const own = heads.get(person.post.unit.id)
    const leader = own === person ? heads.get(person.post.unit.parentId ?? 0) : own
    return leader ?? null
  }
}

/** The two years that ended last, for most; a few quarters of this year; and a handful of corrections. */
export function buildRatings(people: readonly Person[], certain: ReadonlySet<Person>, random: Random, today: string): Rating[] {
  const leaderOf = leadersOf(people)
  const now = toDay(today)
  const thisYear = yearOf(now)
  const ratings: Rating[] = []

  const drawn = (person: Person): [PerformanceRating, PerformanceRating] => {
    const [result, behaviour] = random.weighted(cells)
    return behind.includes(officeOf(person)) && result === 'sesuai' && random.chance(0.16)
      ? ['di_bawah', behaviour]
      : [result, behaviour]
  }
  const add = (person: Person, period: Period, [result, behaviour]: [PerformanceRating, PerformanceRating], late = 0) => {
    const end = toDay(lastDay(period))
    const ratedOn = Math.min(now, end + random.int(2, 14))
    const rating: Rating = {
      person,
      period,
      result,
      behaviour,
      achieved: achievedFor(random, result),
      rater: leaderOf(person),
      ratedOn,
      recordedOn: Math.min(now, Math.max(ratedOn, end + 20) + late),
      replacedOn: null,
    }
    ratings.push(rating)
    return rating
  }

  for (const person of people) {
    if (person.status !== 'aktif') continue
    let usual = drawn(person)
    const shares = coverage[person.instansiId] ?? [0, 0]
    for (const [index, year] of [thisYear - 1, thisYear - 2].entries()) {
      const served = toDay(`${year}-07-01`) - person.appointed
      if (served < 0 || !(random.chance(shares[index]!) || certain.has(person))) continue
      if (index > 0 && random.chance(0.35)) usual = drawn(person)
      const period: Period = { year, kind: 'tahunan', number: 1 }
      // What was corrected stays: a lower result before, objected to within weeks.
      if (person.instansiId === 2 && usual[0] === 'sesuai' && random.chance(0.004)) {
        const former = add(person, period, ['di_bawah', usual[1]])
        former.replacedOn = Math.min(now, former.recordedOn + random.int(8, 25))
        add(person, period, usual, former.replacedOn - former.recordedOn)
      } else add(person, period, usual)
    }
    if (person.instansiId !== 2 || !quarterly.has(officeOf(person))) continue
    for (const number of [1, 2, 3, 4]) {
      const period: Period = { year: thisYear, kind: 'triwulan', number }
      if (toDay(lastDay(period)) + 15 < now && random.chance(0.9)) add(person, period, random.chance(0.7) ? usual : drawn(person))
    }
  }
  return ratings
}

const indexIn = <T>(list: readonly T[], value: T) => list.indexOf(value) + 1

/** Thousands of ratings travel as columns of whole numbers; texts stand once, in the lists they point into. */
export const ratingColumns = (ratings: readonly Rating[]) => ({
  ratings: [...performanceRatings],
  predicates: [...performancePredicates],
  periods: ['tahunan', 'triwulan', 'bulanan'],
  matrixFrom: ratings[0] ? predicateMatrix.at(lastDay(ratings[0].period)).from : null,
  pegawai: ratings.map(row => row.person.id),
  instansi: ratings.map(row => row.person.instansiId),
  year: ratings.map(row => row.period.year),
  period: ratings.map(row => indexIn(['tahunan', 'triwulan', 'bulanan'], row.period.kind)),
  number: ratings.map(row => row.period.number),
  result: ratings.map(row => indexIn(performanceRatings, row.result)),
  behaviour: ratings.map(row => indexIn(performanceRatings, row.behaviour)),
  predicate: ratings.map(row =>
    indexIn(performancePredicates, predicateOf(predicateMatrix.at(lastDay(row.period)).value, row.result, row.behaviour)!),
  ),
  /** In tenths of a percent; 0 where no target was set. */
  achieved: ratings.map(row => Math.round((row.achieved ?? 0) * 10)),
  rater: ratings.map(row => row.rater?.id ?? 0),
  ratedOn: ratings.map(row => row.ratedOn),
  recordedOn: ratings.map(row => row.recordedOn),
  /** 0 where it counts. */
  replacedOn: ratings.map(row => row.replacedOn ?? 0),
})
export type RatingColumns = ReturnType<typeof ratingColumns>
