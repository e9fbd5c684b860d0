import { randomBytes } from 'node:crypto'
import type { Actor } from '../../../platform/actor.ts'
import { audit } from '../../../platform/audit/index.ts'
import { asClass, asJob, inScope } from '../../../platform/db/index.ts'
import type { Services } from '../../../platform/http/context.ts'
import { notFrozen, notOneself } from '../run/class.ts'
import type { RunClass } from '../run/store.ts'
import type { Session } from '../timetable/store.ts'
import { type Point, placed } from './rules/check-in.ts'
import type { MarkState } from './rules/typed-list.ts'
import * as store from './store.ts'

/** The secret of a class, made where it has none. */
export const secretOf = (services: Services, cls: Pick<RunClass, 'id' | 'secret'>): Promise<string> =>
  cls.secret !== null ? Promise.resolve(cls.secret) : store.secretOf(services.db, cls.id, randomBytes(24).toString('base64url'))

export type CheckedIn = 'hadir' | 'menunggu' | 'already'

/**
 * Writes down that the actor is in this session. That the code, the time and the enrolment hold was seen before. `holds`: has the code at
 * hand anywhere, so that somebody else confirms it.
 */
export function checkIn(
  services: Services,
  by: Actor & { pegawaiId: number },
  session: Session,
  device: Point | null,
  way: 'kode' | 'daring',
  holds = false,
): Promise<CheckedIn> {
  const { latitude, longitude, radius } = session
  const asked = latitude !== null && longitude !== null && radius !== null ? { latitude, longitude, radius } : null
  // Through the link of an online session one is where it takes place; of one in a room that asks for a place one is not.
  const { state: found, distance } = way === 'daring' && session.mode === 'daring' ? placed(null, null) : placed(asked, device)
  const state = holds ? 'menunggu' : found
  return inScope(services.db, { kind: 'people', people: [by.pegawaiId] }, async tx => {
    const classState = await store.holdOpen(tx, session.classId)
    notFrozen(classState && { state: classState })
    const at = services.clock.now()
    const one = { pegawaiId: by.pegawaiId, sessionId: session.id, classId: session.classId, state, way, distance }
    const written = await store.checkIn(tx, one, { account: by.accountId, name: by.name, at })
    if (!written) return 'already'
    await audit(tx, by.accountId, at, {
      verb: 'check_in',
      subject: `pegawai:${by.pegawaiId}`,
      instansiId: written.instansiId,
      detail: { class: session.classId, session: session.id, state, way, distance },
    })
    return state
  })
}

export type Marked = { ok: true; marked: number } | { ok: false; why: 'reason' }

/**
 * Marks participants by hand or from a list; what differs from what stands is a correction and needs a reason. The route has seen that the
 * actor holds the class.
 */
export const markSession = (
  services: Services,
  by: Actor,
  cls: RunClass,
  session: Session,
  marks: readonly { pegawaiId: number; state: MarkState }[],
  way: 'manual' | 'daftar',
  reason: string,
): Promise<Marked> =>
  asClass(services.db, cls.id, async (tx): Promise<Marked> => {
    const state = await store.holdOpen(tx, cls.id)
    notFrozen(state && { state })
    const before = new Map((await store.marksOf(tx, session.id)).map(one => [one.pegawaiId, one.state]))
    const changes = marks.filter(one => before.get(one.pegawaiId) !== one.state)
    // Confirming or refusing who waits is the organiser's part and no correction.
    const corrections = changes.filter(one => ![undefined, 'menunggu'].includes(before.get(one.pegawaiId)))
    if (corrections.length > 0 && reason.length < 5) return { ok: false, why: 'reason' }
    if (changes.length === 0) return { ok: true, marked: 0 }
    notOneself(
      by,
      changes.map(one => one.pegawaiId),
    )
    const at = services.clock.now()
    const who = { account: by.accountId, name: by.name, at }
    const given = changes.map(one => ({ ...one, sessionId: session.id }))
    const marked = await store.mark(tx, cls.id, given, way, who, reason || null)
    await audit(tx, by.accountId, at, {
      verb: way === 'daftar' ? 'import_attendance' : 'mark_attendance',
      subject: `class:${cls.id}`,
      instansiId: cls.provider.instansiId,
      rows: marked,
      detail: {
        session: session.id,
        marks: changes.map(one => [one.pegawaiId, before.get(one.pegawaiId) ?? null, one.state]),
        ...(reason && { why: reason }),
      },
    })
    return { ok: true, marked }
  })

/** Whether the meeting still has room for this person: who came in before may come again. */
export async function meetingFull(services: Services, session: Session, pegawaiId: number): Promise<boolean> {
  if (session.meetingCapacity === null) return false
  const { joined, mine } = await asJob(services.db, tx => store.joinedCount(tx, session.id, pegawaiId))
  return !mine && joined >= session.meetingCapacity
}
