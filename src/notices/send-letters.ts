import { randomUUID } from 'node:crypto'
import { asJob } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { openPost, type Post, type Sending } from '../platform/mail/index.ts'
import { compose } from './compose.ts'
import { secretOf } from './links.ts'
import { retryAfter } from './rules/retry.ts'
import * as store from './store/letters.ts'

type Part = Pick<Services, 'db' | 'clock' | 'config' | 'log'>

const batch = 20
/** After so long a letter that was claimed and never settled is taken for abandoned: the process was killed. */
const staleMinutes = 10
/** Of one run; what is left is for the next, a minute later. */
const longestRun = 5 * 60_000

const inMinutes = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000)

/**
 * Sends what waits. Each letter is claimed before it is sent and settled right after the server has taken it: only a process killed between
 * these two sends one letter again, under the same Message-ID (at least once, ADR 0025).
 */
export async function sendLetters(services: Part): Promise<number> {
  const { mail, publicUrl } = services.config
  if (!mail || !publicUrl) return 0
  const secret = await secretOf(services.db)
  const begun = services.clock.now().getTime()
  let sent = 0
  let post: Post | null = null
  try {
    for (;;) {
      const by = randomUUID()
      const most = { batch, perMinute: mail.perMinute, staleMinutes }
      const letters = await asJob(services.db, tx => store.claim(tx, by, services.clock.now(), most))
      if (letters.length === 0) return sent
      post ??= openPost(mail)
      for (const [index, letter] of letters.entries()) {
        const outcome = await sendOne(services, post, letter, by, compose(letter, publicUrl, secret))
        if (outcome?.kind === 'sent') sent++
        if (outcome?.kind !== 'later' || !outcome.server) continue
        const rest = letters.slice(index + 1).map(one => one.id)
        await asJob(services.db, tx => store.putBack(tx, rest, by, inMinutes(services.clock.now(), 1), null, true))
        services.log.warn({ said: outcome.said, waiting: rest.length + 1 }, 'the server of mail cannot be used; letters wait')
        return sent
      }
      if (services.clock.now().getTime() - begun > longestRun) return sent
    }
  } finally {
    post?.close()
  }
}

async function sendOne(
  { db, clock }: Part,
  post: Post,
  { id, accountId, attempts }: store.Claimed,
  by: string,
  letter: ReturnType<typeof compose>,
): Promise<Sending | null> {
  const settle = (settled: store.Settled) => asJob(db, tx => store.settle(tx, id, by, clock.now(), settled))
  if (!letter) {
    await settle({ state: 'failed', trouble: 'nobody to send it to' })
    return null
  }
  if (!(await asJob(db, tx => store.stillMine(tx, id, by, clock.now())))) return null
  const outcome = await post.send(letter)
  if (outcome.kind === 'sent') await settle({ state: 'sent', trouble: null })
  else if (outcome.kind === 'refused') {
    await asJob(db, async tx => {
      await store.settle(tx, id, by, clock.now(), { state: 'refused', trouble: outcome.said })
      if (outcome.address) await store.markRefused(tx, accountId, clock.now())
    })
  } else {
    const minutes = retryAfter(attempts)
    if (minutes === null) await settle({ state: 'failed', trouble: outcome.said })
    else await asJob(db, tx => store.putBack(tx, [id], by, inMinutes(clock.now(), minutes), outcome.said, false))
  }
  return outcome
}
