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
 * scope, or not in service, is not in the answer.
 */
export async function judge(
  tx: Tx,
  classes: readonly CourseClass[],
  pegawaiIds: readonly number[],
  way: EnrolmentWay,
  today: string,
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
      const flaw = joinFlaw(one, { instansiId: person.instansiId, state, entryMet: entry.met }, way, today)
      const theirs = clashes.filter(clash => clash.with === one.id && clash.pegawaiId === person.pegawaiId)
      return { ...person, classId: one.id, state, entry, flaw, clashes: theirs }
    }),
  )
}

/** What is kept with the enrolment: what the rules said of what they saw, and which version of them. */
export const seenEntry = ({ entry, clashes }: Judged, on: string) => ({
  rule: entryRule,
  on,
  ...entry,
  ...(clashes.length > 0 && { clashes: clashes.map(({ classId, startsOn, endsOn }) => ({ classId, startsOn, endsOn })) }),
})
