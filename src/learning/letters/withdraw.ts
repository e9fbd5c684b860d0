import type { Actor } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { asJob, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import type { Withdrawal } from './store.ts'

/**
 * Withdraws letters: `mark` writes it down and answers those that held until now. Their numbers are never used again. The route has seen that
 * the actor issues them.
 */
export const withdrawLetters = <Letter extends { number: string }>(
  services: Services,
  by: Actor,
  { subject, instansiId, why }: { subject: string; instansiId: number | null; why: string },
  mark: (tx: Tx, withdrawal: Withdrawal) => Promise<Letter[]>,
): Promise<Letter[]> =>
  asJob(services.db, async tx => {
    const at = services.clock.now()
    const letters = await mark(tx, { at, account: by.accountId, name: by.name, why })
    if (letters.length > 0)
      await audit(tx, by.accountId, at, {
        verb: 'withdraw_letter',
        subject,
        instansiId,
        rows: letters.length,
        detail: { number: letters.map(one => one.number).join(', '), why },
      })
    return letters
  })
