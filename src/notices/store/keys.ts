import { type Db, sql } from '../../platform/db/index.ts'

/** A secret of the installation that is made once, whoever asks first. */
async function madeOnce<T>(db: Db, key: string, make: () => T): Promise<T> {
  const read = async () => (await sql<{ value: T }>`SELECT value FROM setting WHERE key = ${key}`.execute(db)).rows[0]?.value
  const known = await read()
  if (known !== undefined) return known
  await sql`INSERT INTO setting (key, value) VALUES (${key}, ${JSON.stringify(make())}::jsonb) ON CONFLICT (key) DO NOTHING`.execute(
    db,
  )
  return (await read())!
}

/** What the links in letters are signed with. */
export const linkSecret = (db: Db, make: () => string) => madeOnce(db, 'notices_link_secret', make)

export type PushKeys = { publicKey: string; privateKey: string }
/** By which the services of push know us (VAPID, RFC 8292): with other keys every device would have to be added anew. */
export const pushKeys = (db: Db, make: () => PushKeys) => madeOnce(db, 'notices_push_keys', make)
