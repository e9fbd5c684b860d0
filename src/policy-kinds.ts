import { assessmentPolicies } from './assessment/index.ts'
import { communityPolicy, evaluationPolicy, jpPolicy } from './learning/index.ts'
import { gapCostPolicy, priorityPolicy } from './needs/index.ts'
import type { PolicyKind } from './policies/index.ts'

/** What an instansi may choose, in the order of the loop. */
export const policyKinds: PolicyKind[] = [
  ...assessmentPolicies,
  jpPolicy,
  evaluationPolicy,
  communityPolicy,
  priorityPolicy,
  gapCostPolicy,
]
