import type { RawBuilder } from 'kysely'
import { type Db, sql, type Tx } from '../../platform/db/index.ts'
import type { Jenjang } from '../../regulation/index.ts'
import type { Content } from '../rules/content.ts'
import type { Post, Reach } from '../rules/inherit.ts'
import type { State } from '../rules/lifecycle.ts'

/** Whose standard of what: of one jabatan, or of a class (a jenjang, narrowed by urusan or by a family). `instansiId` null: it ships. */
export type Target = {
  instansiId: number | null
  jabatanId: number | null
  jenjang: Jenjang | null
  urusan: string | null
  family: string | null
}

/** One version of a standard with all it says. Names of accounts; null where the account is gone or the row came with an upgrade. */
export type Version = Reach &
  Content & {
    jenjang: Jenjang | null
    owner: string | null
    ownerCode: string | null
    timeZone: string | null
    jabatan: string | null
    unit: string | null
    /** Of the jabatan, or of the class. */
    postJenjang: Jenjang | null
    postUrusan: string | null
    version: number
    state: State
    revision: number
    legalBasis: string | null
    verified: boolean
    activeFrom: string | null
    activeUntil: string | null
    copiedFrom: number | null
    importId: number | null
    madeBy: string | null
    madeAt: Date
    setBy: string | null
    setAt: Date | null
    endedBy: string | null
    endedAt: Date | null
    endedWhy: string | null
  }

export const targetOf = (row: Version): Target => ({
  instansiId: row.ownerInstansiId,
  jabatanId: row.jabatanId,
  jenjang: row.jabatanId === null ? row.jenjang : null,
  urusan: row.urusan,
  family: row.family,
})

/** The rows of standard `s` that are versions of one and the same. */
export const ofTarget = (t: Target) =>
  t.jabatanId !== null
    ? sql`s.jabatan_id = ${t.jabatanId}::int`
    : sql`s.jabatan_id IS NULL AND s.jenjang = ${t.jenjang} AND s.instansi_id IS NOT DISTINCT FROM ${t.instansiId}::int
        AND s.urusan IS NOT DISTINCT FROM ${t.urusan}::text AND s.family IS NOT DISTINCT FROM ${t.family}::text`

const columns = sql`
  s.id, s.instansi_id AS "ownerInstansiId", coalesce(i.kind IN ('kementerian', 'lembaga'), false) AS "ownerIsCentral", i.name AS owner,
  i.region_code AS "ownerCode", i.time_zone AS "timeZone", coalesce(j.jenjang, s.jenjang) AS "postJenjang", coalesce(j.urusan, s.urusan) AS "postUrusan", s.jabatan_id AS "jabatanId", j.name AS jabatan, u.name AS unit, s.jenjang, s.urusan, s.family, s.version, s.state,
  s.revision, s.legal_basis AS "legalBasis", s.verified, s.active_from AS "activeFrom", s.active_until AS "activeUntil",
  s.copied_from AS "copiedFrom", s.import_id AS "importId", m.name AS "madeBy", s.made_at AS "madeAt", b.name AS "setBy", s.set_at AS "setAt",
  e.name AS "endedBy", s.ended_at AS "endedAt", s.ended_why AS "endedWhy",
  jsonb_build_object('summary', s.summary, 'education', s.education, 'educationFields', s.education_fields, 'golongan', s.golongan,
    'performanceIndicators', s.performance_indicators) AS form,
  coalesce((SELECT jsonb_agg(jsonb_build_object('kind', q.kind, 'trainingKind', q.training_kind, 'name', q.name, 'also', q.also, 'months', q.months,
      'importance', q.importance, 'mandateBasis', q.mandate_basis) ORDER BY q.sort)
    FROM standard_qualification q WHERE q.standard_id = s.id), '[]') AS qualifications`

const levels = (only: RawBuilder<unknown>) => sql`
  coalesce((SELECT jsonb_agg(jsonb_build_object('competencyId', l.competency_id, 'level', l.level, 'legalBasis', l.legal_basis,
      'verified', l.verified) ORDER BY c.sort, c.code)
    FROM standard_level l JOIN competency c ON c.id = l.competency_id WHERE l.standard_id = s.id AND ${only}), '[]') AS levels`

const tables = sql`
  standard s LEFT JOIN instansi i ON i.id = s.instansi_id LEFT JOIN jabatan j ON j.id = s.jabatan_id LEFT JOIN unit u ON u.id = j.unit_id
  LEFT JOIN identity.user_account m ON m.id = s.made_by LEFT JOIN identity.user_account b ON b.id = s.set_by
  LEFT JOIN identity.user_account e ON e.id = s.ended_by`

const all = sql`true`

export async function versionById(db: Db | Tx, id: number): Promise<Version | null> {
  const { rows } = await sql<Version>`SELECT ${columns}, ${levels(all)} FROM ${tables} WHERE s.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** Every version of one standard, the newest first; its draft among them. */
export async function versionsOf(db: Db | Tx, target: Target): Promise<Version[]> {
  const { rows } = await sql<Version>`
    SELECT ${columns}, ${levels(all)} FROM ${tables} WHERE ${ofTarget(target)} ORDER BY s.version DESC`.execute(db)
  return rows
}

/**
 * The standards that may speak of a post on a day, with who guides its instansi, nearest first; the draft of `target` too. Levels in words
 * that no dictionary in force knows are left out, except those of the draft.
 */
export async function speakingOf(
  db: Db | Tx,
  post: Post,
  today: string,
  target: Target,
): Promise<{ standards: Version[]; guides: number[]; draft: Version | null }> {
  const { rows } = await sql<Version & { guides: number[] | null }>`
    WITH guide AS MATERIALIZED (SELECT * FROM guides_of(${post.instansiId}::int))
    SELECT ${columns}, ${levels(sql`(c.active OR s.state = 'draft')`)}, (SELECT array_agg(g.instansi_id ORDER BY g.far) FROM guide g) AS guides
    FROM ${tables}
    WHERE (s.jabatan_id = ${post.jabatanId}::int OR (s.jabatan_id IS NULL AND s.jenjang = ${post.jenjang}
        AND (s.instansi_id IS NULL OR s.instansi_id = ${post.instansiId}::int OR s.family IS NOT NULL
             OR s.instansi_id IN (SELECT instansi_id FROM guide))))
      AND (s.active_from <= ${today}::date AND (s.active_until IS NULL OR s.active_until > ${today}::date)
           OR (s.state = 'draft' AND ${ofTarget(target)}))
    ORDER BY s.id`.execute(db)
  return {
    standards: rows.filter(row => row.state !== 'draft'),
    guides: rows[0]?.guides ?? [],
    draft: rows.find(row => row.state === 'draft') ?? null,
  }
}

/** The class standards in force that an instansi (null: the nation) may stand under, for one urusan and one family; with who guides it. */
export async function classVersions(
  db: Db | Tx,
  instansiId: number | null,
  today: string,
  narrow: { urusan: string | null; family: string | null },
): Promise<{ standards: Version[]; guides: number[] }> {
  const { rows } = await sql<Version & { guides: number[] | null }>`
    WITH guide AS MATERIALIZED (SELECT * FROM guides_of(${instansiId}::int))
    SELECT ${columns}, ${levels(sql`c.active`)}, (SELECT array_agg(g.instansi_id ORDER BY g.far) FROM guide g) AS guides
    FROM ${tables}
    WHERE s.jabatan_id IS NULL AND s.active_from <= ${today}::date AND (s.active_until IS NULL OR s.active_until > ${today}::date)
      AND (s.urusan IS NULL OR s.urusan = ${narrow.urusan}::text)
      AND (s.family IS NULL OR lower(s.family) = lower(${narrow.family}::text))
      AND (s.instansi_id IS NULL OR s.instansi_id = ${instansiId}::int OR s.family IS NOT NULL
           OR s.instansi_id IN (SELECT instansi_id FROM guide))
    ORDER BY s.id`.execute(db)
  return { standards: rows, guides: rows[0]?.guides ?? [] }
}
