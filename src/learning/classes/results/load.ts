import type { Tx } from '../../../platform/db/index.ts'
import { lessonGroups } from '../../player/store/standing.ts'
import { lessonStanding } from '../../rules/lesson-standing.ts'
import { type LessonsDone, type Passing, type PassRule, storedPass } from '../../rules/pass.ts'
import type { Attended } from '../attendance/rules/share.ts'
import { attendedOf } from '../attendance/store.ts'
import { type Participant, participantsOf, type RunClass } from '../run/store.ts'
import { endOf } from './rules/final.ts'
import { scoresOf } from './store.ts'

export type PersonResult = {
  person: Participant
  scores: Record<string, number | null>
  attended: Attended
  lessons: LessonsDone
  ending: Passing
}

const nothing: Attended = { attended: 0, held: 0, undecided: 0, undecidedJp: 0 }

/** Everybody of a class with scores, attendance and what the rule makes of them, four queries. In a transaction that sees the class. */
export async function resultsOf(tx: Tx, cls: RunClass, now: Date): Promise<{ rule: PassRule; people: PersonResult[] }> {
  const rule = storedPass(cls.pass)
  const participants = await participantsOf(tx, cls.id)
  const attended = new Map((await attendedOf(tx, cls.id, now)).map(({ pegawaiId, ...one }) => [pegawaiId, one]))
  const byPerson = Map.groupBy(await scoresOf(tx, cls.id), one => one.pegawaiId)
  const groups = Map.groupBy(await lessonGroups(tx, cls.id), one => one.pegawaiId)
  const people = participants.map(person => {
    const known = new Map((byPerson.get(person.pegawaiId) ?? []).map(one => [one.component, one.score]))
    const learned = lessonStanding(rule, cls.pattern, groups.get(person.pegawaiId) ?? [])
    const typed = (key: string) => known.get(key) ?? null
    const scores = Object.fromEntries(
      rule.components.map(({ key, from }) => [key, (from ? learned.scores[key] : typed(key)) ?? null]),
    )
    const own = attended.get(person.pegawaiId) ?? nothing
    return { person, scores, attended: own, lessons: learned.done, ending: endOf(rule, scores, own, learned.done) }
  })
  return { rule, people }
}
