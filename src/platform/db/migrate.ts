import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database } from './index.ts'

/** Runs the migrations that this database has not had, each in one transaction. A changed old file is refused. */
export async function migrate(database: Database, folder: string): Promise<string[]> {
  return database.asOwner(async db => {
    await sql`CREATE TABLE IF NOT EXISTS piawai_migration (name text PRIMARY KEY, digest text NOT NULL, at timestamptz NOT NULL DEFAULT now())`.execute(
      db,
    )
    await sql`SELECT pg_advisory_lock(7212390)`.execute(db)
    try {
      const done = await sql<{ name: string; digest: string }>`SELECT name, digest FROM piawai_migration`.execute(db)
      const known = new Map(done.rows.map(row => [row.name, row.digest]))
      const ran: string[] = []
      for (const name of readdirSync(folder)
        .filter(file => file.endsWith('.sql'))
        .sort()) {
        const text = readFileSync(join(folder, name), 'utf8')
        const digest = createHash('sha256').update(text).digest('hex')
        if (known.has(name)) {
          if (known.get(name) !== digest) throw new Error(`migration ${name} was changed after it ran; add a new one instead`)
          continue
        }
        await sql
          .raw(`BEGIN;\n${text}\n;INSERT INTO piawai_migration (name, digest) VALUES ('${name}', '${digest}'); COMMIT;`)
          .execute(db)
        ran.push(name)
      }
      return ran
    } catch (error) {
      await sql`ROLLBACK`.execute(db).catch(() => {})
      throw error
    } finally {
      await sql`SELECT pg_advisory_unlock(7212390)`.execute(db)
    }
  })
}
