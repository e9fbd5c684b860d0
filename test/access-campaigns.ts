import { asJob, sql } from '../src/platform/db/index.ts'
import type { Target } from './access-targets.ts'
import type { DemoApp } from './factories/demo.ts'

export type FreshCampaign = { campaign: number; task: number }
/** Where nothing may be changed: ids that are nowhere. */
export const noCampaign: FreshCampaign = { campaign: 999_999, task: 999_999 }

/** Throw-away things of a government: a drafted campaign with somebody in it, and a task by which an account rates the person of the target. */
export const freshCampaign = (demo: DemoApp, target: Target, rater: string): Promise<FreshCampaign> =>
  asJob(demo.database.outer, async tx => {
    if (target.instansiId === 999_999) return noCampaign
    const population = JSON.stringify({
      unitIds: [target.unit],
      jenis: [],
      jenjang: [],
      employment: [],
      mapped: 'any',
      before: null,
    })
    const made = async (state: 'draft' | 'open') => {
      const { rows } = await sql<{ id: number }>`
        WITH made AS (
          INSERT INTO campaign (instansi_id, name, purpose, legal_basis, methods, population, raters_each, seed, state, made_by, made_at)
          VALUES (${target.instansiId}, 'Uji', 'pemetaan', 'SK uji', ARRAY['assessment_center', 'penilaian_atasan'], ${population}::text::jsonb, 3, 1, ${state},
                  'demo-admin', now()) RETURNING id),
        wave AS (INSERT INTO campaign_wave (campaign_id, number, starts_on, ends_on) SELECT id, 1, current_date - 5, current_date + 5 FROM made)
        SELECT id FROM made`.execute(tx)
      return rows[0]!.id
    }
    const campaign = await made('draft')
    await sql`
      INSERT INTO campaign_participant (pegawai_id, campaign_id, instansi_id, instansi_then, unit_id, jabatan_id, wave, found_at, invited_at)
      SELECT pegawai_id, ${campaign}::int, instansi_id, instansi_id, unit_id, coalesce(jabatan_id, ${target.jabatan}::int), 1, now(), now()
      FROM pegawai WHERE pegawai_id = ${target.person}`.execute(tx)
    const open = await made('open')
    await sql`
      INSERT INTO campaign_demand (campaign_id, jabatan_id, competency_id, level, standard_id)
      SELECT ${open}::int, ${target.jabatan}::int, c.id, 2, (SELECT min(id) FROM standard) FROM competency c WHERE c.code IN ('M.1', 'M.2')`.execute(
      tx,
    )
    const { rows } = await sql<{ id: number }>`
      INSERT INTO rating_task (pegawai_id, instansi_id, campaign_id, relation, rater_id, rater_account, rated_name, jabatan_id, wave, made_at)
      SELECT p.pegawai_id, p.instansi_id, ${open}::int, CASE WHEN a.pegawai_id = p.pegawai_id THEN 'diri' ELSE 'atasan' END, a.pegawai_id,
        CASE WHEN a.pegawai_id IS NULL THEN a.id END, p.name, ${target.jabatan}::int, 1, now()
      FROM pegawai p, identity.user_account a WHERE p.pegawai_id = ${target.person} AND a.id = ${rater} RETURNING id`.execute(tx)
    return { campaign, task: rows[0]!.id }
  })
