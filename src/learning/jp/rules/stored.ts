import type { Reason } from './count.ts'
import { type JpYear, type Recognised, ruleVersion, type Warning } from './recognise.ts'

/** A recognition and a year as they stand in the database. */
export type StoredRecord = Omit<Recognised, 'id'> & { rule: string; policyId: number | null }
export type StoredYear = Omit<JpYear, 'year'> & { rule: string; policyId: number | null }

const flat = (one: Reason | Warning) => Object.entries(one)
const sameLists = (a: readonly (Reason | Warning)[], b: readonly (Reason | Warning)[]) =>
  a.length === b.length &&
  a.every((one, index) => {
    const other = b[index] as Record<string, unknown>
    return flat(one).length === Object.keys(other).length && flat(one).every(([key, value]) => other[key] === value)
  })

/** Whether what stands says the same as what is wanted, by the same rule and choice. */
export const sameRecord = (stood: StoredRecord, wanted: Recognised, policyId: number | null): boolean =>
  stood.rule === ruleVersion &&
  stood.policyId === policyId &&
  stood.year === wanted.year &&
  stood.form === wanted.form &&
  stood.share === wanted.share &&
  stood.claimed === wanted.claimed &&
  stood.recognised === wanted.recognised &&
  sameLists(wanted.reasons, stood.reasons)

export const sameYear = (stood: StoredYear, wanted: JpYear, policyId: number | null): boolean =>
  stood.rule === ruleVersion &&
  stood.policyId === policyId &&
  stood.employment === wanted.employment &&
  stood.records === wanted.records &&
  stood.claimed === wanted.claimed &&
  stood.recognised === wanted.recognised &&
  stood.ten === wanted.ten &&
  stood.twenty === wanted.twenty &&
  stood.seventy === wanted.seventy &&
  stood.required === wanted.required &&
  sameLists(wanted.warnings, stood.warnings)
