import { sql, type Tx } from '../src/platform/db/index.ts'
import type { Asked } from './access-questions.ts'
import type { Answer, Line, Role } from './access-table.ts'

/** Evidence from learning: who may write results of somebody sees and decides it. */
export const evidenceLines = (deciders: readonly Role[], others: readonly Role[]): Line[] => {
  const line = (route: string, done: Answer): Line => ({ route, nobody: 'masuk', inside: { [done]: deciders, 403: others } })
  return [line('GET /pemetaan/bukti', 200), line('GET /pemetaan/bukti.xlsx', 200), line('POST /pemetaan/bukti', 303)]
}

export const evidenceQuestions: Record<string, (t: Asked) => { path: string; body?: URLSearchParams }> = {
  'GET /pemetaan/bukti': t => ({ path: `/pemetaan/bukti?q=${t.nip}` }),
  'GET /pemetaan/bukti.xlsx': t => ({ path: `/pemetaan/bukti.xlsx?q=${t.nip}` }),
  'POST /pemetaan/bukti': () => ({
    path: '/pemetaan/bukti',
    body: new URLSearchParams({ putusan: 'tolak', bukti: '0', alasan: 'x' }),
  }),
}

/** One for everybody: it waits for a decision. */
export async function evidenceForAll(tx: Tx): Promise<void> {
  await sql`
    INSERT INTO learning_evidence (pegawai_id, instansi_id, instansi_then, class_id, competency_id, title, completed_on, level_taught, level_to, outcome, why,
      made_at)
    SELECT p.pegawai_id, p.instansi_id, p.instansi_id, 0, c.id, 'Belajar uji', current_date, 5, 5, 'proposed', 'rule', now()
    FROM pegawai p, competency c WHERE c.code = 'M.1'`.execute(tx)
}
