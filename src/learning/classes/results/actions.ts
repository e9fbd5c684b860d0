import type { Actor } from '../../../platform/actor.ts'
import { audit } from '../../../platform/audit/index.ts'
import { asClass } from '../../../platform/db/index.ts'
import type { Services } from '../../../platform/http/context.ts'
import { holdOpen } from '../attendance/store.ts'
import { notFrozen, notOneself } from '../run/class.ts'
import type { RunClass } from '../run/store.ts'
import { type ScoreChange, saveScores, scoresOf } from './store.ts'

/** Writes the scores that differ; answers how many. The route has seen that the actor holds the class. */
export const recordScores = (
  services: Services,
  by: Actor,
  cls: RunClass,
  typed: readonly ScoreChange[],
  from: 'form' | 'sheet',
): Promise<number> =>
  asClass(services.db, cls.id, async tx => {
    const state = await holdOpen(tx, cls.id)
    notFrozen(state && { state })
    const before = new Map((await scoresOf(tx, cls.id)).map(one => [`${one.pegawaiId}:${one.component}`, one.score]))
    const was = (one: ScoreChange) => before.get(`${one.pegawaiId}:${one.component}`) ?? null
    const changes = typed.filter(one => was(one) !== one.score)
    if (changes.length === 0) return 0
    notOneself(
      by,
      changes.map(one => one.pegawaiId),
    )
    const at = services.clock.now()
    await saveScores(tx, cls.id, changes, { account: by.accountId, at })
    await audit(tx, by.accountId, at, {
      verb: from === 'form' ? 'record_scores' : 'import_scores',
      subject: `class:${cls.id}`,
      instansiId: cls.provider.instansiId,
      rows: changes.length,
      detail: { scores: changes.map(one => [one.pegawaiId, one.component, was(one), one.score]) },
    })
    return changes.length
  })
