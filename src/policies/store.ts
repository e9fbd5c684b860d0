import { type Db, sql, type Tx } from '../platform/db/index.ts'
import type { Policy, PolicyKind } from './kind.ts'
import { heldOn } from './rules/version.ts'

type Held = {
  id: number
  kind: string
  instansiId: number | null
  version: number
  value: unknown
  legalBasis: string
  activeFrom: string
  activeUntil: string | null
}

const spanColumns = sql`id, kind, instansi_id AS "instansiId", version, value, legal_basis AS "legalBasis", active_from AS "activeFrom",
  active_until AS "activeUntil"`

/** A value as it was stored; what a later release added to the kind comes from what ships. */
function valueIn<V extends Record<string, unknown>>(kind: PolicyKind<V>, stored: unknown, date: string): V {
  const whole = kind.schema.safeParse(stored)
  return whole.success ? whole.data : kind.schema.parse({ ...kind.defaultAt(date).value, ...(stored as object) })
}

function asPolicy<V extends Record<string, unknown>>(kind: PolicyKind<V>, row: Held | null | undefined, date: string): Policy<V> {
  if (!row) return { ...kind.defaultAt(date), id: null, instansiId: null, version: 0, activeFrom: null }
  return {
    value: valueIn(kind, row.value, date),
    source: row.legalBasis,
    verified: true,
    id: row.id,
    instansiId: row.instansiId,
    version: row.version,
    activeFrom: row.activeFrom,
  }
}

/** The rule of a kind that holds for an instansi on a date: its own, else the one set for all, else what ships. */
export async function policyAt<V extends Record<string, unknown>>(
  tx: Tx | Db,
  kind: PolicyKind<V>,
  instansiId: number | null,
  date: string,
): Promise<Policy<V>> {
  const { rows } = await sql<Held>`
    SELECT ${spanColumns} FROM policy
    WHERE kind = ${kind.kind} AND (instansi_id = ${instansiId}::int OR instansi_id IS NULL)
      AND active_from <= ${date}::date AND (active_until IS NULL OR active_until > ${date}::date)
    ORDER BY instansi_id NULLS LAST, version DESC LIMIT 1`.execute(tx)
  return asPolicy(kind, rows[0], date)
}

/** The same for any date, from one reading of all versions: for many rows, each with a day of its own. */
export async function policyThrough<V extends Record<string, unknown>>(
  tx: Tx | Db,
  kind: PolicyKind<V>,
  instansiId: number | null,
): Promise<(date: string) => Policy<V>> {
  const { rows } = await sql<Held>`
    SELECT ${spanColumns} FROM policy
    WHERE kind = ${kind.kind} AND (instansi_id = ${instansiId}::int OR instansi_id IS NULL) AND state <> 'draft'`.execute(tx)
  return date => asPolicy(kind, heldOn(rows, date), date)
}

type PolicyOf<K> = K extends PolicyKind<infer V> ? Policy<V> : never

/** The rules of several kinds that hold for an instansi on a date, from one reading. */
export async function policiesOn<const K extends readonly unknown[]>(
  tx: Tx | Db,
  kinds: K,
  instansiId: number | null,
  date: string,
): Promise<{ [I in keyof K]: PolicyOf<K[I]> }> {
  const wanted = kinds as readonly PolicyKind[]
  const { rows } = await sql<Held>`
    SELECT ${spanColumns} FROM policy
    WHERE kind = ANY (${wanted.map(one => one.kind)}::text[]) AND (instansi_id = ${instansiId}::int OR instansi_id IS NULL) AND state <> 'draft'`.execute(
    tx,
  )
  return wanted.map(kind =>
    asPolicy(
      kind,
      heldOn(
        rows.filter(row => row.kind === kind.kind),
        date,
      ),
      date,
    ),
  ) as { [I in keyof K]: PolicyOf<K[I]> }
}

/** What holds of every kind on a date, in the order of the kinds; with the id of the draft that waits. */
export async function policiesAt(
  db: Tx | Db,
  kinds: readonly PolicyKind[],
  instansiId: number | null,
  date: string,
): Promise<{ kind: PolicyKind; policy: Policy<Record<string, unknown>>; draftId: number | null }[]> {
  const { rows } = await sql<Held & { state: string }>`
    SELECT ${spanColumns}, state FROM policy
    WHERE kind = ANY (${kinds.map(one => one.kind)}::text[]) AND (instansi_id = ${instansiId}::int OR instansi_id IS NULL)`.execute(
    db,
  )
  return kinds.map(kind => {
    const own = rows.filter(row => row.kind === kind.kind)
    const draft = own.find(row => row.state === 'draft' && row.instansiId === instansiId)
    const held = heldOn(
      own.filter(row => row.state !== 'draft'),
      date,
    )
    return { kind, policy: asPolicy(kind, held, date), draftId: draft?.id ?? null }
  })
}

export type Version = {
  kind: string
  id: number
  version: number
  state: 'draft' | 'active' | 'archived'
  value: Record<string, unknown>
  legalBasis: string
  activeFrom: string | null
  activeUntil: string | null
  /** Names of accounts; null where the account is gone or the row came with an upgrade. */
  madeBy: string | null
  madeAt: Date
  setBy: string | null
  setAt: Date | null
}

const versionRows = (where: ReturnType<typeof sql>) => sql<Version>`
  SELECT p.kind, p.id, p.version, p.state, p.value, p.legal_basis AS "legalBasis", p.active_from AS "activeFrom",
         p.active_until AS "activeUntil", m.name AS "madeBy", p.made_at AS "madeAt", s.name AS "setBy", p.set_at AS "setAt"
  FROM policy p LEFT JOIN identity.user_account m ON m.id = p.made_by LEFT JOIN identity.user_account s ON s.id = p.set_by
  WHERE ${where} ORDER BY p.kind, p.version DESC`

/** Every version of every kind that one instansi (or, null, the nation) has made, of each kind the newest first; drafts among them. */
export async function allVersions(db: Tx | Db, instansiId: number | null): Promise<Version[]> {
  return (await versionRows(sql`p.instansi_id IS NOT DISTINCT FROM ${instansiId}::int`).execute(db)).rows
}

/** The same of one kind. */
export async function versionsOf(db: Tx | Db, kind: string, instansiId: number | null): Promise<Version[]> {
  return (await versionRows(sql`p.kind = ${kind} AND p.instansi_id IS NOT DISTINCT FROM ${instansiId}::int`).execute(db)).rows
}

type Draft = { kind: string; instansiId: number | null; value: unknown; legalBasis: string; madeBy: string; madeAt: Date }

/**
 * Puts a draft in the place of the one that was seen (`seen`; null: none was). Answers the id of the new one; null where by now
 * another draft stands there, which is left as it is.
 */
export async function replaceDraft(tx: Tx, seen: number | null, draft: Draft): Promise<number | null> {
  const same = sql`kind = ${draft.kind} AND instansi_id IS NOT DISTINCT FROM ${draft.instansiId}::int`
  await sql`DELETE FROM policy WHERE ${same} AND state = 'draft' AND id = ${seen}::int`.execute(tx)
  const { rows } = await sql<{ id: number }>`
    INSERT INTO policy (instansi_id, kind, version, state, value, legal_basis, made_by, made_at)
    SELECT ${draft.instansiId}::int, ${draft.kind}, coalesce(max(version), 0) + 1, 'draft', ${JSON.stringify(draft.value)}::jsonb,
           ${draft.legalBasis}, ${draft.madeBy}, ${draft.madeAt.toISOString()}::timestamptz
    FROM policy WHERE ${same}
    ON CONFLICT DO NOTHING RETURNING id`.execute(tx)
  return rows[0]?.id ?? null
}

/** Takes a draft away; answers what it held, null where it is no draft any more. */
export async function deleteDraft(tx: Tx, draftId: number, kind: string, instansiId: number | null): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`
    DELETE FROM policy WHERE id = ${draftId} AND kind = ${kind} AND instansi_id IS NOT DISTINCT FROM ${instansiId}::int AND state = 'draft'
    RETURNING value`.execute(tx)
  return rows[0]?.value ?? null
}

export type Activation = { legalBasis: string; from: string; setBy: string; setAt: Date }

/** Puts a draft in force and archives what held before; null, and nothing done, where it is no draft any more. */
export async function activateDraft(
  tx: Tx,
  draftId: number,
  kind: string,
  instansiId: number | null,
  by: Activation,
): Promise<{ version: number; value: unknown } | null> {
  const same = sql`kind = ${kind} AND instansi_id IS NOT DISTINCT FROM ${instansiId}::int`
  const draft = await sql`SELECT 1 FROM policy WHERE id = ${draftId} AND ${same} AND state = 'draft' FOR UPDATE`.execute(tx)
  if (draft.rows.length === 0) return null
  await sql`UPDATE policy SET state = 'archived', active_until = ${by.from}::date WHERE ${same} AND state = 'active'`.execute(tx)
  const { rows } = await sql<{ version: number; value: unknown }>`
    UPDATE policy SET state = 'active', active_from = ${by.from}::date, legal_basis = ${by.legalBasis}, set_by = ${by.setBy},
                      set_at = ${by.setAt.toISOString()}::timestamptz
    WHERE id = ${draftId} RETURNING version, value`.execute(tx)
  return rows[0]!
}

/** Whose figures a choice moves: the instansi's own, or, for all, every one that has not chosen itself. */
export async function concerned(tx: Tx, kind: string, instansiId: number | null): Promise<number[]> {
  if (instansiId !== null) return [instansiId]
  const { rows } = await sql<{ id: number }>`
    SELECT i.id FROM instansi i
    WHERE NOT EXISTS (SELECT FROM policy p WHERE p.kind = ${kind} AND p.instansi_id = i.id AND p.state = 'active') ORDER BY i.id`.execute(
    tx,
  )
  return rows.map(row => row.id)
}
