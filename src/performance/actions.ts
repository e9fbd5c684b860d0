import type { Actor } from '../platform/actor.ts'
import { audit } from '../platform/audit/index.ts'
import { inScope } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { emit } from '../platform/outbox.ts'
import type { PerformancePredicate } from '../regulation/index.ts'
import { writeRatings } from './access.ts'
import { checkEntry, type EntryFlaw } from './rules/entry.ts'
import { periodCode } from './rules/period.ts'
import type { TypedRating } from './schema.ts'
import { insertRating, ratingsOf, supersede } from './store/ratings.ts'

type Person = { pegawaiId: number; timeZone: string }

export type Recorded =
  | { ok: true; predicate: PerformancePredicate | null; corrected: boolean }
  | { ok: false; reason: 'flaws'; flaws: readonly EntryFlaw[] }
  /** `taken`: another rating counts for this period. `gone`: the one to correct does not count any more. */
  | { ok: false; reason: 'taken' | 'gone' | 'unchanged' | 'why' }

/** Ends a transaction without a trace, with what is to be answered. */
class Stopped extends Error {
  readonly answer: Recorded
  constructor(answer: Recorded) {
    super()
    this.answer = answer
  }
}
const stopped = (error: unknown): Recorded => {
  if (error instanceof Stopped) return error.answer
  throw error
}

/** Records a rating, or corrects one, which is kept. The route has seen that this actor may rate this person. */
export function recordRating(services: Services, by: Actor, person: Person, typed: TypedRating): Promise<Recorded> {
  const { pegawaiId, timeZone } = person
  const checked = checkEntry({ ...typed, predicate: null }, services.clock.today(timeZone))
  if (!checked.ok) return Promise.resolve({ ok: false, reason: 'flaws', flaws: checked.flaws })
  if (typed.replaces !== null && typed.why.length < 5) return Promise.resolve({ ok: false, reason: 'why' })
  const { period, replaces } = typed
  const { predicate, resultBelow, behaviourBelow } = checked.settled
  const unit = typed.unit ?? (typed.achieved !== null && typed.target === null ? '%' : null)
  const rating = {
    ...period,
    result: typed.result,
    behaviour: typed.behaviour,
    predicate,
    // A result without a target is a share of the whole.
    target: unit === '%' && typed.achieved !== null ? (typed.target ?? 100) : typed.target,
    achieved: typed.achieved,
    unit,
    ratedOn: typed.ratedOn,
    raterName: typed.raterName,
    raterNip: typed.raterNip,
  }
  const at = services.clock.now()
  return inScope(services.db, writeRatings(by), async (tx): Promise<Recorded> => {
    if (replaces !== null) {
      const before = (await ratingsOf(tx, pegawaiId)).find(row => row.id === replaces && row.supersededAt === null)
      if (!before) throw new Stopped({ ok: false, reason: 'gone' })
      const same = (Object.keys(rating) as (keyof typeof rating)[]).every(key => before[key] === rating[key])
      if (same) throw new Stopped({ ok: false, reason: 'unchanged' })
      const closed = await supersede(tx, { pegawaiId, id: replaces }, { account: by.accountId, at, why: typed.why })
      if (!closed) throw new Stopped({ ok: false, reason: 'gone' })
    }
    const written = await insertRating(tx, {
      ...rating,
      pegawaiId,
      resultBelow,
      behaviourBelow,
      matrixFrom: checked.matrixFrom,
      recordedBy: by.accountId,
      recordedAt: at,
    })
    if (!written) throw new Stopped({ ok: false, reason: 'taken' })
    await audit(tx, by.accountId, at, {
      verb: replaces === null ? 'record_performance' : 'correct_performance',
      subject: `pegawai:${pegawaiId}`,
      instansiId: written.instansiId,
      detail: {
        period: `${period.year} ${periodCode(period)}`,
        result: typed.result,
        behaviour: typed.behaviour,
        predicate,
        matrixFrom: checked.matrixFrom,
        ...(replaces !== null && { replaces, why: typed.why }),
      },
    })
    await emit(tx, 'performance.recorded', { instansiId: written.instansiId, pegawaiIds: [pegawaiId] })
    return { ok: true, predicate, corrected: replaces !== null }
  }).catch(stopped)
}

/** Takes a rating back that should not have been recorded. It is kept; it no longer counts. False: it did not count any more. */
export const withdrawRating = (
  services: Services,
  by: Actor,
  rating: { pegawaiId: number; id: number },
  why: string,
): Promise<boolean> =>
  inScope(services.db, writeRatings(by), async tx => {
    const at = services.clock.now()
    const closed = await supersede(tx, rating, { account: by.accountId, at, why })
    if (!closed) return false
    await audit(tx, by.accountId, at, {
      verb: 'withdraw_performance',
      subject: `pegawai:${rating.pegawaiId}`,
      instansiId: closed.instansiId,
      detail: { rating: rating.id, why },
    })
    await emit(tx, 'performance.recorded', { instansiId: closed.instansiId, pegawaiIds: [rating.pegawaiId] })
    return true
  })
