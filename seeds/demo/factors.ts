import { goalOf, mandateOf } from './goals.ts'
import { localGovernments } from './governments.ts'
import { type Random, randomFor } from './random.ts'
import { requirementsOf } from './requirements.ts'
import type { Result } from './results.ts'

type Degree = 'r' | 's' | 't'
export type Factor = {
  instansiId: number
  jenjang: string
  code: string
  difficulty: Degree | null
  importance: Degree | null
  frequency: Degree | null
  goalLink: 0 | 0.5 | 1 | null
  goal: string | null
  mandate: boolean | null
  mandateBasis: string | null
}

/** How hard, important and frequent, 1 to 3, before jenjang and local opinion. */
const dif: Record<string, [number, number, number]> = {
  'T.KEU.1': [2.7, 2.9, 2.4],
  'T.PBJ.1': [2.8, 2.8, 1.9],
  'T.UM.2': [2, 2.6, 2.9],
  'T.KOM.1': [2.6, 2.4, 2.4],
  'T.PEND.1': [2.1, 2.9, 3],
  'T.KES.1': [2.4, 3, 3],
  'T.KES.2': [2.3, 2.8, 2.6],
  'T.UM.1': [1.3, 1.8, 2.8],
  'M.1': [1.4, 2.9, 2.6],
  'M.5': [1.8, 2.8, 2.9],
  'M.7': [2.6, 2.6, 1.9],
  'M.8': [2.7, 2.7, 2.1],
  'M.6': [2.1, 2.2, 1.7],
  'SK.1': [1.5, 2, 1.8],
  'P.4': [2.5, 2.7, 2.2],
}
const senior = new Set(['jpt_madya', 'jpt_pratama', 'administrator', 'ahli_madya', 'ahli_utama'])

/** Competencies in which somebody valid lacks something, by government and jenjang. */
export function gapKeys(results: readonly Result[], today: number): Set<string> {
  const keys = new Set<string>()
  const latest = new Map<string, Result>()
  for (const result of results) {
    const key = `${result.person.id}/${result.code}`
    const other = latest.get(key)
    if (!other || other.assessedOn < result.assessedOn) latest.set(key, result)
  }
  for (const result of latest.values()) {
    if (result.person.status !== 'aktif' || result.validUntil < today) continue
    const required = requirementsOf(result.person.post).find(row => row.code === result.code)?.level
    if (required !== undefined && result.level < required)
      keys.add(`${result.person.instansiId}/${result.person.post.jenjang}/${result.code}`)
  }
  return keys
}

const degree = (value: number): Degree => (value < 1.65 ? 'r' : value < 2.35 ? 's' : 't')

/** What is known beside the gap; about an eighth lacks DIF or the goal, half says nothing of a mandate. */
export function buildFactors(keys: ReadonlySet<string>, random: Random): Factor[] {
  const general = randomFor('dif of a competency')
  const base = new Map<string, [number, number, number]>(Object.entries(dif))
  const baseOf = (code: string) => {
    const before = base.get(code)
    if (before) return before
    const drawn: [number, number, number] = [1.4 + general.next() * 1.3, 1.6 + general.next() * 1.3, 1.4 + general.next() * 1.4]
    base.set(code, drawn)
    return drawn
  }
  const place = new Map(localGovernments.map(row => [row.id, row.name]))
  return [...keys].sort().map(key => {
    const [instansi, jenjang, code] = key.split('/') as [string, string, string]
    const instansiId = Number(instansi)
    const bump = senior.has(jenjang) ? 0.2 : jenjang === 'pelaksana' || jenjang === 'pemula' ? -0.3 : 0
    const [d, i, f] = baseOf(code).map(value => degree(value + bump + random.normal() * 0.3)) as [Degree, Degree, Degree]
    const knowsDif = !random.chance(0.12)
    const goal = goalOf(instansiId, place.get(instansiId)!, code)
    const knowsGoal = !random.chance(0.14)
    const basis = mandateOf(jenjang, code)
    const mandate = basis && !random.chance(0.1) ? true : !basis && random.chance(0.42) ? false : null
    return {
      instansiId,
      jenjang,
      code,
      difficulty: knowsDif ? d : null,
      importance: knowsDif ? i : null,
      frequency: knowsDif ? f : null,
      goalLink: knowsGoal ? goal.link : null,
      goal: knowsGoal ? goal.text : null,
      mandate,
      mandateBasis: mandate ? basis : mandate === false ? 'Tidak ada peraturan yang mewajibkan' : null,
    }
  })
}
