import { sql, type Tx } from '../../src/platform/db/index.ts'
import { competencies } from './competencies.ts'
import { loadNomenclature } from './nomenclature.ts'
import { classStandards } from './standards.ts'

export { classStandards } from './standards.ts'

/** The day from which what ships is taken to hold: PermenPANRB 38/2017. */
const shipsFrom = '2017-01-01'

/**
 * The codes of the nomenclature, the dictionary and the default standards. May run again at any time: what stands already, edited or not, is left as it is,
 * and a default that was deleted does not come back (levels and standards enter only with a competency that is new).
 */
export async function loadReference(tx: Tx): Promise<{ competencies: number; classStandards: number }> {
  await loadNomenclature(tx)
  const added = await sql<{ code: string }>`
    INSERT INTO competency (code, name, name_en, pillar, urusan, legal_basis, verified, sort)
    SELECT code, name, "nameEn", pillar, urusan, "legalBasis", verified, sort
    FROM jsonb_to_recordset(${JSON.stringify(competencies)}::text::jsonb)
      AS t(code text, name text, "nameEn" text, pillar text, urusan text, "legalBasis" text, verified boolean, sort int)
    ORDER BY sort
    ON CONFLICT DO NOTHING RETURNING code`.execute(tx)
  const isNew = new Set(added.rows.map(row => row.code))
  if (isNew.size === 0) return { competencies: 0, classStandards: 0 }

  const levels = competencies.flatMap(row =>
    isNew.has(row.code) ? row.labels.map((label, index) => ({ code: row.code, level: index + 1, label })) : [],
  )
  await sql`
    INSERT INTO competency_level (competency_id, level, label)
    SELECT c.id, t.level, t.label
    FROM jsonb_to_recordset(${JSON.stringify(levels)}::text::jsonb) AS t(code text, level int, label text)
    JOIN competency c ON c.code = t.code AND c.active
    ON CONFLICT DO NOTHING`.execute(tx)

  const standards = classStandards.filter(row => isNew.has(row.code))
  const given = sql`
    SELECT t.jenjang, t.urusan, c.id AS competency_id, t.level, t."legalBasis" AS legal_basis, t.verified
    FROM jsonb_to_recordset(${JSON.stringify(standards)}::text::jsonb)
      AS t(jenjang text, urusan text, code text, level int, "legalBasis" text, verified boolean)
    JOIN competency c ON c.code = t.code AND c.active`
  await sql`
    INSERT INTO standard (jenjang, urusan, version, state, legal_basis, verified, active_from, made_by, made_at)
    SELECT jenjang, urusan, 1, 'active', string_agg(DISTINCT legal_basis, '; '), bool_and(verified), ${shipsFrom}::date, '', now()
    FROM (${given}) g
    WHERE NOT EXISTS (SELECT FROM standard s WHERE s.instansi_id IS NULL AND s.jenjang = g.jenjang AND s.urusan IS NOT DISTINCT FROM g.urusan)
    GROUP BY jenjang, urusan ORDER BY urusan NULLS FIRST, jenjang`.execute(tx)
  await sql`
    INSERT INTO standard_level (standard_id, competency_id, level, legal_basis, verified)
    SELECT s.id, g.competency_id, g.level, g.legal_basis, g.verified
    FROM (${given}) g
    JOIN standard s ON s.instansi_id IS NULL AND s.jenjang = g.jenjang AND s.urusan IS NOT DISTINCT FROM g.urusan AND s.state = 'active'
    ON CONFLICT DO NOTHING`.execute(tx)
  return { competencies: isNew.size, classStandards: standards.length }
}
