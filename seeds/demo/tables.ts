import type { Account, Grant, ScopeCase } from './accounts.ts'
import type { Contract, Tenure } from './careers.ts'
import { isoOf } from './dates.ts'
import type { Factor } from './factors.ts'
import { governments } from './governments.ts'
import type { Person } from './people.ts'
import type { Post } from './posts.ts'
import { assessors, methods, type Result } from './results.ts'
import type { Schooling, Training } from './trainings.ts'
import type { Unit } from './units.ts'

/** A table's rows with the SQL type of each column; a column `competency` holds a code that the load turns into an id. */
export type Table = { name: string; columns: Record<string, string>; rows: Record<string, unknown>[]; hasIds: boolean }

const table = (name: string, columns: Record<string, string>, rows: Record<string, unknown>[], hasIds = false): Table => ({
  name,
  columns,
  rows,
  hasIds,
})
const dateOrNull = (day: number | null) => (day === null ? null : isoOf(day))

type Parts = {
  units: Unit[]
  posts: Post[]
  people: Person[]
  tenures: Tenure[]
  contracts: Contract[]
  results: Result[]
  trainings: Training[]
  schooling: Schooling[]
  factors: Factor[]
  accounts: Account[]
  cases: ScopeCase[]
  grants: Grant[]
}

const accountId = (username: string) => `demo-${username}`

function peopleTables({ people, contracts, tenures, schooling, trainings }: Parts): Table[] {
  return [
    table(
      'pegawai',
      {
        pegawai_id: 'int',
        instansi_id: 'int',
        unit_id: 'int',
        jabatan_id: 'int',
        jabatan_aim_id: 'int',
        atasan_id: 'int',
        nip: 'text',
        name: 'text',
        employment: 'text',
        status: 'text',
        sex: 'text',
        birth_date: 'date',
        golongan: 'text',
        education: 'text',
      },
      people.map(row => ({
        pegawai_id: row.id,
        instansi_id: row.instansiId,
        unit_id: row.unitId,
        jabatan_id: row.status === 'aktif' ? row.post.id : null,
        jabatan_aim_id: row.aim?.id ?? null,
        atasan_id: row.atasanId,
        nip: row.nip,
        name: row.name,
        employment: row.employment,
        status: row.status,
        sex: row.sex,
        birth_date: isoOf(row.birth),
        golongan: row.golongan,
        education: row.education,
      })),
      true,
    ),
    table(
      'employment_history',
      { pegawai_id: 'int', instansi_id: 'int', nip: 'text', employment: 'text', from_date: 'date', until_date: 'date' },
      contracts.map(({ person, nip, employment, from, until }) => ({
        pegawai_id: person.id,
        instansi_id: person.instansiId,
        nip,
        employment,
        from_date: isoOf(from),
        until_date: dateOrNull(until),
      })),
    ),
    table(
      'jabatan_history',
      {
        pegawai_id: 'int',
        instansi_id: 'int',
        instansi_then: 'int',
        jabatan_id: 'int',
        appointment: 'text',
        from_date: 'date',
        until_date: 'date',
      },
      tenures.map(row => ({
        pegawai_id: row.person.id,
        instansi_id: row.person.instansiId,
        instansi_then: row.instansiThen,
        jabatan_id: row.post.id,
        appointment: row.appointment,
        from_date: isoOf(row.from),
        until_date: dateOrNull(row.until),
      })),
    ),
    table(
      'education_history',
      { pegawai_id: 'int', instansi_id: 'int', education: 'text', field: 'text', school: 'text', graduated_year: 'int' },
      schooling.map(row => ({
        pegawai_id: row.person.id,
        instansi_id: row.person.instansiId,
        education: row.education,
        field: row.field,
        school: row.school,
        graduated_year: row.graduatedYear,
      })),
    ),
    table(
      'training_history',
      {
        pegawai_id: 'int',
        instansi_id: 'int',
        instansi_then: 'int',
        name: 'text',
        kind: 'text',
        organiser: 'text',
        jp: 'int',
        started_on: 'date',
        ended_on: 'date',
        certificate_number: 'text',
      },
      trainings.map(({ person, course, startedOn, endedOn, certificateNumber }) => ({
        pegawai_id: person.id,
        instansi_id: person.instansiId,
        instansi_then: person.instansiId,
        name: course.name,
        kind: course.kind,
        organiser: course.organiser,
        jp: course.jp,
        started_on: isoOf(startedOn),
        ended_on: isoOf(endedOn),
        certificate_number: certificateNumber,
      })),
    ),
  ]
}

function treeTables({ units, posts }: Parts): Table[] {
  return [
    table(
      'instansi',
      {
        id: 'int',
        kind: 'text',
        name: 'text',
        region_code: 'text',
        bkn_code: 'text',
        guided_by: 'int',
        time_zone: 'text',
        office_names: 'jsonb',
      },
      governments.map(row => ({
        id: row.id,
        kind: row.kind,
        name: row.name,
        region_code: row.regionCode,
        bkn_code: row.bknCode,
        guided_by: row.guidedBy,
        time_zone: 'Asia/Jakarta',
        office_names: row.officeNames,
      })),
      true,
    ),
    table(
      'unit',
      { id: 'int', instansi_id: 'int', parent_id: 'int', top_id: 'int', code: 'text', name: 'text' },
      units.map(row => ({
        id: row.id,
        instansi_id: row.instansiId,
        parent_id: row.parentId,
        top_id: row.topId,
        code: row.code,
        name: row.name,
      })),
      true,
    ),
    table(
      'jabatan',
      {
        id: 'int',
        instansi_id: 'int',
        unit_id: 'int',
        code: 'text',
        name: 'text',
        jenis: 'text',
        jenjang: 'text',
        urusan: 'text',
        is_head: 'boolean',
      },
      posts.map(row => ({
        id: row.id,
        instansi_id: row.instansiId,
        unit_id: row.unit.id,
        code: row.code,
        name: row.name,
        jenis: row.jenis,
        jenjang: row.jenjang,
        urusan: row.urusan,
        is_head: row.isHead,
      })),
      true,
    ),
  ]
}

function identityTables({ accounts, cases, grants }: Parts): Table[] {
  return [
    table(
      'identity.user_account',
      { id: 'text', name: 'text', email: 'text', username: 'text', pegawai_id: 'int', demo_order: 'int' },
      accounts.map(row => ({
        id: accountId(row.username),
        name: row.name,
        email: `${accountId(row.username)}@invalid`,
        username: row.username,
        pegawai_id: row.person?.id ?? null,
        demo_order: row.order,
      })),
    ),
    table(
      'identity.scope_case',
      { id: 'int', kind: 'text', name: 'text' },
      cases.map(({ id, kind, name }) => ({ id, kind, name })),
      true,
    ),
    table(
      'identity.scope_case_person',
      { case_id: 'int', pegawai_id: 'int' },
      cases.flatMap(row => row.people.map(person => ({ case_id: row.id, pegawai_id: person.id }))),
    ),
    table(
      'identity.role_grant',
      { account_id: 'text', role: 'text', place: 'text', instansi_id: 'int', case_id: 'int', granted_by: 'text' },
      grants.map(row => ({
        account_id: accountId(row.username),
        role: row.role,
        place: row.place,
        instansi_id: row.instansiId,
        case_id: row.caseId,
        granted_by: accountId('admin'),
      })),
    ),
  ]
}

const factorTable = ({ factors }: Parts): Table =>
  table(
    'need_factor',
    {
      instansi_id: 'int',
      jenjang: 'text',
      competency: 'text',
      difficulty: 'text',
      importance: 'text',
      frequency: 'text',
      goal_link: 'numeric',
      goal: 'text',
      mandate: 'boolean',
      mandate_basis: 'text',
    },
    factors.map(row => ({
      instansi_id: row.instansiId,
      jenjang: row.jenjang,
      competency: row.code,
      difficulty: row.difficulty,
      importance: row.importance,
      frequency: row.frequency,
      goal_link: row.goalLink,
      goal: row.goal,
      mandate: row.mandate,
      mandate_basis: row.mandateBasis,
    })),
  )

/** A hundred thousand results travel as columns of whole numbers; texts stand once, in the lists they point into. */
function resultColumns({ results }: Parts) {
  const codes = [...new Set(results.map(row => row.code))].sort()
  const codeIndex = new Map(codes.map((code, index) => [code, index + 1]))
  return {
    codes,
    methods: [...methods],
    assessors: [...assessors],
    pegawai: results.map(row => row.person.id),
    instansi: results.map(row => row.person.instansiId),
    competency: results.map(row => codeIndex.get(row.code)!),
    level: results.map(row => row.level),
    method: results.map(row => row.method + 1),
    assessedOn: results.map(row => row.assessedOn),
    validUntil: results.map(row => row.validUntil),
    assessor: results.map(row => row.assessor + 1),
  }
}
export type ResultColumns = ReturnType<typeof resultColumns>

/** In the order in which foreign keys let them in. */
export const tablesOf = (parts: Parts): { tables: Table[]; results: ResultColumns } => ({
  tables: [...treeTables(parts), ...peopleTables(parts), factorTable(parts), ...identityTables(parts)],
  results: resultColumns(parts),
})
