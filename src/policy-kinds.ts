import { appealPolicy, choicePolicy, ikkPolicy, jpmCapPolicy, validityPolicy } from './assessment/index.ts'
import { priorityPolicy } from './needs/index.ts'
import type { PolicyKind } from './policies/index.ts'

/** What an instansi may choose, in the order of the loop. */
export const policyKinds: PolicyKind[] = [choicePolicy, validityPolicy, jpmCapPolicy, ikkPolicy, appealPolicy, priorityPolicy]
