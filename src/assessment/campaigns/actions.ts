import type { Actor } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { asJob, inScope, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { manageCampaigns } from './access.ts'
import { after, type CampaignVerb } from './rules/state.ts'
import { shareOut, type Wave } from './rules/waves.ts'
import * as store from './store/campaign.ts'
import { askedOf, picksOf, savePicks } from './store/participants.ts'
import { previewOf } from './store/population.ts'
import { addReminder, dropReminder } from './store/reminders.ts'
import { keepDemands, takeIn } from './store/share.ts'

export type Picks = readonly { id: number; kind: 'added' | 'excluded' }[]
/** `stale`: somebody else changed it meanwhile. `state`: it stands where this cannot be done. */
export type Refused = 'stale' | 'state'
type Done = { ok: true } | { ok: false; why: Refused }

const note = (tx: Tx, services: Services, by: Actor, campaign: store.Campaign, verb: string, rows = 1, detail: object = {}) =>
  audit(tx, by.accountId, services.clock.now(), {
    verb,
    subject: `campaign:${campaign.id}`,
    instansiId: campaign.instansi.id,
    rows,
    detail: { label: campaign.name, ...detail },
  })

/** One deed on a campaign that stands where it may be done, in one transaction. The route has seen that the actor manages it. */
const onCampaign = <T extends { ok: boolean }>(
  services: Services,
  by: Actor,
  id: number,
  verb: CampaignVerb,
  work: (tx: Tx, campaign: store.Campaign) => Promise<T>,
): Promise<T | { ok: false; why: Refused }> =>
  inScope(services.db, manageCampaigns(by), async tx => {
    const campaign = await store.lockCampaign(tx, id)
    if (!campaign || after(campaign.state, verb) === null) return { ok: false as const, why: 'state' as const }
    return work(tx, campaign)
  })

/** Draws up a campaign with its first wave; `seed` decides the lot of peers and subordinates. */
export const draftCampaign = (
  services: Services,
  by: Actor,
  draft: store.Draft & { instansiId: number; wave: Wave; picks: Picks; seed: number },
): Promise<number> =>
  inScope(services.db, manageCampaigns(by), async tx => {
    const at = services.clock.now()
    const id = await store.insertCampaign(tx, { ...draft, by: by.accountId, at })
    await savePicks(tx, id, draft.picks, by.accountId, at)
    const campaign = (await store.campaignById(tx, id))!
    await note(tx, services, by, campaign, 'draft_campaign', 1, { population: draft.population, methods: draft.methods })
    return id
  })

export const editCampaign = (
  services: Services,
  by: Actor,
  id: number,
  version: number,
  draft: store.Draft & { picks: Picks },
): Promise<Done> =>
  onCampaign(services, by, id, 'edit', async (tx, campaign): Promise<Done> => {
    if (!(await store.updateDraft(tx, id, version, draft))) return { ok: false, why: 'stale' }
    await savePicks(tx, id, draft.picks, by.accountId, services.clock.now())
    await note(tx, services, by, campaign, 'draft_campaign', 1, { population: draft.population, methods: draft.methods })
    return { ok: true }
  })

export const discardCampaign = (services: Services, by: Actor, id: number): Promise<Done> =>
  onCampaign(services, by, id, 'discard', async (tx, campaign): Promise<Done> => {
    await note(tx, services, by, campaign, 'discard_campaign')
    await store.deleteDraft(tx, id)
    return { ok: true }
  })

/** Sets the waves of a draft and which office falls into which; `offices` null: shared out by the quotas. */
export const setWaves = (
  services: Services,
  by: Actor,
  id: number,
  waves: readonly Wave[],
  offices: ReadonlyMap<number, number> | null,
): Promise<Done> =>
  onCampaign(services, by, id, 'edit', async (tx, campaign): Promise<Done> => {
    await store.saveWaves(tx, id, waves)
    const today = services.clock.today(campaign.instansi.timeZone)
    const shared = offices ?? shareOut((await previewOf(tx, askedOf(campaign, await picksOf(tx, id)), today)).offices, waves)
    const known = new Set(waves.map(wave => wave.number))
    await store.saveOfficeWaves(tx, id, new Map([...shared].filter(([, wave]) => known.has(wave))))
    await note(tx, services, by, campaign, 'set_campaign_waves', waves.length)
    return { ok: true }
  })

/**
 * Opens a campaign: whom the rule names today is in it, what their posts ask for is kept, and a job shares out the tasks. Answers how
 * many people; a campaign without anybody is not opened.
 */
export const openCampaign = (
  services: Services,
  by: Actor,
  id: number,
): Promise<{ ok: true; people: number } | { ok: false; why: Refused | 'nobody' }> =>
  onCampaign(services, by, id, 'open', async (tx, campaign) => {
    const at = services.clock.now()
    const today = services.clock.today(campaign.instansi.timeZone)
    const asked = askedOf(campaign, await picksOf(tx, id))
    const offices = await store.officeWaves(tx, id)
    const preview = await previewOf(tx, asked, today)
    if (preview.people === 0) return { ok: false as const, why: 'nobody' as const }
    const known = shareOut(preview.offices, campaign.waves)
    await store.saveOfficeWaves(tx, id, new Map([...known].map(([unit, wave]) => [unit, offices.get(unit) ?? wave])))
    const people = await takeIn(tx, id, asked, today, at, true)
    await keepDemands(tx, id)
    await store.recordChange(tx, id, { kind: 'opened', wave: null, until: null, reason: null, by: by.accountId, at }, 'open')
    await note(tx, services, by, campaign, 'open_campaign', people)
    await services.jobs.send(tx, 'assessment.share-tasks', { campaignId: id })
    return { ok: true as const, people }
  })

/** Moves the last day of one wave, or (null) of all that run. */
export const extendCampaign = (
  services: Services,
  by: Actor,
  id: number,
  to: { wave: number | null; until: string; reason: string },
): Promise<Done | { ok: false; why: 'earlier' }> =>
  onCampaign(services, by, id, 'run', async (tx, campaign): Promise<Done | { ok: false; why: 'earlier' }> => {
    const today = services.clock.today(campaign.instansi.timeZone)
    if (to.until < today || (await store.extendWaves(tx, id, to.wave, today, to.until)) === 0)
      return { ok: false, why: 'earlier' }
    const at = services.clock.now()
    await store.recordChange(tx, id, { kind: 'extended', ...to, by: by.accountId, at })
    await note(tx, services, by, campaign, 'extend_campaign', 1, { until: to.until, why: to.reason })
    return { ok: true }
  })

/** Closes a campaign, early or not; a job makes the results of who has none yet. */
export const closeCampaign = (services: Services, by: Actor, id: number, reason: string | null): Promise<Done> =>
  onCampaign(services, by, id, 'close', async (tx, campaign): Promise<Done> => {
    const at = services.clock.now()
    await store.recordChange(tx, id, { kind: 'closed', wave: null, until: null, reason, by: by.accountId, at }, 'closed')
    await note(tx, services, by, campaign, 'close_campaign', 1, { why: reason })
    await services.jobs.send(tx, 'assessment.conclude', { campaignId: id })
    return { ok: true }
  })

export const archiveCampaign = (services: Services, by: Actor, id: number): Promise<Done> =>
  onCampaign(services, by, id, 'archive', async (tx, campaign): Promise<Done> => {
    const at = services.clock.now()
    await store.recordChange(
      tx,
      id,
      { kind: 'archived', wave: null, until: null, reason: null, by: by.accountId, at },
      'archived',
    )
    await note(tx, services, by, campaign, 'archive_campaign')
    return { ok: true }
  })

/** A day on which raters with open tasks are reminded. False: it was there already. */
export const planReminder = (
  services: Services,
  by: Actor,
  id: number,
  dueOn: string,
): Promise<Done | { ok: false; why: 'twice' }> =>
  onCampaign(services, by, id, 'run', async (tx, campaign): Promise<Done | { ok: false; why: 'twice' }> => {
    if (!(await addReminder(tx, id, dueOn))) return { ok: false, why: 'twice' }
    await note(tx, services, by, campaign, 'plan_reminder', 1, { dueOn })
    return { ok: true }
  })

export const cancelReminder = (services: Services, by: Actor, id: number, dueOn: string): Promise<Done> =>
  onCampaign(services, by, id, 'run', async (tx, campaign): Promise<Done> => {
    if (await dropReminder(tx, id, dueOn)) await note(tx, services, by, campaign, 'cancel_reminder', 1, { dueOn })
    return { ok: true }
  })

/** How many a rule takes in and who, before anything is saved. */
export const preview = (services: Services, by: Actor, asked: Parameters<typeof previewOf>[1], today: string) =>
  inScope(services.db, manageCampaigns(by), tx => previewOf(tx, asked, today))

/** Campaigns are found past every scope; who may see one is decided by its instansi. */
export const campaignAnywhere = (services: Services, id: number): Promise<store.Campaign | null> =>
  asJob(services.db, tx => store.campaignById(tx, id))
