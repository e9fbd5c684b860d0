import { type Db, sql } from '../../../platform/db/index.ts'

/** A class as who teaches it needs it. */
export type TaughtClass = {
  id: number
  providerId: number
  name: string
  title: string
  startsOn: string | null
  trainers: string[]
}

/** `trainers`: the accounts of who teaches in it. */
export async function taughtClass(db: Db, id: number): Promise<TaughtClass | null> {
  const { rows } = await sql<TaughtClass>`
    SELECT c.id, c.provider_id AS "providerId", c.name, v.title, c.starts_on AS "startsOn",
      ARRAY(SELECT t.account_id FROM class_trainer x JOIN trainer t ON t.id = x.trainer_id
            WHERE x.class_id = c.id AND t.account_id IS NOT NULL ORDER BY 1) AS trainers
    FROM course_class c JOIN course_version v ON v.id = c.version_id WHERE c.id = ${id}::int`.execute(db)
  return rows[0] ?? null
}
