import { sql, type Tx } from '../../src/platform/db/index.ts'
import { competencies } from './competencies.ts'
import { classStandards } from './standards.ts'

export { classStandards } from './standards.ts'

/**
 * The dictionary and the default standards. May run again at any time: what stands already, edited or not, is left as it is,
 * and a default that was deleted does not come back (levels and standards enter only with a competency that is new).
 */
export async function loadReference(tx: Tx): Promise<{ competencies: number; classStandards: number }> {
  const added = await sql<{ code: string }>`
    INSERT INTO competency (code, name, name_en, pillar, urusan, legal_basis, verified, sort)
    SELECT code, name, "nameEn", pillar, urusan, "legalBasis", verified, sort
    FROM jsonb_to_recordset(${JSON.stringify(competencies)}::text::jsonb)
      AS t(code text, name text, "nameEn" text, pillar text, urusan text, "legalBasis" text, verified boolean, sort int)
    ORDER BY sort
    ON CONFLICT (code) DO NOTHING RETURNING code`.execute(tx)
  const isNew = new Set(added.rows.map(row => row.code))
  if (isNew.size === 0) return { competencies: 0, classStandards: 0 }

  const levels = competencies.flatMap(row =>
    isNew.has(row.code) ? row.labels.map((label, index) => ({ code: row.code, level: index + 1, label })) : [],
  )
  await sql`
    INSERT INTO competency_level (competency_id, level, label)
    SELECT c.id, t.level, t.label
    FROM jsonb_to_recordset(${JSON.stringify(levels)}::text::jsonb) AS t(code text, level int, label text)
    JOIN competency c USING (code)
    ON CONFLICT DO NOTHING`.execute(tx)

  const standards = classStandards.filter(row => isNew.has(row.code))
  await sql`
    INSERT INTO class_standard (jenjang, urusan, competency_id, level, legal_basis, verified)
    SELECT t.jenjang, t.urusan, c.id, t.level, t."legalBasis", t.verified
    FROM jsonb_to_recordset(${JSON.stringify(standards)}::text::jsonb)
      AS t(jenjang text, urusan text, code text, level int, "legalBasis" text, verified boolean)
    JOIN competency c USING (code)
    ORDER BY c.sort, t.jenjang, t.urusan
    ON CONFLICT DO NOTHING`.execute(tx)
  return { competencies: isNew.size, classStandards: standards.length }
}
