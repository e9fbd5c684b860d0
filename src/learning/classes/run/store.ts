import { type Db, sql, type Tx } from '../../../platform/db/index.ts'

export type RunState = 'draft' | 'open' | 'running' | 'closed' | 'cancelled'

/** A class as those who run it need it. */
export type RunClass = {
  id: number
  name: string
  /** Of the course. */
  title: string
  state: RunState
  pattern: string
  form: string
  versionId: number
  /** yyyy-mm-dd; null: a class without dates (mandiri). */
  startsOn: string | null
  endsOn: string | null
  seatsMax: number | null
  place: string | null
  meetingUrl: string | null
  meetingCapacity: number | null
  /** Of its place. */
  timeZone: string
  jp: number
  /** As it was written with the course. */
  pass: unknown
  programme: string | null
  accreditationId: number | null
  entrustedTo: number | null
  secret: string | null
  provider: {
    id: number
    instansiId: number | null
    name: string
    instansi: string | null
    address: string | null
    staff: string[]
  }
  trainers: { accountId: string | null; pegawaiId: number | null }[]
}

/** A class with dates, which can be run; null where there is none. */
export async function runClassById(db: Db | Tx, id: number): Promise<RunClass | null> {
  // Held in-house or brought to one government: its clocks; else those of the institution.
  const { rows } = await sql<RunClass>`
    SELECT c.id, c.name, v.title, c.state, c.pattern, c.form, c.version_id AS "versionId", c.starts_on AS "startsOn", c.ends_on AS "endsOn",
      c.seats_max AS "seatsMax", c.place, c.meeting_url AS "meetingUrl", c.meeting_capacity AS "meetingCapacity", v.jp, v.pass, v.programme,
      c.accreditation_id AS "accreditationId", c.entrusted_to AS "entrustedTo", c.check_in_secret AS secret,
      coalesce(
        (SELECT i.time_zone FROM instansi i WHERE cardinality(c.for_instansi) = 1 AND i.id = c.for_instansi[1] AND c.pattern IN ('in_house', 'fasilitasi')),
        (SELECT i.time_zone FROM instansi i WHERE i.region_code = p.region_code LIMIT 1),
        (SELECT i.time_zone FROM instansi i WHERE i.id = p.instansi_id), 'Asia/Jakarta') AS "timeZone",
      jsonb_build_object('id', p.id, 'instansiId', p.instansi_id, 'name', p.name, 'address', p.address,
        'instansi', (SELECT i.name FROM instansi i WHERE i.id = p.instansi_id),
        'staff', ARRAY(SELECT s.account_id FROM provider_staff s WHERE s.provider_id = p.id ORDER BY 1)) AS provider,
      coalesce((SELECT jsonb_agg(jsonb_build_object('accountId', t.account_id, 'pegawaiId', t.pegawai_id) ORDER BY t.id)
        FROM class_trainer ct JOIN trainer t ON t.id = ct.trainer_id WHERE ct.class_id = c.id), '[]') AS trainers
    FROM course_class c JOIN course_version v ON v.id = c.version_id JOIN provider p ON p.id = c.provider_id
    WHERE c.id = ${id}::int AND c.starts_on IS NOT NULL`.execute(db)
  return rows[0] ?? null
}

/** Holds the class for this transaction, so that nobody closes it meanwhile; answers its state now. */
export async function lockClass(tx: Tx, id: number): Promise<RunState | null> {
  const { rows } = await sql<{ state: RunState }>`SELECT state FROM course_class WHERE id = ${id}::int FOR UPDATE`.execute(tx)
  return rows[0]?.state ?? null
}

export type Participant = {
  pegawaiId: number
  instansiId: number
  instansiThen: number
  name: string
  nip: string
  jabatan: string | null
  unit: string
  instansi: string
  state: 'enrolled' | 'completed' | 'failed'
}

/** Who takes part, by name: enrolled, or enrolled until the class was closed. In a transaction that sees the class. */
export async function participantsOf(tx: Tx, classId: number): Promise<Participant[]> {
  const { rows } = await sql<Participant>`
    SELECT pegawai_id AS "pegawaiId", instansi_id AS "instansiId", instansi_then AS "instansiThen", name, nip, jabatan, unit, instansi, state
    FROM enrolment WHERE class_id = ${classId}::int AND state IN ('enrolled', 'completed', 'failed')
    ORDER BY lower(name), pegawai_id`.execute(tx)
  return rows
}

/** Whether this person takes part in the class. In a transaction that sees the person. */
export async function takesPart(tx: Tx, classId: number, pegawaiId: number): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM enrolment WHERE class_id = ${classId}::int AND pegawai_id = ${pegawaiId}::int
      AND state IN ('enrolled', 'completed', 'failed')`.execute(tx)
  return rows.length > 0
}
