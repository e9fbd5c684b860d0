import type { Actor } from '../../platform/actor.ts'
import { asJob, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { emit } from '../../platform/outbox.ts'
import { notOneself } from '../classes/run/class.ts'
import { type CourseClass, classById, lockClass } from '../classes/store.ts'
import { type Asked, ask } from './ask.ts'
import { judge } from './judge.ts'
import { activeStates, firstState, mayWithdraw, registrationFlaw } from './rules/enrol.ts'
import { settle, todayOf } from './seating.ts'
import * as store from './store/change.ts'
import { tell } from './tell.ts'
import { auditPeople, byActor } from './trail.ts'

/** One change of a class by who may: under the lock of its row; null where the class is gone or over. */
const change = <T>(services: Services, classId: number, work: (tx: Tx, one: CourseClass) => Promise<T>): Promise<T | null> =>
  asJob(services.db, async tx => {
    const one = await lockClass(tx, classId)
    return one && ['open', 'running'].includes(one.state) ? work(tx, one) : null
  })

/** The same where others are decided about; answers how many. @throws Refusal 403 where the actor is one of them */
async function decideOn(
  services: Services,
  actor: Actor,
  classId: number,
  pegawaiIds: readonly number[],
  work: (tx: Tx, one: CourseClass, by: store.By) => Promise<readonly store.Touched[]>,
): Promise<number> {
  notOneself(actor, pegawaiIds)
  const by = byActor(services, actor)
  const done = await change(services, classId, (tx, one) => work(tx, one, by))
  return done?.length ?? 0
}

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
export const endorseRequests = (services: Services, actor: Actor, classId: number, pegawaiIds: readonly number[]) =>
  decideOn(services, actor, classId, pegawaiIds, async (tx, one, by) => {
    const next = firstState(one.admission, one.instansiFirst, true)
    const agreed = await store.endorse(tx, classId, pegawaiIds, by, next)
    await auditPeople(tx, by, 'endorse_enrolments', classId, agreed)
    await settle(tx, one, by, next === 'waiting' ? agreed : [])
    return agreed
  })

/** The organiser lets requests in. Those that their instansi has not agreed to yet stay as they are. */
export const approveRequests = (services: Services, actor: Actor, classId: number, pegawaiIds: readonly number[]) =>
  decideOn(services, actor, classId, pegawaiIds, async (tx, one, by) => {
    const agreed = await store.approve(tx, classId, pegawaiIds, one.instansiFirst, by)
    await auditPeople(tx, by, 'approve_enrolments', classId, agreed)
    await settle(tx, one, by, agreed)
    return agreed
  })

/** A request is refused, by the instansi of the person or by the organiser, who say why. */
export const rejectRequests = (
  services: Services,
  actor: Actor,
  classId: number,
  pegawaiIds: readonly number[],
  reason: string,
) =>
  decideOn(services, actor, classId, pegawaiIds, async (tx, one, by) => {
    const to = { state: 'rejected', from: ['requested'], kind: 'rejected', reason } as const
    const gone = await store.end(tx, classId, pegawaiIds, to, by)
    await auditPeople(tx, by, 'reject_enrolments', classId, gone, { reason })
    await tell(tx, one, 'rejected', gone, by, reason, true)
    await settle(tx, one, by)
    return gone
  })

/** The organiser takes people out, at any time before the class is closed. */
export const withdrawPeople = (
  services: Services,
  actor: Actor,
  classId: number,
  pegawaiIds: readonly number[],
  reason: string,
) =>
  decideOn(services, actor, classId, pegawaiIds, async (tx, one, by) => {
    const to = { state: 'withdrawn', from: activeStates, kind: 'withdrawn', reason } as const
    const gone = await store.end(tx, classId, pegawaiIds, to, by)
    await auditPeople(tx, by, 'withdraw_enrolment', classId, gone, { reason })
    await tell(tx, one, 'withdrawn', gone, by, reason, true)
    await settle(tx, one, by)
    return gone
  })

/** Moves people into another class of the same course, where they stand at the end of the queue. Null: it takes nobody in. */
export async function movePeople(
  services: Services,
  actor: Actor,
  from: number,
  to: number,
  pegawaiIds: readonly number[],
): Promise<Asked | null> {
  notOneself(actor, pegawaiIds)
  const by = byActor(services, actor)
  return asJob(services.db, async tx => {
    const locked = new Map<number, CourseClass | null>()
    for (const id of [from, to].sort((a, b) => a - b)) locked.set(id, await lockClass(tx, id)) // in one order, so that two never wait for each other
    const [left, entered] = [locked.get(from), locked.get(to)]
    if (!left || !entered || left.course.id !== entered.course.id || registrationFlaw(entered, todayOf(entered, by.at)) !== null)
      return null
    // Whoever waits in either is held at once and in one order: each class that is settled below holds its own.
    const waiting = [...(await store.queueOf(tx, from)).queue, ...(await store.queueOf(tx, to)).queue]
    await store.holdPeople(tx, [...waiting.map(person => person.pegawaiId), ...pegawaiIds])
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
export async function cancelEnrolments(tx: Tx, one: CourseClass, reason: string, by: store.By): Promise<number> {
  const to = { state: 'cancelled', from: activeStates, kind: 'cancelled', reason } as const
  const gone = await store.end(tx, one.id, null, to, by)
  await auditPeople(tx, by, 'cancel_enrolments', one.id, gone, { reason })
  await tell(tx, one, 'cancelled', gone, by, reason, true)
  await store.recount(tx, one.id)
  await emit(tx, 'learning.enrolled', { classId: one.id })
  return gone.length
}

/** Ends what got no seat in a class that is over, so that nobody waits for ever; the caller holds its row. */
export async function endUnseated(tx: Tx, classId: number, by: store.By): Promise<void> {
  const one = await classById(tx, classId)
  const reason = 'Kelas sudah selesai; permohonan ini tidak sampai mendapat kursi.'
  const to = { state: 'rejected', from: ['requested', 'waiting'], kind: 'rejected', reason } as const
  const gone = await store.end(tx, classId, null, to, by)
  await auditPeople(tx, by, 'reject_enrolments', classId, gone, { reason })
  await tell(tx, one!, 'rejected', gone, by, reason)
  await store.recount(tx, classId)
}
