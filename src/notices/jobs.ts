import type { Clock } from '../platform/clock.ts'
import { asJob } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { digestDueOn } from './rules/digest.ts'
import { sendLetters } from './send-letters.ts'
import { sendPushes } from './send-pushes.ts'
import * as store from './store/letters.ts'
import { topicDefaults } from './topics.ts'

type Part = Pick<Services, 'db' | 'clock'>

const atOnce = 2000 // notices a transaction
const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']

/** Decides what is sent of whatever was told since. */
export async function routeNotices({ db, clock }: Part): Promise<number> {
  let total = 0
  for (let taken = atOnce; taken === atOnce; total += taken) {
    taken = await asJob(db, tx => store.route(tx, topicDefaults, clock.today(), clock.now(), atOnce))
  }
  return total
}

const hourIn = (instant: Date, timeZone: string) =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hour12: false }).format(instant)) % 24

/** The digests of everybody whose seven o'clock has come. Asked every quarter of an hour; missed ones follow. */
export async function digest({ db, clock }: { db: Services['db']; clock: Clock }): Promise<number> {
  const due = zones.flatMap(zone =>
    (['daily', 'weekly'] as const).map(rhythm => ({
      zone,
      rhythm,
      on: digestDueOn(rhythm, clock.today(zone), hourIn(clock.now(), zone)),
    })),
  )
  return asJob(db, tx => store.makeDigests(tx, due, clock.today(), clock.now()))
}

export function noticesJobs(services: Services): void {
  const { jobs } = services
  const send = async () => {
    await sendLetters(services)
  }
  const show = async () => {
    await sendPushes(services)
  }
  jobs.on('notices.route', async () => {
    await routeNotices(services)
    await show()
    await send()
  })
  jobs.hear('notices.told', 'notices.route')
  jobs.on('notices.mail', send)
  jobs.every('* * * * *', 'notices.mail')
  jobs.on('notices.push', show)
  jobs.every('* * * * *', 'notices.push')
  jobs.on('notices.digest', async () => {
    await digest(services)
    await send()
  })
  jobs.every('0,15,30,45 * * * *', 'notices.digest')
  jobs.on('notices.forget', () => asJob(services.db, tx => store.forgetOld(tx, services.clock.now())))
  jobs.every('30 2 * * *', 'notices.forget')
}
