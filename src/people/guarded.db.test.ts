import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { nobody, type Scope } from '../platform/actor.ts'
import { type Database, type Db, inScope, sql, type Tx } from '../platform/db/index.ts'
import { scopeStatements } from '../platform/db/scope.ts'

// Every guarded table, found from the policies themselves: a table that comes later is tested without a line here. In each, two rows
// are made up, one of person 1 in instansi 1 and one of person 2 in instansi 2; the table's checks and foreign keys are taken off for
// the length of the transaction, because it is the policies that are tested and not the columns.

/** `secret`: of a person, and closed also to who sees the person: a rating is its rater's (assessment/campaigns/rows.db.test.ts). */
type Guarded = { name: string; about: 'person' | 'instansi' | 'secret' }
type Column = { name: string; type: string; element: string | null }

let database: Database
let guarded: (Guarded & { about: 'person' | 'instansi' })[] = []
let secret: Guarded[] = []

beforeAll(async () => {
  database = await testDatabase()
  const { rows } = await sql<Guarded>`
    SELECT tablename AS name,
           CASE WHEN bool_or(policyname = 'rater') THEN 'secret' WHEN bool_or(policyname = 'people') THEN 'person' ELSE 'instansi' END AS about
    FROM pg_policies WHERE schemaname = 'public' GROUP BY tablename ORDER BY tablename`.execute(database.outer)
  guarded = rows.filter((row): row is (typeof guarded)[number] => row.about !== 'secret')
  secret = rows.filter(row => row.about === 'secret')
})
afterAll(() => database.close())

const made = (column: Column, n: number): string => {
  const { type, element } = column
  if (type === 'ARRAY') return `ARRAY[]::${element}[]`
  if (/int|numeric|double|real/.test(type)) return String(n)
  if (type === 'boolean') return n % 2 === 0 ? 'true' : 'false'
  if (type === 'date') return `DATE '2020-01-01' + ${n}`
  if (type.startsWith('timestamp')) return `TIMESTAMPTZ '2020-01-01 00:00Z' + interval '${n} day'`
  if (type === 'jsonb') return `'{"n":${n}}'::jsonb`
  return `'text ${n}'`
}

async function columnsOf(db: Db, table: string): Promise<Column[]> {
  const { rows } = await sql<Column>`
    SELECT column_name AS name, data_type AS type, ltrim(udt_name, '_') AS element FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = ${table} AND is_generated = 'NEVER' AND identity_generation IS DISTINCT FROM 'ALWAYS'
    ORDER BY ordinal_position`.execute(db)
  return rows
}

const row = (columns: Column[], n: number, person: number, instansi: number) =>
  columns
    .map(column => (column.name === 'pegawai_id' ? person : column.name === 'instansi_id' ? instansi : made(column, n)))
    .join(', ')

class Over extends Error {}

/** In a transaction that leaves nothing behind: the table with the two rows, its owner's constraints and keys off. */
async function withTwoRows(
  table: Guarded,
  work: (db: Db, insert: (n: number, person: number, instansi: number) => string) => Promise<void>,
) {
  await database
    .asOwner(async db => {
      const columns = await columnsOf(db, table.name)
      const insert = (n: number, person: number, instansi: number) =>
        `INSERT INTO ${table.name} (${columns.map(column => column.name).join(', ')}) VALUES (${row(columns, n, person, instansi)})`
      const { rows } = await sql<{ drop: string }>`
        SELECT format('ALTER TABLE %s DROP CONSTRAINT %I CASCADE', conrelid::regclass, conname) AS drop FROM pg_constraint
        WHERE conrelid = ${table.name}::regclass AND contype IN ('c', 'f', 'p', 'u')`.execute(db)
      await sql`BEGIN`.execute(db)
      try {
        for (const { drop } of rows) await sql.raw(drop).execute(db)
        await sql.raw('SET LOCAL ROLE piawai_job').execute(db)
        await sql.raw(insert(1, 1, 1)).execute(db)
        await sql.raw(insert(2, 2, 2)).execute(db)
        await work(db, insert)
        throw new Over()
      } finally {
        await sql`ROLLBACK`.execute(db)
      }
    })
    .catch(error => {
      if (!(error instanceof Over)) throw error
    })
}

const as = (db: Db, scope: Scope) => sql.raw(scopeStatements(scope)).execute(db)

async function refused(db: Db, statement: string): Promise<boolean> {
  await sql.raw('SAVEPOINT attempt').execute(db)
  try {
    await sql.raw(statement).execute(db)
    await sql.raw('RELEASE SAVEPOINT attempt').execute(db)
    return false
  } catch (error) {
    await sql.raw('ROLLBACK TO SAVEPOINT attempt').execute(db)
    expect((error as Error).message).toMatch(/row-level security/)
    return true
  }
}

const instansiSeen = async (db: Db, table: Guarded) =>
  (await sql<{ instansi_id: number }>`SELECT instansi_id FROM ${sql.table(table.name)} ORDER BY 1`.execute(db)).rows.map(
    r => r.instansi_id,
  )

const scopes: { scope: Scope; person: number[]; instansi: number[] }[] = [
  { scope: nobody, person: [], instansi: [] },
  { scope: { kind: 'people', people: [2] }, person: [2], instansi: [] },
  { scope: { kind: 'people', people: [] }, person: [], instansi: [] },
  { scope: { kind: 'instansi', instansi: [1] }, person: [1], instansi: [1] },
  { scope: { kind: 'instansi', instansi: [] }, person: [], instansi: [] },
  { scope: { kind: 'mixed', instansi: [1], people: [2] }, person: [1, 2], instansi: [1] },
  { scope: { kind: 'mixed', instansi: [2], people: [77] }, person: [2], instansi: [2] },
  { scope: { kind: 'nation' }, person: [1, 2], instansi: [1, 2] },
]

/** Who teaches is in a register that everybody reads: name and expertise of an office, nothing of the person. */
const publicOffice = ['trainer']

describe('person data', () => {
  it('stands only in guarded tables', async () => {
    const { rows } = await sql<{ name: string }>`
      SELECT DISTINCT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND c.column_name = 'pegawai_id' AND t.table_type = 'BASE TABLE' ORDER BY 1`.execute(
      database.outer,
    )
    const persons = guarded.filter(table => table.about === 'person').map(table => table.name)
    expect([...persons, ...secret.map(table => table.name), ...publicOffice].sort()).toEqual(rows.map(one => one.name))
    expect(persons).toContain('pegawai')
    expect(persons).toContain('assessment_result')
  })

  it('is guarded also against the owner of the tables', async () => {
    const { rows } = await sql<{ name: string }>`
      SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
        AND relname = ANY (${[...guarded, ...secret].map(table => table.name)}::text[]) AND NOT (relrowsecurity AND relforcerowsecurity)`.execute(
      database.outer,
    )
    expect(rows).toEqual([])
  })

  it('is seen through no view that forgets who asks', async () => {
    const { rows } = await sql<{ view: string }>`
      SELECT DISTINCT v.relname AS view
      FROM pg_class v JOIN pg_rewrite r ON r.ev_class = v.oid JOIN pg_depend d ON d.objid = r.oid JOIN pg_class t ON t.oid = d.refobjid
      WHERE v.relkind IN ('v', 'm') AND t.relname = ANY (${[...guarded, ...secret].map(table => table.name)}::text[])
        AND NOT coalesce(v.reloptions @> ARRAY['security_invoker=true'], false)`.execute(database.outer)
    expect(rows).toEqual([])
  })

  it('is seen in each scope exactly as far as it reaches, on every guarded table', async () => {
    for (const table of guarded) {
      await withTwoRows(table, async db => {
        for (const { scope, ...seen } of scopes) {
          await as(db, scope)
          expect(await instansiSeen(db, table), `${table.name} in ${JSON.stringify(scope)}`).toEqual(seen[table.about])
        }
      })
    }
  })

  it('is neither written nor moved out of the scope', async () => {
    for (const table of guarded) {
      await withTwoRows(table, async (db, insert) => {
        await as(db, { kind: 'instansi', instansi: [1] })
        expect(await refused(db, insert(3, 3, 2)), `${table.name}: insert elsewhere`).toBe(true)
        expect(await refused(db, `UPDATE ${table.name} SET instansi_id = 2`), `${table.name}: move away`).toBe(true)
        const others = await sql`UPDATE ${sql.table(table.name)} SET instansi_id = 1 WHERE instansi_id = 2`.execute(db)
        expect(Number(others.numAffectedRows), `${table.name}: update elsewhere`).toBe(0)
        const deleted = await sql`DELETE FROM ${sql.table(table.name)} WHERE instansi_id = 2`.execute(db)
        expect(Number(deleted.numAffectedRows), `${table.name}: delete elsewhere`).toBe(0)
        expect(await refused(db, insert(4, 4, 1)), `${table.name}: insert within`).toBe(false)
        if (table.about === 'person') {
          await as(db, { kind: 'people', people: [1, 5] })
          expect(await refused(db, insert(3, 3, 1)), `${table.name}: insert of somebody else`).toBe(true)
          expect(await refused(db, insert(5, 5, 1)), `${table.name}: insert of one of them`).toBe(false)
        }
      })
    }
  })

  it('is seen by nobody in a role whose scope was not set', async () => {
    for (const table of guarded) {
      for (const role of ['piawai_people', 'piawai_instansi', 'piawai_mixed']) {
        await withTwoRows(table, async db => {
          await sql.raw(`SET LOCAL ROLE ${role}`).execute(db)
          const seen = await instansiSeen(db, table).catch((error: Error) => error.message)
          expect(Array.isArray(seen) ? seen : /piawai\.|malformed array/.test(seen), `${table.name} as ${role}`).toEqual(
            Array.isArray(seen) ? [] : true,
          )
        })
      }
    }
  })
})

describe('a connection', () => {
  it('sees no person before it takes a scope, and none after', async () => {
    const count = async (db: Db | Tx) => (await sql<{ n: number }>`SELECT count(*)::int AS n FROM pegawai`.execute(db)).rows[0]!.n
    await database.asOwner(async db => {
      await sql
        .raw(`
        SET ROLE piawai_job;
        INSERT INTO instansi (id, kind, name, region_code) VALUES (1, 'provinsi', 'Provinsi', '19');
        INSERT INTO unit (id, instansi_id, code, name) VALUES (1, 1, 'U', 'Unit');
        INSERT INTO pegawai (pegawai_id, instansi_id, unit_id, nip, name, employment, sex, birth_date)
        VALUES (1, 1, 1, '199001012020121001', 'Ani', 'pns', 'p', '1990-01-01');
        RESET ROLE`)
        .execute(db)
    })
    expect(await count(database.outer)).toBe(0)
    expect(await inScope(database.outer, { kind: 'instansi', instansi: [1] }, count)).toBe(1)
    expect(await inScope(database.outer, nobody, count)).toBe(0)
    expect(await count(database.outer)).toBe(0)
    await expect(inScope(database.outer, { kind: 'nation' }, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await count(database.outer)).toBe(0)
  })
})
