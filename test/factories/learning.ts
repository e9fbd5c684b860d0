import { sql, type Tx } from '../../src/platform/db/index.ts'

let last = 0
const next = () => ++last
const id = async (tx: Tx, insert: ReturnType<typeof sql>) =>
  (await (insert as ReturnType<typeof sql<{ id: number }>>).execute(tx)).rows[0]!.id

export const newProvider = (tx: Tx, instansiId: number | null, kind = 'bpsdm'): Promise<number> => {
  const n = next()
  return id(
    tx,
    sql`INSERT INTO provider (instansi_id, kind, name, short_name, made_by, made_at)
        VALUES (${instansiId}::int, ${kind}, ${`Balai ${n}`}, ${`B${n}`}, 'uji', now()) RETURNING id`,
  )
}

export type NewCourse = {
  title?: string
  form?: string
  jp?: number
  openTo?: 'instansi' | 'guided' | 'all'
  pass?: object
  programme?: string | null
  competencies?: { competencyId: number; level: number }[]
}
/** A course with one active version. */
export async function newCourse(
  tx: Tx,
  providerId: number,
  values: NewCourse = {},
): Promise<{ courseId: number; versionId: number }> {
  const n = next()
  const courseId = await id(
    tx,
    sql`INSERT INTO course (provider_id, code, open_to, made_by, made_at) VALUES (${providerId}, ${`K${n}`}, ${values.openTo ?? 'all'}, 'uji', now()) RETURNING id`,
  )
  const versionId = await id(
    tx,
    sql`INSERT INTO course_version (course_id, number, state, title, form, programme, jp, pass, made_by, made_at, activated_by, activated_at)
        VALUES (${courseId}, 1, 'active', ${values.title ?? `Pelatihan ${n}`}, ${values.form ?? 'teknis'}, ${values.programme ?? null}, ${values.jp ?? 20},
          ${JSON.stringify(values.pass ?? {})}::jsonb, 'uji', now(), 'uji', now()) RETURNING id`,
  )
  for (const { competencyId, level } of values.competencies ?? [])
    await sql`INSERT INTO course_competency (version_id, competency_id, level) VALUES (${versionId}, ${competencyId}, ${level})`.execute(
      tx,
    )
  return { courseId, versionId }
}

export type NewClass = {
  pattern?: string
  form?: string
  state?: string
  startsOn?: string | null
  endsOn?: string | null
  seatsMax?: number | null
}
export const newClass = (tx: Tx, providerId: number, versionId: number, values: NewClass = {}): Promise<number> => {
  const alone = values.pattern === 'mandiri'
  return id(
    tx,
    sql`INSERT INTO course_class (provider_id, version_id, name, pattern, form, state, starts_on, ends_on, seats_max, made_by, made_at)
        VALUES (${providerId}, ${versionId}, ${`Angkatan ${next()}`}, ${values.pattern ?? 'klasikal'}, ${values.form ?? 'teknis'}, ${values.state ?? 'open'},
          ${alone ? null : (values.startsOn ?? '2026-11-09')}, ${alone ? null : (values.endsOn ?? '2026-11-13')}, ${values.seatsMax ?? null}, 'uji', now())
        RETURNING id`,
  )
}

/** Enrols people as they are. */
export async function enrol(tx: Tx, classId: number, pegawaiIds: readonly number[], state = 'enrolled'): Promise<void> {
  await sql`
    INSERT INTO enrolment (pegawai_id, class_id, instansi_id, instansi_then, version_id, name, nip, jabatan, unit, instansi, way, state, asked_at, enrolled_at)
    SELECT p.pegawai_id, c.id, p.instansi_id, p.instansi_id, c.version_id, p.name, p.nip, j.name, u.name, i.name, 'self', ${state}, now(),
      CASE WHEN ${state}::text = 'enrolled' THEN now() END
    FROM unnest(${[...pegawaiIds]}::int[]) WITH ORDINALITY AS g(id, n)
    JOIN pegawai p ON p.pegawai_id = g.id JOIN unit u ON u.id = p.unit_id JOIN instansi i ON i.id = p.instansi_id
    LEFT JOIN jabatan j ON j.id = p.jabatan_id CROSS JOIN course_class c WHERE c.id = ${classId} ORDER BY g.n`.execute(tx)
}
