import type { Tx } from '../../platform/db/index.ts'
import { candidatesIn, type Entry, type EntryRules, entryRule, entryRulesSchema, evaluateEntry } from '../../providers/index.ts'
import type { CourseClass } from '../classes/store.ts'
import { type EnrolmentState, type EnrolmentWay, type JoinFlaw, joinFlaw } from './rules/enrol.ts'
import { type Clash, clashesOf, type Known, knownPeople } from './store/people.ts'

/** How one person stands before one class. */
export type Judged = Known & {
  classId: number
  state: EnrolmentState | null
  entry: Entry
  flaw: JoinFlaw | null
  clashes: Clash[]
}

const rulesOf = (one: CourseClass): EntryRules => entryRulesSchema.parse(one.course.entryRules)

/**
 * Judges these people of the scope before each of these classes (of one course): in three queries, however many they are. Who is not in the
 * scope, or not in service, is not in the answer. `clashWhy`: why they may come although they sit in another class then. `leaving`: the
 * class they leave for this, which is in nobody's way.
 */
export async function judge(
  tx: Tx,
  classes: readonly CourseClass[],
  pegawaiIds: readonly number[],
  way: EnrolmentWay,
  today: string,
  clashWhy: string | null = null,
  leaving: number | null = null,
): Promise<Judged[]> {
  const classIds = classes.map(one => one.id)
  const known = await knownPeople(tx, pegawaiIds, classIds)
  const candidates = await candidatesIn(tx, pegawaiIds)
  const clashes = await clashesOf(tx, pegawaiIds, classIds)
  return classes.flatMap(one =>
    known.map(person => {
      const candidate = { ...candidates.get(person.pegawaiId)!, trainings: person.trainings }
      const entry = evaluateEntry(rulesOf(one), candidate, one.startsOn ?? today)
      const state = person.states.find(stands => stands.classId === one.id)?.state ?? null
      const theirs = clashes.filter(
        clash => clash.with === one.id && clash.classId !== leaving && clash.pegawaiId === person.pegawaiId,
      )
      const sitsElsewhere = clashWhy === null && theirs.some(clash => clash.meets !== null)
      const joiner = { instansiId: person.instansiId, state, entryMet: entry.met, clashes: sitsElsewhere }
      const flaw = joinFlaw(one, joiner, way, today)
      return { ...person, classId: one.id, state, entry, flaw, clashes: theirs }
    }),
  )
}

/** Why somebody may come although the hours of another class are the same; null: they are not, or nobody said. */
export const overruledClash = ({ clashes }: Judged, clashWhy: string | null) =>
  clashes.some(clash => clash.meets !== null) ? clashWhy : null

/** What is kept with the enrolment: what the rules said of what they saw, and which version of them. */
export const seenEntry = ({ entry, clashes }: Judged, on: string, clashWhy: string | null) => ({
  rule: entryRule,
  on,
  ...entry,
  ...(clashes.length > 0 && { clashes: clashes.map(({ classId, startsOn, endsOn }) => ({ classId, startsOn, endsOn })) }),
  ...(clashWhy !== null && { clashWhy }),
})
