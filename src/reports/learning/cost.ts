import { levelsByClass } from '../../assessment/index.ts'
import { classCosts, leastAnswers, readReport } from '../../learning/index.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Services } from '../../platform/http/context.ts'
import { type CostGrouping, costBy, costOfClasses } from './rules/cost.ts'

/** What the classes of the year asked for cost, in all and by course or provider. @throws Refusal 403 for whoever reads no reports */
export async function costReport(services: Services, actor: Actor, by: CostGrouping, asked: string | undefined) {
  const { classes, levels, years, year } = await readReport(services, actor, asked, async (tx, of) => {
    const classes = await classCosts(tx, of)
    const rows = await levelsByClass(
      tx,
      classes.map(one => one.classId),
    )
    return { classes, levels: new Map(rows.map(row => [row.classId, row])) }
  })
  return { rows: costBy(by, classes, levels, leastAnswers), whole: costOfClasses(classes, levels, leastAnswers), years, year }
}
