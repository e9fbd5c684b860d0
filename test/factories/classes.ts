import { sql, type Tx } from '../../src/platform/db/index.ts'

let last = 0
const next = () => ++last

const insert = async <Row>(tx: Tx, table: string, values: Record<string, unknown>, returning: string): Promise<Row> => {
  const columns = sql.join(Object.keys(values).map(column => sql.id(column)))
  const { rows } = await sql<Row>`
    INSERT INTO ${sql.table(table)} (${columns}) VALUES (${sql.join(Object.values(values))}) RETURNING ${sql.raw(returning)}`.execute(
    tx,
  )
  return rows[0]!
}

export type NewProvider = { instansi_id: number | null; kind?: string; name?: string; short_name?: string }
/** An institution that teaches; its staff are these accounts. */
export async function newProvider(tx: Tx, values: NewProvider, staff: readonly string[] = []): Promise<number> {
  const n = next()
  const defaults = { kind: 'bpsdm', name: `BPSDM ${n}`, short_name: `BPSDM ${n}`, made_by: 'uji', made_at: new Date() }
  const { id } = await insert<{ id: number }>(tx, 'provider', { ...defaults, ...values }, 'id')
  await sql`
    INSERT INTO provider_staff (provider_id, account_id, added_by, added_at)
    SELECT ${id}::int, unnest(${[...staff]}::text[]), 'uji', now()`.execute(tx)
  return id
}

export type NewCourse = {
  provider_id: number
  code?: string
  open_to?: 'instansi' | 'guided' | 'all'
  title?: string
  form?: string
  jp?: number
  programme?: string | null
  entry_rules?: object
  pass?: object
  state?: 'draft' | 'active'
}
/** A course with one version, in force unless it says otherwise. */
export async function newCourse(tx: Tx, values: NewCourse): Promise<{ courseId: number; versionId: number }> {
  const n = next()
  const { provider_id, code = `K${n}`, open_to = 'all', title = `Pelatihan ${n}`, form = 'teknis', jp = 20 } = values
  const course = await insert<{ id: number }>(
    tx,
    'course',
    { provider_id, code, open_to, made_by: 'uji', made_at: new Date() },
    'id',
  )
  const version = await insert<{ id: number }>(
    tx,
    'course_version',
    {
      course_id: course.id,
      number: 1,
      state: values.state ?? 'active',
      title,
      form,
      jp,
      programme: values.programme ?? null,
      entry_rules: JSON.stringify(values.entry_rules ?? {}),
      pass: JSON.stringify(values.pass ?? {}),
      made_by: 'uji',
      made_at: new Date(),
      activated_by: values.state === 'draft' ? null : 'uji',
      activated_at: values.state === 'draft' ? null : new Date(),
    },
    'id',
  )
  return { courseId: course.id, versionId: version.id }
}

export type NewClass = {
  provider_id: number
  version_id: number
  name?: string
  pattern?: string
  form?: string
  state?: string
  starts_on?: string | null
  ends_on?: string | null
  seats_min?: number | null
  seats_max?: number | null
  registration_until?: string | null
  admission?: 'open' | 'approval' | 'nomination'
  instansi_first?: boolean
  for_instansi?: number[] | null
  regional_share?: number | null
  regional_until?: string | null
  place?: string | null
}
/** A class, open for enrolment and far ahead unless it says otherwise. */
export async function newClass(tx: Tx, values: NewClass): Promise<number> {
  const defaults = {
    name: `Angkatan ${next()}`,
    pattern: 'klasikal',
    form: 'teknis',
    state: 'open',
    starts_on: '2099-03-01',
    ends_on: '2099-03-05',
    made_by: 'uji',
    made_at: new Date(),
  }
  return (await insert<{ id: number }>(tx, 'course_class', { ...defaults, ...values }, 'id')).id
}

/** A session of a class; times in UTC. */
export async function newSession(tx: Tx, classId: number, startsAt: string, endsAt: string): Promise<number> {
  const values = { class_id: classId, starts_at: startsAt, ends_at: endsAt, title: 'Sesi', jp: 2, mode: 'tatap_muka' }
  return (await insert<{ id: number }>(tx, 'class_session', { ...values, made_by: 'uji', made_at: new Date() }, 'id')).id
}

/** Puts people into a class as they are now, in this order. */
export async function enrol(tx: Tx, classId: number, pegawaiIds: readonly number[], state = 'enrolled'): Promise<void> {
  await sql`
    INSERT INTO enrolment (pegawai_id, class_id, instansi_id, instansi_then, version_id, name, nip, jabatan, unit, instansi, way, state, asked_at,
      enrolled_at, regional)
    SELECT p.pegawai_id, c.id, p.instansi_id, p.instansi_id, c.version_id, p.name, p.nip, j.name, u.name, i.name, 'self', ${state}::text, now(),
      CASE WHEN ${state}::text IN ('enrolled', 'completed', 'failed') THEN now() END, i.kind NOT IN ('kementerian', 'lembaga')
    FROM unnest(${[...pegawaiIds]}::int[]) WITH ORDINALITY AS g(id, sort) JOIN pegawai p ON p.pegawai_id = g.id
    JOIN unit u ON u.id = p.unit_id JOIN instansi i ON i.id = p.instansi_id LEFT JOIN jabatan j ON j.id = p.jabatan_id
    JOIN course_class c ON c.id = ${classId}::int ORDER BY g.sort`.execute(tx)
  await sql`
    UPDATE course_class c SET seats_taken = n.taken, seats_waiting = n.waiting, seats_asked = n.asked
    FROM (SELECT (count(*) FILTER (WHERE state IN ('enrolled', 'completed', 'failed')))::int AS taken,
                 (count(*) FILTER (WHERE state = 'waiting'))::int AS waiting, (count(*) FILTER (WHERE state = 'requested'))::int AS asked
          FROM enrolment WHERE class_id = ${classId}::int) n
    WHERE c.id = ${classId}::int`.execute(tx)
}
