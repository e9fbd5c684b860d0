import { levelsByClass } from '../../assessment/index.ts'
import { classCosts, leastAnswers, reportedProviders } from '../../learning/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { asJob } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { type CostGrouping, costBy, costOfClasses } from './rules/cost.ts'

/** What the classes that one reads reports of cost, in all and by course or provider. @throws Refusal 403 for whoever reads none */
export async function costReport({ db }: Pick<Services, 'db'>, actor: Actor, by: CostGrouping) {
  const providerIds = await reportedProviders(db, actor)
  const { classes, levels } = await asJob(db, async tx => {
    const classes = await classCosts(tx, providerIds)
    const rows = await levelsByClass(
      tx,
      classes.map(one => one.classId),
    )
    return { classes, levels: new Map(rows.map(row => [row.classId, row])) }
  })
  return { rows: costBy(by, classes, levels, leastAnswers), whole: costOfClasses(classes, levels, leastAnswers) }
}
