import { containing, type Db, sql, type Tx } from '../../platform/db/index.ts'

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
export type ProviderCard = Provider & {
  instansi: string | null
  address: string | null
  regionCode: string | null
  email: string | null
  phone: string | null
  website: string | null
  about: string | null
  closedAt: string | null
  closedWhy: string | null
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

export async function providerCard(db: Db | Tx, id: number): Promise<ProviderCard | null> {
  const { rows } = await sql<ProviderCard>`
    SELECT ${columns}, i.name AS instansi, p.address, p.region_code AS "regionCode", p.email, p.phone, p.website, p.about,
           p.closed_at AS "closedAt", p.closed_why AS "closedWhy"
    FROM provider p LEFT JOIN instansi i ON i.id = p.instansi_id WHERE p.id = ${id}::int`.execute(db)
  return rows[0] ?? null
}

export type ProviderFilter = {
  kind: ProviderKind | null
  /** In whose register: an instansi; 0 the nation's; null: any. */
  instansiId: number | null
  q: string
  closed: boolean
}
export type ProviderOrder = 'nama' | 'jenis' | 'penawaran' | 'akreditasi'
export type ProviderRow = Omit<ProviderCard, 'staff' | 'about' | 'closedAt' | 'closedWhy'> & {
  offers: number
  /** Programmes accredited on the day asked. */
  accredited: string[]
  beds: number
  trainers: number
}

const orders: Record<ProviderOrder, [ReturnType<typeof sql>, ReturnType<typeof sql>]> = {
  nama: [sql`lower(p.name), p.id`, sql`lower(p.name) DESC, p.id`],
  jenis: [sql`p.kind, lower(p.name), p.id`, sql`p.kind DESC, lower(p.name), p.id`],
  penawaran: [sql`o.n, lower(p.name), p.id`, sql`o.n DESC, lower(p.name), p.id`],
  akreditasi: [sql`cardinality(a.programmes), lower(p.name), p.id`, sql`cardinality(a.programmes) DESC, lower(p.name), p.id`],
}

function matching(filter: ProviderFilter) {
  const conditions = [filter.closed ? sql`p.closed_at IS NOT NULL` : sql`p.closed_at IS NULL`]
  if (filter.kind) conditions.push(sql`p.kind = ${filter.kind}`)
  if (filter.instansiId !== null) conditions.push(sql`coalesce(p.instansi_id, 0) = ${filter.instansiId}`)
  for (const word of filter.q.split(/\s+/).filter(Boolean).slice(0, 8)) {
    const text = containing(word)
    conditions.push(sql`(p.name ILIKE ${text} OR p.short_name ILIKE ${text} OR p.address ILIKE ${text})`)
  }
  return sql.join(conditions, sql` AND `)
}

/** Institutions that match, with what they hold on a day. */
export async function listProviders(
  db: Db | Tx,
  filter: ProviderFilter,
  today: string,
  page: { order: ProviderOrder; descending: boolean; offset: number; limit: number },
): Promise<(ProviderRow & { found: number })[]> {
  const { rows } = await sql<ProviderRow & { found: number }>`
    SELECT p.id, p.instansi_id AS "instansiId", i.name AS instansi, p.kind, p.name, p.short_name AS "shortName", p.address,
           p.region_code AS "regionCode", p.email, p.phone, p.website, p.closed_at IS NOT NULL AS closed,
           o.n AS offers, a.programmes AS accredited, r.beds, t.n AS trainers, count(*) OVER ()::int AS found
    FROM provider p LEFT JOIN instansi i ON i.id = p.instansi_id
    CROSS JOIN LATERAL (SELECT count(*)::int AS n FROM offer WHERE provider_id = p.id AND closed_at IS NULL) o
    CROSS JOIN LATERAL (SELECT coalesce(array_agg(DISTINCT programme ORDER BY programme), '{}') AS programmes FROM accreditation
      WHERE provider_id = p.id AND ${today}::date BETWEEN from_date AND until_date AND (revoked_on IS NULL OR revoked_on > ${today}::date)) a
    CROSS JOIN LATERAL (SELECT coalesce(sum(capacity), 0)::int AS beds FROM room WHERE provider_id = p.id AND kind = 'asrama' AND closed_at IS NULL) r
    CROSS JOIN LATERAL (SELECT count(*)::int AS n FROM trainer WHERE provider_id = p.id AND closed_at IS NULL) t
    WHERE ${matching(filter)} ORDER BY ${orders[page.order][page.descending ? 1 : 0]} LIMIT ${page.limit} OFFSET ${page.offset}`.execute(
    db,
  )
  return rows
}

/** Registers that hold something: an instansi, or (null) the nation's. */
export async function registers(db: Db): Promise<{ instansiId: number | null; name: string | null }[]> {
  const { rows } = await sql<{ instansiId: number | null; name: string | null }>`
    SELECT DISTINCT p.instansi_id AS "instansiId", i.name, i.region_code FROM provider p LEFT JOIN instansi i ON i.id = p.instansi_id
    ORDER BY i.region_code NULLS FIRST`.execute(db)
  return rows
}

export type ProviderValues = {
  kind: ProviderKind
  name: string
  shortName: string
  address: string | null
  regionCode: string | null
  email: string | null
  phone: string | null
  website: string | null
  about: string | null
}
export type Made = { by: string; at: Date }

export async function insertProvider(tx: Tx, instansiId: number | null, v: ProviderValues, made: Made): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO provider (instansi_id, kind, name, short_name, address, region_code, email, phone, website, about, made_by, made_at)
    VALUES (${instansiId}, ${v.kind}, ${v.name}, ${v.shortName}, ${v.address}, ${v.regionCode}, ${v.email}, ${v.phone}, ${v.website}, ${v.about},
      ${made.by}, ${made.at.toISOString()}) RETURNING id`.execute(tx)
  return rows[0]!.id
}

export async function saveProvider(tx: Tx, id: number, v: ProviderValues): Promise<void> {
  await sql`
    UPDATE provider SET kind = ${v.kind}, name = ${v.name}, short_name = ${v.shortName}, address = ${v.address}, region_code = ${v.regionCode},
      email = ${v.email}, phone = ${v.phone}, website = ${v.website}, about = ${v.about} WHERE id = ${id}`.execute(tx)
}

/** `closed` null: it teaches again. False: so it was already. */
export async function setProviderClosed(tx: Tx, id: number, closed: { at: Date; why: string } | null): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE provider SET closed_at = ${closed?.at.toISOString() ?? null}, closed_why = ${closed?.why ?? null}
    WHERE id = ${id} AND (closed_at IS NULL) = ${closed !== null}`.execute(tx)
  return numAffectedRows === 1n
}

export type Staff = { accountId: string; username: string; name: string; roles: string[]; closed: boolean; addedAt: Date }

export async function staffOf(db: Db, providerId: number): Promise<Staff[]> {
  const { rows } = await sql<Staff>`
    SELECT a.id AS "accountId", a.username, a.name, a.closed_at IS NOT NULL AS closed, s.added_at AS "addedAt",
           ARRAY(SELECT DISTINCT g.role FROM identity.role_grant g WHERE g.account_id = a.id AND g.ended_at IS NULL
             AND g.role IN ('penyelenggara', 'fasilitator') ORDER BY 1) AS roles
    FROM provider_staff s JOIN identity.user_account a ON a.id = s.account_id WHERE s.provider_id = ${providerId} ORDER BY a.name`.execute(
    db,
  )
  return rows
}

/** An open account with a role that teaches; null where there is none of this name. */
export async function teachingAccount(db: Db | Tx, username: string): Promise<{ id: string; name: string } | null> {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT a.id, a.name FROM identity.user_account a WHERE lower(a.username) = lower(${username}) AND a.closed_at IS NULL
      AND EXISTS (SELECT FROM identity.role_grant g WHERE g.account_id = a.id AND g.ended_at IS NULL AND g.role IN ('penyelenggara', 'fasilitator'))`.execute(
    db,
  )
  return rows[0] ?? null
}

export async function insertStaff(tx: Tx, providerId: number, accountId: string, made: Made): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO provider_staff (provider_id, account_id, added_by, added_at)
    VALUES (${providerId}, ${accountId}, ${made.by}, ${made.at.toISOString()}) ON CONFLICT DO NOTHING`.execute(tx)
  return numAffectedRows === 1n
}
export async function deleteStaff(tx: Tx, providerId: number, accountId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    DELETE FROM provider_staff WHERE provider_id = ${providerId} AND account_id = ${accountId}`.execute(tx)
  return numAffectedRows === 1n
}

export type ApiProvider = Omit<ProviderRow, 'instansiId' | 'offers' | 'accredited' | 'beds' | 'trainers'>

/** Institutions by id after one, those that are closed as well, for the API. `instansi` is a region code. */
export async function providersAfter(db: Db, afterId: number, limit: number): Promise<ApiProvider[]> {
  const { rows } = await sql<ApiProvider>`
    SELECT p.id, i.region_code AS instansi, p.kind, p.name, p.short_name AS "shortName", p.address, p.region_code AS "regionCode", p.email,
           p.phone, p.website, p.closed_at IS NOT NULL AS closed
    FROM provider p LEFT JOIN instansi i ON i.id = p.instansi_id WHERE p.id > ${afterId} ORDER BY p.id LIMIT ${limit}`.execute(db)
  return rows
}
