import { asJob } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { makePushKeys, push } from '../platform/push/index.ts'
import { retryAfter } from './rules/retry.ts'
import * as store from './store/devices.ts'
import { pushKeys } from './store/keys.ts'

type Part = Pick<Services, 'db' | 'clock' | 'config' | 'log'>

const batch = 50
const leaseMinutes = 5
/** A push is news: after so many attempts (81 minutes) it is given up, the notice stands in the product. */
const mostAttempts = 5

export const keysOf = (db: Services['db']) => pushKeys(db, makePushKeys)

/** Whom a service of push may ask about us. */
const subjectOf = ({ publicUrl, mail }: Services['config']) =>
  publicUrl?.startsWith('https:')
    ? publicUrl
    : `mailto:${/<(.+)>$/.exec(mail?.from ?? '')?.[1] ?? mail?.from ?? 'piawai@localhost'}`

/** Shows what waits on the devices it is for: title and link, nothing else (ADR 0025). Answers how many were taken. */
export async function sendPushes(services: Part, allows?: (endpoint: string) => boolean): Promise<number> {
  const { db, clock, config } = services
  let sent = 0
  for (;;) {
    const waiting = await asJob(db, tx => store.takePushes(tx, clock.now(), clock.today(), batch, leaseMinutes))
    if (waiting.length === 0) return sent
    const sender = { keys: await keysOf(db), subject: subjectOf(config), ...(allows ? { allows } : {}) }
    const outcomes = await Promise.all(
      waiting.map(async (one): Promise<store.PushOutcome> => {
        const { noticeId, deviceId, attempts } = one
        if (one.void) return { noticeId, deviceId, kind: 'drop', nextAt: null }
        const outcome = await push(one, JSON.stringify({ title: one.title, href: `/pesan/${noticeId}` }), sender)
        if (outcome.kind === 'refused') services.log.warn({ said: outcome.said, deviceId }, 'a push was refused')
        if (outcome.kind === 'sent' || outcome.kind === 'gone') return { noticeId, deviceId, kind: outcome.kind, nextAt: null }
        const minutes = outcome.kind === 'later' && attempts < mostAttempts ? retryAfter(attempts) : null
        if (minutes === null) return { noticeId, deviceId, kind: 'drop', nextAt: null }
        return { noticeId, deviceId, kind: 'later', nextAt: new Date(clock.now().getTime() + minutes * 60_000).toISOString() }
      }),
    )
    await asJob(db, tx => store.settlePushes(tx, outcomes, clock.now()))
    sent += outcomes.filter(one => one.kind === 'sent').length
  }
}
