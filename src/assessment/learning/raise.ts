import { timeZoneOf } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { choiceAt } from '../choice-policy.ts'
import type { validUntilOf } from '../policies.ts'
import { type GivenResult, writeGiven } from '../store/record.ts'
import { learningMessages } from './messages.ts'
import { cameTo, type Why } from './rules/evidence.ts'
import { levelsNow, type Passed } from './store.ts'

/** A passed learning that is to raise a level, and why. */
type Raise = Pick<Passed, 'pegawaiId' | 'competencyId' | 'completedOn' | 'title'> & {
  before: number | null
  to: number
  why: Why
}
/** What it came to: the level it moved to; null: none, as by the instansi's rule of choice another result speaks. */
type Raised<R extends Raise> = Omit<R, 'to'> & { to: number | null }

/**
 * Writes raises of people of one instansi as results, and answers them with what each came to: where another result speaks (of the same
 * day, of a method ranked first, by a mean) nothing moved, and `why` says so.
 * @param until until when a result of a day holds; throws where it does not say
 */
export async function raiseLevels<R extends Raise>(
  tx: Tx,
  clock: Services['clock'],
  instansiId: number,
  until: Awaited<ReturnType<typeof validUntilOf>>,
  raises: readonly R[],
  made: { by: string; assessor: string | null; at: Date },
): Promise<Raised<R>[]> {
  if (raises.length === 0) return []
  const results = raises.map((one): GivenResult => {
    const held = until(one.completedOn)
    if (typeof held !== 'string') throw held
    return {
      pegawaiId: one.pegawaiId,
      competencyId: one.competencyId,
      level: one.to,
      method: 'pembelajaran',
      assessedOn: one.completedOn,
      validUntil: held,
      assessor: made.assessor,
      note: learningMessages.id.note(one.title),
    }
  })
  await writeGiven(tx, results, { by: made.by, importId: null, why: 'lulus lagi', at: made.at })
  const today = clock.today(await timeZoneOf(tx, instansiId))
  // A class that was closed before its last day dates its results ahead: asked for the day from which they speak.
  const day = [today, ...raises.map(one => one.completedOn)].sort().at(-1)!
  const { choice } = await choiceAt(tx, instansiId, day)
  const now = await levelsNow(tx, instansiId, day, [...new Set(raises.map(one => one.pegawaiId))], choice)
  return raises.map(one => {
    const to = cameTo(one.before, one.to, now.get(`${one.pegawaiId} ${one.competencyId}`) ?? null)
    return { ...one, to, why: to === null ? 'choice' : one.why }
  })
}
