import type { Actor, Scope } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { inScope, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { Refusal } from '../../platform/http/refusal.ts'
import { messages } from './messages.ts'
import * as store from './store.ts'
import { comparisonOf, insertComparison } from './store-comparison.ts'

type Part = Pick<Services, 'db' | 'clock' | 'jobs'>

/** So many days of one instansi are worked out or waited for at once: beyond, one waits for them. */
const mostOpen = 8

/** Who asks about which instansi. `scope` is what the actor reads, and has been seen to cover it. */
export type Asker = { actor: Actor; instansiId: number; scope: Scope }

type Wanted = {
  day: string
  /** Also where nothing changed since it was last worked out. */
  again: boolean
  /** With its rows person by person, which are forgotten after a month. */
  withRows: boolean
}

/** A day that stands, or one that a job will work out. What is worked out or under way, and still true, is not made twice. */
async function dayOf(
  tx: Tx,
  { jobs, clock }: Part,
  { actor, instansiId }: Asker,
  { day, again, withRows }: Wanted,
): Promise<store.Recount> {
  const standing = await store.standingRecount(tx, instansiId, day, withRows)
  const underWay = standing?.state === 'waiting' || standing?.state === 'running'
  if (standing && standing.staleSince === null && (underWay || !again)) return standing
  if ((await store.openRecounts(tx, instansiId)) >= mostOpen)
    throw new Refusal(429, { id: messages.id.tooMany, en: messages.en.tooMany })
  const id = await store.askRecount(tx, { instansiId, day, by: actor.accountId, at: clock.now() })
  await audit(tx, actor.accountId, clock.now(), { verb: 'recount_day', subject: `recount:${id}`, instansiId, detail: { day } })
  await jobs.send(tx, 'needs.recount', { recountId: id })
  return (await store.recountById(tx, id))!
}

/** Has a day worked out; answers the one that is, or will be. @throws Refusal 429 */
export const askDay = (services: Part, by: Asker, day: string, again: boolean): Promise<store.Recount> =>
  inScope(services.db, by.scope, async tx => {
    await store.lockDays(tx, by.instansiId)
    return dayOf(tx, services, by, { day, again, withRows: false })
  })

/** Has two days compared; answers the id of the comparison that is made, or will be. @throws Refusal 429 */
export const askComparison = (
  services: Part,
  by: Asker,
  span: { from: string; until: string },
  again: boolean,
): Promise<number> =>
  inScope(services.db, by.scope, async tx => {
    await store.lockDays(tx, by.instansiId)
    const before = await dayOf(tx, services, by, { day: span.from, again, withRows: true })
    const after = await dayOf(tx, services, by, { day: span.until, again, withRows: true })
    const pair = { before: before.id, after: after.id }
    const known = await comparisonOf(tx, pair)
    if (known !== null) return known
    const id = await insertComparison(tx, {
      ...pair,
      instansiId: by.instansiId,
      by: by.actor.accountId,
      at: services.clock.now(),
    })
    if (before.state === 'done' && after.state === 'done') await services.jobs.send(tx, 'needs.compare', { comparisonId: id })
    return id
  })

/** Who took the names behind a comparison away as a file. */
export const auditMoved = (tx: Tx, { actor, instansiId }: Asker, now: Date, comparisonId: number, rows: number) =>
  audit(tx, actor.accountId, now, { verb: 'export_moved', subject: `recount:${comparisonId}`, instansiId, rows })
