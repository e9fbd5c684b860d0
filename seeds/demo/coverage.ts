import { localGovernments } from './governments.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'

export type Mapped = 'valid' | 'expired' | 'none'

/** Offices that were mapped late: their people come last when the places are given out. */
const lateOffices: Record<string, number> = {
  RSUD: 1.1,
  RSJD: 0.6,
  SATPOLPP: 1,
  DISDIK: 0.15,
  BAKUDA: 0.5,
  DPKP: 0.8,
  DISHUB: 0.7,
  BPBD: 0.6,
  BKPSDMD: -1.5,
  BPSDM: -1,
}

/** Exactly as many valid and expired as each government counts, unevenly over its offices; some who are not active as well. */
export function mapPeople(people: readonly Person[], random: Random, now: number): Map<Person, Mapped> {
  const mapped = new Map<Person, Mapped>()
  const officeLag = new Map<number, number>()
  const unitLag = new Map<number, number>()
  const lagOf = (book: Map<number, number>, id: number, spread: number) => {
    const before = book.get(id)
    if (before !== undefined) return before
    const lag = random.normal() * spread
    book.set(id, lag)
    return lag
  }
  for (const government of localGovernments) {
    const lag = (person: Person) => {
      const { unit, jenis } = person.post
      const contract =
        person.employment === 'pppk_paruh_waktu'
          ? 1.1
          : person.employment === 'cpns'
            ? 0.9
            : person.employment === 'pppk'
              ? 0.35
              : 0
      const leading = jenis === 'jpt' ? -3 : jenis === 'administrator' || jenis === 'pengawas' ? -0.8 : 0
      const office = lateOffices[unit.code.split('.')[0]!] ?? 0
      return (
        office + contract + leading + lagOf(officeLag, unit.topId!, 0.45) + lagOf(unitLag, unit.id, 0.55) + random.normal() * 0.8
      )
    }
    const active = people
      .filter(person => person.instansiId === government.id && person.status === 'aktif')
      .map(person => ({ person, lag: lag(person) }))
      .sort((a, b) => a.lag - b.lag || a.person.id - b.person.id)
    // Nobody was assessed before the appointment: an expired result needs five years of service.
    let expired = government.expired
    for (const [place, row] of active.entries()) {
      if (place < government.assessed) mapped.set(row.person, 'valid')
      else if (expired > 0 && row.person.appointed < now - 1800 && (row.person.id + place) % 4 !== 0) {
        mapped.set(row.person, 'expired')
        expired--
      } else mapped.set(row.person, 'none')
    }
    if (expired > 0) throw new Error(`${government.name}: ${expired} expired results found no person`)
  }
  for (const person of people) if (person.status !== 'aktif') mapped.set(person, random.chance(0.5) ? 'valid' : 'none')
  return mapped
}
