import { containing, type Db, sql, type Tx } from '../../platform/db/index.ts'
import { type AccreditationState, type Accredited, warnDays } from '../rules/accreditation.ts'
import type { KeptPdf } from './agreement.ts'
import type { Made } from './provider.ts'

export type Accreditation = Accredited & {
  provider: string
  /** In whose register the institution stands. */
  instansiId: number | null
  /** Held against the decree. */
  verified: boolean
  revokedWhy: string | null
  fileKey: string | null
  fileName: string | null
}

const columns = sql`
  a.id, a.provider_id AS "providerId", p.name AS provider, p.instansi_id AS "instansiId",
  a.programme, a.accreditor, a.peringkat, a.decree, a.from_date AS "fromDate",
  a.until_date AS "untilDate", a.revoked_on AS "revokedOn", a.revoked_why AS "revokedWhy", a.verified, a.file_key AS "fileKey", a.file_name AS "fileName"`

/** The register: of one institution, or of all; the longest first. `open`: leaves out those of institutions that teach no more. */
export async function accreditations(
  db: Db | Tx,
  of: { providerId?: number; programme?: string | null; open?: boolean } = {},
): Promise<Accreditation[]> {
  const { rows } = await sql<Accreditation>`
    SELECT ${columns} FROM accreditation a JOIN provider p ON p.id = a.provider_id
    WHERE (${of.providerId ?? null}::int IS NULL OR a.provider_id = ${of.providerId ?? null}::int)
      AND (${of.programme ?? null}::text IS NULL OR lower(a.programme) = lower(${of.programme ?? null}::text))
      AND (NOT ${of.open ?? false}::boolean OR p.closed_at IS NULL)
    ORDER BY a.until_date DESC, a.id`.execute(db)
  return rows
}

export async function accreditationById(db: Db | Tx, id: number): Promise<Accreditation | null> {
  const { rows } = await sql<Accreditation>`
    SELECT ${columns} FROM accreditation a JOIN provider p ON p.id = a.provider_id WHERE a.id = ${id}`.execute(db)
  return rows[0] ?? null
}

export type AccreditationFilter = {
  state: AccreditationState | null
  programme: string | null
  accreditor: string | null
  q: string
}
export type AccreditationOrder = 'berakhir' | 'lembaga' | 'program' | 'peringkat'
const orders: Record<AccreditationOrder, [ReturnType<typeof sql>, ReturnType<typeof sql>]> = {
  berakhir: [sql`a.until_date, a.id`, sql`a.until_date DESC, a.id`],
  lembaga: [sql`lower(p.name), a.programme, a.id`, sql`lower(p.name) DESC, a.programme, a.id`],
  program: [sql`lower(a.programme), a.until_date, a.id`, sql`lower(a.programme) DESC, a.until_date, a.id`],
  peringkat: [sql`a.peringkat, a.until_date, a.id`, sql`a.peringkat DESC, a.until_date, a.id`],
}

/** The state of a line on a day as SQL; its twin is `stateOfAccreditation`. */
const stateOn = (today: string) => sql`
  CASE WHEN a.revoked_on <= ${today}::date THEN 'revoked' WHEN ${today}::date < a.from_date THEN 'coming'
       WHEN ${today}::date > a.until_date THEN 'ended' WHEN a.until_date - ${today}::date <= ${warnDays} THEN 'ending' ELSE 'holds' END`

function matching(filter: AccreditationFilter, today: string) {
  const conditions = [sql`true`]
  if (filter.state) conditions.push(sql`${stateOn(today)} = ${filter.state}`)
  if (filter.programme) conditions.push(sql`a.programme = ${filter.programme}`)
  if (filter.accreditor) conditions.push(sql`a.accreditor = ${filter.accreditor}`)
  for (const word of filter.q.split(/\s+/).filter(Boolean).slice(0, 8)) {
    const text = containing(word)
    conditions.push(
      sql`(p.name ILIKE ${text} OR p.short_name ILIKE ${text} OR a.programme ILIKE ${text} OR a.decree ILIKE ${text})`,
    )
  }
  return sql.join(conditions, sql` AND `)
}

export async function listAccreditations(
  db: Db,
  filter: AccreditationFilter,
  today: string,
  page: { order: AccreditationOrder; descending: boolean; offset: number; limit: number },
): Promise<(Accreditation & { state: AccreditationState; found: number })[]> {
  const { rows } = await sql<Accreditation & { state: AccreditationState; found: number }>`
    SELECT ${columns}, ${stateOn(today)} AS state, count(*) OVER ()::int AS found
    FROM accreditation a JOIN provider p ON p.id = a.provider_id WHERE ${matching(filter, today)}
    ORDER BY ${orders[page.order][page.descending ? 1 : 0]} LIMIT ${page.limit} OFFSET ${page.offset}`.execute(db)
  return rows
}

/** How many lines stand how, and what programmes and accreditors there are to choose from. */
export async function accreditationFigures(db: Db, today: string) {
  const { rows } = await sql<{ holds: number; ending: number; ended: number; programmes: string[]; accreditors: string[] }>`
    SELECT count(*) FILTER (WHERE ${stateOn(today)} IN ('holds', 'ending'))::int AS holds,
           count(*) FILTER (WHERE ${stateOn(today)} = 'ending')::int AS ending,
           count(*) FILTER (WHERE ${stateOn(today)} = 'ended')::int AS ended,
           coalesce(array_agg(DISTINCT a.programme), '{}') AS programmes, coalesce(array_agg(DISTINCT a.accreditor), '{}') AS accreditors
    FROM accreditation a`.execute(db)
  return rows[0]!
}

export type AccreditationValues = Pick<
  Accredited,
  'programme' | 'accreditor' | 'peringkat' | 'decree' | 'fromDate' | 'untilDate'
> & { verified: boolean }

/** With `id` null a new one; `file` null leaves the file as it is. */
export async function saveAccreditation(
  tx: Tx,
  providerId: number,
  id: number | null,
  v: AccreditationValues,
  file: KeptPdf | null,
  made: Made,
): Promise<number> {
  const { rows } = await (id === null
    ? sql<{ id: number }>`
        INSERT INTO accreditation (provider_id, programme, accreditor, peringkat, decree, from_date, until_date, verified, file_key, file_name, made_by, made_at)
        VALUES (${providerId}, ${v.programme}, ${v.accreditor}, ${v.peringkat}, ${v.decree}, ${v.fromDate}, ${v.untilDate}, ${v.verified},
          ${file?.key ?? null}, ${file?.name ?? null}, ${made.by}, ${made.at.toISOString()}) RETURNING id`
    : sql<{ id: number }>`
        UPDATE accreditation SET programme = ${v.programme}, accreditor = ${v.accreditor}, peringkat = ${v.peringkat}, decree = ${v.decree},
          from_date = ${v.fromDate}, until_date = ${v.untilDate}, verified = ${v.verified},
          file_key = coalesce(${file?.key ?? null}, file_key), file_name = coalesce(${file?.name ?? null}, file_name)
        WHERE id = ${id} RETURNING id`
  ).execute(tx)
  return rows[0]!.id
}

/** False: it was revoked already. */
export async function revokeAccreditation(tx: Tx, id: number, on: string, why: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE accreditation SET revoked_on = ${on}, revoked_why = ${why} WHERE id = ${id} AND revoked_on IS NULL`.execute(tx)
  return numAffectedRows === 1n
}

/** Lines by id after one, for the API. */
export async function accreditationsAfter(db: Db, afterId: number, limit: number): Promise<Accreditation[]> {
  const { rows } = await sql<Accreditation>`
    SELECT ${columns} FROM accreditation a JOIN provider p ON p.id = a.provider_id WHERE a.id > ${afterId} ORDER BY a.id LIMIT ${limit}`.execute(
    db,
  )
  return rows
}
