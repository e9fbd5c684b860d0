import { type Db, sql, type Tx } from '../../../platform/db/index.ts'

/** A class as who teaches it needs it. */
export type TaughtClass = {
  id: number
  providerId: number
  name: string
  title: string
  startsOn: string | null
  trainers: { accountId: string | null; pegawaiId: number | null }[]
}

export async function taughtClass(db: Db | Tx, id: number): Promise<TaughtClass | null> {
  const { rows } = await sql<TaughtClass>`
    SELECT c.id, c.provider_id AS "providerId", c.name, v.title, c.starts_on AS "startsOn",
      coalesce((SELECT jsonb_agg(jsonb_build_object('accountId', t.account_id, 'pegawaiId', t.pegawai_id) ORDER BY t.id)
        FROM class_trainer x JOIN trainer t ON t.id = x.trainer_id WHERE x.class_id = c.id), '[]') AS trainers
    FROM course_class c JOIN course_version v ON v.id = c.version_id WHERE c.id = ${id}::int`.execute(db)
  return rows[0] ?? null
}
