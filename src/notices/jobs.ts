import type { Clock } from '../platform/clock.ts'
import { asJob } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { digestDueOn } from './rules/digest.ts'
import { sendLetters } from './send-letters.ts'
import * as store from './store/letters.ts'
import { topicKeys, topics } from './topics.ts'

type Part = Pick<Services, 'db' | 'clock'>

const atOnce = 2000 // notices a transaction
const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']

export const defaults: store.Default[] = topicKeys.map(topic => ({ topic, email: topics[topic].email }))

/** Decides what is sent of whatever was told since. */
export async function routeNotices({ db, clock }: Part): Promise<number> {
  let total = 0
  for (let taken = atOnce; taken === atOnce; total += taken) {
    taken = await asJob(db, tx => store.route(tx, defaults, clock.today(), clock.now(), atOnce))
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
  jobs.on('notices.route', async () => {
    await routeNotices(services)
    await send()
  })
  jobs.hear('notices.told', 'notices.route')
  jobs.on('notices.mail', send)
  jobs.every('* * * * *', 'notices.mail')
  jobs.on('notices.digest', async () => {
    await digest(services)
    await send()
  })
  jobs.every('0,15,30,45 * * * *', 'notices.digest')
  jobs.on('notices.forget', () => asJob(services.db, tx => store.forgetOld(tx, services.clock.now())))
  jobs.every('30 2 * * *', 'notices.forget')
}
