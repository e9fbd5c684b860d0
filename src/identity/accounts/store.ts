import type { Grant, Role } from '../../platform/actor.ts'
import { beginning, containing, sql, type Tx } from '../../platform/db/index.ts'

export type AccountRow = {
  id: string
  username: string
  name: string
  nip: string | null
  instansi: string | null
  instansi_id: number | null
  roles: { id: number; role: Role; place: Grant['place']; where: string | null }[]
  closed: boolean
  /** Its password is for one use still: nobody has used the account. */
  unused: boolean
  /** Its roles reach further than the instansi asked about: only who covers those may touch it. */
  beyond: boolean
}

/** `unused`: open, and its password for one use never changed. */
export type AccountState = 'open' | 'unused' | 'closed'
export const accountStates: readonly AccountState[] = ['open', 'unused', 'closed']
export type AccountOrder = 'nama' | 'akun'
export type AccountFilter = {
  /** Accounts whose person, or whose grant, belongs to these instansi; null: all. */
  instansiIds: readonly number[] | null
  only: number | null
  q: string
  /** `pegawai`: whoever is one; else a role that is held now. */
  role: Role | null
  state: AccountState | null
}
export type AccountPage = { order: AccountOrder; descending: boolean; offset: number; limit: number }

const states = {
  open: sql`a.closed_at IS NULL`,
  unused: sql`a.closed_at IS NULL AND a.must_change_password`,
  closed: sql`a.closed_at IS NOT NULL`,
} satisfies Record<AccountState, unknown>

const from = sql`identity.user_account a
  LEFT JOIN pegawai p ON p.pegawai_id = a.pegawai_id
  LEFT JOIN instansi i ON i.id = coalesce(p.instansi_id,
    (SELECT g.instansi_id FROM identity.role_grant g WHERE g.account_id = a.id AND g.instansi_id IS NOT NULL AND g.ended_at IS NULL ORDER BY g.id LIMIT 1))`

function matching(filter: AccountFilter) {
  const conditions = [sql`true`]
  if (filter.instansiIds !== null) conditions.push(sql`i.id = ANY (${[...filter.instansiIds]}::int[])`)
  if (filter.only !== null) conditions.push(sql`i.id = ${filter.only}`)
  if (filter.q !== '')
    conditions.push(
      sql`(a.username ILIKE ${containing(filter.q)} OR a.name ILIKE ${containing(filter.q)} OR p.nip LIKE ${beginning(filter.q.replace(/\s/g, ''))})`,
    )
  if (filter.role === 'pegawai') conditions.push(sql`a.pegawai_id IS NOT NULL`)
  else if (filter.role !== null)
    conditions.push(
      sql`EXISTS (SELECT FROM identity.role_grant g WHERE g.account_id = a.id AND g.ended_at IS NULL AND g.role = ${filter.role})`,
    )
  if (filter.state !== null) conditions.push(states[filter.state])
  return sql.join(conditions, sql` AND `)
}

/** The demo's accounts come first where nothing else was asked for. */
const orders: Record<AccountOrder, [up: string, down: string]> = {
  nama: ['a.demo_order NULLS LAST, a.name, a.id', 'a.name DESC, a.id DESC'],
  akun: ['a.username', 'a.username DESC'],
}

const columns = (instansiIds: readonly number[] | null) => sql`f.id, f.username, f.name, f.nip, f.instansi, f.instansi_id,
  f.closed_at IS NOT NULL AS closed, f.closed_at IS NULL AND f.must_change_password AS unused,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'place', g.place, 'where', coalesce(gi.name, gu.name, gc.name)) ORDER BY g.id)
    FROM identity.role_grant g LEFT JOIN instansi gi ON gi.id = g.instansi_id LEFT JOIN unit gu ON gu.id = g.unit_id
    LEFT JOIN identity.scope_case gc ON gc.id = g.case_id WHERE g.account_id = f.id AND g.ended_at IS NULL), '[]') AS roles,
  ${instansiIds !== null}::boolean AND EXISTS (
    SELECT FROM identity.role_grant g WHERE g.account_id = f.id AND g.ended_at IS NULL AND (g.place = 'nation'
      OR (g.place IN ('instansi', 'guided') AND EXISTS (SELECT FROM instansi r
        WHERE (r.id = g.instansi_id OR (g.place = 'guided' AND r.guided_by = g.instansi_id)) AND NOT r.id = ANY (${instansiIds ?? []}::int[])))
      OR (g.place = 'unit' AND NOT EXISTS (SELECT FROM unit u WHERE u.id = g.unit_id AND u.instansi_id = ANY (${instansiIds ?? []}::int[]))))) AS beyond`

const found = sql`a.id, a.username, a.name, a.closed_at, a.must_change_password, a.demo_order, p.nip, i.name AS instansi, i.id AS instansi_id`

/** Accounts that match, with how many there are in all; what costs is asked for the rows of the page only. */
export async function listAccounts(
  tx: Tx,
  filter: AccountFilter,
  { order, descending, offset, limit }: AccountPage,
): Promise<{ rows: AccountRow[]; total: number }> {
  const by = sql.raw(orders[order][descending ? 1 : 0])
  const { rows } = await sql<AccountRow & { total: number }>`
    WITH page AS MATERIALIZED (
      SELECT ${found}, count(*) OVER ()::int AS total, row_number() OVER (ORDER BY ${by}) AS place
      FROM ${from} WHERE ${matching(filter)} ORDER BY place LIMIT ${limit} OFFSET ${offset})
    SELECT ${columns(filter.instansiIds)}, f.total FROM page f ORDER BY f.place`.execute(tx)
  return { rows, total: rows[0]?.total ?? 0 }
}

/** One account, as far as the instansi reach; null where there is none. */
export async function accountById(tx: Tx, id: string, instansiIds: readonly number[] | null): Promise<AccountRow | null> {
  const { rows } = await sql<AccountRow>`
    WITH page AS (
      SELECT ${found} FROM ${from}
      WHERE a.id = ${id} AND (${instansiIds === null}::boolean OR i.id = ANY (${instansiIds === null ? [] : [...instansiIds]}::int[])))
    SELECT ${columns(instansiIds)} FROM page f`.execute(tx)
  return rows[0] ?? null
}

/** People of the instansi who have not left service and have no account. */
export async function countWithout(tx: Tx, instansiId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM pegawai p
    WHERE p.instansi_id = ${instansiId} AND p.status <> 'berhenti'
      AND NOT EXISTS (SELECT FROM identity.user_account a WHERE a.pegawai_id = p.pegawai_id)`.execute(tx)
  return rows[0]!.n
}
