/** `central`: held by a ministry or agency. Dates yyyy-mm-dd. */
type Planned = {
  seatsMax: number | null
  regionalShare: number | null
  regionalUntil: string | null
  startsOn: string | null
  central: boolean
}

/** The share of the seats that a ministry keeps for the regions, rounded up on the seats planned. */
export const regionalSeats = (seatsMax: number, percent: number) => Math.floor((seatsMax * percent + 99) / 100)

/** Seats kept for people of the regions on a day; what is left falls free after its date, or when the class begins. */
export function keptSeats({ seatsMax, regionalShare, regionalUntil, startsOn, central }: Planned, today: string): number {
  if (!central || seatsMax === null || regionalShare === null) return 0
  const isKept = regionalUntil !== null ? today <= regionalUntil : startsOn === null || today < startsOn
  return isKept ? regionalSeats(seatsMax, regionalShare) : 0
}

/** `max` null: as many as come. `kept` of them for the regions. */
export type Seats = { max: number | null; kept: number }
/** Seats taken by people of the regions, and by others. */
export type Taken = { regional: number; other: number }
export type Waiting = { pegawaiId: number; regional: boolean }

/**
 * Who of the queue, in its order, has a seat now. People of the regions may take any seat; others only those that are not kept, so that
 * they never stand on a seat that a region could still ask for.
 */
export function admitted(seats: Seats, taken: Taken, queue: readonly Waiting[]): number[] {
  if (seats.max === null) return queue.map(one => one.pegawaiId)
  let { regional, other } = taken
  const inNow: number[] = []
  for (const { pegawaiId, regional: isRegional } of queue) {
    if (regional + other >= seats.max) break
    if (isRegional) regional++
    else if (other < seats.max - seats.kept) other++
    else continue
    inNow.push(pegawaiId)
  }
  return inNow
}
