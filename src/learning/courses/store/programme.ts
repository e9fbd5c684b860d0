import { type Db, sql, type Tx } from '../../../platform/db/index.ts'
import type { ProgrammeSet } from '../../rules/programme.ts'

export type ProgrammeState = 'draft' | 'active' | 'archived'
export type Programme = {
  id: number
  code: string
  title: string
  summary: string
  state: ProgrammeState
  madeBy: string | null
  madeAt: string
  provider: { id: number; name: string; shortName: string; instansiId: number | null; staff: string[] }
  sets: (ProgrammeSet & { courses: { id: number; title: string; jp: number | null; active: boolean }[] })[]
}

const columns = sql`
  g.id, g.code, g.title, g.summary, g.state, g.made_at AS "madeAt",
  (SELECT a.name FROM identity.user_account a WHERE a.id = g.made_by) AS "madeBy",
  jsonb_build_object('id', p.id, 'name', p.name, 'shortName', p.short_name, 'instansiId', p.instansi_id,
    'staff', ARRAY(SELECT s.account_id FROM provider_staff s WHERE s.provider_id = p.id ORDER BY 1)) AS provider,
  coalesce((SELECT jsonb_agg(jsonb_build_object('title', s.title, 'needed', s.needed,
      'courseIds', coalesce((SELECT jsonb_agg(r.course_id ORDER BY r.sort) FROM programme_course r
        WHERE r.programme_id = g.id AND r.set_sort = s.sort), '[]'),
      'courses', coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'title', v.title, 'jp', v.jp,
          'active', v.state = 'active' AND c.archived_at IS NULL) ORDER BY r.sort)
        FROM programme_course r JOIN course c ON c.id = r.course_id
        CROSS JOIN LATERAL (SELECT * FROM course_version o WHERE o.course_id = c.id ORDER BY o.state <> 'active', o.number DESC LIMIT 1) v
        WHERE r.programme_id = g.id AND r.set_sort = s.sort), '[]')) ORDER BY s.sort)
    FROM programme_set s WHERE s.programme_id = g.id), '[]') AS sets`

export async function programmeById(db: Db | Tx, id: number): Promise<Programme | null> {
  const { rows } = await sql<Programme>`
    SELECT ${columns} FROM programme g JOIN provider p ON p.id = g.provider_id WHERE g.id = ${id}::int`.execute(db)
  return rows[0] ?? null
}

/** The same, which nobody else can change until the transaction ends. */
export async function lockProgramme(tx: Tx, id: number): Promise<Programme | null> {
  await sql`SELECT FROM programme WHERE id = ${id}::int FOR UPDATE`.execute(tx)
  return programmeById(tx, id)
}

/** The programmes of these providers, by title; those in the archive last. */
export async function programmesOf(db: Db, providerIds: readonly number[]): Promise<Programme[]> {
  const { rows } = await sql<Programme>`
    SELECT ${columns} FROM programme g JOIN provider p ON p.id = g.provider_id WHERE g.provider_id = ANY (${[...providerIds]}::int[])
    ORDER BY g.state = 'archived', g.title, g.id`.execute(db)
  return rows
}

/** What a programme of a provider may be made of: its courses that are in force or being written. */
export async function courseChoices(db: Db, providerId: number): Promise<{ id: number; title: string }[]> {
  const { rows } = await sql<{ id: number; title: string }>`
    SELECT c.id, c.code || ' ' || v.title AS title FROM course c
    CROSS JOIN LATERAL (SELECT o.title FROM course_version o WHERE o.course_id = c.id ORDER BY o.state <> 'active', o.number DESC LIMIT 1) v
    WHERE c.provider_id = ${providerId}::int AND c.archived_at IS NULL ORDER BY c.code`.execute(db)
  return rows
}

export type ProgrammeCard = { code: string; title: string; summary: string }

/** Null where the provider has a programme of this code already. */
export async function insertProgramme(
  tx: Tx,
  providerId: number,
  card: ProgrammeCard,
  made: { by: string; at: Date },
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO programme (provider_id, code, title, summary, made_by, made_at)
    VALUES (${providerId}::int, ${card.code}, ${card.title}, ${card.summary}, ${made.by}, ${made.at})
    ON CONFLICT (provider_id, code) DO NOTHING RETURNING id`.execute(tx)
  return rows[0]?.id ?? null
}

/** False where the provider has another programme of this code. */
export async function saveProgramme(tx: Tx, { id, provider }: Programme, card: ProgrammeCard): Promise<boolean> {
  const { rows } = await sql`
    UPDATE programme SET code = ${card.code}, title = ${card.title}, summary = ${card.summary} WHERE id = ${id}::int
      AND NOT EXISTS (SELECT FROM programme o WHERE o.provider_id = ${provider.id}::int AND o.code = ${card.code} AND o.id <> ${id}::int)
    RETURNING id`.execute(tx)
  return rows.length > 0
}

export async function saveSets(tx: Tx, id: number, sets: readonly ProgrammeSet[]): Promise<void> {
  await sql`DELETE FROM programme_set WHERE programme_id = ${id}::int`.execute(tx)
  await sql`
    INSERT INTO programme_set (programme_id, sort, title, needed)
    SELECT ${id}::int, s.sort, s.title, s.needed
    FROM jsonb_to_recordset(${JSON.stringify(sets.map(({ title, needed }, index) => ({ title, needed, sort: index + 1 })))}::jsonb)
      AS s(sort int, title text, needed int)`.execute(tx)
  const courses = sets.flatMap((set, index) => set.courseIds.map((course, at) => ({ set: index + 1, course, sort: at + 1 })))
  await sql`
    INSERT INTO programme_course (programme_id, set_sort, course_id, sort)
    SELECT ${id}::int, s.set, s.course, s.sort
    FROM jsonb_to_recordset(${JSON.stringify(courses)}::jsonb) AS s(set int, course int, sort int)`.execute(tx)
}

export const markProgramme = async (tx: Tx, id: number, state: ProgrammeState): Promise<void> =>
  void (await sql`UPDATE programme SET state = ${state} WHERE id = ${id}::int`.execute(tx))
