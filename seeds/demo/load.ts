import { sql, type Tx } from '../../src/platform/db/index.ts'
import type { Demo } from './generate.ts'
import { insertStandards } from './load-standards.ts'
import { insertLocalRules } from './local-rules.ts'
import type { RatingColumns } from './ratings.ts'
import type { Table } from './table.ts'
import type { ResultColumns } from './tables.ts'

const asArray = (numbers: readonly number[]) => `{${numbers.join(',')}}`

export async function insertRows(tx: Tx, { name, columns, rows, hasIds }: Table): Promise<void> {
  const names = Object.keys(columns)
  const target = names.map(column => (column === 'competency' ? 'competency_id' : column)).join(', ')
  const source = names.map(column => (column === 'competency' ? 'c.id' : `t.${column}`)).join(', ')
  const types = names.map(column => `${column} ${columns[column]}`).join(', ')
  const join = names.includes('competency') ? ' LEFT JOIN competency c ON c.code = t.competency' : ''
  await sql`${sql.raw(`INSERT INTO ${name} (${target}) SELECT ${source} FROM jsonb_to_recordset(`)}${JSON.stringify(rows)}::text::jsonb${sql.raw(
    `) AS t(${types})${join}`,
  )}`.execute(tx)
  if (!hasIds) return
  // The rows brought their ids: move the sequence past them (a job may draw from a sequence, not set it).
  const key = names[0]!
  await sql`SELECT max(nextval(pg_get_serial_sequence(${name}, ${key}))) FROM generate_series(1, ${rows.length}::int)`.execute(tx)
}

async function insertResults(tx: Tx, columns: ResultColumns): Promise<void> {
  const known = await sql<{ id: number; code: string }>`SELECT id, code FROM competency WHERE active`.execute(tx)
  const idOf = new Map(known.rows.map(row => [row.code, row.id]))
  const ids = columns.codes.map(code => idOf.get(code)!)
  const size = 25_000
  for (let from = 0; from < columns.pegawai.length; from += size) {
    const part = (numbers: readonly number[]) => asArray(numbers.slice(from, from + size))
    await sql`
      INSERT INTO assessment_result
        (pegawai_id, instansi_id, instansi_then, competency_id, level, method, assessed_on, valid_until, assessor, recorded_at)
      SELECT p, i, i, (${asArray(ids)}::text::int[])[c], l, (string_to_array(${columns.methods.join('|')}, '|'))[m], '1970-01-01'::date + a, '1970-01-01'::date + v,
        (string_to_array(${columns.assessors.join('|')}, '|'))[s], ('1970-01-01'::date + a + 14)::timestamp AT TIME ZONE 'Asia/Jakarta'
      FROM unnest(${part(columns.pegawai)}::text::int[], ${part(columns.instansi)}::text::int[], ${part(columns.competency)}::text::int[],
        ${part(columns.level)}::text::int[], ${part(columns.method)}::text::int[], ${part(columns.assessedOn)}::text::int[],
        ${part(columns.validUntil)}::text::int[], ${part(columns.assessor)}::text::int[]) AS t(p, i, c, l, m, a, v, s)`.execute(
      tx,
    )
  }
}

/** As the government's own keeper brought them in from a sheet. */
async function insertRatings(tx: Tx, columns: RatingColumns): Promise<void> {
  const list = (texts: readonly string[]) => sql`string_to_array(${texts.join('|')}, '|')`
  const part = (numbers: readonly number[]) => sql`${asArray(numbers)}::text::int[]`
  const noon = (day: string) => sql.raw(`('1970-01-01'::date + ${day} + time '10:00') AT TIME ZONE 'Asia/Jakarta'`)
  await sql`
    INSERT INTO performance_rating (pegawai_id, instansi_id, instansi_then, year, period, period_number, result_rating, behaviour_rating, predicate,
      result_below, behaviour_below, matrix_from, target, achieved, target_unit, rated_on, rater_name, rater_nip, source, recorded_by, recorded_at,
      superseded_at, superseded_by, superseded_why)
    SELECT t.p, t.i, t.i, t.y, (${list(columns.periods)})[t.k], t.n, (${list(columns.ratings)})[t.r], (${list(columns.ratings)})[t.b],
      (${list(columns.predicates)})[t.c], t.r = 3, t.b = 3, ${columns.matrixFrom}::date, CASE WHEN t.a > 0 THEN 100 END,
      CASE WHEN t.a > 0 THEN t.a / 10.0 END, CASE WHEN t.a > 0 THEN '%' END, '1970-01-01'::date + t.o, q.name, q.nip, 'impor', k.account,
      ${noon('t.m')}, CASE WHEN t.s > 0 THEN ${noon('t.s')} END, CASE WHEN t.s > 0 THEN k.account END,
      CASE WHEN t.s > 0 THEN 'Keberatan pegawai diterima' END
    FROM unnest(${part(columns.pegawai)}, ${part(columns.instansi)}, ${part(columns.year)}, ${part(columns.period)}, ${part(columns.number)},
      ${part(columns.result)}, ${part(columns.behaviour)}, ${part(columns.predicate)}, ${part(columns.achieved)}, ${part(columns.rater)},
      ${part(columns.ratedOn)}, ${part(columns.recordedOn)}, ${part(columns.replacedOn)}) AS t(p, i, y, k, n, r, b, c, a, l, o, m, s)
    CROSS JOIN LATERAL (SELECT CASE t.i WHEN 2 THEN 'demo-pengelola' WHEN 3 THEN 'demo-kabupaten' ELSE 'demo-admin' END AS account) k
    LEFT JOIN pegawai q ON q.pegawai_id = t.l`.execute(tx)
}

/** All rows of the demo into an empty database, inside the transaction of a job. */
export async function insertDemo(tx: Tx, demo: Demo, options: { today: string; passwordHash: string }): Promise<void> {
  const before = await sql<{ n: number }>`SELECT count(*) AS n FROM instansi`.execute(tx)
  if (before.rows[0]!.n > 0) throw new Error('the demo goes into an empty database only: this one already knows an instansi')
  for (const table of demo.tables) await insertRows(tx, table)
  await insertStandards(tx)
  await insertResults(tx, demo.results)
  await insertRatings(tx, demo.ratings)
  await insertLocalRules(tx, options.today)
  await sql`
    INSERT INTO identity.credential (id, external_id, provider_id, account_id, password)
    SELECT id || '-credential', id, 'credential', id, ${options.passwordHash}::text FROM identity.user_account WHERE demo_order IS NOT NULL`.execute(
    tx,
  )
  await sql`
    INSERT INTO setting (key, value) VALUES ('demo', jsonb_build_object('loadedOn', ${options.today}::text))
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`.execute(tx)
}
