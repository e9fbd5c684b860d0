import { type Aspect, aspects } from '../../src/assessment/potential/rules/potential.ts'
import type { ScopeCase } from './accounts.ts'
import type { Cast } from './cast.ts'
import { isoOf, plusYears } from './dates.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import { isOfTheNine, requirementsOf } from './requirements.ts'
import { assessors, methods, type Result } from './results.ts'
import { type Table, table } from './table.ts'

export type Potential = {
  person: Person
  aspect: Aspect
  score: number
  method: string
  assessedOn: number
  validUntil: number
  assessor: string
}

/** SIASN keeps five of the eight: some recaps hold no more. */
const siasn: readonly Aspect[] = [
  'berpikir_kritis_strategis',
  'intelektual',
  'interpersonal',
  'kesadaran_diri',
  'motivasi_komitmen',
]
/** Who led an office or a part of it went through the assessment centre: so many of them, by government. */
const leaders: Record<number, number> = { 2: 60, 3: 14, 4: 6, 6: 5, 7: 3, 9: 4 }

type World = { people: readonly Person[]; results: readonly Result[]; cast: Cast; cases: readonly ScopeCase[] }

/** The latest round of each person: when, by whom, and how the levels stood to the standard on average. */
function roundsOf(results: readonly Result[]): Map<Person, { at: Result; strength: number }> {
  const latest = new Map<Person, Result>()
  for (const row of results) {
    const before = latest.get(row.person)
    if (!before || before.assessedOn < row.assessedOn) latest.set(row.person, row)
  }
  const sums = new Map<Person, { sum: number; n: number }>()
  for (const row of results) {
    if (latest.get(row.person)!.assessedOn !== row.assessedOn) continue
    const required = requirementsOf(row.person.post).find(one => one.code === row.code)?.level ?? row.level
    const one = sums.get(row.person) ?? { sum: 0, n: 0 }
    one.sum += row.level - required
    one.n += 1
    sums.set(row.person, one)
  }
  return new Map([...latest].map(([person, at]) => [person, { at, strength: sums.get(person)!.sum / sums.get(person)!.n }]))
}

/** Aspects of potential of leaders, of who plays in the demo, and of part of the assessment that is under way. */
export function buildPotentials({ people, results, cast, cases }: World, random: Random, now: number): Potential[] {
  const actors = new Set<Person>([...Object.values(cast), ...people.filter(one => one.post.unit === cast.pegawai.post.unit)])
  const leads = ({ post }: Person) => post.jenis === 'jpt' || post.jenis === 'administrator'
  const rounds = roundsOf(results.filter(row => isOfTheNine(row.code) && (leads(row.person) || actors.has(row.person))))
  const left = { ...leaders }
  const assessed = people.filter(person => {
    if (person.status !== 'aktif' || !rounds.has(person)) return false
    if (actors.has(person)) return true
    if ((left[person.instansiId] ?? 0) === 0 || random.chance(0.4)) return false
    left[person.instansiId]! -= 1
    return true
  })
  const found: Potential[] = []
  const add = (
    person: Person,
    strength: number,
    round: Omit<Potential, 'person' | 'aspect' | 'score'>,
    only: readonly Aspect[] = aspects,
  ) => {
    for (const aspect of only) {
      const drawn = 2.05 + strength * 0.5 + random.normal() * 0.55
      found.push({ person, aspect, score: Math.min(3, Math.max(1, Math.round(drawn))), ...round })
    }
  }
  for (const person of assessed) {
    const { at, strength } = rounds.get(person)!
    const round = {
      method: methods[at.method]!,
      assessedOn: at.assessedOn,
      validUntil: at.validUntil,
      assessor: assessors[at.assessor]!,
    }
    add(person, strength, round, actors.has(person) || random.chance(0.8) ? aspects : siasn)
  }
  // Tested for potential last month; their competence is assessed in the days to come.
  const day = now - 21
  const round = { method: 'psikometri', assessedOn: day, validUntil: plusYears(day, 3), assessor: assessors[2] }
  for (const person of cases[0]!.people.filter((_, index) => index % 2 === 0)) add(person, 0, round)
  return found
}

export const potentialTable = (potentials: readonly Potential[]): Table =>
  table(
    'potential_result',
    {
      pegawai_id: 'int',
      instansi_id: 'int',
      instansi_then: 'int',
      aspect: 'text',
      score: 'int',
      method: 'text',
      assessed_on: 'date',
      valid_until: 'date',
      assessor: 'text',
      recorded_by: 'text',
      recorded_at: 'timestamptz',
    },
    potentials.map(row => ({
      pegawai_id: row.person.id,
      instansi_id: row.person.instansiId,
      instansi_then: row.person.instansiId,
      aspect: row.aspect,
      score: row.score,
      method: row.method,
      assessed_on: isoOf(row.assessedOn),
      valid_until: isoOf(row.validUntil),
      assessor: row.assessor,
      recorded_by: 'demo-pengelola',
      recorded_at: `${isoOf(row.assessedOn + 14)}T03:00:00Z`,
    })),
  )
