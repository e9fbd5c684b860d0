import type { Services } from '../../platform/http/context.ts'
import { endOverdue } from './quiz-actions.ts'

/** Every minute: attempts whose time is over are scored with what was saved, though nobody opened them again. */
export function playerJobs(services: Services): void {
  services.jobs.on('lessons.overdue', async () => {
    await endOverdue(services)
  })
  services.jobs.every('* * * * *', 'lessons.overdue')
}
