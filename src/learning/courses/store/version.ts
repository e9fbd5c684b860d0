import type { RawBuilder } from 'kysely'
import { type Db, sql, type Tx } from '../../../platform/db/index.ts'
import type { Pillar } from '../../../regulation/index.ts'
import { sourceOfLesson } from '../../player/store/standing.ts'
import { type PassRule, storedPass } from '../../rules/pass.ts'
import type { Reached, ScoredLessons, Subject, VersionContent, VersionState } from '../rules/version.ts'

export type CompetencyReached = Reached & {
  code: string
  name: string
  nameEn: string | null
  pillar: Pillar
  label: string | null
}
export type Version = Omit<VersionContent, 'competencies'> & {
  id: number
  courseId: number
  number: number
  state: VersionState
  competencies: CompetencyReached[]
  scoredLessons: ScoredLessons
  madeBy: string | null
  madeAt: string
  activatedBy: string | null
  activatedAt: string | null
  archivedAt: string | null
}

const account = (column: string) => sql.raw(`(SELECT a.name FROM identity.user_account a WHERE a.id = v.${column})`)

const versions = async (db: Db | Tx, where: RawBuilder<unknown>): Promise<Version[]> => {
  const { rows } = await sql<Version>`
    SELECT v.id, v.course_id AS "courseId", v.number, v.state, v.title, v.summary, v.audience, v.form, v.international, v.programme, v.jp,
      v.conformity, v.conformity_basis AS "conformityBasis", v.entry_rules AS "entryRules", v.pass,
      v.cost_participant::float8 AS "costParticipant", ${account('made_by')} AS "madeBy", v.made_at AS "madeAt",
      ${account('activated_by')} AS "activatedBy", v.activated_at AS "activatedAt", v.archived_at AS "archivedAt",
      coalesce((SELECT jsonb_agg(jsonb_build_object('title', s.title, 'jp', s.jp) ORDER BY s.sort)
        FROM course_subject s WHERE s.version_id = v.id), '[]') AS subjects,
      coalesce((SELECT jsonb_agg(jsonb_build_object('competencyId', k.id, 'level', r.level, 'code', k.code, 'name', k.name, 'nameEn', k.name_en,
          'pillar', k.pillar, 'label', (SELECT l.label FROM competency_level l WHERE l.competency_id = k.id AND l.level = r.level))
          ORDER BY k.sort, k.code)
        FROM course_competency r JOIN competency k ON k.id = r.competency_id WHERE r.version_id = v.id), '[]') AS competencies,
      coalesce((SELECT jsonb_agg(DISTINCT jsonb_build_object('source', ${sourceOfLesson}, 'required', l.required))
        FROM lesson l WHERE l.version_id = v.id AND ${sourceOfLesson} IS NOT NULL), '[]') AS "scoredLessons"
    FROM course_version v WHERE ${where} ORDER BY v.course_id, v.number DESC`.execute(db)
  return rows.map(row => ({ ...row, pass: storedPass(row.pass) }))
}

/** Every version of a course, the latest first. */
export const versionsOf = (db: Db | Tx, courseId: number) => versions(db, sql`v.course_id = ${courseId}::int`)

export const versionByNumber = async (db: Db | Tx, courseId: number, number: number): Promise<Version | null> =>
  (await versions(db, sql`v.course_id = ${courseId}::int AND v.number = ${number}::int`))[0] ?? null

export const versionById = async (db: Db | Tx, id: number): Promise<Version | null> =>
  (await versions(db, sql`v.id = ${id}::int`))[0] ?? null

/** The version of a course that is in force; null where none is. */
export const activeVersion = async (db: Db | Tx, courseId: number): Promise<Version | null> =>
  (await versions(db, sql`v.course_id = ${courseId}::int AND v.state = 'active'`))[0] ?? null

type Made = { by: string; at: Date }
export type VersionCard = Omit<VersionContent, 'subjects' | 'competencies' | 'entryRules' | 'pass'>

/** A first draft, or one beside what is in force. Throws 23505 where somebody else has begun one. */
export async function insertVersion(tx: Tx, courseId: number, card: VersionCard, pass: PassRule, made: Made): Promise<Version> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO course_version (course_id, number, title, summary, audience, form, international, programme, jp, conformity, conformity_basis, pass,
      cost_participant, made_by, made_at)
    VALUES (${courseId}::int, 1 + (SELECT coalesce(max(number), 0) FROM course_version WHERE course_id = ${courseId}::int), ${card.title},
      ${card.summary}, ${card.audience}, ${card.form}, ${card.international}, ${card.programme}, ${card.jp}, ${card.conformity},
      ${card.conformityBasis}, ${JSON.stringify(pass)}::jsonb, ${card.costParticipant}::bigint, ${made.by}, ${made.at})
    RETURNING id`.execute(tx)
  return (await versionById(tx, rows[0]!.id))!
}

/** A draft that says what `from` says: its card, curriculum, competencies and rules. Lessons are copied by who keeps them. */
export async function copyVersion(tx: Tx, from: Version, made: Made): Promise<Version> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO course_version (course_id, number, title, summary, audience, form, international, programme, jp, conformity, conformity_basis,
      entry_rules, pass, cost_participant, made_by, made_at)
    SELECT course_id, 1 + (SELECT max(number) FROM course_version WHERE course_id = v.course_id), title, summary, audience, form, international,
      programme, jp, conformity, conformity_basis, entry_rules, pass, cost_participant, ${made.by}, ${made.at}::timestamptz
    FROM course_version v WHERE id = ${from.id}::int RETURNING id`.execute(tx)
  const id = rows[0]!.id
  await sql`
    WITH subjects AS (
      INSERT INTO course_subject (version_id, sort, title, jp) SELECT ${id}::int, sort, title, jp FROM course_subject WHERE version_id = ${from.id}::int)
    INSERT INTO course_competency (version_id, competency_id, level)
    SELECT ${id}::int, competency_id, level FROM course_competency WHERE version_id = ${from.id}::int`.execute(tx)
  return (await versionById(tx, id))!
}

/** Who writes here only ever writes drafts: a version in force is what people were enrolled in. */
export const saveCard = async (tx: Tx, id: number, v: VersionCard): Promise<void> =>
  void (await sql`
    UPDATE course_version SET title = ${v.title}, summary = ${v.summary}, audience = ${v.audience}, form = ${v.form},
      international = ${v.international}, programme = ${v.programme}, jp = ${v.jp}, conformity = ${v.conformity},
      conformity_basis = ${v.conformityBasis}, cost_participant = ${v.costParticipant}::bigint
    WHERE id = ${id}::int AND state = 'draft'`.execute(tx))

export async function saveSubjects(tx: Tx, id: number, subjects: readonly Subject[], jp: number): Promise<void> {
  await sql`DELETE FROM course_subject WHERE version_id = ${id}::int`.execute(tx)
  await sql`
    WITH said AS (UPDATE course_version SET jp = ${jp}::int WHERE id = ${id}::int AND state = 'draft')
    INSERT INTO course_subject (version_id, sort, title, jp)
    SELECT ${id}::int, s.sort, s.title, s.jp
    FROM jsonb_to_recordset(${JSON.stringify(subjects.map((one, index) => ({ ...one, sort: index + 1 })))}::jsonb) AS s(sort int, title text, jp int)`.execute(
    tx,
  )
}

export async function saveCompetencies(tx: Tx, id: number, reached: readonly Reached[]): Promise<void> {
  await sql`DELETE FROM course_competency WHERE version_id = ${id}::int`.execute(tx)
  await sql`
    INSERT INTO course_competency (version_id, competency_id, level)
    SELECT ${id}::int, r."competencyId", r.level
    FROM jsonb_to_recordset(${JSON.stringify(reached)}::jsonb) AS r("competencyId" int, level int)`.execute(tx)
}

export const savePass = async (tx: Tx, id: number, pass: PassRule): Promise<void> =>
  void (await sql`UPDATE course_version SET pass = ${JSON.stringify(pass)}::jsonb WHERE id = ${id}::int AND state = 'draft'`.execute(
    tx,
  ))

export const saveEntryRules = async (tx: Tx, id: number, rules: object): Promise<void> =>
  void (await sql`UPDATE course_version SET entry_rules = ${JSON.stringify(rules)}::jsonb WHERE id = ${id}::int AND state = 'draft'`.execute(
    tx,
  ))

export const markActive = async (tx: Tx, id: number, { by, at }: Made): Promise<void> =>
  void (await sql`
    UPDATE course_version SET state = 'active', activated_by = ${by}, activated_at = ${at} WHERE id = ${id}::int`.execute(tx))

export const markArchived = async (tx: Tx, id: number, at: Date): Promise<void> =>
  void (await sql`UPDATE course_version SET state = 'archived', archived_at = ${at} WHERE id = ${id}::int`.execute(tx))

/** A draft with all that hangs on it. Throws 23503 where something outside holds on to it. */
export const deleteDraft = async (tx: Tx, id: number): Promise<void> =>
  void (await sql`DELETE FROM course_version WHERE id = ${id}::int AND state = 'draft'`.execute(tx))

/** Classes of a version that stay open for whoever learns alone: they follow the version that is in force. */
export const moveOpenClasses = async (tx: Tx, courseId: number, versionId: number): Promise<number> =>
  (
    await sql`
      UPDATE course_class l SET version_id = ${versionId}::int FROM course_version v
      WHERE v.id = l.version_id AND v.course_id = ${courseId}::int AND l.pattern = 'mandiri' AND l.state = 'open' RETURNING l.id`.execute(
      tx,
    )
  ).rows.length
