import { type Db, sql, type Tx } from '../../../platform/db/index.ts'

export type Material = {
  id: number
  title: string
  sessionId: number | null
  session: string | null
  url: string | null
  fileKey: string | null
  fileName: string | null
  fileType: string | null
  fileBytes: number | null
  shown: boolean
  madeAt: Date
}

/** What is handed out in a class, by session; to participants only what is shown. */
export async function materialsOf(db: Db | Tx, classId: number, of: { shownOnly: boolean; id?: number }): Promise<Material[]> {
  const { rows } = await sql<Material>`
    SELECT m.id, m.title, m.session_id AS "sessionId", s.title AS session, m.url, m.file_key AS "fileKey", m.file_name AS "fileName",
      m.file_type AS "fileType", m.file_bytes AS "fileBytes", m.shown, m.made_at AS "madeAt"
    FROM class_material m LEFT JOIN class_session s ON s.id = m.session_id
    WHERE m.class_id = ${classId}::int AND m.removed_at IS NULL AND (m.shown OR NOT ${of.shownOnly}::boolean)
      AND (${of.id ?? null}::int IS NULL OR m.id = ${of.id ?? null}::int)
    ORDER BY s.starts_at NULLS FIRST, lower(m.title), m.id`.execute(db)
  return rows
}

export type NewMaterial = {
  title: string
  sessionId: number | null
  shown: boolean
  url: string | null
  file: { key: string; name: string; type: string; bytes: number; sha256: string } | null
}
export async function insertMaterial(
  tx: Tx,
  classId: number,
  one: NewMaterial,
  by: { account: string; at: Date },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO class_material (class_id, session_id, title, url, file_key, file_name, file_type, file_bytes, file_sha256, shown, made_by, made_at)
    VALUES (${classId}, ${one.sessionId}::int, ${one.title}, ${one.url}::text, ${one.file?.key ?? null}::text, ${one.file?.name ?? null}::text,
      ${one.file?.type ?? null}::text, ${one.file?.bytes ?? null}::int, ${one.file?.sha256 ?? null}::text, ${one.shown}, ${by.account}, ${by.at})
    RETURNING id`.execute(tx)
  return rows[0]!.id
}

export async function showMaterial(tx: Tx, id: number, shown: boolean): Promise<void> {
  await sql`UPDATE class_material SET shown = ${shown} WHERE id = ${id}::int`.execute(tx)
}
export async function removeMaterial(tx: Tx, id: number, by: { account: string; at: Date }): Promise<void> {
  await sql`UPDATE class_material SET removed_at = ${by.at}, removed_by = ${by.account} WHERE id = ${id}::int AND removed_at IS NULL`.execute(
    tx,
  )
}
