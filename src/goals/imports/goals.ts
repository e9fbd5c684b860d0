import { type Batch, type ImportKind, staleImport } from '../../imports/index.ts'
import { PostFinder } from '../../people/imports/index.ts'
import { listInstansi } from '../../people/index.ts'
import { sql, type Tx } from '../../platform/db/index.ts'
import { guidesOf, managePlans } from '../access.ts'
import type { GoalKind } from '../rules/goal.ts'
import { ownerOf } from '../rules/plan.ts'
import { goalsToServe } from '../store/goal.ts'
import { checkGoal, goalKey, identify, orphans, subjectOf } from './goal-check.ts'
import { goalFields, targetFields } from './goal-fields.ts'
import { type KnownPlan, PlanFinder } from './plan-finder.ts'

/** The years that plans of some years (not the long ones) set targets for. */
async function loadYears(tx: Tx): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    SELECT DISTINCT generate_series(year_from, year_until) AS year FROM development_plan
    WHERE state <> 'archived' AND kind NOT IN ('rpjpn', 'rpjpd') ORDER BY 1`.execute(tx)
  return rows.map(row => row.year)
}

async function loadPlans(tx: Tx, instansiId: number): Promise<KnownPlan[]> {
  const { rows } = await sql<KnownPlan>`
    SELECT p.id, p.name, p.kind, p.state, p.instansi_id AS "instansiId", p.unit_id AS "unitId", u.name AS unit,
           p.year_from AS "yearFrom", p.year_until AS "yearUntil"
    FROM development_plan p LEFT JOIN unit u ON u.id = p.unit_id WHERE p.instansi_id = ${instansiId} ORDER BY p.id`.execute(tx)
  return rows
}

async function loadStanding(tx: Tx, instansiId: number): Promise<Map<string, GoalKind>> {
  const { rows } = await sql<{ planId: number; code: string; kind: GoalKind }>`
    SELECT g.plan_id AS "planId", g.code, g.kind FROM goal g JOIN development_plan p ON p.id = g.plan_id
    WHERE p.instansi_id = ${instansiId}`.execute(tx)
  return new Map(rows.map(row => [goalKey(row.planId, row.code), row.kind]))
}

const targetsOf = sql`
  (SELECT coalesce(jsonb_object_agg(substr(t.key, 8), t.value), '{}') FROM jsonb_each(s.values) t WHERE t.key LIKE 'target:%')`

async function write(tx: Tx, batch: Batch) {
  const { rows: closed } = await sql`
    SELECT 1 FROM (${batch.rows}) s LEFT JOIN development_plan p ON p.id = (s.values->>'planId')::int AND p.state <> 'archived'
    WHERE p.id IS NULL LIMIT 1`.execute(tx)
  if (closed.length > 0) throw staleImport()
  await sql`
    INSERT INTO goal AS g (plan_id, kind, code, name, unit_of_measure, higher_is_better, baseline, baseline_year, targets, unit_id,
                           serves_goal_id, import_id)
    SELECT (s.values->>'planId')::int, s.values->>'kind', s.values->>'code', s.values->>'name', s.values->>'measure',
           s.values->>'direction' = 'naik', s.values->'baseline', (s.values->>'baselineYear')::int, ${targetsOf},
           (s.values->>'unitId')::int, (s.values->>'servesGoalId')::int, ${batch.importId}::int
    FROM (${batch.rows}) s
    ON CONFLICT (plan_id, code) DO UPDATE SET name = excluded.name, targets = g.targets || excluded.targets, import_id = excluded.import_id,
      unit_of_measure = coalesce(excluded.unit_of_measure, g.unit_of_measure),
      higher_is_better = coalesce(excluded.higher_is_better, g.higher_is_better), baseline = coalesce(excluded.baseline, g.baseline),
      baseline_year = coalesce(excluded.baseline_year, g.baseline_year), unit_id = coalesce(excluded.unit_id, g.unit_id),
      serves_goal_id = coalesce(excluded.serves_goal_id, g.serves_goal_id), updated_at = now()`.execute(tx)
  const placed = await sql`
    UPDATE goal g SET parent_id = up.id
    FROM (${batch.rows}) s JOIN goal up ON up.plan_id = (s.values->>'planId')::int AND up.code = s.values->>'parentCode'
    WHERE g.plan_id = up.plan_id AND g.code = s.values->>'code'`.execute(tx)
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM (${batch.rows}) s WHERE s.values ? 'parentCode'`.execute(tx)
  if (Number(placed.numAffectedRows) !== rows[0]!.n) throw staleImport()
}

export const goalImport: ImportKind = {
  kind: 'sasaran',
  scope: managePlans,
  name: { id: 'Sasaran rencana daerah', en: 'Goals of development plans' },
  lead: {
    id: 'Tujuan, sasaran, program, dan indikator RPJMD atau Renstra, dengan target tiap tahun.',
    en: 'Aims, goals, programmes and indicators of an RPJMD or Renstra, with the target of each year.',
  },
  notes: [
    {
      id: 'Buat rencananya dahulu di Rencana daerah. Satu baris satu tujuan, sasaran, program, kegiatan, atau indikator.',
      en: 'Make the plan first under Development plans. One row one aim, goal, programme, kegiatan or indicator.',
    },
    {
      id: 'Induk boleh berada di berkas yang sama, sebelum atau sesudah barisnya. Sel kosong tidak mengubah yang sudah ada.',
      en: 'A parent may stand in the same file, before or after. A blank cell leaves what stands as it is.',
    },
    {
      id: 'Target persen ditulis 85, bukan 0,85. Masukkan rencana di atasnya lebih dahulu supaya “Kode yang didukung” ditemukan.',
      en: 'Write a target in percent as 85, not 0.85. Enter the plan above first, so that “Code served” is found.',
    },
  ],
  fields: goalFields,
  moreFields: async tx => targetFields(await loadYears(tx)),
  subject: cells => subjectOf(cells, ['kind', 'code', 'name']),
  async prepare(p) {
    const posts = await p.read(tx => PostFinder.load(tx, p.instansiId))
    const everyone = await p.read(tx => listInstansi(tx))
    const plans = new PlanFinder(await p.read(tx => loadPlans(tx, p.instansiId)))
    const standing = await p.read(tx => loadStanding(tx, p.instansiId))
    const years = await p.read(loadYears)
    const guides = guidesOf(p.instansiId, everyone)
    const above = await p.read(tx => goalsToServe(tx, [p.instansiId, ...guides]))
    const kind = everyone.find(row => row.id === p.instansiId)!.kind
    const known = { plans, posts, place: { owner: ownerOf(kind), isProvince: kind === 'provinsi' } }
    const inFile = new Map<string, GoalKind>()
    for (const cells of p.rows) {
      const row = identify(cells, known)
      if (row.plan && row.kind && row.code !== null) inFile.set(goalKey(row.plan.id, row.code), row.kind)
    }
    const at = { ...known, guides, above, years, standing, inFile }
    return { check: cells => checkGoal(cells, at), together: rows => orphans(rows, standing) }
  },
  before: () => sql`
    SELECT s.row_number, jsonb_strip_nulls(jsonb_build_object('planId', g.plan_id, 'plan', p.name, 'kind', g.kind, 'code', g.code, 'name', g.name,
      'parentCode', up.code, 'measure', g.unit_of_measure,
      'direction', CASE WHEN g.higher_is_better THEN 'naik' WHEN NOT g.higher_is_better THEN 'turun' END,
      'baseline', g.baseline, 'baselineYear', g.baseline_year, 'unitId', g.unit_id, 'unit', u.name, 'servesGoalId', g.serves_goal_id,
      'serves', o.code, 'servesPlan', op.name))
      || (SELECT coalesce(jsonb_object_agg('target:' || t.key, t.value), '{}') FROM jsonb_each(g.targets) t) AS before
    FROM staged s
    JOIN goal g ON g.plan_id = (s.values->>'planId')::int AND g.code = s.values->>'code'
    JOIN development_plan p ON p.id = g.plan_id
    LEFT JOIN goal up ON up.id = g.parent_id LEFT JOIN unit u ON u.id = g.unit_id
    LEFT JOIN goal o ON o.id = g.serves_goal_id LEFT JOIN development_plan op ON op.id = o.plan_id`,
  apply: write,
  fact: 'goals.changed',
}
