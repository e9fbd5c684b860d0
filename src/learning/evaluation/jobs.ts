import { notify } from '../../notices/index.ts'
import { asJob, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { policyAt } from '../../policies/index.ts'
import { evaluationMessages } from './messages.ts'
import { evaluationPolicy } from './policy.ts'
import { daysAfter, monthsBefore } from './rules/days.ts'
import { askLater, askReaction, instansiWithCompleted, type Made } from './store/make.ts'

type Part = Pick<Services, 'db' | 'clock'>

const reactionDays = 14
/** Who completed so long before the day on which they should have been asked is let go: an office that starts with old data asks nobody after years. */
const catchUpDays = 45
const longestMonths = 24

const tell = (tx: Tx, made: readonly Made[], months: number, expiresOn: string) =>
  notify(
    tx,
    made.map(({ classId, title, raterIds }) => {
      const words = (language: 'id' | 'en') =>
        months === 0 ? evaluationMessages[language].noticeReaction(title) : evaluationMessages[language].noticeLater(title)
      return {
        topic: 'evaluation' as const,
        to: { pegawaiIds: raterIds },
        title: { id: words('id'), en: words('en') },
        href: '/evaluasi',
        duty: months > 0,
        key: `evaluation:${classId}:${months}:${expiresOn}`, // a class without dates ends person by person: the same rater is told again on another day
        expiresOn,
      }
    }),
  )

/** Asks who has just ended a class what they think of it. */
export async function askAtOnce({ db, clock }: Part, classId: number, pegawaiIds: readonly number[]): Promise<void> {
  const dueOn = daysAfter(clock.today(), reactionDays)
  await asJob(db, async tx => {
    await tell(tx, await askReaction(tx, classId, pegawaiIds, { dueOn, at: clock.now() }), 0, dueOn)
  })
}

/** Asks, instansi by instansi, after those who completed something three or six months ago. Run again it asks nobody twice. */
export async function askWhoIsDue({ db, clock }: Part): Promise<void> {
  const today = clock.today()
  const oldest = daysAfter(monthsBefore(today, longestMonths), -catchUpDays)
  for (const instansiId of await asJob(db, tx => instansiWithCompleted(tx, oldest, today))) {
    await asJob(db, async tx => {
      const { value: rule } = await policyAt(tx, evaluationPolicy, instansiId, today)
      const dueOn = daysAfter(today, rule.openDays)
      for (const months of [rule.firstMonths, rule.secondMonths].filter(n => n > 0)) {
        const completedUntil = monthsBefore(today, months)
        const { minJp, peers } = rule
        const when = {
          months,
          completedUntil,
          oldest: daysAfter(completedUntil, -catchUpDays),
          dueOn,
          minJp,
          peers,
          at: clock.now(),
        }
        await tell(tx, await askLater(tx, instansiId, when), months, dueOn)
      }
    })
  }
}

export function evaluationJobs(services: Services): void {
  services.jobs.on('learning.ask-reaction', async jobs => {
    for (const { classId, pegawaiIds } of jobs as { classId: number; pegawaiIds: number[] }[])
      await askAtOnce(services, classId, pegawaiIds)
  })
  services.jobs.hear('learning.completed', 'learning.ask-reaction')
  services.jobs.on('learning.ask-later', () => askWhoIsDue(services))
  services.jobs.every('30 6 * * *', 'learning.ask-later')
}
