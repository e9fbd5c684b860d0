import { sql, type Tx } from '../../src/platform/db/index.ts'

/** Invented prices in whole rupiah: a year of one person by group of posts, and one level for one person. */
const prices = {
  jpt: 420_000_000,
  administrator: 240_000_000,
  pengawas: 168_000_000,
  ahli: 156_000_000,
  keterampilan: 108_000_000,
  pelaksana: 84_000_000,
  closing: 3_500_000,
}

const rules = [
  { kind: 'gap_cost', value: prices, basis: 'Angka contoh demo; bukan angka resmi' },
  {
    kind: 'learning_evidence',
    value: { effect: 'raise', mostSteps: 1, minScore: 70 },
    basis: 'Keputusan Gubernur contoh demo; bukan keputusan resmi',
  },
]

/** The province has said what open gaps cost and that a passed learning raises a level; the governments it guides have not. */
export async function insertLocalRules(tx: Tx, today: string): Promise<void> {
  await sql`
    INSERT INTO policy (instansi_id, kind, version, state, value, legal_basis, active_from, made_by, made_at, set_by, set_at)
    SELECT i.id, r.kind, 1, 'active', r.value, r.basis, ${`${today.slice(0, 4)}-01-01`}::date, 'demo-pengelola', ${today}::date, 'demo-pengelola',
      ${today}::date
    FROM instansi i CROSS JOIN jsonb_to_recordset(${JSON.stringify(rules)}::jsonb) AS r(kind text, value jsonb, basis text)
    WHERE i.region_code = '19'`.execute(tx)
}
