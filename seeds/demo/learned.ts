import { sql, type Tx } from '../../src/platform/db/index.ts'

const persona = 5944

/** What people learn beside trainings: each with whom it concerns (every `each`th), how long ago it ended and how many days it took. */
const beside = [
  {
    each: 5,
    form: 'coaching',
    name: 'Coaching capaian kinerja',
    organiser: 'Atasan langsung',
    ago: 48,
    days: 24,
    jp: null,
    sessions: 3,
  },
  {
    each: 7,
    form: 'mentoring',
    name: 'Mentoring pegawai baru',
    organiser: 'Unit kerja',
    ago: 95,
    days: 55,
    jp: null,
    sessions: 4,
  },
  {
    each: 4,
    form: 'komunitas_belajar',
    name: 'Komunitas belajar pelayanan publik',
    organiser: 'BKPSDM',
    ago: 33,
    days: 1,
    jp: 2,
    sessions: null,
  },
  {
    each: 6,
    form: 'belajar_mandiri',
    name: 'Belajar mandiri: analisis data dengan lembar kerja',
    organiser: null,
    ago: 62,
    days: 5,
    jp: 12,
    sessions: null,
  },
  {
    each: 9,
    form: 'bimbingan_kerja',
    name: 'Bimbingan di tempat kerja',
    organiser: 'Unit kerja',
    ago: 120,
    days: 40,
    jp: null,
    sessions: 3,
  },
  {
    each: 37,
    form: 'magang',
    name: 'Magang di perangkat daerah lain',
    organiser: 'BPSDM Provinsi Kepulauan Bangka Belitung',
    ago: 150,
    days: 28,
    jp: 160,
    sessions: null,
  },
  {
    each: 41,
    form: 'patok_banding',
    name: 'Patok banding mal pelayanan publik',
    organiser: 'Sekretariat Daerah',
    ago: 75,
    days: 3,
    jp: 24,
    sessions: null,
  },
  {
    each: 101,
    form: 'detasering',
    name: 'Detasering ke kementerian',
    organiser: 'Kementerian Dalam Negeri',
    ago: 110,
    days: 60,
    jp: 300,
    sessions: null,
  },
] as const

/** Somebody whom three JP are missing this year, and a reason beside each hour that does not count; coaching and the like were last year. */
const ofPersona = [
  {
    form: 'e_learning',
    name: 'E-learning Core Values BerAKHLAK',
    organiser: 'Lembaga Administrasi Negara',
    ago: 130,
    days: 1,
    jp: 10,
    sessions: null,
  },
  { form: 'coaching', name: 'Coaching penyusunan SKP', organiser: 'Atasan langsung', ago: 400, days: 14, jp: null, sessions: 3 },
  {
    form: 'komunitas_belajar',
    name: 'Komunitas belajar desa wisata',
    organiser: 'Dinas Pariwisata',
    ago: 380,
    days: 1,
    jp: 3,
    sessions: null,
  },
] as const

const given = (rows: readonly object[]) => sql`
  jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    AS g(each int, form text, name text, organiser text, ago int, days int, jp int, sessions int)`

/** Coaching, communities, internships and the like; and the year of the pegawai whom one signs in as. */
export async function insertLearned(tx: Tx, today: string): Promise<void> {
  const columns = sql`pegawai_id, instansi_id, instansi_then, form, name, organiser, started_on, ended_on, jp, sessions, source, recorded_at`
  const values = sql`
    p.pegawai_id, p.instansi_id, p.instansi_id, g.form, g.name, g.organiser, d.ended - g.days + 1, d.ended, g.jp, g.sessions, 'impor',
    d.ended + time '16:00' AT TIME ZONE 'Asia/Jakarta'`
  await sql`
    INSERT INTO learning_record (${columns})
    SELECT ${values} FROM pegawai p JOIN ${given(beside)} ON (p.pegawai_id * 7919) % 1009 % g.each = 0
    CROSS JOIN LATERAL (SELECT ${today}::date - g.ago - p.pegawai_id % 23 AS ended) d
    WHERE p.status = 'aktif' AND p.pegawai_id <> ${persona}`.execute(tx)
  await sql`
    DELETE FROM learning_record
    WHERE pegawai_id = ${persona} AND extract(year FROM ended_on) = extract(year FROM ${today}::date)`.execute(tx)
  await sql`
    INSERT INTO learning_record (${columns})
    SELECT ${values} FROM pegawai p CROSS JOIN ${given(ofPersona)} CROSS JOIN LATERAL (SELECT ${today}::date - g.ago AS ended) d
    WHERE p.pegawai_id = ${persona}
    ON CONFLICT (pegawai_id, lower(name), ended_on) WHERE withdrawn_at IS NULL DO NOTHING`.execute(tx)
}
