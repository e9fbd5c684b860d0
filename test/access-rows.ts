import { describe, expect, it } from 'vitest'
import type { Scope } from '../src/platform/actor.ts'
import { asJob, inScope, sql, type Tx } from '../src/platform/db/index.ts'
import { rolledBack } from './database.ts'
import type { DemoApp } from './factories/demo.ts'

type Guarded = { name: string; about: 'person' | 'instansi'; columns: string }

const numberOf = async (tx: Tx | DemoApp['database']['outer'], text: string) =>
  (await sql.raw<{ n: number }>(text).execute(tx)).rows[0]!.n

/** Row-level security over the whole demo, by SQL alone: what no forgotten condition in a query can get round. */
export function rowSecurity(demoOf: () => DemoApp): void {
  describe('the rows themselves', () => {
    const guarded = async () => {
      const { rows } = await sql<Guarded>`
        SELECT p.tablename AS name, CASE WHEN bool_or(p.policyname = 'people') THEN 'person' ELSE 'instansi' END AS about,
               (SELECT string_agg(quote_ident(c.column_name), ', ' ORDER BY c.ordinal_position) FROM information_schema.columns c
                WHERE c.table_schema = 'public' AND c.table_name = p.tablename AND c.is_generated = 'NEVER') AS columns
        FROM pg_policies p WHERE p.schemaname = 'public' GROUP BY p.tablename
        HAVING NOT bool_or(p.policyname = 'rater') -- closed also to who sees the person: assessment/campaigns/rows.db.test.ts
        ORDER BY p.tablename`.execute(demoOf().database.outer)
      expect(rows.map(table => table.name)).toEqual(
        expect.arrayContaining(['assessment_result', 'learning_record', 'need', 'pegawai']),
      )
      return rows
    }
    const team = () =>
      asJob(demoOf().database.outer, async tx => {
        const { rows } = await sql<{ id: number }>`
          SELECT v.pegawai_id AS id FROM pegawai_atasan v JOIN identity.user_account a ON a.pegawai_id = v.atasan_id
          WHERE a.username = 'atasan' ORDER BY 1`.execute(tx)
        return rows.map(row => row.id)
      })

    it('are there, and to the application role without a scope none of them is', async () => {
      const { outer } = demoOf().database
      expect((await sql<{ who: string }>`SELECT current_user AS who`.execute(outer)).rows[0]!.who).toBe('piawai_app')
      for (const { name } of await guarded()) {
        expect(
          await asJob(outer, tx => numberOf(tx, `SELECT count(*)::int AS n FROM ${name}`)),
          `${name} is filled`,
        ).toBeGreaterThan(0)
        expect(await numberOf(outer, `SELECT count(*)::int AS n FROM ${name}`), name).toBe(0)
      }
      for (const view of ['unit_head', 'pegawai_atasan', 'performance_now']) {
        expect(await numberOf(outer, `SELECT count(*)::int AS n FROM ${view}`), view).toBe(0)
      }
    })

    it('are seen in every kind of scope exactly as far as it reaches', async () => {
      const { outer } = demoOf().database
      const people = await team()
      const ofTeam = `pegawai_id IN (${people})`
      const scopes: { scope: Scope; person: string; instansi: string }[] = [
        { scope: { kind: 'none' }, person: 'false', instansi: 'false' },
        { scope: { kind: 'people', people }, person: ofTeam, instansi: 'false' },
        { scope: { kind: 'instansi', instansi: [2] }, person: 'instansi_id = 2', instansi: 'instansi_id = 2' },
        { scope: { kind: 'instansi', instansi: [3, 9] }, person: 'instansi_id IN (3, 9)', instansi: 'instansi_id IN (3, 9)' },
        {
          scope: { kind: 'mixed', instansi: [3], people },
          person: `(instansi_id = 3 OR ${ofTeam})`,
          instansi: 'instansi_id = 3',
        },
        { scope: { kind: 'nation' }, person: 'true', instansi: 'true' },
      ]
      for (const table of await guarded()) {
        for (const { scope, ...reach } of scopes) {
          const where = reach[table.about]
          const there = await asJob(outer, tx => numberOf(tx, `SELECT count(*)::int AS n FROM ${table.name} WHERE ${where}`))
          const seen = await inScope(outer, scope, async tx => ({
            rows: await numberOf(tx, `SELECT count(*)::int AS n FROM ${table.name}`),
            beyond: await numberOf(tx, `SELECT count(*)::int AS n FROM ${table.name} WHERE NOT ${where}`),
          }))
          expect(seen, `${table.name} in ${JSON.stringify(scope)}`).toEqual({ rows: there, beyond: 0 })
        }
      }
    })

    const refused = async (tx: Tx, statement: ReturnType<typeof sql>) => {
      await sql`SAVEPOINT attempt`.execute(tx)
      const message = await statement.execute(tx).then(
        () => 'done',
        (error: Error) => error.message,
      )
      await sql`ROLLBACK TO SAVEPOINT attempt`.execute(tx)
      return message
    }

    it('are neither added, changed, moved nor deleted beyond the scope', async () => {
      const { database } = demoOf()
      const people = await team()
      for (const { name, about, columns } of await guarded()) {
        const foreign = await asJob(database.outer, async tx => {
          const { rows } = await sql
            .raw<{ row: unknown }>(`SELECT to_jsonb(t) AS row FROM ${name} t WHERE instansi_id = 3 LIMIT 1`)
            .execute(tx)
          expect(rows, `${name} has a row of instansi 3`).toHaveLength(1)
          return JSON.stringify(rows[0]!.row)
        })
        const attempts = async (tx: Tx, beyond: string) => {
          const copy = sql`INSERT INTO ${sql.raw(name)} (${sql.raw(columns)})
            SELECT ${sql.raw(columns)} FROM jsonb_populate_record(NULL::${sql.raw(name)}, ${foreign}::text::jsonb)`
          expect(await refused(tx, copy), `${name}: add`).toMatch(/row-level security/)
          const changed = await sql.raw(`UPDATE ${name} SET instansi_id = instansi_id WHERE ${beyond}`).execute(tx)
          expect(Number(changed.numAffectedRows), `${name}: change`).toBe(0)
          const deleted = await sql.raw(`DELETE FROM ${name} WHERE ${beyond}`).execute(tx)
          expect(Number(deleted.numAffectedRows), `${name}: delete`).toBe(0)
        }
        const before = await asJob(database.outer, tx => numberOf(tx, `SELECT count(*)::int AS n FROM ${name}`))
        await rolledBack(database, { kind: 'instansi', instansi: [2] }, async tx => {
          await attempts(tx, 'instansi_id <> 2')
          const move = sql.raw(`UPDATE ${name} SET instansi_id = 3 WHERE ctid = (SELECT min(ctid) FROM ${name})`)
          expect(await refused(tx, move), `${name}: move away`).toMatch(/row-level security/)
        })
        await rolledBack(database, { kind: 'people', people }, tx =>
          attempts(tx, about === 'person' ? `pegawai_id NOT IN (${people})` : 'true'),
        )
        await rolledBack(database, { kind: 'none' }, tx => attempts(tx, 'true'))
        expect(await asJob(database.outer, tx => numberOf(tx, `SELECT count(*)::int AS n FROM ${name}`)), name).toBe(before)
      }
    })

    it('are none where a role was taken and its scope forgotten', async () => {
      for (const { name } of await guarded()) {
        for (const role of ['piawai_people', 'piawai_instansi', 'piawai_mixed']) {
          const seen = await demoOf()
            .database.outer.connection()
            .execute(async db => {
              await sql.raw(`BEGIN; SET LOCAL ROLE ${role}`).execute(db)
              const found = await numberOf(db, `SELECT count(*)::int AS n FROM ${name}`).catch((error: Error) => error.message)
              await sql`ROLLBACK`.execute(db)
              return found
            })
          expect(String(seen), `${name} as ${role}`).toMatch(/^0$|piawai\.(people|instansi)|malformed array literal: ""/)
        }
      }
    })
  })
}
