import { it } from 'vitest'
import { loadDemo } from '../../../seeds/demo/index.ts'
import { testDatabase } from '../../../test/database.ts'
import { actor, grant } from '../../../test/factories/browser.ts'
import { campaignServices } from '../../../test/factories/campaigns.ts'
import { refreshRequirements } from '../../standards/index.ts'
import { asJob, sql } from '../../platform/db/index.ts'
import { draftCampaign, openCampaign } from './actions.ts'
import { concludeCampaign, followPeople, followRatings, shareOutTasks } from './follow.ts'
it('x', async () => {
  const d = await testDatabase()
  const { services } = campaignServices(d)
  const t = async <T>(name: string, work: () => Promise<T>) => { const s = performance.now(); const r = await work(); console.log(name, Math.round(performance.now() - s), 'ms'); return r }
  await t('load', () => loadDemo(d, { today: '2026-11-22', hashPassword: async () => 'x' }))
  await asJob(d.outer, tx => refreshRequirements(tx, { instansiId: 2 }, '2026-11-22'))
  await d.analyze()
  const keeper = actor({ accountId: 'demo-pengelola', grants: [grant('pengelola', [2])] })
  const population = { unitIds: [], jenis: [], jenjang: [], employment: [], mapped: 'any' as const, before: null }
  const id = await draftCampaign(services, keeper, { name: 'Semua', purpose: 'pemetaan', legalBasis: 'x', methods: ['penilaian_atasan', 'penilaian_rekan', 'penilaian_bawahan', 'penilaian_diri'], population, ratersEach: 5, instansiId: 2, wave: { number: 1, startsOn: '2026-11-01', endsOn: '2026-12-01', quota: null }, picks: [], seed: 1 })
  await t('open', () => openCampaign(services, keeper, id))
  await t('share', () => shareOutTasks(services, id))
  await t('share again', () => shareOutTasks(services, id))
  await t('people', () => followPeople(services, 2))
  await t('rate all', () => asJob(d.outer, async tx => { await sql`UPDATE rating_task SET started_at = now(), submitted_at = now() WHERE campaign_id = ${id}`.execute(tx); await sql`INSERT INTO rating (pegawai_id, task_id, competency_id, instansi_id, campaign_id, relation, rater_id, level, rated_at, submitted) SELECT t.pegawai_id, t.id, q.competency_id, 2, ${id}::int, t.relation, t.rater_id, q.level, now(), true FROM rating_task t JOIN campaign_demand q ON q.campaign_id = t.campaign_id AND q.jabatan_id = t.jabatan_id WHERE t.campaign_id = ${id} AND t.pegawai_id < 1500`.execute(tx) }))
  await t('follow one', () => followRatings(services, id, [1000]))
  await asJob(d.outer, tx => sql`UPDATE campaign SET state = 'closed' WHERE id = ${id}`.execute(tx))
  await t('conclude', () => concludeCampaign(services, id))
  await d.close()
}, 600000)
