import { appealPolicy, choicePolicy, ikkPolicy, jpmCapPolicy, ratingPolicy, validityPolicy } from './assessment/index.ts'
import { gapCostPolicy, priorityPolicy } from './needs/index.ts'
import type { PolicyKind } from './policies/index.ts'

/** What an instansi may choose, in the order of the loop. */
export const policyKinds: PolicyKind[] = [
  choicePolicy,
  validityPolicy,
  ratingPolicy,
  jpmCapPolicy,
  ikkPolicy,
  appealPolicy,
  priorityPolicy,
  gapCostPolicy,
]
