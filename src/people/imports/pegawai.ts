import { type Batch, type ImportKind, staleImport } from '../../imports/index.ts'
import { sql, type Tx } from '../../platform/db/index.ts'
import { PostFinder } from './finder.ts'
import { checkPegawai } from './pegawai-check.ts'
import { pegawaiFields, siasnHeaders } from './pegawai-fields.ts'
import { loadPersons, personSubject } from './persons.ts'

/** The staged values as columns; those of people who stand already have `pegawaiId`. */
const typed = (batch: Batch) => sql`
  SELECT v.* FROM (${batch.rows}) s, jsonb_to_record(s.values) AS v("pegawaiId" int, nip text, name text, employment text, status text, sex text,
    "birthDate" date, golongan text, education text, "unitId" int, "jabatanId" int, "tmtJabatan" date, "employedFrom" date)`

/** A change of NIP, employment or jabatan closes the open row of its history and opens another; `until_date` is the first day it no longer holds. */
async function updatePegawai(tx: Tx, batch: Batch) {
  const { rows } = await sql<{ wanted: number; written: number }>`
    WITH v AS MATERIALIZED (${typed(batch)} WHERE v."pegawaiId" IS NOT NULL),
    now AS MATERIALIZED (
      SELECT v.*, p.nip <> v.nip OR p.employment <> coalesce(v.employment, p.employment) AS re_employed,
             v."jabatanId" IS NOT NULL AND v."jabatanId" IS DISTINCT FROM p.jabatan_id AS moved, p.employment AS old_employment,
             CASE WHEN v.status IS DISTINCT FROM p.status THEN p.status END AS old_status
      FROM v JOIN pegawai p ON p.pegawai_id = v."pegawaiId" AND p.instansi_id = ${batch.instansiId}::int),
    employment_closed AS (
      UPDATE employment_history h SET until_date = greatest(h.from_date, ${batch.today}::date)
      FROM now n WHERE n.re_employed AND h.pegawai_id = n."pegawaiId" AND h.until_date IS NULL),
    employment_opened AS (
      INSERT INTO employment_history (pegawai_id, instansi_id, nip, employment, from_date)
      SELECT n."pegawaiId", ${batch.instansiId}::int, n.nip, coalesce(n.employment, n.old_employment), ${batch.today}::date FROM now n WHERE n.re_employed),
    open AS MATERIALIZED (
      SELECT h.pegawai_id, h.id, h.jabatan_id, n."jabatanId", n."tmtJabatan"
      FROM now n JOIN jabatan_history h ON h.pegawai_id = n."pegawaiId" AND h.appointment = 'definitif' AND h.until_date IS NULL
      WHERE n."jabatanId" IS NOT NULL),
    jabatan_closed AS (
      UPDATE jabatan_history h SET until_date = greatest(h.from_date, coalesce(o."tmtJabatan", ${batch.today}::date))
      FROM open o WHERE h.pegawai_id = o.pegawai_id AND h.id = o.id AND o.jabatan_id <> o."jabatanId"),
    since_corrected AS (
      UPDATE jabatan_history h SET from_date = o."tmtJabatan"
      FROM open o WHERE h.pegawai_id = o.pegawai_id AND h.id = o.id AND o.jabatan_id = o."jabatanId" AND h.from_date <> o."tmtJabatan"),
    jabatan_opened AS (
      INSERT INTO jabatan_history (pegawai_id, instansi_id, instansi_then, jabatan_id, from_date)
      SELECT n."pegawaiId", ${batch.instansiId}::int, ${batch.instansiId}::int, n."jabatanId", coalesce(n."tmtJabatan", ${batch.today}::date)
      FROM now n WHERE n."jabatanId" IS NOT NULL AND (n.moved OR n."tmtJabatan" IS NOT NULL)
        AND NOT EXISTS (SELECT FROM open o WHERE o.pegawai_id = n."pegawaiId" AND o.jabatan_id = n."jabatanId")),
    status_closed AS (
      INSERT INTO former_status (pegawai_id, instansi_id, instansi_then, status, until_date)
      SELECT n."pegawaiId", ${batch.instansiId}::int, ${batch.instansiId}::int, n.old_status, ${batch.today}::date
      FROM now n WHERE n.status IS NOT NULL AND n.old_status IS NOT NULL),
    written AS (
      UPDATE pegawai p SET nip = n.nip, name = coalesce(n.name, p.name), employment = coalesce(n.employment, p.employment),
        status = coalesce(n.status, p.status), sex = coalesce(n.sex, p.sex), birth_date = coalesce(n."birthDate", p.birth_date),
        golongan = coalesce(n.golongan, p.golongan), education = coalesce(n.education, p.education), unit_id = coalesce(n."unitId", p.unit_id),
        jabatan_id = coalesce(n."jabatanId", p.jabatan_id), updated_at = now()
      FROM now n WHERE p.pegawai_id = n."pegawaiId" RETURNING 1)
    SELECT (SELECT count(*) FROM v)::int AS wanted, (SELECT count(*) FROM written)::int AS written`.execute(tx)
  if (rows[0]!.wanted !== rows[0]!.written) throw staleImport()
}

async function insertPegawai(tx: Tx, batch: Batch) {
  await sql`
    WITH v AS MATERIALIZED (${typed(batch)} WHERE v."pegawaiId" IS NULL),
    fresh AS (
      INSERT INTO pegawai (instansi_id, unit_id, jabatan_id, nip, name, employment, status, sex, birth_date, golongan, education)
      SELECT ${batch.instansiId}::int, v."unitId", v."jabatanId", v.nip, v.name, v.employment, v.status, v.sex, v."birthDate", v.golongan, v.education
      FROM v ORDER BY v.nip
      RETURNING pegawai_id, nip, employment, jabatan_id),
    employed AS (
      INSERT INTO employment_history (pegawai_id, instansi_id, nip, employment, from_date)
      SELECT f.pegawai_id, ${batch.instansiId}::int, f.nip, f.employment, v."employedFrom" FROM fresh f JOIN v USING (nip))
    INSERT INTO jabatan_history (pegawai_id, instansi_id, instansi_then, jabatan_id, from_date)
    SELECT f.pegawai_id, ${batch.instansiId}::int, ${batch.instansiId}::int, f.jabatan_id, coalesce(v."tmtJabatan", ${batch.today}::date)
    FROM fresh f JOIN v USING (nip) WHERE f.jabatan_id IS NOT NULL`.execute(tx)
}

export const pegawaiImport: ImportKind = {
  kind: 'pegawai',
  name: { id: 'Pegawai', en: 'Employees' },
  lead: {
    id: 'Daftar pegawai dengan jabatan dan unitnya, misalnya ekspor SIASN.',
    en: 'The roster with posts and units, such as a SIASN export.',
  },
  notes: [
    { id: 'Pegawai dicocokkan dengan NIP, tidak pernah dengan nama.', en: 'Employees are matched by NIP, never by name.' },
    {
      id: 'Jabatan dan unit harus sudah ada; impor jenis “Jabatan dan unit” lebih dahulu.',
      en: 'Posts and units must exist; import “Posts and units” first.',
    },
    { id: 'Sel kosong tidak menghapus data yang sudah ada.', en: 'A blank cell erases nothing.' },
    {
      id: 'Pegawai yang tidak ada di berkas tidak diubah; yang berhenti dicatat lewat kolom kedudukan hukum.',
      en: 'Employees who are not in the file stay as they are; who left is recorded in the legal-standing column.',
    },
  ],
  fields: pegawaiFields,
  sources: [{ key: 'siasn', name: { id: 'ekspor SIASN', en: 'SIASN export' }, headers: siasnHeaders }],
  subject: personSubject,
  async prepare(p) {
    const persons = await loadPersons(p, ['nip', 'previousNip'])
    const posts = await p.read(tx => PostFinder.load(tx, p.instansiId))
    return { check: cells => checkPegawai(cells, { instansiId: p.instansiId, today: p.today, persons, posts }) }
  },
  before: () => sql`
    SELECT s.row_number, jsonb_build_object('pegawaiId', p.pegawai_id, 'nip', p.nip, 'name', p.name, 'employment', p.employment,
      'status', p.status, 'sex', p.sex, 'birthDate', p.birth_date, 'golongan', p.golongan, 'education', p.education, 'unitId', p.unit_id,
      'unit', u.name, 'jabatanId', p.jabatan_id, 'jabatan', j.name, 'tmtJabatan',
      (SELECT max(h.from_date) FILTER (WHERE h.jabatan_id = p.jabatan_id AND h.appointment = 'definitif' AND h.until_date IS NULL)
       FROM jabatan_history h WHERE h.pegawai_id = p.pegawai_id)) AS before
    FROM staged s JOIN pegawai p ON p.pegawai_id = (s.values->>'pegawaiId')::int
    JOIN unit u ON u.id = p.unit_id LEFT JOIN jabatan j ON j.id = p.jabatan_id`,
  async apply(tx, batch) {
    await updatePegawai(tx, batch)
    await insertPegawai(tx, batch)
  },
  fact: 'people.changed',
}
