import { audit } from '../../platform/audit/index.ts'
import { asJob, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { emit } from '../../platform/outbox.ts'
import { policyAt } from '../../policies/index.ts'
import { validUntilOf } from '../policies.ts'
import { learningMessages } from './messages.ts'
import { learningPolicy } from './policy.ts'
import { raiseLevels } from './raise.ts'
import { takenFor } from './rules/evidence.ts'
import { dropTaken, keepTaken, type Passed, passedIn, type TakenRow } from './store.ts'

/** Takes what people of one instansi passed for what its rule says. Run again it changes nothing. */
async function take({ clock }: Services, tx: Tx, instansiId: number, passed: readonly Passed[]): Promise<void> {
  const at = clock.now()
  const until = await validUntilOf(tx, instansiId)
  const { value: rule, id: policyId } = await policyAt(tx, learningPolicy, instansiId, passed[0]!.completedOn)
  const said = passed.map((one): TakenRow => {
    const taken = takenFor({ level: one.taught, score: one.score }, one.now, rule)
    const holds = taken.outcome !== 'raised' || typeof until(one.completedOn) === 'string'
    return holds ? { ...one, ...taken } : { ...one, ...taken, outcome: 'proposed', why: 'validity' }
  })
  const raises = said.flatMap(one => (one.outcome === 'raised' ? [{ ...one, before: one.now, to: one.to! }] : []))
  const came = await raiseLevels(tx, clock, instansiId, until, raises, { by: '', assessor: null, at })
  const raised = came.filter(one => one.to !== null)
  const taken = [
    ...said.filter(one => one.outcome !== 'raised'),
    ...came.map((one): TakenRow => (one.to === null ? { ...one, outcome: 'ignored' } : one)),
  ]
  await keepTaken(tx, taken, { policyId, at })
  if (raises.length === 0) return
  if (raised.length > 0)
    await audit(tx, null, at, {
      verb: 'raise_by_learning',
      subject: `class:${raised[0]!.classId}`,
      instansiId,
      rows: raised.length,
      detail: { policyId, rule, raised: raised.map(one => [one.pegawaiId, one.competencyId, one.now, one.to]) },
    })
  await emit(tx, 'assessment.recorded', { instansiId, pegawaiIds: [...new Set(raises.map(one => one.pegawaiId))] })
}

/** What was passed and then was not after all is no evidence any more: the level falls back to what else is known. */
async function drop(tx: Tx, classId: number, pegawaiIds: readonly number[], at: Date): Promise<void> {
  const dropped = await dropTaken(tx, classId, pegawaiIds, { at, why: 'kelulusan dibatalkan', note: learningMessages.id.note })
  for (const [instansiId, theirs] of Map.groupBy(dropped, one => one.instansiId)) {
    await audit(tx, null, at, {
      verb: 'drop_learning_evidence',
      subject: `class:${classId}`,
      instansiId,
      rows: theirs.length,
      detail: { dropped: theirs.map(one => [one.pegawaiId, one.competencyId, one.outcome, one.to]) },
    })
    await emit(tx, 'assessment.recorded', { instansiId, pegawaiIds: [...new Set(theirs.map(one => one.pegawaiId))] })
  }
}

/** The loop closes: what was learned is heard as evidence of competence. */
export function learningEvidenceJobs(services: Services): void {
  services.jobs.on('assessment.learning', async jobs => {
    for (const { classId, pegawaiIds } of jobs as { classId: number; pegawaiIds: number[] }[]) {
      await asJob(services.db, async tx => {
        const passed = await passedIn(tx, classId, pegawaiIds)
        for (const [instansiId, theirs] of Map.groupBy(passed, one => one.instansiId))
          await take(services, tx, instansiId, theirs)
      })
    }
  })
  services.jobs.hear('learning.completed', 'assessment.learning')
  services.jobs.on('assessment.unlearning', async jobs => {
    for (const { classId, pegawaiIds } of jobs as { classId: number; pegawaiIds: number[] }[])
      await asJob(services.db, tx => drop(tx, classId, pegawaiIds, services.clock.now()))
  })
  services.jobs.hear('learning.revoked', 'assessment.unlearning')
}
