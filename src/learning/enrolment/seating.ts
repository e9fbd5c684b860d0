import { dateIn } from '../../platform/clock.ts'
import type { Tx } from '../../platform/db/index.ts'
import { emit } from '../../platform/outbox.ts'
import type { CourseClass } from '../classes/store.ts'
import { admitted, keptSeats } from './rules/seats.ts'
import { type By, queueOf, recount, seat, type Touched, writeEvents } from './store/change.ts'
import { tellSeated } from './tell.ts'

export const todayOf = (one: CourseClass, at: Date) => dateIn(at, one.timeZone)

/**
 * Gives the free seats of a class to who waits, in the order of asking, writes down and tells what became of each, and counts again. The
 * caller holds the row of the class. `asked`: who came with this change; others of the queue move up.
 */
export async function settle(tx: Tx, one: CourseClass, by: By, asked: readonly Touched[] = []): Promise<Touched[]> {
  const { taken, queue } = await queueOf(tx, one.id)
  const kept = keptSeats({ ...one, central: one.provider.central }, todayOf(one, by.at))
  const inNow = admitted({ max: one.seatsMax, kept }, taken, queue)
  const seated = inNow.length === 0 ? [] : await seat(tx, one.id, inNow, by)
  const isNew = new Set(asked.map(person => person.pegawaiId))
  const hasSeat = new Set(inNow)
  const inQueue = new Set(queue.map(person => person.pegawaiId))
  await writeEvents(
    tx,
    one.id,
    seated.filter(person => isNew.has(person.pegawaiId)),
    'enrolled',
    by,
    null,
  )
  await writeEvents(
    tx,
    one.id,
    seated.filter(person => !isNew.has(person.pegawaiId)),
    'moved_up',
    by,
    null,
  )
  await writeEvents(
    tx,
    one.id,
    asked.filter(person => inQueue.has(person.pegawaiId) && !hasSeat.has(person.pegawaiId)),
    'waiting',
    by,
    null,
  )
  await recount(tx, one.id)
  await emit(tx, 'learning.enrolled', { classId: one.id })
  await tellSeated(tx, one, seated, isNew, by)
  return seated
}
