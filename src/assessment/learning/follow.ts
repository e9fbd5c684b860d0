import { audit } from '../../platform/audit/index.ts'
import { asJob, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { emit } from '../../platform/outbox.ts'
import { policyAt } from '../../policies/index.ts'
import { validUntilOf } from '../policies.ts'
import { type GivenResult, writeGiven } from '../store/record.ts'
import { learningMessages } from './messages.ts'
import { learningPolicy } from './policy.ts'
import { takenFor } from './rules/evidence.ts'
import { dropTaken, keepTaken, type Passed, passedIn, type TakenRow } from './store.ts'

/** A learning as a result that may speak in the profile. */
export const resultOf = (
  of: Pick<Passed, 'pegawaiId' | 'competencyId' | 'completedOn' | 'title'>,
  level: number,
  validUntil: string,
  assessor: string | null,
): GivenResult => ({
  pegawaiId: of.pegawaiId,
  competencyId: of.competencyId,
  level,
  method: 'pembelajaran',
  assessedOn: of.completedOn,
  validUntil,
  assessor,
  note: learningMessages.id.note(of.title),
})

/** Takes what people of one instansi passed for what its rule says. Run again it changes nothing. */
async function take(tx: Tx, instansiId: number, passed: readonly Passed[], at: Date): Promise<void> {
  const until = await validUntilOf(tx, instansiId)
  const { value: rule, id: policyId } = await policyAt(tx, learningPolicy, instansiId, passed[0]!.completedOn)
  const taken = passed.map((one): TakenRow & { until: string | null } => {
    const held = until(one.completedOn)
    const said = takenFor({ level: one.taught, score: one.score }, one.now, rule)
    if (typeof held === 'string') return { ...one, ...said, until: held }
    return {
      ...one,
      ...said,
      until: null,
      ...(said.outcome === 'raised' ? { outcome: 'proposed', why: 'validity' } : {}),
    } as const
  })
  await keepTaken(tx, taken, { policyId, at })
  const raised = taken.filter(one => one.outcome === 'raised')
  if (raised.length === 0) return
  await writeGiven(
    tx,
    raised.map(one => resultOf(one, one.to!, one.until!, null)),
    { by: '', importId: null, why: 'lulus lagi', at },
  )
  const pegawaiIds = [...new Set(raised.map(one => one.pegawaiId))]
  await audit(tx, null, at, {
    verb: 'raise_by_learning',
    subject: `class:${raised[0]!.classId}`,
    instansiId,
    rows: raised.length,
    detail: { policyId, rule, raised: raised.map(one => [one.pegawaiId, one.competencyId, one.now, one.to]) },
  })
  await emit(tx, 'assessment.recorded', { instansiId, pegawaiIds })
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
          await take(tx, instansiId, theirs, services.clock.now())
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
