import { asJob } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { followTime } from '../classes/class-actions.ts'
import { classById } from '../classes/store.ts'
import { remindedPeople, takeDue } from './store/reminders.ts'
import { tell } from './tell.ts'

/** Tells what is due about classes; run again, or by two processes at once, it tells nothing twice. */
export async function remind(services: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const at = services.clock.now()
  await asJob(services.db, async tx => {
    for (const due of await takeDue(tx, at)) {
      const one = await classById(tx, due.classId)
      if (one) await tell(tx, one, due.kind, await remindedPeople(tx, due), { account: null, name: 'Piawai', at })
    }
  })
}

/** Every hour, since a day begins at another hour in each time zone: classes begin, seats fall free, people are reminded. */
export function enrolmentJobs(services: Services): void {
  services.jobs.on('learning.follow-time', async () => {
    await followTime(services)
    await remind(services)
  })
  services.jobs.every('5 * * * *', 'learning.follow-time')
}
