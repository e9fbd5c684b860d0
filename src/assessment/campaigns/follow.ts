import { notify } from '../../notices/index.ts'
import { audit } from '../../platform/audit/index.ts'
import { asJob, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { formatDate } from '../../platform/i18n/index.ts'
import { emit } from '../../platform/outbox.ts'
import { validUntilOf } from '../policies.ts'
import { type GivenResult, writeGiven } from '../store/record.ts'
import { ratingPolicyAt } from './policy.ts'
import { outcomes, type RatingPolicy } from './rules/outcome.ts'
import { type Campaign, campaignById, lockCampaign, openCampaigns, setShared } from './store/campaign.ts'
import { askToSettle, countTasks, heardPeople, readyPeople } from './store/follow.ts'
import { type Heard, heardOf, setResulted } from './store/outcome.ts'
import { askedOf, picksOf } from './store/participants.ts'
import * as change from './store/people-change.ts'
import { markDue, openRaters } from './store/reminders.ts'
import { keepDemands, type PeopleSet, shareTasks, startsOfChunks, takeIn } from './store/share.ts'

type Part = Pick<Services, 'db' | 'clock'>

const chunk = 250 // people a transaction: short enough that nobody waits long for the embedded database's one connection
const everybody: PeopleSet = { from: 0, to: 2 ** 31 - 1 }

async function inChunks(services: Part, campaignId: number, work: (tx: Tx, set: PeopleSet) => Promise<void>): Promise<void> {
  const starts = await asJob(services.db, tx => startsOfChunks(tx, campaignId, chunk))
  for (const [index, from] of starts.entries()) {
    await asJob(services.db, tx => work(tx, { from, to: starts[index + 1] ?? 2 ** 31 - 1 }))
  }
}

/** Shares out what is missing of the tasks of a campaign, in chunks; run again it makes nothing twice. */
export async function shareOutTasks(services: Part, campaignId: number): Promise<void> {
  const campaign = await asJob(services.db, tx => campaignById(tx, campaignId))
  if (campaign?.state !== 'open') return
  const today = services.clock.today(campaign.instansi.timeZone)
  await inChunks(services, campaignId, async (tx, set) => {
    const { policy } = await ratingPolicyAt(tx, campaign.instansi.id, today)
    await shareTasks(tx, campaign, set, policy.threshold, services.clock.now())
    await countTasks(tx, campaignId, set)
  })
  await asJob(services.db, tx => setShared(tx, campaignId, services.clock.now()))
}

/** The results that follow for one person and competency. */
const resultsOf = (campaign: Campaign, heard: Heard, policy: RatingPolicy, until: string): GivenResult[] =>
  outcomes(heard.said, policy)
    .filter(({ method }) => method === 'penilaian_360' || campaign.methods.includes(method))
    .map(({ method, level, raters }) => ({
      pegawaiId: heard.pegawaiId,
      competencyId: heard.competencyId,
      level,
      method,
      raters,
      assessedOn: heard.ratedOn,
      validUntil: until,
      assessor: method === 'assessment_center' ? heard.asesor : method === 'penilaian_atasan' ? heard.atasan : null,
      campaignId: campaign.id,
      standardId: heard.standardId,
      requiredThen: heard.requiredThen,
    }))

/** Makes the results of these people from what was handed in about them, and says so to who counts with them. */
async function makeResults(tx: Tx, campaign: Campaign, ids: readonly number[], at: Date, today: string): Promise<number> {
  if (ids.length === 0) return 0
  const { policy, policyId } = await ratingPolicyAt(tx, campaign.instansi.id, today)
  const validUntil = await validUntilOf(tx, campaign.instansi.id)
  const heard = await heardOf(tx, campaign.id, ids, campaign.instansi.timeZone)
  const results = heard.flatMap(one => {
    const until = validUntil(one.ratedOn)
    if (typeof until !== 'string') throw until
    return resultsOf(campaign, one, policy, until)
  })
  const written = await writeGiven(tx, results, { by: campaign.madeBy, importId: null, why: `kampanye ${campaign.id}`, at })
  await setResulted(tx, campaign.id, ids, policyId, at)
  await audit(tx, null, at, {
    verb: 'make_campaign_results',
    subject: `campaign:${campaign.id}`,
    instansiId: campaign.instansi.id,
    rows: written,
    detail: { label: campaign.name, people: ids.length, policy, policyId },
  })
  // Who moved meanwhile is counted elsewhere.
  const byInstansi = Map.groupBy(heard, one => one.instansiId)
  for (const [instansiId, rows] of byInstansi) {
    await emit(tx, 'assessment.recorded', { instansiId, pegawaiIds: [...new Set(rows.map(one => one.pegawaiId))] })
  }
  return ids.length
}

/** In a transaction at hand: counts, asks asesor who lie apart to settle it, and makes the results of whom everything was handed in. */
export async function followWithin(tx: Tx, campaign: Campaign, set: PeopleSet, at: Date, today: string): Promise<void> {
  const { policy } = await ratingPolicyAt(tx, campaign.instansi.id, today)
  await askToSettle(tx, campaign.id, set, policy.consensusFrom, at)
  await countTasks(tx, campaign.id, set)
  await makeResults(tx, campaign, await readyPeople(tx, campaign.id, set), at, today)
}

/** After ratings of these people were saved or handed in. */
export async function followRatings(services: Part, campaignId: number, set: PeopleSet): Promise<void> {
  await asJob(services.db, async tx => {
    const campaign = await lockCampaign(tx, campaignId)
    if (campaign?.state !== 'open') return
    await followWithin(tx, campaign, set, services.clock.now(), services.clock.today(campaign.instansi.timeZone))
  })
}

/** In a transaction at hand: results from whatever was handed in about these people, for everybody who has none yet. */
export async function concludeWithin(tx: Tx, campaign: Campaign, set: PeopleSet, at: Date, today: string): Promise<void> {
  await countTasks(tx, campaign.id, set)
  await makeResults(tx, campaign, await heardPeople(tx, campaign.id, set), at, today)
}

/** When a campaign has closed. */
export async function concludeCampaign(services: Part, campaignId: number): Promise<void> {
  await inChunks(services, campaignId, async (tx, set) => {
    const campaign = await campaignById(tx, campaignId)
    if (campaign?.state !== 'closed') return
    await concludeWithin(tx, campaign, set, services.clock.now(), services.clock.today(campaign.instansi.timeZone))
  })
}

/** After people came, left or changed post: who left is marked, who fits is shown as a newcomer, tasks follow. */
export async function followPeople(services: Part, instansiId: number): Promise<void> {
  for (const id of await asJob(services.db, tx => openCampaigns(tx, instansiId))) {
    await asJob(services.db, async tx => {
      const campaign = await lockCampaign(tx, id)
      if (campaign?.state !== 'open') return
      const [at, today] = [services.clock.now(), services.clock.today(campaign.instansi.timeZone)]
      const asked = askedOf(campaign, await picksOf(tx, id))
      const moved = await change.markLeavers(tx, campaign, at)
      const reposted = await change.followPosts(tx, id)
      const released = await change.releaseRaters(tx, campaign, at)
      await change.forgetNewcomers(tx, id, asked, today)
      const newcomers = await takeIn(tx, id, asked, today, at, false)
      await keepDemands(tx, id)
      if (moved.left + moved.back + reposted + released + newcomers === 0) return
      await audit(tx, null, at, {
        verb: 'follow_people',
        subject: `campaign:${id}`,
        instansiId,
        rows: moved.left + moved.back + newcomers,
        detail: { label: campaign.name, ...moved, reposted, released, newcomers },
      })
    })
    await shareOutTasks(services, id)
    await followRatings(services, id, everybody)
  }
}

/**
 * Marks the reminders that have fallen due, and tells the raters. All are told the same, whoever they rate and as what: a message must not
 * say who is somebody's peer (ADR 0019).
 */
export async function remind(services: Part): Promise<void> {
  await asJob(services.db, async tx => {
    const today = services.clock.today()
    const marked = (await markDue(tx, today, services.clock.now())).filter(due => due.raters > 0)
    for (const { raters: _, ...due } of marked) await emit(tx, 'ratings.due', due)
    const open = await openRaters(
      tx,
      marked.map(due => due.campaignId),
      today,
    )
    await notify(
      tx,
      open.flatMap(({ campaignId, pegawaiIds, accountIds, until }) =>
        [{ pegawaiIds }, { accountIds }].map(to => ({
          topic: 'assessment' as const,
          to,
          title: { id: 'Penilaian menunggu Anda', en: 'Ratings wait for you' },
          body: { id: `Isi paling lambat ${formatDate(until, 'id')}.`, en: `Hand them in by ${formatDate(until, 'en')}.` },
          href: '/penilaian',
          duty: true,
          key: `ratings:${campaignId}:${today}`,
          expiresOn: until,
        })),
      ),
    )
  })
}

/** The people of each campaign that the jobs name. */
export function peopleNamed(jobs: readonly Record<string, unknown>[]): Map<number, number[]> {
  const named = new Map<number, Set<number>>()
  for (const { campaignId, pegawaiIds } of jobs) {
    const ids = named.get(Number(campaignId)) ?? new Set<number>()
    for (const id of Array.isArray(pegawaiIds) ? pegawaiIds : []) ids.add(Number(id))
    named.set(Number(campaignId), ids)
  }
  return new Map([...named].map(([id, people]) => [id, [...people]]))
}

export function campaignJobs(services: Services): void {
  const { jobs } = services
  jobs.on('assessment.share-tasks', async given => {
    for (const id of new Set(given.map(job => Number(job.campaignId)))) {
      await shareOutTasks(services, id)
      if (services.database.engine === 'embedded') await services.database.analyze()
      await followRatings(services, id, everybody)
    }
  })
  jobs.on('assessment.follow-ratings', async given => {
    for (const [id, people] of peopleNamed(given)) await followRatings(services, id, people)
  })
  jobs.on('assessment.conclude', async given => {
    if (services.database.engine === 'embedded') await services.database.analyze()
    for (const id of new Set(given.map(job => Number(job.campaignId)))) await concludeCampaign(services, id)
  })
  jobs.on('assessment.follow-people', async given => {
    for (const id of new Set(given.map(job => Number(job.instansiId)))) await followPeople(services, id)
  })
  jobs.hear('people.changed', 'assessment.follow-people')
  jobs.on('assessment.remind', () => remind(services))
  jobs.every('0 6 * * *', 'assessment.remind')
}
