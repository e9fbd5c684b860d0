import { choicePolicy } from '../../assessment/index.ts'
import { asJob } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { priorityPolicy } from '../policies.ts'
import { type Part, recountDay } from './actions.ts'
import { messages } from './messages.ts'
import type { Pair } from './store-compare.ts'
import * as compare from './store-compare.ts'
import { finishComparison, readyComparisons, summarise } from './store-comparison.ts'
import * as run from './store-run.ts'

/** An attempt without a sign of life for so long is dead: a living one gives one with every 250 people. */
const DEAD_AFTER_MS = 120_000
const KEPT_MS = 30 * 86_400_000
const chunk = 250 // people a transaction
/** The local rules by which a day is worked out. */
const counting = new Set([choicePolicy.kind, priorityPolicy.kind])

/** Registers what works out days, compares them, takes up what a stopped process left, and forgets. */
export function recountJobs(services: Services): void {
  const startedAt = services.clock.now()
  services.jobs.on('needs.recount', async batch => {
    for (const { recountId } of batch) await recountOrFail(services, Number(recountId))
  })
  services.jobs.on('needs.compare', async batch => {
    if (batch.length > 0) await compareReady(services, null)
  })
  services.jobs.on('needs.recount-resume', () => resumeRecounts(services, startedAt))
  services.jobs.every('* * * * *', 'needs.recount-resume')
  services.jobs.on('needs.recount-forget', () => forgetRecounts(services))
  services.jobs.every('40 2 * * *', 'needs.recount-forget')
  services.jobs.on('needs.recount-stale', async batch => {
    const ids = batch.filter(({ kind }) => kind === undefined || counting.has(String(kind))).map(({ instansiId }) => instansiId)
    const all = ids.some(id => typeof id !== 'number')
    await asJob(services.db, tx => run.markStale(tx, all ? null : (ids as number[]), services.clock.now()))
  })
  for (const fact of [
    'people.changed',
    'standards.changed',
    'assessment.recorded',
    'factors.changed',
    'policies.changed',
  ] as const)
    services.jobs.hear(fact, 'needs.recount-stale')
}

/** Works out a day and what waited for it. What goes wrong unforeseen is told to who asked, and logged. */
async function recountOrFail(services: Services, id: number): Promise<void> {
  try {
    await recountDay(services, id)
    await compareReady(services, id)
  } catch (error) {
    services.log.error({ err: error, recountId: id }, 'needs.recount')
    const problem = { id: messages.id.unexpected, en: messages.en.unexpected }
    await asJob(services.db, tx => run.failRecount(tx, id, problem, services.clock.now()))
  }
}

/** Makes the comparisons whose two days are worked out: of a given day, or all. Made twice, they say the same. */
export async function compareReady(services: Part, recountId: number | null): Promise<void> {
  for (const { id, pair } of await asJob(services.db, tx => readyComparisons(tx, recountId)))
    await makeComparison(services, id, pair)
}

async function makeComparison({ db, clock }: Part, id: number, pair: Pair): Promise<void> {
  let after = 0
  for (;;) {
    const to = await asJob(db, async tx => {
      const last = await compare.nextPeople(tx, pair, after, chunk)
      if (last !== null) await compare.writeMoves(tx, id, pair, { after, to: last })
      return last
    })
    if (to === null) break
    after = to
  }
  await asJob(db, async tx => finishComparison(tx, id, await summarise(tx, id), clock.now()))
}

/** On the embedded engine only this process works, so that whatever was under way before it started is known to be dead at once. */
export async function resumeRecounts(services: Services, startedAt: Date): Promise<void> {
  const silent = new Date(services.clock.now().getTime() - DEAD_AFTER_MS)
  const before = services.database.engine === 'embedded' && startedAt > silent ? startedAt : silent
  await asJob(services.db, async tx => {
    for (const recountId of await run.takeForsaken(tx, before)) await services.jobs.send(tx, 'needs.recount', { recountId })
    if ((await readyComparisons(tx, null)).length > 0) await services.jobs.send(tx, 'needs.compare', {})
  })
}

/** A month after it was made what is kept of each person goes; the sums and the ranking of the day stay. */
export async function forgetRecounts({ db, clock }: Part): Promise<void> {
  const now = clock.now()
  const before = new Date(now.getTime() - KEPT_MS)
  await asJob(db, tx => run.forgetUnmade(tx, before))
  for (const one of await asJob(db, tx => run.outlived(tx, before))) {
    while (!(await asJob(db, tx => run.forgetRows(tx, one, chunk, now)))) {
      // the next part
    }
  }
}
