import { placeholderAddress } from '../../src/identity/rules/address.ts'
import { goalFinder } from './goal-links.ts'
import { governments } from './governments.ts'
import { peopleTables } from './people-tables.ts'
import { buildPlans } from './plans.ts'
import type { Post } from './posts.ts'
import { assessors, methods } from './results.ts'
import { type Parts, type Table, table } from './table.ts'

const accountId = (username: string) => `demo-${username}`

/** Heads sit alone; of the others a fifth have a seat free, and of some the seats are not known. */
const seatsOf = ({ id, isHead, seats }: Post): number | null =>
  isHead ? 1 : id % 17 === 0 ? null : seats + (id % 5 === 0 ? 1 : 0) + (id % 23 === 0 ? 2 : 0)

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
        seats: 'int',
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
        seats: seatsOf(row),
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
        email: placeholderAddress(accountId(row.username)),
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

function factorTable({ factors, units }: Parts): Table {
  const goals = goalFinder(units)
  return table(
    'need_factor',
    {
      instansi_id: 'int',
      jenjang: 'text',
      competency: 'text',
      difficulty: 'text',
      importance: 'text',
      frequency: 'text',
      goal_link: 'numeric',
      goal_id: 'int',
      goal: 'text',
      mandate: 'boolean',
      mandate_basis: 'text',
    },
    factors.map(row => {
      const goalId = row.goal === null ? null : goals.byCompetency(row.instansiId, row.code)
      return {
        instansi_id: row.instansiId,
        jenjang: row.jenjang,
        competency: row.code,
        difficulty: row.difficulty,
        importance: row.importance,
        frequency: row.frequency,
        goal_link: row.goalLink,
        goal_id: goalId,
        goal: goalId === null ? row.goal : null,
        mandate: row.mandate,
        mandate_basis: row.mandateBasis,
      }
    }),
  )
}

function planTables({ units }: Parts): Table[] {
  const { plans, goals } = buildPlans(units)
  return [
    table(
      'development_plan',
      {
        id: 'int',
        instansi_id: 'int',
        unit_id: 'int',
        kind: 'text',
        name: 'text',
        year_from: 'int',
        year_until: 'int',
        legal_basis: 'text',
        verified: 'boolean',
        state: 'text',
        made_by: 'text',
        made_at: 'timestamptz',
        activated_by: 'text',
        activated_at: 'timestamptz',
      },
      plans,
      true,
    ),
    table(
      'goal',
      {
        id: 'int',
        plan_id: 'int',
        parent_id: 'int',
        serves_goal_id: 'int',
        unit_id: 'int',
        kind: 'text',
        code: 'text',
        name: 'text',
        unit_of_measure: 'text',
        baseline: 'jsonb',
        baseline_year: 'int',
        higher_is_better: 'boolean',
        targets: 'jsonb',
      },
      goals,
      true,
    ),
  ]
}

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
  tables: [...treeTables(parts), ...planTables(parts), ...peopleTables(parts), factorTable(parts), ...identityTables(parts)],
  results: resultColumns(parts),
})
