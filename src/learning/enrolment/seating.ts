import { dateIn } from '../../platform/clock.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { CourseClass } from '../classes/store.ts'
import { admitted, keptSeats } from './rules/seats.ts'
import { type By, holdPeople, type Queued, queueOf, recount, seat, type Touched, writeEvents } from './store/change.ts'
import { type Clash, clashesOf } from './store/people.ts'
import { tellHeld, tellSeated } from './tell.ts'

export const todayOf = (one: CourseClass, at: Date) => dateIn(at, one.timeZone)

/** Who of a queue sits in another class at the hours of this one, with the first such hour; nobody gives them another seat meanwhile. */
async function sitElsewhere(tx: Tx, one: CourseClass, queue: readonly Queued[]): Promise<Map<number, Clash>> {
  const ids = queue.filter(person => !person.overruled).map(person => person.pegawaiId)
  if (ids.length === 0 || one.startsOn === null) return new Map()
  await holdPeople(tx, ids)
  const meeting = (await clashesOf(tx, ids, [one.id])).filter(clash => clash.meets !== null)
  return new Map(meeting.toReversed().map(clash => [clash.pegawaiId, clash]))
}

/**
 * Gives the free seats of a class to who waits, in the order of asking, writes down and tells what became of each, and counts again. Who sits
 * in another class at the same hours keeps the place in the queue and is told so once. The caller holds the row of the class. `asked`: who
 * came with this change; others of the queue move up.
 */
export async function settle(tx: Tx, one: CourseClass, by: By, asked: readonly Touched[] = []): Promise<Touched[]> {
  const { taken, queue } = await queueOf(tx, one.id)
  const elsewhere = await sitElsewhere(tx, one, queue)
  const kept = keptSeats({ ...one, central: one.provider.central }, todayOf(one, by.at))
  const seats = { max: one.seatsMax, kept }
  const inNow = admitted(
    seats,
    taken,
    queue.filter(person => !elsewhere.has(person.pegawaiId)),
  )
  const passedOver = admitted(seats, taken, queue).filter(id => elsewhere.has(id))
  const seated = inNow.length === 0 ? [] : await seat(tx, one.id, inNow, by)
  const isNew = new Set(asked.map(person => person.pegawaiId))
  const hasSeat = new Set(inNow)
  const held = queue.filter(person => passedOver.includes(person.pegawaiId) && !person.held)
  const isHeld = new Set(passedOver)
  const inQueue = new Set(queue.map(person => person.pegawaiId))
  const waits = (person: Touched) =>
    inQueue.has(person.pegawaiId) && !hasSeat.has(person.pegawaiId) && !isHeld.has(person.pegawaiId)
  const moves = Map.groupBy(seated, person => (isNew.has(person.pegawaiId) ? ('enrolled' as const) : ('moved_up' as const)))
  for (const [kind, people] of moves) await writeEvents(tx, one.id, people, kind, by, null)
  await writeEvents(tx, one.id, asked.filter(waits), 'waiting', by, null)
  await writeEvents(tx, one.id, held, 'held', by, null)
  await recount(tx, one.id)
  await tellSeated(tx, one, seated, isNew, by)
  await tellHeld(
    tx,
    one,
    held.map(person => elsewhere.get(person.pegawaiId)!),
  )
  return seated
}
