import { type Db, sql, type Tx } from '../../platform/db/index.ts'

export type SavedView = { id: number; code: string; name: string; path: string; createdAt: Date }

const columns = sql`id, code, name, path, created_at AS "createdAt"`

/** The views of an account by name; those that begin with `screen` only, where it is given. */
export async function viewsOf(db: Tx | Db, accountId: string, screen = ''): Promise<SavedView[]> {
  const { rows } = await sql<SavedView>`
    SELECT ${columns} FROM identity.saved_view
    WHERE account_id = ${accountId} AND (${screen} = '' OR path = ${screen} OR starts_with(path, ${`${screen}?`}))
    ORDER BY lower(name), id`.execute(db)
  return rows
}

export async function viewByCode(db: Db, code: string): Promise<SavedView | null> {
  return (await sql<SavedView>`SELECT ${columns} FROM identity.saved_view WHERE code = ${code}`.execute(db)).rows[0] ?? null
}

export type NewView = { accountId: string; code: string; name: string; path: string; at: Date }

/** `taken`: the account has one of this name; `full`: it has as many as it may. */
export async function insertView(tx: Tx, view: NewView, most: number): Promise<number | 'taken' | 'full'> {
  const { rows } = await sql<{ n: number; taken: boolean }>`
    SELECT count(*)::int AS n, coalesce(bool_or(lower(name) = lower(${view.name})), false) AS taken FROM identity.saved_view
    WHERE account_id = ${view.accountId}`.execute(tx)
  if (rows[0]!.taken) return 'taken'
  if (rows[0]!.n >= most) return 'full'
  const made = await sql<{ id: number }>`
    INSERT INTO identity.saved_view (account_id, code, name, path, created_at)
    VALUES (${view.accountId}, ${view.code}, ${view.name}, ${view.path}, ${view.at.toISOString()})
    ON CONFLICT (account_id, name) DO NOTHING RETURNING id`.execute(tx)
  return made.rows[0]?.id ?? 'taken'
}

/** The name it had; null where the account has no such view. */
export async function deleteView(tx: Tx, accountId: string, id: number): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    DELETE FROM identity.saved_view WHERE id = ${id} AND account_id = ${accountId} RETURNING name`.execute(tx)
  return rows[0]?.name ?? null
}
