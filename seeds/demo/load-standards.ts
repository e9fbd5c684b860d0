import { sql, type Tx } from '../../src/platform/db/index.ts'
import { demoStandards, oldDictionary } from './standards.ts'

const [by, from] = ['demo-pengelola', '2025-01-02']

/** Standards that governments have set, and an old dictionary: into a database that holds posts and the dictionary. */
export async function insertStandards(tx: Tx): Promise<void> {
  const given = demoStandards.map((row, n) => ({
    n,
    ...row,
    levels: Object.entries(row.levels ?? {}).map(([code, level]) => ({ code, level })),
    qualifications: (row.qualifications ?? []).map((one, index) => ({ also: [], ...one, sort: index + 1 })),
  }))
  const { rows } = await sql<{ id: number }>`
    INSERT INTO standard (instansi_id, jabatan_id, jenjang, urusan, family, version, state, legal_basis, active_from, made_by, made_at, set_by, set_at,
      summary, education, education_fields, golongan, performance_indicators)
    SELECT t."instansiId", j.id, t.jenjang, t.urusan, t.family, 1, t.state, nullif(t."legalBasis", ''), CASE WHEN t.state = 'active' THEN ${from}::date END,
      ${by}, ${from}::date, CASE WHEN t.state = 'active' THEN ${by} END, CASE WHEN t.state = 'active' THEN ${from}::timestamptz END,
      t.summary, t.education, t."educationFields", t.golongan, t.indicators
    FROM jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) AS t(n int, "instansiId" int, jenjang text, urusan text, family text, jabatan text, state text,
      "legalBasis" text, summary text, education text, "educationFields" text, golongan text, indicators text)
    LEFT JOIN jabatan j ON j.instansi_id = t."instansiId" AND j.code = t.jabatan
    ORDER BY t.n RETURNING id`.execute(tx)
  const ids = JSON.stringify(given.map((row, index) => ({ ...row, id: rows[index]!.id })))
  await sql`
    INSERT INTO standard_level (standard_id, competency_id, level)
    SELECT t.id, c.id, l.level FROM jsonb_to_recordset(${ids}::text::jsonb) AS t(id int, levels jsonb),
      jsonb_to_recordset(t.levels) AS l(code text, level int) JOIN competency c ON c.code = l.code AND c.active`.execute(tx)
  await sql`
    INSERT INTO standard_qualification (standard_id, sort, kind, training_kind, name, also, months, importance, mandate_basis)
    SELECT t.id, q.sort, q.kind, q."trainingKind", q.name, ARRAY (SELECT jsonb_array_elements_text(q.also)), q.months, q.importance, q."mandateBasis"
    FROM jsonb_to_recordset(${ids}::text::jsonb) AS t(id int, qualifications jsonb), jsonb_to_recordset(t.qualifications)
      AS q(sort int, kind text, "trainingKind" text, name text, also jsonb, months int, importance text, "mandateBasis" text)`.execute(
    tx,
  )
  await insertOldDictionary(tx)
}

async function insertOldDictionary(tx: Tx): Promise<void> {
  const old = oldDictionary
  const { rows } = await sql<{ id: number }>`
    INSERT INTO dictionary (instansi_id, name, state, legal_basis, active_from, active_until, made_by, made_at)
    VALUES (${old.instansiId}, ${old.name}, 'archived', ${old.legalBasis}, ${old.from}, ${old.until}, ${by}, ${old.from}) RETURNING id`.execute(
    tx,
  )
  const competencies = JSON.stringify(old.competencies.map((row, sort) => ({ ...row, sort: sort + 1 })))
  await sql`
    INSERT INTO competency (dictionary_id, active, code, name, pillar, legal_basis, verified, sort)
    SELECT ${rows[0]!.id}::int, false, t.code, t.name, 'manajerial', ${old.legalBasis}::text, false, t.sort
    FROM jsonb_to_recordset(${competencies}::text::jsonb) AS t(code text, name text, sort int) ORDER BY t.sort`.execute(tx)
  await sql`
    INSERT INTO competency_level (competency_id, level, label)
    SELECT c.id, n, c.name || ', tingkat ' || n || ' menurut kamus lama' FROM competency c CROSS JOIN generate_series(1, 5) n
    WHERE c.dictionary_id = ${rows[0]!.id}`.execute(tx)
  await sql`
    INSERT INTO competency_crosswalk (from_id, from_level, to_id, to_level, legal_basis, made_by, made_at)
    SELECT o.id, l.n, c.id, l.level::int, ${old.legalBasis}::text, ${by}, ${old.until}::date
    FROM jsonb_to_recordset(${competencies}::text::jsonb) AS t(code text, "to" text, levels jsonb)
    JOIN competency o ON o.dictionary_id = ${rows[0]!.id} AND o.code = t.code JOIN competency c ON c.code = t."to" AND c.active
    CROSS JOIN LATERAL jsonb_array_elements_text(t.levels) WITH ORDINALITY AS l(level, n)`.execute(tx)
}
