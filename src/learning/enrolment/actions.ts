import type { Actor, Scope } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { asJob, inScope, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { type CourseClass, classById, lockClass } from '../classes/store.ts'
import { type Judged, judge, overruledClash, seenEntry } from './judge.ts'
import { activeStates, type EnrolmentWay, firstState, mayWithdraw, registrationFlaw } from './rules/enrol.ts'
import { settle, todayOf } from './seating.ts'
import * as store from './store/change.ts'
import { tell } from './tell.ts'

type By = store.By
export const byActor = (services: Services, actor: Actor): By => ({
  account: actor.accountId,
  name: actor.name,
  at: services.clock.now(),
})

/** What became of those asked for: a seat, a place in the queue, or a request that waits for a decision. */
export type Asked = { enrolled: number[]; waiting: number[]; requested: number[] }
const nobody: Asked = { enrolled: [], waiting: [], requested: [] }

/** One entry of the trail a government, of the people it keeps. */
async function auditPeople(tx: Tx, by: By, verb: string, classId: number, people: readonly store.Touched[], detail: object = {}) {
  for (const [instansiId, theirs] of Map.groupBy(people, person => person.instansiId)) {
    const pegawaiIds = theirs.map(person => person.pegawaiId)
    await audit(tx, by.account, by.at, {
      verb,
      subject: `class:${classId}`,
      instansiId,
      rows: pegawaiIds.length,
      detail: { pegawaiIds, ...detail },
    })
  }
}

type Asking = {
  way: EnrolmentWay
  endorsed: boolean
  approved: boolean
  planLine: number | null
  /** Why people may come although they sit in another class then; null: nobody said. */
  clashWhy: string | null
}
/**
 * Asks for these people, already judged, in this order, in a transaction of a job that holds the row of the class. Who stands in the class
 * already stays as they are.
 */
async function ask(tx: Tx, one: CourseClass, people: readonly Judged[], asking: Asking, by: By): Promise<Asked> {
  const state = asking.approved ? 'waiting' : firstState(one.admission, one.instansiFirst, asking.endorsed)
  const on = one.startsOn ?? todayOf(one, by.at)
  const given = people.map(person => {
    const why = overruledClash(person, asking.clashWhy)
    return { pegawaiId: person.pegawaiId, entry: seenEntry(person, on, why), why }
  })
  const touched = await store.insertEnrolments(tx, one.id, given, { ...asking, state }, by)
  const seated = await settle(tx, one, by, touched)
  if (asking.way !== 'self' && state === 'requested') await tell(tx, one, 'nominated', touched, by)
  const verb = { self: 'request_enrolment', nominated: 'nominate_enrolments', planned: 'plan_enrolments' }[asking.way]
  const { planLine, clashWhy } = asking
  await auditPeople(tx, by, verb, one.id, touched, {
    ...(planLine !== null && { planLine }),
    ...(clashWhy !== null && { clashWhy, clashing: given.filter(person => person.why !== null).map(person => person.pegawaiId) }),
  })
  const hasSeat = new Set(seated.map(person => person.pegawaiId))
  const ids = touched.map(person => person.pegawaiId)
  return {
    enrolled: ids.filter(id => hasSeat.has(id)),
    waiting: state === 'waiting' ? ids.filter(id => !hasSeat.has(id)) : [],
    requested: state === 'requested' ? ids : [],
  }
}

/** Asks for people of a scope: who cannot join comes back with the reason, the others are asked for. */
async function askIn(
  services: Services,
  scope: Scope,
  classId: number,
  pegawaiIds: readonly number[],
  asking: Asking,
  by: By,
): Promise<{ asked: Asked; judged: Judged[] }> {
  const judged = await inScope(services.db, scope, async tx => {
    const one = await classById(tx, classId)
    if (!one) throw notFound()
    return judge(tx, [one], pegawaiIds, asking.way, todayOf(one, by.at), asking.clashWhy)
  })
  const fit = judged.filter(person => person.flaw === null)
  if (fit.length === 0) return { asked: nobody, judged }
  const asked = await asJob(services.db, async tx => {
    const one = await lockClass(tx, classId)
    if (!one || registrationFlaw(one, todayOf(one, by.at)) !== null) return nobody
    return ask(tx, one, fit, asking, by)
  })
  return { asked, judged }
}

/** Asks for oneself. */
export const joinClass = (services: Services, actor: Actor, scope: Scope, classId: number) =>
  askIn(
    services,
    scope,
    classId,
    actor.pegawaiId === null ? [] : [actor.pegawaiId],
    { way: 'self', endorsed: false, approved: false, planLine: null, clashWhy: null },
    byActor(services, actor),
  )

/** Nominates people whom the actor leads or manages: their instansi agrees by that. `clashWhy`: also who sits in another class then. */
export const nominate = (
  services: Services,
  actor: Actor,
  scope: Scope,
  classId: number,
  pegawaiIds: readonly number[],
  clashWhy: string | null = null,
) =>
  askIn(
    services,
    scope,
    classId,
    pegawaiIds,
    { way: 'nominated', endorsed: true, approved: false, planLine: null, clashWhy },
    byActor(services, actor),
  )

/**
 * Asks for the people of a line of a plan, in the transaction of a job that sets it: the plan is the agreement of their instansi. Who cannot
 * join is left out, with the reason. @throws Refusal 404 where the class is not there
 */
export async function requestEnrolments(
  tx: Tx,
  of: { classId: number; pegawaiIds: readonly number[]; by: By; planLine: number | null },
): Promise<Asked & { refused: { pegawaiId: number; why: NonNullable<Judged['flaw']> }[] }> {
  const one = await lockClass(tx, of.classId)
  if (!one) throw notFound()
  const judged = await judge(tx, [one], of.pegawaiIds, 'planned', todayOf(one, of.by.at))
  const fit = judged.filter(person => person.flaw === null)
  const asking = { way: 'planned', endorsed: true, approved: false, planLine: of.planLine, clashWhy: null } as const
  const asked = fit.length === 0 ? nobody : await ask(tx, one, fit, asking, of.by)
  const refused = judged.flatMap(({ pegawaiId, flaw }) => (flaw === null ? [] : [{ pegawaiId, why: flaw }]))
  return { ...asked, refused }
}

/** One change of a class by who may: under the lock of its row; null where the class is gone or over. */
const change = <T>(services: Services, classId: number, work: (tx: Tx, one: CourseClass) => Promise<T>): Promise<T | null> =>
  asJob(services.db, async tx => {
    const one = await lockClass(tx, classId)
    return one && ['open', 'running'].includes(one.state) ? work(tx, one) : null
  })

/** The person withdraws. False: it is too late, or there is nothing to withdraw from. */
export const withdrawOwn = async (services: Services, actor: Actor, classId: number, reason: string): Promise<boolean> => {
  const by = byActor(services, actor)
  const done = await change(services, classId, async (tx, one) => {
    if (actor.pegawaiId === null || !mayWithdraw('enrolled', one, todayOf(one, by.at))) return false
    const gone = await store.end(
      tx,
      classId,
      [actor.pegawaiId],
      { state: 'withdrawn', from: activeStates, kind: 'withdrawn', reason },
      by,
    )
    await auditPeople(tx, by, 'withdraw_enrolment', classId, gone, { reason })
    await settle(tx, one, by)
    return gone.length > 0
  })
  return done ?? false
}

/** The instansi of these people agrees; the ids were found in the scope of who decides. Answers how many. */
export async function endorseRequests(
  services: Services,
  actor: Actor,
  classId: number,
  pegawaiIds: readonly number[],
): Promise<number> {
  const by = byActor(services, actor)
  const done = await change(services, classId, async (tx, one) => {
    const next = firstState(one.admission, one.instansiFirst, true)
    const agreed = await store.endorse(tx, classId, pegawaiIds, by, next)
    await auditPeople(tx, by, 'endorse_enrolments', classId, agreed)
    await settle(tx, one, by, next === 'waiting' ? agreed : [])
    return agreed.length
  })
  return done ?? 0
}

/** The organiser lets requests in. Those that their instansi has not agreed to yet stay as they are. */
export async function approveRequests(
  services: Services,
  actor: Actor,
  classId: number,
  pegawaiIds: readonly number[],
): Promise<number> {
  const by = byActor(services, actor)
  const done = await change(services, classId, async (tx, one) => {
    const agreed = await store.approve(tx, classId, pegawaiIds, one.instansiFirst, by)
    await auditPeople(tx, by, 'approve_enrolments', classId, agreed)
    await settle(tx, one, by, agreed)
    return agreed.length
  })
  return done ?? 0
}

/** A request is refused, by the instansi of the person or by the organiser, who say why. */
export async function rejectRequests(
  services: Services,
  actor: Actor,
  classId: number,
  pegawaiIds: readonly number[],
  reason: string,
): Promise<number> {
  const by = byActor(services, actor)
  const done = await change(services, classId, async (tx, one) => {
    const to = { state: 'rejected', from: ['requested'], kind: 'rejected', reason } as const
    const gone = await store.end(tx, classId, pegawaiIds, to, by)
    await auditPeople(tx, by, 'reject_enrolments', classId, gone, { reason })
    await tell(tx, one, 'rejected', gone, by, reason, true)
    await settle(tx, one, by)
    return gone.length
  })
  return done ?? 0
}

/** The organiser takes people out, at any time before the class is closed. */
export async function withdrawPeople(
  services: Services,
  actor: Actor,
  classId: number,
  pegawaiIds: readonly number[],
  reason: string,
): Promise<number> {
  const by = byActor(services, actor)
  const done = await change(services, classId, async (tx, one) => {
    const to = { state: 'withdrawn', from: activeStates, kind: 'withdrawn', reason } as const
    const gone = await store.end(tx, classId, pegawaiIds, to, by)
    await auditPeople(tx, by, 'withdraw_enrolment', classId, gone, { reason })
    await tell(tx, one, 'withdrawn', gone, by, reason, true)
    await settle(tx, one, by)
    return gone.length
  })
  return done ?? 0
}

/** Moves people into another class of the same course, where they stand at the end of the queue. Null: it takes nobody in. */
export async function movePeople(
  services: Services,
  actor: Actor,
  from: number,
  to: number,
  pegawaiIds: readonly number[],
): Promise<Asked | null> {
  const by = byActor(services, actor)
  return asJob(services.db, async tx => {
    const locked = new Map<number, CourseClass | null>()
    for (const id of [from, to].sort((a, b) => a - b)) locked.set(id, await lockClass(tx, id)) // in one order, so that two never wait for each other
    const [left, entered] = [locked.get(from), locked.get(to)]
    if (!left || !entered || left.course.id !== entered.course.id || registrationFlaw(entered, todayOf(entered, by.at)) !== null)
      return null
    const judged = await judge(tx, [entered], pegawaiIds, 'nominated', todayOf(entered, by.at), null, from)
    const fit = judged.filter(person => person.flaw === null)
    const reason = `${left.name} → ${entered.name}`
    const gone = await store.end(
      tx,
      from,
      fit.map(person => person.pegawaiId),
      { state: 'withdrawn', from: activeStates, kind: 'moved', reason },
      by,
    )
    const moved = new Set(gone.map(person => person.pegawaiId))
    const asking = { way: 'nominated', endorsed: true, approved: true, planLine: null, clashWhy: null } as const
    await auditPeople(tx, by, 'move_enrolments', from, gone, { to })
    await tell(tx, left, 'moved', gone, by, reason, true)
    const asked = await ask(
      tx,
      entered,
      fit.filter(person => moved.has(person.pegawaiId)),
      asking,
      by,
    )
    await settle(tx, left, by)
    return asked
  })
}

/** Ends what is not finished in a class that is cancelled; the caller holds its row. Answers how many were told. */
export async function cancelEnrolments(tx: Tx, one: CourseClass, reason: string, by: By): Promise<number> {
  const to = { state: 'cancelled', from: activeStates, kind: 'cancelled', reason } as const
  const gone = await store.end(tx, one.id, null, to, by)
  await auditPeople(tx, by, 'cancel_enrolments', one.id, gone, { reason })
  await tell(tx, one, 'cancelled', gone, by, reason, true)
  await store.recount(tx, one.id)
  return gone.length
}

/** Ends what got no seat in a class that is over, so that nobody waits for ever; the caller holds its row. */
export async function endUnseated(tx: Tx, classId: number, by: By): Promise<void> {
  const one = await classById(tx, classId)
  const reason = 'Kelas sudah selesai; permohonan ini tidak sampai mendapat kursi.'
  const to = { state: 'rejected', from: ['requested', 'waiting'], kind: 'rejected', reason } as const
  const gone = await store.end(tx, classId, null, to, by)
  await auditPeople(tx, by, 'reject_enrolments', classId, gone, { reason })
  await tell(tx, one!, 'rejected', gone, by, reason)
  await store.recount(tx, classId)
}
