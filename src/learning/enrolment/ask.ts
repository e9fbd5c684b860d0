import type { Actor, Scope } from '../../platform/actor.ts'
import { asJob, inScope, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { type CourseClass, classById, lockClass } from '../classes/store.ts'
import { type Judged, judge, overruledClash, seenEntry } from './judge.ts'
import { type EnrolmentWay, firstState, registrationFlaw } from './rules/enrol.ts'
import { settle, todayOf } from './seating.ts'
import { type By, insertEnrolments } from './store/change.ts'
import { tell } from './tell.ts'
import { auditPeople, byActor } from './trail.ts'

/** What became of those asked for: a seat, a place in the queue, or a request that waits for a decision. */
export type Asked = { enrolled: number[]; waiting: number[]; requested: number[] }
const nobody: Asked = { enrolled: [], waiting: [], requested: [] }

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
export async function ask(tx: Tx, one: CourseClass, people: readonly Judged[], asking: Asking, by: By): Promise<Asked> {
  const state = asking.approved ? 'waiting' : firstState(one.admission, one.instansiFirst, asking.endorsed)
  const on = one.startsOn ?? todayOf(one, by.at)
  const given = people.map(person => {
    const why = overruledClash(person, asking.clashWhy)
    return { pegawaiId: person.pegawaiId, entry: seenEntry(person, on, why), why }
  })
  const touched = await insertEnrolments(tx, one.id, given, { ...asking, state }, by)
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

/**
 * Asks for people of a scope: who cannot join comes back with the reason, the others are asked for. A nomination is the word of the instansi
 * for somebody, so nobody nominates themselves: they ask, and somebody else agrees.
 */
async function askIn(
  services: Services,
  actor: Actor,
  scope: Scope,
  classId: number,
  pegawaiIds: readonly number[],
  asking: Asking,
): Promise<{ asked: Asked; judged: Judged[] }> {
  const by = byActor(services, actor)
  const found = await inScope(services.db, scope, async tx => {
    const one = await classById(tx, classId)
    if (!one) throw notFound()
    return judge(tx, [one], pegawaiIds, asking.way, todayOf(one, by.at), asking.clashWhy)
  })
  const isOwn = (person: Judged) => asking.way === 'nominated' && person.pegawaiId === actor.pegawaiId
  const judged = found.map(person => (isOwn(person) ? { ...person, flaw: 'oneself' as const } : person))
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
  askIn(services, actor, scope, classId, actor.pegawaiId === null ? [] : [actor.pegawaiId], {
    way: 'self',
    endorsed: false,
    approved: false,
    planLine: null,
    clashWhy: null,
  })

/** Nominates people whom the actor leads or manages: their instansi agrees by that. `clashWhy`: also who sits in another class then. */
export const nominate = (
  services: Services,
  actor: Actor,
  scope: Scope,
  classId: number,
  pegawaiIds: readonly number[],
  clashWhy: string | null = null,
) =>
  askIn(services, actor, scope, classId, pegawaiIds, {
    way: 'nominated',
    endorsed: true,
    approved: false,
    planLine: null,
    clashWhy,
  })

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
