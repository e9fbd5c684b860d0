import type { Batch, ImportKind, Preparation } from '../../imports/index.ts'
import { namedBy } from '../../imports/index.ts'
import { sql, type Tx } from '../../platform/db/index.ts'
import { checkJabatan, jabatanFields } from './jabatan-check.ts'
import { type Standing, Tree } from './jabatan-tree.ts'

async function loadStanding(p: Preparation): Promise<Standing> {
  const instansi = await p.read(tx =>
    sql<{ region_code: string }>`SELECT region_code FROM instansi WHERE id = ${p.instansiId}`.execute(tx),
  )
  const units = await p.read(tx =>
    sql<Standing['units'][number]>`
      SELECT u.code, p.code AS "parentCode" FROM unit u LEFT JOIN unit p ON p.id = u.parent_id WHERE u.instansi_id = ${p.instansiId} ORDER BY u.id`.execute(
      tx,
    ),
  )
  const jabatan = await p.read(tx =>
    sql<Standing['jabatan'][number]>`
      SELECT j.code, u.code AS "unitCode", j.is_head AS "isHead" FROM jabatan j JOIN unit u ON u.id = j.unit_id WHERE j.instansi_id = ${p.instansiId}`.execute(
      tx,
    ),
  )
  return { regionCode: instansi.rows[0]!.region_code, units: units.rows, jabatan: jabatan.rows }
}

const typed = (batch: Batch) => sql`
  SELECT v.* FROM (${batch.rows}) s, jsonb_to_record(s.values) AS v("unitCode" text, "unitName" text, "unitParentCode" text, code text, name text,
    jenis text, jenjang text, urusan text, "isHead" boolean, seats int)`

async function writeUnits(tx: Tx, batch: Batch) {
  // An instansi without any unit whose file names no top gets one of its own name.
  await sql`
    WITH v AS (${typed(batch)})
    INSERT INTO unit (instansi_id, code, name)
    SELECT i.id, i.region_code, i.name FROM instansi i
    WHERE i.id = ${batch.instansiId}::int AND NOT EXISTS (SELECT FROM unit u WHERE u.instansi_id = i.id)
      AND EXISTS (SELECT FROM v WHERE v."unitParentCode" = i.region_code) AND NOT EXISTS (SELECT FROM v WHERE v."unitCode" = i.region_code)`.execute(
    tx,
  )
  await sql`
    WITH v AS (${typed(batch)})
    INSERT INTO unit (instansi_id, code, name)
    SELECT DISTINCT ON (v."unitCode") ${batch.instansiId}::int, v."unitCode", v."unitName" FROM v WHERE v."unitName" IS NOT NULL ORDER BY v."unitCode"
    ON CONFLICT (instansi_id, code) DO UPDATE SET name = excluded.name WHERE unit.name <> excluded.name`.execute(tx)
  await sql`
    WITH v AS (${typed(batch)}), place AS (SELECT DISTINCT "unitCode", "unitParentCode" FROM v WHERE "unitParentCode" IS NOT NULL)
    UPDATE unit u SET parent_id = p.id FROM place JOIN unit p ON p.instansi_id = ${batch.instansiId}::int AND p.code = place."unitParentCode"
    WHERE u.instansi_id = ${batch.instansiId}::int AND u.code = place."unitCode" AND u.parent_id IS DISTINCT FROM p.id`.execute(
    tx,
  )
  await sql`
    WITH RECURSIVE below AS (
      SELECT u.id, NULL::int AS top_id FROM unit u WHERE u.instansi_id = ${batch.instansiId}::int AND u.parent_id IS NULL
      UNION ALL SELECT u.id, coalesce(b.top_id, u.id) FROM unit u JOIN below b ON u.parent_id = b.id)
    UPDATE unit u SET top_id = b.top_id FROM below b WHERE u.id = b.id AND u.top_id IS DISTINCT FROM b.top_id`.execute(tx)
}

async function writeJabatan(tx: Tx, batch: Batch) {
  // A unit has one head: the old one steps back before the new one comes.
  await sql`
    WITH v AS (${typed(batch)} WHERE v.code IS NOT NULL)
    UPDATE jabatan j SET is_head = false FROM v
    WHERE j.instansi_id = ${batch.instansiId}::int AND j.code = v.code AND j.is_head
      AND (v."isHead" = false OR NOT EXISTS (SELECT FROM unit u WHERE u.id = j.unit_id AND u.code = v."unitCode"))`.execute(tx)
  // Who holds a jabatan that moves to another unit moves with it.
  await sql`
    WITH v AS MATERIALIZED (${typed(batch)} WHERE v.code IS NOT NULL),
    moved AS (
      SELECT j.id, u.id AS unit_id FROM v JOIN jabatan j ON j.instansi_id = ${batch.instansiId}::int AND j.code = v.code
      JOIN unit u ON u.instansi_id = ${batch.instansiId}::int AND u.code = v."unitCode" AND u.id <> j.unit_id),
    followed AS (UPDATE pegawai p SET unit_id = m.unit_id, updated_at = now() FROM moved m WHERE p.jabatan_id = m.id)
    UPDATE jabatan j SET unit_id = u.id, name = coalesce(v.name, j.name), jenis = coalesce(v.jenis, j.jenis), jenjang = coalesce(v.jenjang, j.jenjang),
      urusan = coalesce(v.urusan, j.urusan), is_head = coalesce(v."isHead", j.is_head), seats = coalesce(v.seats, j.seats)
    FROM v JOIN unit u ON u.instansi_id = ${batch.instansiId}::int AND u.code = v."unitCode"
    WHERE j.instansi_id = ${batch.instansiId}::int AND j.code = v.code`.execute(tx)
  await sql`
    WITH v AS MATERIALIZED (${typed(batch)} WHERE v.code IS NOT NULL)
    INSERT INTO jabatan (instansi_id, unit_id, code, name, jenis, jenjang, urusan, is_head, seats)
    SELECT ${batch.instansiId}::int, u.id, v.code, v.name, v.jenis, v.jenjang, v.urusan, coalesce(v."isHead", false), v.seats
    FROM v JOIN unit u ON u.instansi_id = ${batch.instansiId}::int AND u.code = v."unitCode"
    WHERE NOT EXISTS (SELECT FROM jabatan j WHERE j.instansi_id = ${batch.instansiId}::int AND j.code = v.code) ORDER BY v.code`.execute(
    tx,
  )
}

export const jabatanImport: ImportKind = {
  kind: 'jabatan',
  name: { id: 'Jabatan dan unit', en: 'Posts and units' },
  lead: { id: 'Pohon unit organisasi dan jabatan di dalamnya.', en: 'The tree of units and the posts in it.' },
  notes: [
    {
      id: 'Unit dan jabatan dicocokkan dengan kodenya; nama boleh berubah, kode jangan.',
      en: 'Units and posts are matched by code; names may change, codes should not.',
    },
    {
      id: 'Satu baris satu jabatan. Unit tanpa jabatan boleh ditulis dengan kode dan nama jabatan kosong.',
      en: 'One row one post. A unit without posts may stand with post code and name blank.',
    },
    {
      id: 'Perangkat daerah adalah unit langsung di bawah puncak instansi.',
      en: 'A regional office is a unit right below the top of the agency.',
    },
    {
      id: 'Unit dan jabatan yang tidak ada di berkas tidak dihapus.',
      en: 'Units and posts that are not in the file are not deleted.',
    },
  ],
  fields: jabatanFields,
  subject: cells => namedBy(cells.code ?? cells.unitCode, cells.name ?? cells.unitName),
  async prepare(p) {
    const tree = new Tree(await loadStanding(p), p.rows)
    return { check: cells => checkJabatan(cells, tree), together: rows => tree.refuse(rows) }
  },
  before: instansiId => sql`
    SELECT s.row_number, jsonb_build_object('unitCode', u.code, 'unitName', u.name, 'unitParentCode', up.code, 'code', j.code, 'name', j.name,
      'jenis', j.jenis, 'jenjang', j.jenjang, 'urusan', j.urusan, 'isHead', j.is_head, 'seats', j.seats) AS before
    FROM staged s LEFT JOIN jabatan j ON j.instansi_id = ${instansiId} AND j.code = s.values->>'code'
    JOIN unit u ON u.id = CASE WHEN s.values->>'code' IS NOT NULL THEN j.unit_id
      ELSE (SELECT x.id FROM unit x WHERE x.instansi_id = ${instansiId} AND x.code = s.values->>'unitCode') END
    LEFT JOIN unit up ON up.id = u.parent_id`,
  async apply(tx, batch) {
    await writeUnits(tx, batch)
    await writeJabatan(tx, batch)
  },
  fact: 'people.changed',
}
