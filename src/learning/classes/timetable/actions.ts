import type { Actor } from '../../../platform/actor.ts'
import { audit } from '../../../platform/audit/index.ts'
import { asJob, type Tx } from '../../../platform/db/index.ts'
import type { Services } from '../../../platform/http/context.ts'
import { policyThrough } from '../../../policies/index.ts'
import { jpPolicy } from '../../jp/policy.ts'
import { notFrozen } from '../run/class.ts'
import { instantOf, localOf } from '../run/rules/local-time.ts'
import { lockClass, type RunClass, runClassById } from '../run/store.ts'
import { bookingOf, type Clash, type FullDay, fullDays } from './rules/clash.ts'
import type { SessionValues } from './rules/session.ts'
import * as store from './store.ts'

type Refused =
  /** `refused`: something is taken. `reason_needed`: participants have another class then, which a reason may overrule. */
  | { ok: false; why: 'refused' | 'reason_needed'; clashes: Clash[] }
  | { ok: false; why: 'day_full'; days: FullDay[] }
  /** The session or the day is not there any more; the class is too short for what is copied. */
  | { ok: false; why: 'gone' | 'too_long' }
export type Saved = { ok: true; ids: number[] } | Refused

/**
 * Whether these sessions may be booked, and which of them stand although participants have another class then; nobody else books their
 * rooms and trainers until the transaction ends. `exceptId`: the one that they take the place of.
 */
async function book(
  tx: Tx,
  cls: RunClass,
  wanted: readonly SessionValues[],
  reason: string,
  exceptId: number | null,
): Promise<Refused | { ok: true; clashing: ReadonlySet<number> }> {
  const state = await lockClass(tx, cls.id)
  notFrozen(state && { state })
  await store.lockBookables(
    tx,
    wanted.flatMap(one => one.roomId ?? []),
    wanted.flatMap(one => one.trainers),
  )
  const standing = (await store.sessionsOf(tx, cls.id)).filter(one => one.id !== exceptId)
  const days = new Map<string, number>()
  const dayOf = (at: Date) => localOf(at, cls.timeZone).day
  const touched = new Set(wanted.map(one => dayOf(one.startsAt)))
  for (const one of [...standing, ...wanted]) {
    const day = dayOf(one.startsAt)
    if (touched.has(day)) days.set(day, (days.get(day) ?? 0) + one.jp)
  }
  const clashes = await store.clashesOf(tx, cls.id, wanted, exceptId)
  const booking = bookingOf(clashes, reason)
  if (booking !== 'free') return { ok: false, why: booking, clashes }
  const rule = await policyThrough(tx, jpPolicy, cls.provider.instansiId)
  const full = fullDays(days, day => {
    const { value, verified } = rule(day)
    return { most: value.dayHolds, verified }
  })
  if (full.length > 0) return { ok: false, why: 'day_full', days: full }
  return { ok: true, clashing: new Set(clashes.map(one => one.wanted)) }
}

const said = (cls: RunClass, one: SessionValues, reason: string) => ({
  title: one.title,
  from: one.startsAt.toISOString(),
  until: one.endsAt.toISOString(),
  jp: one.jp,
  room: one.roomId,
  trainers: one.trainers,
  class: cls.id,
  ...(reason && { clashWhy: reason }),
})

/** Puts a session into the timetable, or changes the one of this id. The route has seen that the actor holds the class. */
export const saveSession = (
  services: Services,
  by: Actor,
  cls: RunClass,
  values: SessionValues,
  reason: string,
  id: number | null,
): Promise<Saved> =>
  asJob(services.db, async (tx): Promise<Saved> => {
    const booked = await book(tx, cls, [values], reason, id)
    if (!booked.ok) return booked
    if (id !== null && !(await store.sessionById(tx, cls.id, id))) return { ok: false, why: 'gone' }
    const at = services.clock.now()
    const written = { ...values, clashWhy: booked.clashing.has(0) ? reason : null }
    const ids = id === null ? await store.insertSessions(tx, cls.id, [written], { account: by.accountId, at }) : [id]
    if (id !== null) await store.updateSession(tx, id, written)
    await audit(tx, by.accountId, at, {
      verb: id === null ? 'add_session' : 'change_session',
      subject: `class:${cls.id}`,
      instansiId: cls.provider.instansiId,
      detail: said(cls, values, written.clashWhy ?? ''),
    })
    return { ok: true, ids }
  })

/** Takes a session out; false where somebody was marked in it already. */
export const removeSession = (services: Services, by: Actor, cls: RunClass, session: store.Session): Promise<boolean> =>
  asJob(services.db, async tx => {
    const state = await lockClass(tx, cls.id)
    notFrozen(state && { state })
    if (!(await store.deleteSession(tx, session.id))) return false
    await audit(tx, by.accountId, services.clock.now(), {
      verb: 'remove_session',
      subject: `class:${cls.id}`,
      instansiId: cls.provider.instansiId,
      detail: { session: session.id, title: session.title, from: session.startsAt.toISOString() },
    })
    return true
  })

/** A session that stands, as a new one of the same kind is written. */
const valuesOf = ({ latitude, longitude, radius, ...one }: store.Session): SessionValues => ({
  ...one,
  trainers: one.trainers.map(trainer => trainer.id),
  point: latitude !== null && longitude !== null && radius !== null ? { latitude, longitude, radius } : null,
})

/** Writes copies of sessions, all of them or none. */
async function writeCopies(
  services: Services,
  tx: Tx,
  by: Actor,
  cls: RunClass,
  copies: readonly SessionValues[],
  { reason, verb, detail }: { reason: string; verb: string; detail: object },
): Promise<Saved> {
  const booked = await book(tx, cls, copies, reason, null)
  if (!booked.ok) return booked
  const at = services.clock.now()
  const written = copies.map((one, n) => ({ ...one, clashWhy: booked.clashing.has(n) ? reason : null }))
  const ids = await store.insertSessions(tx, cls.id, written, { account: by.accountId, at })
  await audit(tx, by.accountId, at, {
    verb,
    subject: `class:${cls.id}`,
    instansiId: cls.provider.instansiId,
    rows: ids.length,
    detail: { ...detail, sessions: ids, ...(reason && { clashWhy: reason }) },
  })
  return { ok: true, ids }
}

/** Copies all sessions of a day to another day of the class, at the same times: all of them, or none. */
export const copyDay = (
  services: Services,
  by: Actor,
  cls: RunClass,
  days: { from: string; to: string },
  reason: string,
): Promise<Saved> =>
  asJob(services.db, async (tx): Promise<Saved> => {
    const shown = (instant: Date) => localOf(instant, cls.timeZone)
    const from = (await store.sessionsOf(tx, cls.id)).filter(one => shown(one.startsAt).day === days.from)
    if (from.length === 0) return { ok: false, why: 'gone' }
    const copies = from.map(one => ({
      ...valuesOf(one),
      startsAt: instantOf(days.to, shown(one.startsAt).time, cls.timeZone),
      endsAt: instantOf(days.to, shown(one.endsAt).time, cls.timeZone),
    }))
    return writeCopies(services, tx, by, cls, copies, { reason, verb: 'copy_day', detail: days })
  })

/**
 * Copies the timetable of another class of the same course to the days of this one, each session as far from the first day as it was: all of
 * them, or none. `bare`: without rooms and trainers. What is closed meanwhile, or too small, is left out; a link to meet is of the class.
 */
export const copyTimetable = (
  services: Services,
  by: Actor,
  cls: RunClass,
  { classId, bare }: { classId: number; bare: boolean },
  reason: string,
): Promise<Saved> =>
  asJob(services.db, async (tx): Promise<Saved> => {
    const from = await runClassById(tx, classId)
    const sessions = await store.sessionsOf(tx, classId)
    if (!from || sessions.length === 0) return { ok: false, why: 'gone' }
    const later = Date.parse(cls.startsOn!) - Date.parse(from.startsOn!)
    const moved = (at: Date) => {
      const { day, time } = localOf(at, from.timeZone)
      return instantOf(new Date(Date.parse(day) + later).toISOString().slice(0, 10), time, cls.timeZone)
    }
    if (sessions.some(one => localOf(moved(one.startsAt), cls.timeZone).day > cls.endsOn!)) return { ok: false, why: 'too_long' }
    const { rooms, trainers } = await store.bookableFor(tx, cls)
    const people = cls.seatsMax ?? 0
    const copies = sessions.map(valuesOf).map(one => ({
      ...one,
      startsAt: moved(one.startsAt),
      endsAt: moved(one.endsAt),
      roomId: !bare && rooms.some(room => room.id === one.roomId && room.capacity >= people) ? one.roomId : null,
      trainers: bare ? [] : one.trainers.filter(id => trainers.some(trainer => trainer.id === id)),
      meetingUrl: one.mode === 'daring' ? cls.meetingUrl : null,
      meetingCapacity: one.mode === 'daring' ? cls.meetingCapacity : null,
    }))
    return writeCopies(services, tx, by, cls, copies, { reason, verb: 'copy_timetable', detail: { from: classId } })
  })
