import { choiceAt } from '../../assessment/index.ts'
import { asJob } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { policyAt } from '../../policies/index.ts'
import { priorityPolicy } from '../policies.ts'
import { ruleVersion } from '../rules/priority.ts'
import { scored } from '../rules/scored.ts'
import { policyOf } from '../rules/weights.ts'
import * as store from './store.ts'

const chunk = 500

/**
 * Works out one day's gaps and needs from what is kept. Begun again after a crash it goes through the people once more and writes
 * the same; finished, it does nothing. A rule or number that did not exist that day is an error that names it.
 */
export async function recountDay({ db, clock }: Pick<Services, 'db' | 'clock'>, id: number): Promise<void> {
  const start = await asJob(db, async tx => {
    const run = await store.recountById(tx, id)
    if (!run || run.state === 'done' || run.state === 'failed') return null
    await store.moveRecount(tx, id, { state: 'running', people: 0, ofPeople: await store.countThen(tx, run.instansiId, run.day) })
    return {
      run,
      by: await choiceAt(tx, run.instansiId, run.day),
      weights: await policyAt(tx, priorityPolicy, run.instansiId, run.day),
    }
  })
  if (!start) return
  const { run, by, weights } = start
  let after = 0
  let through = 0
  for (;;) {
    const ids = await asJob(db, async tx => {
      const part = await store.peopleThen(tx, run.instansiId, run.day, after, chunk)
      if (part.length > 0) await store.recountPeople(tx, run, part, by.choice)
      through += part.length
      await store.moveRecount(tx, id, { state: 'running', people: through })
      return part
    })
    if (ids.length < chunk) break
    after = ids.at(-1)!
  }
  await asJob(db, async tx => {
    const needs = (await store.groupsThen(tx, run)).map(group => scored(group, policyOf(weights.value)))
    await store.moveRecount(tx, id, {
      state: 'done',
      finishedAt: clock.now(),
      rules: { ruleVersion, priority: weights, choice: by },
      needs: needs.sort((a, b) => (b.score ?? -1) - (a.score ?? -1)),
    })
  })
}
