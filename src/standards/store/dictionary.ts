import { type Db, sql, type Tx } from '../../platform/db/index.ts'
import type { Jenjang } from '../../regulation/index.ts'
import type { CompetencyContent } from '../rules/dictionary.ts'
import type { State } from '../rules/lifecycle.ts'
import { usableBy } from './competency.ts'

export type Dictionary = {
  id: number
  instansiId: number | null
  owner: string | null
  ownerCode: string | null
  timeZone: string | null
  name: string
  state: State
  revision: number
  legalBasis: string
  replacesId: number | null
  activeFrom: string | null
  activeUntil: string | null
  madeBy: string | null
  madeAt: Date
  competencies: number
  /** Standards in force that ask for one of its competencies. */
  standards: number
}

const dictionaries = (where: ReturnType<typeof sql>) => sql<Dictionary>`
  SELECT d.id, d.instansi_id AS "instansiId", o.name AS owner, o.region_code AS "ownerCode", o.time_zone AS "timeZone", d.name, d.state, d.revision,
    d.legal_basis AS "legalBasis", d.replaces_id AS "replacesId", d.active_from AS "activeFrom", d.active_until AS "activeUntil",
    m.name AS "madeBy", d.made_at AS "madeAt",
    (SELECT count(*)::int FROM competency c WHERE c.dictionary_id = d.id) AS competencies,
    (SELECT count(DISTINCT l.standard_id)::int FROM competency c JOIN standard_level l ON l.competency_id = c.id
      JOIN standard s ON s.id = l.standard_id AND s.state = 'active' WHERE c.dictionary_id = d.id) AS standards
  FROM dictionary d LEFT JOIN instansi o ON o.id = d.instansi_id LEFT JOIN identity.user_account m ON m.id = d.made_by
  WHERE ${where} ORDER BY d.instansi_id NULLS FIRST, d.id`

/** The dictionaries that concern an instansi: the nation's, its own, those of who guides it, of ministries; of drafts those of `drafts`. */
export async function listDictionaries(
  db: Db,
  instansiId: number | null,
  drafts: { instansiIds: readonly number[] | null; nation: boolean },
): Promise<Dictionary[]> {
  const mine = sql`(d.instansi_id IS NULL AND ${drafts.nation} OR d.instansi_id = ANY (${drafts.instansiIds === null ? [] : [...drafts.instansiIds]}::int[])
    OR ${drafts.instansiIds === null} AND d.instansi_id IS NOT NULL)`
  return (await dictionaries(sql`(${usableBy(instansiId)} OR ${mine}) AND (d.state <> 'draft' OR ${mine})`).execute(db)).rows
}

export const dictionaryById = async (db: Db | Tx, id: number): Promise<Dictionary | null> =>
  (await dictionaries(sql`d.id = ${id}`).execute(db)).rows[0] ?? null

export type NewDictionary = { instansiId: number | null; name: string; legalBasis: string; replacesId: number | null }

/** A draft; where it replaces another, with that one's competencies and a crosswalk that says each level as the same. */
export async function insertDictionary(tx: Tx, row: NewDictionary, made: { by: string; at: Date }): Promise<number> {
  const at = made.at.toISOString()
  const { rows } = await sql<{ id: number }>`
    INSERT INTO dictionary (instansi_id, name, state, legal_basis, replaces_id, made_by, made_at)
    VALUES (${row.instansiId}, ${row.name}, 'draft', ${row.legalBasis}, ${row.replacesId}, ${made.by}, ${at}::timestamptz) RETURNING id`.execute(
    tx,
  )
  const id = rows[0]!.id
  if (row.replacesId === null) return id
  await sql`
    INSERT INTO competency (dictionary_id, active, code, name, name_en, pillar, urusan, definition, legal_basis, verified, pembina_id, sort)
    SELECT ${id}::int, false, code, name, name_en, pillar, urusan, definition, ${row.legalBasis}::text, true, pembina_id, sort
    FROM competency WHERE dictionary_id = ${row.replacesId} ORDER BY sort, code`.execute(tx)
  await sql`
    INSERT INTO competency_level (competency_id, level, label, indicators)
    SELECT n.id, l.level, l.label, l.indicators
    FROM competency o JOIN competency n ON n.dictionary_id = ${id} AND n.code = o.code JOIN competency_level l ON l.competency_id = o.id
    WHERE o.dictionary_id = ${row.replacesId}`.execute(tx)
  await sql`
    INSERT INTO competency_crosswalk (from_id, from_level, to_id, to_level, legal_basis, made_by, made_at)
    SELECT o.id, l.level, n.id, l.level, ${row.legalBasis}::text, ${made.by}, ${at}::timestamptz
    FROM competency o JOIN competency n ON n.dictionary_id = ${id} AND n.code = o.code JOIN competency_level l ON l.competency_id = o.id
    WHERE o.dictionary_id = ${row.replacesId}`.execute(tx)
  return id
}

/** One save after another: false where the dictionary is no draft any more, or somebody saved since it was read. */
export async function touchDraft(tx: Tx, id: number, revision: number | null): Promise<boolean> {
  const { rows } = await sql`
    UPDATE dictionary SET revision = revision + 1
    WHERE id = ${id} AND state = 'draft' AND revision = coalesce(${revision}::int, revision) RETURNING id`.execute(tx)
  return rows.length > 0
}

/** Where a code stands already: in this dictionary, or in force in another that this one does not replace; null: nowhere. */
export async function codeTaken(
  tx: Tx | Db,
  dictionaryId: number,
  code: string,
  competencyId: number | null,
): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    SELECT d.name FROM competency c JOIN dictionary d ON d.id = c.dictionary_id, dictionary me
    WHERE me.id = ${dictionaryId} AND c.code = ${code} AND c.id IS DISTINCT FROM ${competencyId}::int
      AND (c.dictionary_id = me.id OR (c.active AND c.dictionary_id IS DISTINCT FROM me.replaces_id)) LIMIT 1`.execute(tx)
  return rows[0]?.name ?? null
}

/** Codes of this dictionary that are in force in another that it does not replace. */
export async function codesInForceElsewhere(tx: Tx | Db, dictionaryId: number): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    SELECT mine.code FROM dictionary me JOIN competency mine ON mine.dictionary_id = me.id
    JOIN competency c ON c.code = mine.code AND c.active AND c.dictionary_id NOT IN (me.id, coalesce(me.replaces_id, 0))
    WHERE me.id = ${dictionaryId} ORDER BY mine.code`.execute(tx)
  return rows.map(row => row.code)
}

/** Writes a competency of a draft; `id` null: a new one. */
export async function saveCompetency(tx: Tx, dictionaryId: number, id: number | null, row: CompetencyContent): Promise<void> {
  const { rows } =
    id === null
      ? await sql<{ id: number }>`
          INSERT INTO competency (dictionary_id, active, code, name, name_en, pillar, urusan, definition, legal_basis, verified, pembina_id, sort)
          SELECT ${dictionaryId}::int, false, ${row.code}::text, ${row.name}::text, ${row.nameEn}::text, ${row.pillar}::text, ${row.urusan}::text,
            ${row.definition}::text, ${row.legalBasis}::text, true, ${row.pembinaId}::int, coalesce(max(sort), 0) + 1
          FROM competency WHERE dictionary_id = ${dictionaryId} RETURNING id`.execute(tx)
      : await sql<{ id: number }>`
          UPDATE competency SET code = ${row.code}, name = ${row.name}, name_en = ${row.nameEn}, pillar = ${row.pillar}, urusan = ${row.urusan},
            definition = ${row.definition}, legal_basis = ${row.legalBasis}, pembina_id = ${row.pembinaId}
          WHERE id = ${id} AND dictionary_id = ${dictionaryId} AND NOT active RETURNING id`.execute(tx)
  if (!rows[0]) return
  await sql`
    INSERT INTO competency_level AS l (competency_id, level, label, indicators)
    SELECT ${rows[0].id}::int, t.level, t.label, ARRAY (SELECT jsonb_array_elements_text(t.indicators))
    FROM jsonb_to_recordset(${JSON.stringify(row.levels)}::text::jsonb) AS t(level int, label text, indicators jsonb)
    ON CONFLICT (competency_id, level) DO UPDATE SET label = excluded.label, indicators = excluded.indicators`.execute(tx)
}

/** How many drafts of standards ask for competencies of a draft dictionary, or for one of them. */
export async function draftsAsking(tx: Tx | Db, dictionaryId: number, competencyId: number | null): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT DISTINCT s.id FROM competency c JOIN standard_level l ON l.competency_id = c.id JOIN standard s ON s.id = l.standard_id AND s.state = 'draft'
    WHERE c.dictionary_id = ${dictionaryId} AND c.id = coalesce(${competencyId}::int, c.id) ORDER BY s.id`.execute(tx)
  return rows.map(row => row.id)
}

/** Takes competencies of a draft dictionary away with all that hangs on them; `competencyId` null: all. */
export async function deleteCompetencies(tx: Tx, dictionaryId: number, competencyId: number | null): Promise<number> {
  const which = sql`SELECT id FROM competency WHERE dictionary_id = ${dictionaryId} AND NOT active AND id = coalesce(${competencyId}::int, id)`
  await sql`DELETE FROM competency_crosswalk WHERE from_id IN (${which}) OR to_id IN (${which})`.execute(tx)
  await sql`DELETE FROM competency_level WHERE competency_id IN (${which})`.execute(tx)
  const { rows } = await sql`DELETE FROM competency WHERE id IN (${which}) RETURNING id`.execute(tx)
  return rows.length
}

export const deleteDictionary = (tx: Tx, id: number) =>
  sql`DELETE FROM dictionary WHERE id = ${id} AND state = 'draft'`.execute(tx)

/** Puts a draft in force and, where it replaces another, ends that one: no code is ever in force twice. */
export async function activateDictionary(
  tx: Tx,
  dictionary: Pick<Dictionary, 'id' | 'replacesId'>,
  set: { by: string; at: Date; today: string; legalBasis: string },
): Promise<void> {
  const at = set.at.toISOString()
  await sql`UPDATE competency SET active = false WHERE dictionary_id = ${dictionary.replacesId}::int AND active`.execute(tx)
  await sql`
    UPDATE dictionary SET state = 'archived', active_until = greatest(active_from, ${set.today}::date)
    WHERE id = ${dictionary.replacesId}::int AND state = 'active'`.execute(tx)
  await sql`
    UPDATE dictionary SET state = 'active', active_from = ${set.today}::date, legal_basis = ${set.legalBasis}, set_by = ${set.by},
      set_at = ${at}::timestamptz WHERE id = ${dictionary.id}`.execute(tx)
  await sql`UPDATE competency SET active = true WHERE dictionary_id = ${dictionary.id}`.execute(tx)
}

/** Ends a dictionary in force without another in its place; false where it is not. */
export async function endDictionary(
  tx: Tx,
  id: number,
  end: { by: string; at: Date; today: string; why: string },
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE dictionary SET state = 'archived', active_until = greatest(active_from, ${end.today}::date), ended_by = ${end.by},
      ended_at = ${end.at.toISOString()}::timestamptz, ended_why = ${end.why}
    WHERE id = ${id} AND state = 'active' RETURNING id`.execute(tx)
  if (rows.length === 0) return false
  await sql`UPDATE competency SET active = false WHERE dictionary_id = ${id}`.execute(tx)
  return true
}

export type StandardUsing = {
  id: number
  owner: string | null
  jabatan: string | null
  jenjang: Jenjang | null
  urusan: string | null
  family: string | null
  codes: string[]
  total: number
}

/** The standards in force that ask for competencies of a dictionary. */
export async function standardsUsing(db: Db, dictionaryId: number, limit: number): Promise<StandardUsing[]> {
  const { rows } = await sql<StandardUsing>`
    SELECT s.id, o.name AS owner, j.name AS jabatan, s.jenjang, s.urusan, s.family, array_agg(c.code ORDER BY c.sort, c.code) AS codes,
           count(*) OVER ()::int AS total
    FROM competency c JOIN standard_level l ON l.competency_id = c.id JOIN standard s ON s.id = l.standard_id AND s.state = 'active'
    LEFT JOIN instansi o ON o.id = s.instansi_id LEFT JOIN jabatan j ON j.id = s.jabatan_id
    WHERE c.dictionary_id = ${dictionaryId} GROUP BY s.id, o.name, j.name
    ORDER BY (s.jabatan_id IS NULL) DESC, s.jenjang, j.name, s.id LIMIT ${limit}`.execute(db)
  return rows
}

/** The instansi whose figures change when this dictionary comes or goes. */
export async function instansiUsing(tx: Tx, dictionaryIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT DISTINCT u.instansi_id AS id
    FROM jabatan_under(ARRAY (SELECT DISTINCT l.standard_id FROM competency c JOIN standard_level l ON l.competency_id = c.id
      JOIN standard s ON s.id = l.standard_id AND s.state = 'active' WHERE c.dictionary_id = ANY (${[...dictionaryIds]}::int[]))) u ORDER BY 1`.execute(
    tx,
  )
  return rows.map(row => row.id)
}
