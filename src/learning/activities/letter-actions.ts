import { governmentName, listInstansi, personById } from '../../people/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { asJob } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/refusal.ts'
import type { Signatory } from '../../platform/pdf/index.ts'
import { takeNumber } from '../letters/issue.ts'
import { withdrawLetters } from '../letters/withdraw.ts'
import { letterDocument } from './letter-content.ts'
import { mayHaveLetter } from './rules/letter.ts'
import { type Activity, activityById } from './store/activity.ts'
import * as store from './store/letter.ts'
import { tell } from './tell.ts'

/**
 * Issues the letter of an activity under the next number of the instansi: number, content and row, all or nothing. The route has seen that the
 * actor decides on it. 'stale': it is over meanwhile.
 */
export const issueLetter = (
  services: Services,
  by: Actor,
  activityId: number,
  { date, signatory }: { date: string; signatory: Signatory },
): Promise<{ number: string } | 'stale'> =>
  asJob(services.db, async tx => {
    const of = await activityById(tx, activityId, true)
    if (!of) throw notFound()
    if (!mayHaveLetter(of.state)) return 'stale'
    const at = services.clock.now()
    const learner = await personById(tx, of.pegawaiId)
    const partner = of.partnerId === null ? null : await personById(tx, of.partnerId)
    const instansi = (await listInstansi(tx)).find(one => one.id === of.instansiId)
    if (!learner || !instansi) throw notFound()
    const says = (number: string) =>
      letterDocument({
        of,
        learner,
        partner,
        number,
        date,
        signatory,
        government: governmentName(instansi, 'id'),
        madeAt: at,
      })
    const issuer = { instansiId: of.instansiId }
    const numbered = await takeNumber(services, tx, issuer, { date, folder: `activities/${of.pegawaiId}/letters`, says })
    await store.insertLetter(
      tx,
      of,
      { ...numbered, issuerId: of.instansiId, date, signatory },
      { account: by.accountId, name: by.name, at },
    )
    await audit(tx, by.accountId, at, {
      verb: 'issue_letter',
      subject: `activity:${of.id}`,
      instansiId: of.instansiId,
      detail: { number: numbered.number },
    })
    await tell(tx, of, 'letter', numbered.number)
    return { number: numbered.number }
  })

/** Withdraws letters of an activity, and tells whose it is. The route has seen that the actor decides on it. */
export const withdrawActivityLetters = (
  services: Services,
  by: Actor,
  of: Activity,
  ids: readonly number[],
  why: string,
): Promise<{ number: string }[]> =>
  withdrawLetters(services, by, { subject: `activity:${of.id}`, instansiId: of.instansiId, why }, async (tx, withdrawal) => {
    const letters = await store.markWithdrawn(tx, of, ids, withdrawal)
    for (const { number } of letters) await tell(tx, of, 'letter_withdrawn', number)
    return letters
  })
