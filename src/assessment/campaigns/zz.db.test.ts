import { it } from 'vitest'
import { loadDemo } from '../../../seeds/demo/index.ts'
import { testDatabase } from '../../../test/database.ts'
import { actor, grant } from '../../../test/factories/browser.ts'
import { campaignServices } from '../../../test/factories/campaigns.ts'
import { refreshRequirements } from '../../standards/index.ts'
import { asJob } from '../../platform/db/index.ts'
import { draftCampaign, openCampaign } from './actions.ts'
import { shareOutTasks } from './follow.ts'
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
  await d.close()
}, 600000)
