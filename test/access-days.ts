import { sql, type Tx } from '../src/platform/db/index.ts'

/** Two days that were worked out again and compared in every government, known by its id. */
export const [dayBefore, dayAfter] = ['2026-01-01', '2026-02-01']
type Place = { instansiId: number }
export const recountOf = ({ instansiId }: Place) => 1_000_000 + instansiId
export const comparisonOf = ({ instansiId }: Place) => 1_000_000 + instansiId
export const viewCode = 'ujiujiujiuji'

const held = { id: null, instansiId: null, version: 0, activeFrom: null, source: 'uji', verified: false }
const rules = {
  ruleVersion: 'prioritas-2',
  priority: {
    ...held,
    value: { gap: 30, dif: 20, goal: 25, mandate: 15, reach: 10, urgentFrom: 70, importantFrom: 45, urgentKnown: 3 },
  },
  choice: { ...held, value: {} },
  scale: { act: 'uji', from: '2017-01-01', value: { lowest: 1, highest: 5 } },
  standards: [],
}
const totals = {
  people: 1,
  competencies: [{ competencyId: 1, asked: 1, known: 1, gaps: 1, levels: 1 }],
  loads: [],
  standards: [],
}
const need = {
  competency_id: 1,
  level_from: 1,
  level_to: 2,
  jenjang: 'pengawas',
  people: 1,
  staff: 1,
  gap: 0.25,
  dif: null,
  goal: null,
  mandate: null,
  reach: 1,
  score: 0.4375,
  known: 2,
  tier: 'dapat_ditunda',
}
const summary = {
  people: 1,
  gapPeople: 1,
  causes: [{ cause: 'result', move: 'opened', people: 1, pairs: 1, levels: 1 }],
  causePeople: { result: 1 },
  competencies: [
    { competencyId: 1, code: 'UJI.0', name: 'Uji', pillar: 'teknis', gapsBefore: 0, gapsAfter: 1, opened: 1, closed: 0 },
  ],
}
const json = (value: unknown) => sql`${JSON.stringify(value)}::text::jsonb`

/** What no seed fills of the days of governments: one person of each moved. And a view that somebody shares. */
export async function daysForAll(tx: Tx): Promise<void> {
  for (const [day, shift] of [
    [dayBefore, 500_000],
    [dayAfter, 1_000_000],
  ] as const)
    await sql`
      INSERT INTO recount (id, instansi_id, day, state, people, of_people, asked_by, asked_at, finished_at, rules, totals, needs)
      SELECT ${shift}::int + id, id, ${day}::date, 'done', 1, 1, 'uji', now(), now(), ${json(rules)}, ${json(totals)}, ${json([need])} FROM instansi`.execute(
      tx,
    )
  await sql`
    INSERT INTO comparison (id, instansi_id, before_id, after_id, asked_by, asked_at, made_at, summary)
    SELECT 1000000 + id, id, 500000 + id, 1000000 + id, 'uji', now(), now(), ${json(summary)} FROM instansi`.execute(tx)
  const one = sql`SELECT DISTINCT ON (p.instansi_id) p.pegawai_id, p.instansi_id, p.unit_id, p.jabatan_id FROM pegawai p
    WHERE p.jabatan_id IS NOT NULL ORDER BY p.instansi_id, p.pegawai_id`
  await sql`
    INSERT INTO recount_gap (pegawai_id, recount_id, competency_id, instansi_id, instansi_then, unit_id, jabatan_id, jenjang, required, standard_id, held,
      found, result_ids)
    SELECT pegawai_id, 1000000 + instansi_id, 1, instansi_id, instansi_id, unit_id, jabatan_id, 'pengawas', 2, 1, 1, 1, '{}' FROM (${one}) o`.execute(
    tx,
  )
  await sql`
    INSERT INTO comparison_move (pegawai_id, comparison_id, competency_id, instansi_id, unit_id, cause, move, levels, required_before, required_after,
      held_before, held_after)
    SELECT pegawai_id, 1000000 + instansi_id, 1, instansi_id, unit_id, 'result', 'opened', 1, 2, 2, 2, 1 FROM (${one}) o`.execute(
    tx,
  )
  await sql`
    INSERT INTO former_factor (instansi_id, jenjang, competency_id, difficulty, until_date)
    SELECT id, 'pengawas', 1, 's', '2025-01-01' FROM instansi`.execute(tx)
  await sql`
    INSERT INTO identity.saved_view (account_id, code, name, path, created_at)
    VALUES ('demo-perencana', ${viewCode}, 'Urgen', '/kebutuhan?tingkat=urgen', now())`.execute(tx)
}
