import type { Services } from '../platform/http/context.ts'
import { claimJobs } from './claims/jobs.ts'
import { enrolmentJobs } from './enrolment/jobs.ts'
import { evaluationJobs } from './evaluation/jobs.ts'
import { jpJobs } from './jp/recalculate.ts'
import { playerJobs } from './player/jobs.ts'

/** What learning does by itself: hears facts, keeps derived tables, sends what is due. */
export function learningJobs(services: Services): void {
  jpJobs(services)
  claimJobs(services)
  evaluationJobs(services)
  enrolmentJobs(services)
  playerJobs(services)
}
