import { accountsWith } from '../../identity/index.ts'
import { type Actor, coversInstansi, scopeOf } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { asJob, inScope, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { forbidden, notFound } from '../../platform/http/refusal.ts'
import { emit } from '../../platform/outbox.ts'
import { policyAt } from '../../policies/index.ts'
import { highestLevel, lowestLevel } from '../../regulation/index.ts'
import { writeGiven } from '../store/record.ts'
import { manageAppeals } from './access.ts'
import { appealPolicy } from './policy.ts'
import {
  type AppealStep,
  type DecisionFlaw,
  daysAfter,
  decisionFlaws,
  type FileFlaw,
  fileFlaws,
  mayStep,
  readerFlaw,
} from './rules/appeal.ts'
import * as store from './store.ts'
import { tellManagers, tellPerson, tellReader } from './tell.ts'

export type Filed = { ok: true; id: number } | { ok: false; flaws: FileFlaw[] }

/** A person objects to one result of their own. */
export async function fileAppeal(services: Services, by: Actor, resultId: number, reason: string): Promise<Filed> {
  if (by.pegawaiId === null) throw notFound()
  const pegawaiId = by.pegawaiId
  return inScope(services.db, scopeOf(by, ['pegawai']), async tx => {
    const result = await store.resultToAppeal(tx, pegawaiId, resultId)
    if (!result) throw notFound()
    const today = services.clock.today(result.timeZone)
    const policy = await policyAt(tx, appealPolicy, result.instansiId, today)
    const flaws = fileFlaws({ reason, today }, result, policy.value.fileDays)
    if (flaws.length > 0) return { ok: false, flaws }
    const at = services.clock.now()
    const dueOn = daysAfter(today, policy.value.decideDays)
    const id = await store.insertAppeal(tx, { result, reason, by: by.accountId, at, dueOn, policyId: policy.id })
    if (id === null) return { ok: false, flaws: ['open'] }
    await written(tx, services, by, 'file_appeal', { id, instansiId: result.instansiId }, { resultId, dueOn })
    await tellManagers(tx, { id, instansiId: result.instansiId })
    return { ok: true, id }
  })
}

const written = (
  tx: Tx,
  services: Services,
  by: Actor,
  verb: string,
  appeal: { id: number; instansiId: number },
  detail: Record<string, unknown>,
) =>
  audit(tx, by.accountId, services.clock.now(), { verb, subject: `appeal:${appeal.id}`, instansiId: appeal.instansiId, detail })

export type Stepped<F extends string> = { ok: true } | { ok: false; flaws: (F | 'state')[] }
const refused = <F extends string>(...flaws: (F | 'state')[]): Stepped<F> => ({ ok: false, flaws })

/** The appeal as it stands now, held; the step is refused where somebody else took one in between. */
const holding = <F extends string>(
  services: Services,
  id: number,
  step: AppealStep,
  may: (appeal: store.Appeal) => void,
  work: (tx: Tx, appeal: store.Appeal) => Promise<Stepped<F>>,
): Promise<Stepped<F>> =>
  // A reader may belong to another part of the tree than the person: who may is asked here, of the appeal itself.
  asJob(services.db, async tx => {
    const appeal = await store.appealForUpdate(tx, id)
    if (!appeal) throw notFound()
    may(appeal)
    return mayStep(appeal.state, step) ? work(tx, appeal) : refused<F>('state')
  })

const managed = (by: Actor) => (appeal: store.Appeal) => {
  if (!coversInstansi(manageAppeals(by), appeal.instansiId)) throw by.pegawaiId === appeal.pegawaiId ? forbidden() : notFound()
}

const isReader = (by: Actor) => (appeal: store.Appeal) => {
  if (appeal.readerId !== by.accountId) throw notFound()
}
const isOwn = (by: Actor) => (appeal: store.Appeal) => {
  if (appeal.pegawaiId !== by.pegawaiId) throw notFound()
}

/** The manager names who reads it: an assessor or manager of the instansi who had no part in the result. */
export const assignReader = (services: Services, by: Actor, id: number, accountId: string) =>
  holding<'reader'>(services, id, 'assign', managed(by), async (tx, appeal) => {
    const readers = await readersFor(tx, appeal)
    if (!readers.some(one => one.accountId === accountId)) return refused('reader')
    await store.assignReader(tx, id, accountId, by.accountId, services.clock.now())
    await written(tx, services, by, 'assign_appeal', appeal, { reader: accountId })
    await tellReader(tx, appeal, accountId)
    return { ok: true }
  })

/** Who may read an appeal; in a job's transaction. */
export async function readersFor(tx: Tx, appeal: store.Appeal) {
  const accounts = await accountsWith(tx, ['asesor', 'pengelola', 'admin'], appeal.instansiId)
  const raters = await store.ratersOf(tx, appeal)
  return accounts.filter(one => readerFlaw(one, appeal, raters) === null)
}

/** The reader says which level the evidence shows, and why. */
export const giveOpinion = (services: Services, by: Actor, id: number, level: number | null, opinion: string) =>
  holding<'level' | 'opinion'>(services, id, 'give_opinion', isReader(by), async (tx, appeal) => {
    if (level === null || level < lowestLevel || level > highestLevel) return refused('level')
    if (opinion.length < 20 || opinion.length > 4000) return refused('opinion')
    await store.writeOpinion(tx, id, level, opinion, services.clock.now())
    await written(tx, services, by, 'read_appeal', appeal, { level, opinion })
    return { ok: true }
  })

/** The decision. Where it changes the level, a new result takes the place of the one objected to, and every figure follows. */
export const decideAppeal = (
  services: Services,
  by: Actor,
  id: number,
  decision: { outcome: string; level: number | null; grounds: string },
) =>
  holding<DecisionFlaw>(services, id, 'decide', managed(by), async (tx, appeal) => {
    const flaws = decisionFlaws({ ...decision, accountId: by.accountId, pegawaiId: by.pegawaiId }, appeal)
    if (flaws.length > 0) return refused(...flaws)
    const at = services.clock.now()
    const changed = decision.outcome === 'changed'
    if (changed) {
      const { pegawaiId, competencyId, method, assessedOn, validUntil, campaignId, assessor } = appeal
      await writeGiven(
        tx,
        [
          {
            pegawaiId,
            competencyId,
            level: decision.level!,
            method,
            assessedOn,
            validUntil,
            campaignId,
            assessor,
            note: `Keberatan ${id}`,
          },
        ],
        { by: by.accountId, importId: null, why: `keberatan ${id}`, at },
      )
      await emit(tx, 'assessment.recorded', { instansiId: appeal.instansiId, pegawaiIds: [pegawaiId] })
    }
    const level = changed ? decision.level : null
    await store.writeDecision(tx, appeal, {
      outcome: changed ? 'changed' : 'upheld',
      level,
      grounds: decision.grounds,
      by: by.accountId,
      at,
    })
    await written(tx, services, by, 'decide_appeal', appeal, {
      outcome: decision.outcome,
      before: appeal.levelBefore,
      after: level,
      grounds: decision.grounds,
    })
    await tellPerson(tx, appeal)
    return { ok: true }
  })

/** The person takes it back, as long as nobody has given an opinion. */
export const withdrawAppeal = (services: Services, by: Actor, id: number) =>
  holding<never>(services, id, 'withdraw', isOwn(by), async (tx, appeal) => {
    await store.withdrawAppeal(tx, id)
    await written(tx, services, by, 'withdraw_appeal', appeal, {})
    return { ok: true }
  })
