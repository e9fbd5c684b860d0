import type { Actor } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { asJob, sql, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'

/** When a letter was withdrawn, by whom and why. */
export type Withdrawn = { at: string; by: string; why: string }
/** The same of a row of letters; null: the letter holds. */
export const withdrawnColumn = sql`
  CASE WHEN withdrawn_at IS NOT NULL THEN jsonb_build_object('at', withdrawn_at, 'by', withdrawn_by_name, 'why', withdrawn_why) END AS withdrawn`

/** What a row of letters is set to; beside it stands that it held. */
export type Withdrawal = { at: Date; account: string; name: string; why: string }
export const withdrawn = ({ at, account, name, why }: Withdrawal) =>
  sql`withdrawn_at = ${at}, withdrawn_by = ${account}, withdrawn_by_name = ${name}, withdrawn_why = ${why}`

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
