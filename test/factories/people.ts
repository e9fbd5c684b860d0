import { sql, type Tx } from '../../src/platform/db/index.ts'

let last = 0
/** A number of its own for every row of a test file. */
const next = () => ++last

const insert = async <Row>(tx: Tx, table: string, values: Record<string, unknown>, returning: string): Promise<Row> => {
  const columns = sql.join(Object.keys(values).map(column => sql.id(column)))
  const { rows } = await sql<Row>`
    INSERT INTO ${sql.table(table)} (${columns}) VALUES (${sql.join(Object.values(values))}) RETURNING ${sql.raw(returning)}`.execute(
    tx,
  )
  return rows[0]!
}

export type NewInstansi = {
  name?: string
  kind?: string
  region_code?: string
  bkn_code?: string | null
  guided_by?: number | null
  time_zone?: string
}
export async function newInstansi(tx: Tx, values: NewInstansi = {}): Promise<number> {
  const n = next()
  const row = await insert<{ id: number }>(
    tx,
    'instansi',
    { name: `Kabupaten ${n}`, kind: 'kabupaten', region_code: `99.${n}`, ...values },
    'id',
  )
  return row.id
}

export type NewUnit = { instansi_id: number; parent_id?: number | null; top_id?: number | null; name?: string; code?: string }
/** Without a parent: an office (OPD), its own top. */
export async function newUnit(tx: Tx, values: NewUnit): Promise<number> {
  const n = next()
  const { id } = await insert<{ id: number }>(tx, 'unit', { name: `Dinas ${n}`, code: `U${n}`, ...values }, 'id')
  await sql`
    UPDATE unit SET top_id = coalesce((SELECT top_id FROM unit up WHERE up.id = ${values.parent_id ?? null}::int), id)
    WHERE id = ${id} AND top_id IS NULL`.execute(tx)
  return id
}

export type NewJabatan = {
  instansi_id: number
  unit_id: number
  name?: string
  jenis?: string
  jenjang?: string
  urusan?: string | null
  is_head?: boolean
  code?: string
}
export async function newJabatan(tx: Tx, values: NewJabatan): Promise<number> {
  const n = next()
  const defaults = { name: `Jabatan ${n}`, code: `J${n}`, jenis: 'pelaksana', jenjang: 'pelaksana' }
  return (await insert<{ id: number }>(tx, 'jabatan', { ...defaults, ...values }, 'id')).id
}

export type NewPegawai = {
  instansi_id: number
  unit_id: number
  jabatan_id?: number | null
  jabatan_aim_id?: number | null
  atasan_id?: number | null
  nip?: string
  name?: string
  employment?: string
  status?: string
  golongan?: string
  education?: string
}
/** Of its own for every n up to millions: the last three digits, then the month and year of appointment, count on. */
function nipOf(n: number): string {
  const month = Math.floor(n / 1000)
  const two = String((month % 12) + 1).padStart(2, '0')
  return `19900101${2010 + Math.floor(month / 12)}${two}1${String(n % 1000).padStart(3, '0')}`
}

export async function newPegawai(tx: Tx, values: NewPegawai): Promise<number> {
  const n = next()
  const defaults = {
    nip: nipOf(n),
    name: `Pegawai ${n}`,
    employment: 'pns',
    sex: 'l',
    birth_date: '1990-01-01',
  }
  return (await insert<{ id: number }>(tx, 'pegawai', { ...defaults, ...values }, 'pegawai_id AS id')).id
}

export type NewTenure = {
  pegawai_id: number
  instansi_id: number
  jabatan_id: number
  appointment?: string
  from_date?: string
  until_date?: string | null
}
/** A jabatan held, now where there is no `until_date`. */
export async function newTenure(tx: Tx, values: NewTenure): Promise<void> {
  await insert(tx, 'jabatan_history', { instansi_then: values.instansi_id, from_date: '2024-01-01', ...values }, 'id')
}

export type NewResult = {
  pegawai_id: number
  instansi_id: number
  competency_id: number
  level?: number
  method?: string
  assessed_on?: string
  valid_until?: string
}
export async function newResult(tx: Tx, values: NewResult): Promise<number> {
  const defaults = {
    instansi_then: values.instansi_id,
    level: 2,
    method: 'cact',
    assessed_on: '2025-03-01',
    valid_until: '2028-03-01',
  }
  return (await insert<{ id: number }>(tx, 'assessment_result', { ...defaults, ...values }, 'id')).id
}

export async function newCompetency(
  tx: Tx,
  values: { code: string; name?: string; pillar?: string; verified?: boolean },
): Promise<number> {
  const defaults = {
    name: `Kompetensi ${values.code}`,
    pillar: 'manajerial',
    legal_basis: 'PermenPANRB 38/2017',
    sort: 1000 + next(),
  }
  const { id } = await insert<{ id: number }>(tx, 'competency', { ...defaults, ...values }, 'id')
  await sql`INSERT INTO competency_level (competency_id, level, label) SELECT ${id}::int, n, 'Label ' || n FROM generate_series(1, 5) n`.execute(
    tx,
  )
  return id
}

/** A standard in force: of a jabatan (`jabatan_id`) or of a class (`jenjang`, narrowed by `urusan` or `family`; `instansi_id` null ships). */
export async function newStandard(
  tx: Tx,
  of: {
    instansi_id?: number | null
    jabatan_id?: number
    jenjang?: string
    urusan?: string | null
    family?: string
    from?: string
    version?: number
  },
  levels: readonly { competency_id: number; level: number; legal_basis?: string }[],
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO standard (instansi_id, jabatan_id, jenjang, urusan, family, version, state, legal_basis, active_from, made_by, made_at)
    VALUES (coalesce(${of.instansi_id ?? null}::int, (SELECT instansi_id FROM jabatan WHERE id = ${of.jabatan_id ?? null}::int)),
      ${of.jabatan_id ?? null}, ${of.jenjang ?? null}, ${of.urusan ?? null}, ${of.family ?? null}, ${of.version ?? 1}, 'active', 'SK uji',
      ${of.from ?? '2017-01-01'}::date, 'uji', now()) RETURNING id`.execute(tx)
  const id = rows[0]!.id
  await sql`
    INSERT INTO standard_level (standard_id, competency_id, level, legal_basis)
    SELECT ${id}::int, l.competency_id, l.level, l.legal_basis
    FROM jsonb_to_recordset(${JSON.stringify(levels)}::jsonb) AS l(competency_id int, level int, legal_basis text)`.execute(tx)
  return id
}
