import type { PolicyKind } from '../policies/index.ts'
import { appealPolicy } from './appeals/policy.ts'
import { ratingPolicy } from './campaigns/policy.ts'
import { choicePolicy } from './choice-policy.ts'
import { learningPolicy } from './learning/policy.ts'
import { ikkPolicy, jpmCapPolicy, validityPolicy } from './policies.ts'

/** What an instansi may choose about mapping, in the order in which it comes up. */
export const assessmentPolicies: readonly PolicyKind[] = [
  choicePolicy,
  learningPolicy,
  validityPolicy,
  ratingPolicy,
  jpmCapPolicy,
  ikkPolicy,
  appealPolicy,
]
