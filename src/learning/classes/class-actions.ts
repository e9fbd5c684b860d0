import type { Actor } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { asJob, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { cancelEnrolments } from '../enrolment/actions.ts'
import { settle, todayOf } from '../enrolment/seating.ts'
import { classesWithRoom } from '../enrolment/store/change.ts'
import { byActor } from '../enrolment/trail.ts'
import { mayBecome, type OpenFlaw, openFlaws } from './rules/class.ts'
import * as store from './store.ts'
import { sessionsOutside } from './timetable/store.ts'

/** `stale`: the class is no longer in the state that the form was about. */
type Stale = { ok: false; flaw: 'stale' }

const entry = (tx: Tx, by: Actor, now: Date, one: { id: number; instansiId: number | null }, verb: string, detail?: object) =>
  audit(tx, by.accountId, now, { verb, subject: `class:${one.id}`, instansiId: one.instansiId, detail })

export const createClass = (
  services: Services,
  by: Actor,
  of: { providerId: number; instansiId: number | null; versionId: number },
  card: store.ClassCard,
): Promise<number> =>
  asJob(services.db, async tx => {
    const now = services.clock.now()
    const id = await store.insertClass(tx, of, card, { by: by.accountId, at: now })
    await entry(tx, by, now, { id, instansiId: of.instansiId }, 'create_class', { after: card })
    return id
  })

/** Writes the card; more seats than before let who waits in. `taken`: there cannot be fewer seats than people who have one; `outside`: so many sessions lie on other days. */
export const updateClass = (
  services: Services,
  by: Actor,
  id: number,
  card: store.ClassCard,
): Promise<{ ok: true; movedUp: number } | Stale | { ok: false; flaw: 'taken' | 'outside'; count: number }> =>
  asJob(services.db, async tx => {
    const before = await store.lockClass(tx, id)
    if (!before || before.state === 'closed' || before.state === 'cancelled') return { ok: false, flaw: 'stale' }
    if (card.seatsMax !== null && card.seatsMax < before.seats.taken)
      return { ok: false, flaw: 'taken', count: before.seats.taken }
    const outside = await sessionsOutside(tx, before, card)
    if (outside > 0) return { ok: false, flaw: 'outside', count: outside }
    await store.saveClass(tx, id, before.provider.id, card)
    const changes = changed(before, card)
    const one = { id, instansiId: before.provider.instansiId }
    await entry(tx, by, services.clock.now(), one, 'update_class', changes)
    const after = (await store.classById(tx, id))!
    const movedUp = after.state === 'draft' ? [] : await settle(tx, after, byActor(services, by))
    return { ok: true, movedUp: movedUp.length }
  })

/** Only what differs: the trail of a card that is corrected often stays readable. */
function changed(before: store.CourseClass, card: store.ClassCard): { before: object; after: object } {
  const was: store.ClassCard = {
    ...before,
    forInstansi: before.forInstansi?.map(one => one.id) ?? null,
    trainerIds: before.trainers.map(one => one.id),
    accreditationId: before.accreditationId,
    entrustedTo: before.entrustedTo?.id ?? null,
  }
  const keys = (Object.keys(card) as (keyof store.ClassCard)[]).filter(
    key => JSON.stringify(was[key]) !== JSON.stringify(card[key]),
  )
  const of = (values: store.ClassCard) => Object.fromEntries(keys.map(key => [key, values[key]]))
  return { before: of(was), after: of(card) }
}

/** Opens a class for enrolment, or says everything that stands in the way. */
export const openClass = (services: Services, by: Actor, id: number): Promise<OpenFlaw[]> =>
  asJob(services.db, async tx => {
    const one = await store.lockClass(tx, id)
    if (!one) return ['state']
    const now = services.clock.now()
    const flaws = openFlaws({ ...one, versionActive: one.course.versionState === 'active' }, todayOf(one, now))
    if (flaws.length > 0) return flaws
    await store.markOpen(tx, id, { by: by.accountId, at: now })
    await entry(tx, by, now, { id, instansiId: one.provider.instansiId }, 'open_class')
    return []
  })

/** Says that a class runs, before or on its first day. */
export const startClass = (services: Services, by: Actor, id: number): Promise<boolean> =>
  asJob(services.db, async tx => {
    const one = await store.lockClass(tx, id)
    if (!one || one.pattern === 'mandiri' || !mayBecome(one.state, 'running')) return false
    await store.markRunning(tx, id)
    await entry(tx, by, services.clock.now(), { id, instansiId: one.provider.instansiId }, 'start_class')
    return true
  })

/** Cancels a class with everybody in it. Null: it is over already. Answers how many were told. */
export const cancelClass = (services: Services, by: Actor, id: number, why: string): Promise<number | null> =>
  asJob(services.db, async tx => {
    const one = await store.lockClass(tx, id)
    if (!one || !mayBecome(one.state, 'cancelled')) return null
    const now = services.clock.now()
    await store.markCancelled(tx, id, { by: by.accountId, at: now }, why)
    await entry(tx, by, now, { id, instansiId: one.provider.instansiId }, 'cancel_class', { why })
    return cancelEnrolments(tx, one, why, byActor(services, by))
  })

/**
 * What time does: classes whose first day has come run, and seats that fell free go to who waits. One transaction a class, so that nobody
 * waits for a hundred.
 */
export async function followTime(services: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const now = services.clock.now()
  for (const id of await asJob(services.db, tx => store.classesToStart(tx, now)))
    await asJob(services.db, async tx => {
      const one = await store.lockClass(tx, id)
      if (one?.state !== 'open') return
      await store.markRunning(tx, id)
      await audit(tx, null, now, { verb: 'start_class', subject: `class:${id}`, instansiId: one.provider.instansiId })
    })
  for (const id of await asJob(services.db, classesWithRoom))
    await asJob(services.db, async tx => {
      const one = await store.lockClass(tx, id)
      if (one) await settle(tx, one, { account: null, name: 'Piawai', at: now })
    })
}
