import type { Actor } from '../../../platform/actor.ts'
import { audit } from '../../../platform/audit/index.ts'
import { asJob } from '../../../platform/db/index.ts'
import type { Services } from '../../../platform/http/context.ts'
import { emit } from '../../../platform/outbox.ts'
import { complete } from '../../completion/complete.ts'
import { endUnseated } from '../../enrolment/actions.ts'
import { withdrawRecord } from '../../records/write.ts'
import type { MarkState } from '../attendance/rules/typed-list.ts'
import { mark } from '../attendance/store.ts'
import { type PersonResult, resultsOf } from '../results/load.ts'
import { messages as resultMessages } from '../results/messages.ts'
import { whyText } from '../results/present.ts'
import { finalVersion } from '../results/rules/final.ts'
import { type ScoreChange, saveScores } from '../results/store.ts'
import { notFrozen, notOneself } from '../run/class.ts'
import { lockClass, type RunClass } from '../run/store.ts'
import { accreditedOn, closable } from './checks.ts'
import { type Check, mayClose } from './rules/checks.ts'
import * as store from './store.ts'

export type Closed = { ok: true; passed: number; failed: number } | { ok: false; checks: Check[] }

/** What is kept of a result: what decided it, and which rule. */
const kept = (rule: object, { scores, attended, lessons, ending }: PersonResult) => ({
  passed: ending.passed === true,
  finalScore: ending.final,
  detail: { rule, scores, attended, lessons, why: ending.why, version: finalVersion },
})

const reasonOf = ({ ending }: PersonResult) => (ending.passed === true ? null : whyText(ending, 'id', resultMessages.id))

/**
 * Closes a class: results, enrolments, records, JP and facts, all or nothing, while nobody else changes anything of it. The route has seen
 * that the actor plans the class.
 */
export const closeClass = (services: Services, by: Actor, cls: RunClass): Promise<Closed> =>
  asJob(services.db, async (tx): Promise<Closed> => {
    const state = await lockClass(tx, cls.id)
    notFrozen(state && { state })
    const at = services.clock.now()
    const { checks, rule, people } = await closable(tx, cls, at, services.clock.today(cls.timeZone))
    const who = { account: by.accountId, name: by.name, at }
    if (!mayClose(checks) || !(await store.markClosed(tx, cls.id, who))) return { ok: false, checks }
    const results = people.map(one => ({ pegawaiId: one.person.pegawaiId, ...kept(rule, one) }))
    await store.keepResults(tx, cls.id, results, who, null)
    const endings = people.map(one => ({
      pegawaiId: one.person.pegawaiId,
      passed: one.ending.passed === true,
      finalScore: one.ending.final,
      on: cls.endsOn!,
      reason: reasonOf(one),
    }))
    await complete(tx, cls.id, endings, who)
    await endUnseated(tx, cls.id, who)
    const passed = endings.filter(one => one.passed).length
    const failed = endings.length - passed
    await audit(tx, by.accountId, at, {
      verb: 'close_class',
      subject: `class:${cls.id}`,
      instansiId: cls.provider.instansiId,
      rows: endings.length,
      detail: { passed, failed, rule },
    })
    return { ok: true, passed, failed }
  })

/** Puts the class under the accreditation of a body whose holds on its last day; false where that one does not. */
export const entrustClass = (services: Services, by: Actor, cls: RunClass, providerId: number): Promise<boolean> =>
  asJob(services.db, async tx => {
    const state = await lockClass(tx, cls.id)
    notFrozen(state && { state })
    const one = (await accreditedOn(tx, cls))?.others.find(other => other.providerId === providerId)
    if (!one) return false
    await store.entrust(tx, cls.id, { providerId, accreditationId: one.id })
    await audit(tx, by.accountId, services.clock.now(), {
      verb: 'entrust_class',
      subject: `class:${cls.id}`,
      instansiId: cls.provider.instansiId,
      detail: { provider: providerId, accreditation: one.id },
    })
    return true
  })

export type Corrected =
  | { ok: true; passed: boolean }
  /** `unknown`: with this nothing can be decided. `state`: the class is not closed, or the person took no part. */
  | { ok: false; why: 'reason' | 'unknown' | 'state' | 'unchanged' }
class Stopped extends Error {
  readonly answer: Corrected
  constructor(answer: Corrected) {
    super()
    this.answer = answer
  }
}

type Correction = { scores: readonly ScoreChange[]; marks: readonly { sessionId: number; state: MarkState }[]; reason: string }

/**
 * Corrects one result of a closed class: scores and attendance of one person, decided anew by the rule. The old result is kept; a record is
 * withdrawn or added where it now should be. The route has seen that the actor plans the class.
 */
export const correctResult = (
  services: Services,
  by: Actor,
  cls: RunClass,
  pegawaiId: number,
  { scores, marks, reason }: Correction,
): Promise<Corrected> => {
  if (reason.length < 5) return Promise.resolve({ ok: false, why: 'reason' })
  notOneself(by, [pegawaiId])
  return asJob(services.db, async (tx): Promise<Corrected> => {
    const at = services.clock.now()
    const who = { account: by.accountId, name: by.name, at }
    const state = await lockClass(tx, cls.id)
    const before = (await store.resultsNow(tx, cls.id, pegawaiId))[0]
    if (state !== 'closed' || !before || !(await store.reopen(tx, cls.id, pegawaiId)))
      throw new Stopped({ ok: false, why: 'state' })
    await saveScores(tx, cls.id, scores, { account: by.accountId, at })
    const given = marks.map(one => ({ ...one, pegawaiId }))
    await mark(tx, cls.id, given, 'manual', who, reason)
    const { rule, people } = await resultsOf(tx, cls, at)
    const one = people.find(other => other.person.pegawaiId === pegawaiId)!
    if (one.ending.passed === null) throw new Stopped({ ok: false, why: 'unknown' })
    const { passed, finalScore, detail } = kept(rule, one)
    if (scores.length === 0 && marks.length === 0) throw new Stopped({ ok: false, why: 'unchanged' })
    await store.keepResults(tx, cls.id, [{ pegawaiId, passed, finalScore, detail }], who, reason)
    const record = passed ? null : await store.recordOf(tx, cls.id, pegawaiId)
    if (record !== null) await withdrawRecord(tx, { pegawaiId, id: record }, reason, { account: by.accountId, at })
    await complete(tx, cls.id, [{ pegawaiId, passed, finalScore, on: cls.endsOn!, reason: reasonOf(one) }], who)
    if (before.passed && !passed)
      await emit(tx, 'learning.revoked', { instansiId: one.person.instansiId, classId: cls.id, pegawaiIds: [pegawaiId] })
    await audit(tx, by.accountId, at, {
      verb: 'correct_result',
      subject: `pegawai:${pegawaiId}`,
      instansiId: one.person.instansiId,
      detail: {
        class: cls.id,
        before: { passed: before.passed, finalScore: before.finalScore },
        after: { passed, finalScore },
        why: reason,
      },
    })
    return { ok: true, passed }
  }).catch((error: unknown): Corrected => {
    if (error instanceof Stopped) return error.answer
    throw error
  })
}
