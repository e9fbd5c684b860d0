import { sql, type Tx } from '../../platform/db/index.ts'

/** Why somebody counts as not mapped, or soon will: never assessed, all results expired, the last one about to. */
export type Reason = 'never' | 'expired' | 'expiring'
export type MissingFilter = {
  instansiId: number
  unitId: number | null
  /** The unit alone, without those below it. */
  exactly?: boolean
  /** Null: both who never was assessed and whose results have expired. */
  reason: Reason | null
}
export type MissingPerson = {
  id: number
  nip: string
  name: string
  jabatan: string | null
  unit: string
  opd: string | null
  /** The day the last result ends or ended; null where there was none. */
  validUntil: string | null
}
/** `today`, and the last day on which a result that is still valid counts as about to expire. */
export type Days = { today: string; soon: string }

// Each active person with the last day on which any managerial or socio-cultural result holds.
const people = (filter: MissingFilter) => sql`
  SELECT p.pegawai_id, p.nip, p.name, p.jabatan_id, p.unit_id, m.valid_until
  FROM pegawai p
  LEFT JOIN (
    SELECT cp.pegawai_id, max(cp.valid_until) AS valid_until
    FROM competency_profile cp JOIN competency c ON c.id = cp.competency_id
    WHERE cp.instansi_id = ${filter.instansiId} AND c.pillar IN ('manajerial', 'sosial_kultural') GROUP BY cp.pegawai_id
  ) m ON m.pegawai_id = p.pegawai_id
  WHERE p.instansi_id = ${filter.instansiId} AND p.status = 'aktif' AND ${inUnit(filter)}`

function inUnit({ unitId, exactly }: MissingFilter) {
  if (unitId === null) return sql`true`
  if (exactly) return sql`p.unit_id = ${unitId}`
  return sql`p.unit_id IN (
    WITH RECURSIVE below AS (SELECT ${unitId}::int AS id UNION SELECT u.id FROM unit u JOIN below b ON u.parent_id = b.id)
    SELECT id FROM below)`
}

function because(reason: Reason | null, { today, soon }: Days) {
  if (reason === 'never') return sql`w.valid_until IS NULL`
  if (reason === 'expired') return sql`w.valid_until < ${today}::date`
  if (reason === 'expiring') return sql`w.valid_until BETWEEN ${today}::date AND ${soon}::date`
  return sql`(w.valid_until IS NULL OR w.valid_until < ${today}::date)`
}

type Part = { offset: number; limit: number }

const listed = (reason: Reason | null, days: Days, { offset, limit }: Part) => sql`
  SELECT w.pegawai_id AS id, w.nip, w.name, j.name AS jabatan, u.name AS unit, top.name AS opd, w.valid_until AS "validUntil"
  FROM w JOIN unit u ON u.id = w.unit_id LEFT JOIN unit top ON top.id = u.top_id LEFT JOIN jabatan j ON j.id = w.jabatan_id
  WHERE ${because(reason, days)}
  ORDER BY w.name, w.pegawai_id LIMIT ${limit} OFFSET ${offset}`

const counted = (days: Days) => sql`
  SELECT (count(*) FILTER (WHERE ${because('never', days)}))::int AS never,
         (count(*) FILTER (WHERE ${because('expired', days)}))::int AS expired,
         (count(*) FILTER (WHERE ${because('expiring', days)}))::int AS expiring
  FROM w`

/** The active people without a valid result, or with one that ends soon, by name. */
export async function missingPeople(tx: Tx, filter: MissingFilter, days: Days, part: Part): Promise<MissingPerson[]> {
  const { rows } = await sql<MissingPerson>`WITH w AS (${people(filter)}) ${listed(filter.reason, days, part)}`.execute(tx)
  return rows
}

export type Counts = Record<Reason, number>

/** How many there are for each reason, whatever reason the filter names. */
export async function missingCounts(tx: Tx, filter: MissingFilter, days: Days): Promise<Counts> {
  const { rows } = await sql<Counts>`WITH w AS (${people(filter)}) ${counted(days)}`.execute(tx)
  return rows[0]!
}

/** Both, from one reading of the profiles. */
export async function missingPage(
  tx: Tx,
  filter: MissingFilter,
  days: Days,
  part: Part,
): Promise<{ rows: MissingPerson[]; counts: Counts }> {
  const { rows } = await sql<{ rows: MissingPerson[]; counts: Counts }>`
    WITH w AS MATERIALIZED (${people(filter)}),
      listed AS (SELECT l.*, row_number() OVER () AS place FROM (${listed(filter.reason, days, part)}) l),
      counted AS (${counted(days)})
    SELECT (SELECT to_jsonb(counted) FROM counted) AS counts,
           coalesce((SELECT jsonb_agg(to_jsonb(listed) - 'place' ORDER BY listed.place) FROM listed), '[]') AS rows`.execute(tx)
  return rows[0]!
}

/** How many active people have a last result that ends within the days of warning: the same as the list of reason `expiring`, by index. */
export async function endingSoon(tx: Tx, instansiId: number, { today, soon }: Days): Promise<number> {
  const asked = sql`cp.competency_id = ANY ((SELECT ids FROM asked)::int[])`
  // OFFSET 0: the later results are looked up for those few alone, never joined over everybody.
  const { rows: counted } = await sql<{ people: number }>`
    WITH asked AS MATERIALIZED (SELECT array_agg(id) AS ids FROM competency WHERE pillar IN ('manajerial', 'sosial_kultural')),
    ending AS MATERIALIZED (
      SELECT DISTINCT cp.pegawai_id FROM competency_profile cp
      WHERE cp.instansi_id = ${instansiId} AND cp.valid_until BETWEEN ${today}::date AND ${soon}::date AND ${asked})
    SELECT count(*)::int AS people FROM ending e JOIN pegawai p USING (pegawai_id)
    WHERE p.status = 'aktif' AND NOT EXISTS (
      SELECT FROM competency_profile cp WHERE cp.pegawai_id = e.pegawai_id AND cp.valid_until > ${soon}::date AND ${asked} OFFSET 0)`.execute(
    tx,
  )
  return counted[0]!.people
}
