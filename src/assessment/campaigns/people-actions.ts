import type { Actor } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { inScope, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { manageCampaigns } from './access.ts'
import { after } from './rules/state.ts'
import * as asesor from './store/asesor.ts'
import { type Campaign, lockCampaign } from './store/campaign.ts'
import { countTasks } from './store/follow.ts'
import * as store from './store/participants.ts'
import { keepDemands } from './store/share.ts'

/** While a campaign runs. False: it does not. */
const whileOpen = (
  services: Services,
  by: Actor,
  id: number,
  work: (tx: Tx, campaign: Campaign, at: Date) => Promise<number>,
): Promise<number | null> =>
  inScope(services.db, manageCampaigns(by), async tx => {
    const campaign = await lockCampaign(tx, id)
    if (!campaign || after(campaign.state, 'run') === null) return null
    return work(tx, campaign, services.clock.now())
  })

const note = (tx: Tx, by: Actor, at: Date, campaign: Campaign, verb: string, rows: number, person?: number) =>
  audit(tx, by.accountId, at, {
    verb,
    subject: person === undefined ? `campaign:${campaign.id}` : `pegawai:${person}`,
    instansiId: campaign.instansi.id,
    rows,
    detail: { label: campaign.name },
  })

/** Lets newcomers in (null: all who wait); a job shares out their tasks. Answers how many; null where the campaign does not run. */
export const admitNewcomers = (
  services: Services,
  by: Actor,
  id: number,
  ids: readonly number[] | null,
): Promise<number | null> =>
  whileOpen(services, by, id, async (tx, campaign, at) => {
    const let_in = await store.letIn(tx, id, ids, at)
    if (let_in.length === 0) return 0
    await keepDemands(tx, id)
    await note(tx, by, at, campaign, 'admit_newcomers', let_in.length)
    await services.jobs.send(tx, 'assessment.share-tasks', { campaignId: id })
    return let_in.length
  })

export const declineNewcomers = (
  services: Services,
  by: Actor,
  id: number,
  ids: readonly number[] | null,
): Promise<number | null> =>
  whileOpen(services, by, id, async (tx, campaign, at) => {
    const away = await store.turnAway(tx, id, ids, by.accountId, at)
    if (away > 0) await note(tx, by, at, campaign, 'decline_newcomers', away)
    return away
  })

export const removeParticipant = (services: Services, by: Actor, id: number, pegawaiId: number): Promise<number | null> =>
  whileOpen(services, by, id, async (tx, campaign, at) => {
    if (!(await store.takeOut(tx, id, pegawaiId, at))) return 0
    await countTasks(tx, id, [pegawaiId])
    await note(tx, by, at, campaign, 'remove_participant', 1, pegawaiId)
    return 1
  })

/** Shares people without asesor out among the given accounts, each person to `each` of them. */
export const assignAsesor = (
  services: Services,
  by: Actor,
  id: number,
  part: asesor.Part,
  accountIds: readonly string[],
  each: number,
): Promise<number | null> =>
  whileOpen(services, by, id, async (tx, campaign, at) => {
    const chosen = (await asesor.asesorFor(tx, campaign.instansi.id)).filter(one => accountIds.includes(one.accountId))
    if (chosen.length === 0) return 0
    const people = await asesor.assignAsesor(tx, id, part, chosen, each, at)
    if (people === 0) return 0
    await countTasks(tx, id, { from: 0, to: 2 ** 31 - 1 })
    await note(tx, by, at, campaign, 'assign_asesor', people)
    return people
  })

export type PickedRater = { relation: 'rekan' | 'bawahan'; pegawaiId: number } | { relation: 'asesor'; accountId: string }

/** Asks one more to rate somebody: a peer or subordinate who is one, or an asesor. 0: the one picked cannot be. */
export const pickRater = (
  services: Services,
  by: Actor,
  id: number,
  pegawaiId: number,
  rater: PickedRater,
): Promise<number | null> =>
  whileOpen(services, by, id, async (tx, campaign, at) => {
    const picked = await raterFor(tx, campaign, pegawaiId, rater)
    if (!picked || !(await asesor.addRater(tx, id, pegawaiId, picked, at))) return 0
    await countTasks(tx, id, [pegawaiId])
    await note(tx, by, at, campaign, 'pick_rater', 1, pegawaiId)
    return 1
  })

async function raterFor(tx: Tx, campaign: Campaign, pegawaiId: number, rater: PickedRater) {
  if (rater.relation === 'asesor') {
    const one = (await asesor.asesorFor(tx, campaign.instansi.id)).find(found => found.accountId === rater.accountId)
    if (!one || one.pegawaiId === pegawaiId) return null
    return { relation: rater.relation, pegawaiId: one.pegawaiId, accountId: one.pegawaiId === null ? one.accountId : null }
  }
  const able = await asesor.eligibleRaters(tx, campaign.id, pegawaiId)
  const one = able.find(
    found => found.id === rater.pegawaiId && (found.relation === rater.relation || rater.relation === 'rekan'),
  )
  return one ? { relation: one.relation, pegawaiId: one.id, accountId: null } : null
}

export const dropRater = (services: Services, by: Actor, id: number, pegawaiId: number, taskId: number): Promise<number | null> =>
  whileOpen(services, by, id, async (tx, campaign, at) => {
    if (!(await asesor.withdrawTask(tx, id, pegawaiId, taskId, at))) return 0
    await countTasks(tx, id, [pegawaiId])
    await note(tx, by, at, campaign, 'withdraw_rating_task', 1, pegawaiId)
    await services.jobs.send(tx, 'assessment.follow-ratings', { campaignId: id, pegawaiIds: [pegawaiId] })
    return 1
  })
