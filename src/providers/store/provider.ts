import { type Db, sql, type Tx } from '../../platform/db/index.ts'

export const providerKinds = [
  'bpsdm',
  'kementerian_lembaga',
  'balai',
  'politeknik',
  'perguruan_tinggi',
  'corpu',
  'swasta',
  'lainnya',
] as const
export type ProviderKind = (typeof providerKinds)[number]

export type Provider = {
  id: number
  /** In whose register it stands; null: the nation's. */
  instansiId: number | null
  kind: ProviderKind
  name: string
  shortName: string
  closed: boolean
  /** Accounts of its staff. */
  staff: string[]
}

const columns = sql`
  p.id, p.instansi_id AS "instansiId", p.kind, p.name, p.short_name AS "shortName", p.closed_at IS NOT NULL AS closed,
  ARRAY(SELECT s.account_id FROM provider_staff s WHERE s.provider_id = p.id ORDER BY 1) AS staff`

/** One institution; null where there is none. */
export async function providerById(db: Db | Tx, id: number): Promise<Provider | null> {
  const { rows } = await sql<Provider>`SELECT ${columns} FROM provider p WHERE p.id = ${id}::int`.execute(db)
  return rows[0] ?? null
}

/** Every institution that teaches, by name. */
export async function openProviders(db: Db | Tx): Promise<Provider[]> {
  const { rows } = await sql<Provider>`SELECT ${columns} FROM provider p WHERE p.closed_at IS NULL ORDER BY p.name`.execute(db)
  return rows
}
