import type { Actor } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { asJob, asRater } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { asRaterOf } from './access.ts'
import { ratingPolicyAt } from './policy.ts'
import { anonymous } from './rules/outcome.ts'
import { type Answer, type AnswerFlaw, answerFlaws, differing, type TaskState, taskState } from './rules/task.ts'
import * as store from './store/rating.ts'

export type OpenedTask = {
  task: store.Task
  state: TaskState
  demands: store.Demand[]
  answers: Answer[]
  /** Where two asesor settle it: what each of them said. */
  differences: store.Difference[]
}

const stateOf = (task: store.Task, today: string): TaskState =>
  taskState(
    {
      submitted: task.submittedAt !== null,
      cancelled: task.cancelledWhy !== null,
      campaign: task.campaign.state,
      startsOn: task.startsOn,
      endsOn: task.endsOn,
    },
    today,
  )

/** One of the actor's own tasks with what it asks and what is stored; null where it is not theirs. */
export async function openTask(services: Services, actor: Actor, id: number): Promise<OpenedTask | null> {
  const read = await asRater(services.db, asRaterOf(actor), async tx => {
    const task = await store.taskById(tx, id)
    if (!task) return null
    const demands = await store.demandsOf(tx, task.campaign.id, task.jabatanId)
    return { task, demands, answers: await store.answersOf(tx, task) }
  })
  if (!read) return null
  const { task } = read
  const today = services.clock.today(task.campaign.timeZone)
  const differences =
    task.relation === 'integrasi'
      ? await asJob(services.db, async tx => {
          const { policy } = await ratingPolicyAt(tx, task.campaign.instansiId, today)
          return store.differencesOf(tx, task.campaign.id, task.pegawaiId, policy.consensusFrom)
        })
      : []
  const apart = new Set(differences.map(one => one.competencyId))
  return {
    ...read,
    demands: task.relation === 'integrasi' ? read.demands.filter(one => apart.has(one.competencyId)) : read.demands,
    state: stateOf(task, today),
    differences,
  }
}

export type Saved =
  | { ok: true; submitted: boolean; version: number }
  /** `kept`: what was typed is stored as a draft all the same. */
  | { ok: false; why: 'flaws'; flaws: readonly AnswerFlaw[]; version: number }
  | { ok: false; why: 'state'; state: Exclude<TaskState, 'open'>; kept: boolean; version: number }
  /** Another tab was faster: where it stored something else, and the version to save over it knowingly. */
  | { ok: false; why: 'stale'; stored: Answer[]; differing: Answer[]; version: number; submitted: boolean }

/** Stores answers to one of the actor's own tasks, and hands them in with `submit`. What cannot be handed in is kept as a draft. */
export async function saveRating(
  services: Services,
  actor: Actor,
  opened: OpenedTask,
  given: { version: number; answers: readonly Answer[]; submit: boolean },
): Promise<Saved> {
  const { task, state, demands } = opened
  const asked = demands.map(one => one.competencyId)
  // Writing is easily recognised: who is not to be known leaves no note.
  const secret = anonymous.includes(task.relation)
  const answers = given.answers
    .filter(one => asked.includes(one.competencyId))
    .map(one => (secret ? { ...one, evidence: null } : one))
  const flaws = given.submit ? answerFlaws(asked, answers, task.relation === 'integrasi') : []
  const submit = given.submit && flaws.length === 0 && state === 'open'
  const at = services.clock.now()
  const saved = await asRater(services.db, asRaterOf(actor), async tx => {
    const version = await store.saveAnswers(tx, task, given.version, answers, submit, at)
    if (version === null)
      return { version, stored: await store.answersOf(tx, task), now: (await store.taskById(tx, task.id)) ?? task }
    if (submit) {
      // Of whom an anonymous rater spoke is not written down: the trail is read by others.
      await audit(tx, actor.accountId, at, {
        verb: 'submit_rating',
        subject: secret ? `campaign:${task.campaign.id}` : `pegawai:${task.pegawaiId}`,
        instansiId: task.campaign.instansiId,
        detail: { label: task.campaign.name, relation: task.relation },
      })
    }
    // What was settled is followed when the others need not settle it any more.
    if (task.relation !== 'integrasi' && (submit || task.startedAt === null))
      await services.jobs.send(tx, 'assessment.follow-ratings', { campaignId: task.campaign.id, pegawaiIds: [task.pegawaiId] })
    return { version, stored: [], now: task }
  })
  if (saved.version === null) {
    return {
      ok: false,
      why: 'stale',
      stored: saved.stored,
      differing: differing(answers, saved.stored),
      version: saved.now.version,
      submitted: saved.now.submittedAt !== null,
    }
  }
  const { version } = saved
  if (state !== 'open') return { ok: false, why: 'state', state, kept: true, version }
  if (flaws.length > 0) return { ok: false, why: 'flaws', flaws, version }
  if (submit && task.relation === 'integrasi') {
    await asJob(services.db, async tx => {
      await store.markSettled(tx, task.campaign.id, task.pegawaiId, at)
      await services.jobs.send(tx, 'assessment.follow-ratings', { campaignId: task.campaign.id, pegawaiIds: [task.pegawaiId] })
    })
  }
  return { ok: true, submitted: submit, version }
}
