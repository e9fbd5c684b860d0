import type { RawBuilder } from 'kysely'
import type { Batch } from '../../imports/index.ts'
import { sql, type Tx } from '../../platform/db/index.ts'

/**
 * Puts a new version in force for each jabatan of `given` (jabatan_id, legal_basis and the texts of the form, all but the first null where not
 * given): what the one before said, with what is given in its place. The one before is kept, archived.
 */
export async function newVersions(tx: Tx, batch: Batch, given: RawBuilder<unknown>): Promise<void> {
  const { rows: former } = await sql<{ id: number; jabatan_id: number }>`
    UPDATE standard SET state = 'archived', active_until = greatest(active_from, ${batch.today}::date)
    WHERE state = 'active' AND jabatan_id IN (SELECT jabatan_id FROM (${given}) g)
    RETURNING id, jabatan_id`.execute(tx)
  await sql`
    WITH former AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(former)}::jsonb) AS f(id int, jabatan_id int)),
    made AS (
      INSERT INTO standard (instansi_id, jabatan_id, version, state, legal_basis, active_from, copied_from, import_id, made_by, made_at, set_by, set_at,
        summary, education, education_fields, golongan, performance_indicators)
      SELECT ${batch.instansiId}::int, g.jabatan_id, coalesce((SELECT max(version) FROM standard v WHERE v.jabatan_id = g.jabatan_id), 0) + 1, 'active',
        coalesce(g.legal_basis, o.legal_basis), ${batch.today}::date, f.id, ${batch.importId}::int, ${batch.by}, now(), ${batch.by}, now(),
        coalesce(g.summary, o.summary), coalesce(g.education, o.education), coalesce(g.education_fields, o.education_fields),
        coalesce(g.golongan, o.golongan), coalesce(g.performance_indicators, o.performance_indicators)
      FROM (${given}) g LEFT JOIN former f ON f.jabatan_id = g.jabatan_id LEFT JOIN standard o ON o.id = f.id
      RETURNING id, copied_from),
    kept AS (
      INSERT INTO standard_level (standard_id, competency_id, level, legal_basis, verified)
      SELECT m.id, l.competency_id, l.level, l.legal_basis, l.verified FROM made m JOIN standard_level l ON l.standard_id = m.copied_from)
    INSERT INTO standard_qualification (standard_id, sort, kind, training_kind, name, also, months, importance, mandate_basis)
    SELECT m.id, q.sort, q.kind, q.training_kind, q.name, q.also, q.months, q.importance, q.mandate_basis
    FROM made m JOIN standard_qualification q ON q.standard_id = m.copied_from`.execute(tx)
}
