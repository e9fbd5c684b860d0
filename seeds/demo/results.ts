import { type Mapped, mapPeople } from './coverage.ts'
import { plusYears, toDay, workday } from './dates.ts'
import { levelDrawer } from './levels.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import { isOfTheNine, requirementsOf } from './requirements.ts'

export const methods = ['assessment_center', 'cact', 'uji_kompetensi'] as const
export const assessors = [
  'Tim Assessor BKPSDMD Provinsi Kepulauan Bangka Belitung',
  'Kantor Regional BKN',
  'UPTD Penilaian Kompetensi Pegawai',
  'Tim Uji Kompetensi Instansi Pembina',
  'BPSDM Kementerian Dalam Negeri',
] as const

/** One row a result; `method` and `assessor` point into the lists above. Valid for three years (a local choice). */
export type Result = {
  person: Person
  code: string
  level: number
  method: number
  assessedOn: number
  validUntil: number
  assessor: number
}

/** Mapping campaigns by their age in days: the further back, the smaller. */
const campaigns: [[from: number, to: number], number][] = [
  [[25, 60], 20],
  [[130, 175], 17],
  [[250, 290], 15],
  [[400, 450], 16],
  [[560, 610], 13],
  [[740, 790], 10],
  [[900, 950], 6],
  [[1020, 1080], 3],
]

function mainMethod(random: Random, person: Person): number {
  const leads = person.post.jenis !== 'fungsional' && person.post.jenis !== 'pelaksana'
  return random.chance(leads ? 0.8 : 0.15) ? 0 : 1
}
const assessorOf = (random: Random, method: number, code: string) =>
  method === 2 ? (code.startsWith('P.') ? 4 : random.chance(0.7) ? 3 : 2) : method === 1 ? 1 : random.chance(0.7) ? 0 : 2

/** Of the nine, all but for a few people; then technical and government competencies, but for a minority. */
function codesOf(
  random: Random,
  person: Person,
): { nine: { code: string; level: number }[]; rest: { code: string; level: number }[] } {
  const demanded = requirementsOf(person.post)
  let nine = demanded.filter(row => isOfTheNine(row.code))
  if (random.chance(0.05)) {
    const missing = new Set([random.pick(nine).code, random.chance(0.5) ? random.pick(nine).code : ''])
    nine = nine.filter(row => !missing.has(row.code))
  }
  const rest = random.chance(0.14) ? [] : demanded.filter(row => !isOfTheNine(row.code) && !random.chance(0.04))
  return { nine, rest }
}

export function buildResults(
  people: readonly Person[],
  random: Random,
  today: string,
): { results: Result[]; mapped: Map<Person, Mapped> } {
  const now = toDay(today)
  const mapped = mapPeople(people, random, now)
  const levels = levelDrawer(random)
  const results: Result[] = []

  for (const person of people) {
    const state = mapped.get(person)
    if (state !== 'valid' && state !== 'expired') continue
    const ability = levels.ability()
    const add = (code: string, required: number, method: number, day: number, bonus = 0) => {
      const level = levels.draw(person, ability + bonus, code, required)
      results.push({
        person,
        code,
        level,
        method,
        assessedOn: day,
        validUntil: plusYears(day, 3),
        assessor: assessorOf(random, method, code),
      })
    }
    const age = state === 'valid' ? random.int(...random.weighted(campaigns)) : random.int(1105, 1390)
    const served = now - person.appointed
    const newest = Math.min(age, Math.max(20, served - 30)) // nobody is assessed before the appointment
    const day = workday(now - newest)
    const { nine, rest } = codesOf(random, person)
    const method = mainMethod(random, person)
    for (const row of nine) add(row.code, row.level, method, day)
    // The test of competence follows the mapping, or for expired ones lies as far back.
    const testAge = state === 'valid' ? Math.max(10, newest - random.int(5, 120)) : Math.min(1395, newest + random.int(1, 30))
    for (const row of rest) add(row.code, row.level, 2, workday(now - testAge))

    // An earlier round, one to three years before: kept, but not the one that counts.
    if (state === 'valid' && random.chance(0.03) && served > newest + 1200) {
      const earlier = workday(now - newest - random.int(500, 1100))
      for (const row of nine) add(row.code, row.level, 0, earlier, -0.35)
    }
  }
  return { results, mapped }
}
