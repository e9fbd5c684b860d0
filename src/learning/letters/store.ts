import { type Db, sql, type Tx } from '../../platform/db/index.ts'
import type { Signatory } from '../../platform/pdf/index.ts'

/** Whose numbers letters bear: an institution's that teaches, or an instansi's that sends its people. */
export type Issuer = { providerId: number } | { instansiId: number }
const ids = (issuer: Issuer) =>
  'providerId' in issuer ? { provider: issuer.providerId, instansi: null } : { provider: null, instansi: issuer.instansiId }

export type LetterRule = { template: string; code: string; signatory: Signatory | null }

/** How somebody numbers letters; null: as usual. */
export async function letterRule(db: Db | Tx, issuer: Issuer): Promise<LetterRule | null> {
  const { provider, instansi } = ids(issuer)
  const { rows } = await sql<LetterRule>`
    SELECT template, code, signatory FROM letter_rule WHERE provider_id = ${provider}::int OR instansi_id = ${instansi}::int`.execute(
    db,
  )
  return rows[0] ?? null
}

export async function saveLetterRule(tx: Tx, issuer: Issuer, rule: LetterRule, by: { account: string; at: Date }): Promise<void> {
  const { provider, instansi } = ids(issuer)
  await sql`
    INSERT INTO letter_rule (provider_id, instansi_id, template, code, signatory, set_by, set_at)
    VALUES (${provider}::int, ${instansi}::int, ${rule.template}, ${rule.code}, ${JSON.stringify(rule.signatory)}::jsonb, ${by.account}, ${by.at})
    ON CONFLICT (provider_id, instansi_id) DO UPDATE SET template = excluded.template, code = excluded.code, signatory = excluded.signatory,
      set_by = excluded.set_by, set_at = excluded.set_at`.execute(tx)
}

/** The next number of a year. Whoever else wants one waits for this transaction: none is given twice, and none is lost where it fails. */
export async function nextSerial(tx: Tx, issuer: Issuer, year: number): Promise<number> {
  const { provider, instansi } = ids(issuer)
  const { rows } = await sql<{ last: number }>`
    INSERT INTO letter_count (provider_id, instansi_id, year, last) VALUES (${provider}::int, ${instansi}::int, ${year}, 1)
    ON CONFLICT (provider_id, instansi_id, year) DO UPDATE SET last = letter_count.last + 1 RETURNING last`.execute(tx)
  return rows[0]!.last
}

/** When a letter was withdrawn, by whom and why. */
export type Withdrawn = { at: string; by: string; why: string }
/** The same of a row of letters; null: the letter holds. */
export const withdrawnColumn = sql`
  CASE WHEN withdrawn_at IS NOT NULL THEN jsonb_build_object('at', withdrawn_at, 'by', withdrawn_by_name, 'why', withdrawn_why) END AS withdrawn`

/** What a row of letters is set to; beside it stands that it held. */
export type Withdrawal = { at: Date; account: string; name: string; why: string }
export const withdrawn = ({ at, account, name, why }: Withdrawal) =>
  sql`withdrawn_at = ${at}, withdrawn_by = ${account}, withdrawn_by_name = ${name}, withdrawn_why = ${why}`
