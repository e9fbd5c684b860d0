import type { Jenjang } from '../../../regulation/index.ts'

/** Whom a campaign assesses, as a rule. An empty list leaves that part open; nobody without a jabatan can be held against a standard. */
export type Population = {
  /** Units, each with those below it. */
  unitIds: readonly number[]
  jenis: readonly string[]
  jenjang: readonly Jenjang[]
  employment: readonly string[]
  /** `unmapped`: without a managerial or socio-cultural result that holds today. `expiring`: without one that holds on `before`. */
  mapped: 'any' | 'unmapped' | 'expiring'
  before: string | null
}

export const wholeInstansi: Population = { unitIds: [], jenis: [], jenjang: [], employment: [], mapped: 'any', before: null }

export type Somebody = {
  /** Keeps the person now. */
  instansiId: number
  active: boolean
  /** The person's unit and those above it. */
  unitIds: readonly number[]
  jabatan: { jenis: string; jenjang: Jenjang } | null
  employment: string
  /** The last day on which a managerial or socio-cultural result holds; null where there is none. */
  validUntil: string | null
}

export type Departure = 'moved' | 'inactive' | 'no_jabatan' | 'unit' | 'jenis' | 'jenjang' | 'employment'

const allows = <T>(list: readonly T[], ...values: readonly T[]) => list.length === 0 || values.some(value => list.includes(value))

/**
 * Why somebody no longer belongs to the people of a campaign of `instansiId`; null where they do. Whether they are mapped is asked only
 * on entering: who is assessed meanwhile stays in. Who was `added` beside the rule leaves only by leaving the instansi, service or post.
 */
export function departure(rule: Population, who: Somebody, instansiId: number, added: boolean): Departure | null {
  if (who.instansiId !== instansiId) return 'moved'
  if (!who.active) return 'inactive'
  if (who.jabatan === null) return 'no_jabatan'
  if (added) return null
  if (!allows(rule.unitIds, ...who.unitIds)) return 'unit'
  if (!allows(rule.jenis, who.jabatan.jenis)) return 'jenis'
  if (!allows(rule.jenjang, who.jabatan.jenjang)) return 'jenjang'
  return allows(rule.employment, who.employment) ? null : 'employment'
}

/** Whether the rule takes somebody in on a day `yyyy-mm-dd`. */
export function fits(rule: Population, who: Somebody, instansiId: number, today: string): boolean {
  if (departure(rule, who, instansiId, false) !== null) return false
  if (rule.mapped === 'any') return true
  const needed = rule.mapped === 'unmapped' ? today : (rule.before ?? today)
  return who.validUntil === null || who.validUntil < needed
}
