import { randomUUID } from 'node:crypto'
import { choiceAt, choicePolicy } from '../../assessment/index.ts'
import { asJob, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import type { Words } from '../../platform/i18n/index.ts'
import { policyAt } from '../../policies/index.ts'
import { levelScale, OutsideSeries } from '../../regulation/index.ts'
import { priorityPolicy } from '../policies.ts'
import { ruleVersion } from '../rules/priority.ts'
import { scored } from '../rules/scored.ts'
import { policyOf } from '../rules/weights.ts'
import { messages } from './messages.ts'
import { noTotals, plusTotals, type Totals } from './rules/totals.ts'
import * as store from './store.ts'
import { groupsThen } from './store-groups.ts'
import * as run from './store-run.ts'

export type Part = Pick<Services, 'db' | 'clock'>

const chunk = 250 // people a transaction: short enough that nobody waits long for the embedded database's one connection

/** Why a day comes to nothing, for who asked for it. */
export function problemOf(error: OutsideSeries): Words {
  const { about } = error
  if (!about) return { id: error.message, en: error.message }
  return {
    id: messages.id.noValue(about.name.id, about.date, about.first),
    en: messages.en.noValue(about.name.en, about.date, about.first),
  }
}

/** Versions of rules and numbers of a day: what the result says of itself. @throws OutsideSeries */
async function rulesOf(tx: Tx, instansiId: number, day: string) {
  const scale = levelScale.at(day)
  const { choice } = await choiceAt(tx, instansiId, day)
  const weights = await policyAt(tx, priorityPolicy, instansiId, day)
  const chosen = await policyAt(tx, choicePolicy, instansiId, day)
  return {
    choice,
    weights,
    stored: { ruleVersion, priority: weights, choice: chosen, scale: { act: scale.act, from: scale.from, value: scale.value } },
  }
}
export type StoredRules = Awaited<ReturnType<typeof rulesOf>>['stored'] & {
  standards: (store.StandardThen & { people: number })[]
}

/**
 * Works out one day's gaps and needs from what is kept. Begun again after a crash it starts over and comes to the same; finished, it
 * does nothing. Where a rule, number or standard did not exist that day, it fails and says which: no neighbour's value is taken.
 */
export async function recountDay(services: Part, id: number): Promise<void> {
  const claim = randomUUID()
  try {
    await workOut(services, id, claim)
  } catch (error) {
    if (!(error instanceof OutsideSeries)) throw error
    await asJob(services.db, tx => run.failRecount(tx, id, problemOf(error), services.clock.now()))
  }
}

async function workOut({ db, clock }: Part, id: number, claim: string): Promise<void> {
  const start = await asJob(db, async tx => {
    const day = await run.claimRecount(tx, id, claim)
    return (
      day && {
        day,
        rules: await rulesOf(tx, day.instansiId, day.day),
        ofPeople: await store.countThen(tx, day.instansiId, day.day),
      }
    )
  })
  if (!start) return
  const { day, rules, ofPeople } = start
  let after = 0
  let people = 0
  let totals: Totals = noTotals
  for (;;) {
    const ids = await asJob(db, async tx => {
      const part = await store.peopleThen(tx, day.instansiId, day.day, after, chunk)
      if (!(await run.beat(tx, id, claim, { people: people + part.length, ofPeople }))) return null
      if (part.length > 0) totals = plusTotals(totals, await store.recountPeople(tx, day, part, rules.choice))
      return part
    })
    if (ids === null) return
    people += ids.length
    if (ids.length < chunk) break
    after = ids.at(-1)!
  }
  await asJob(db, async tx => {
    if (people > 0 && totals.people === 0) throw await noStandard(tx, day)
    const needs = (await groupsThen(tx, day)).map(group => scored(group, policyOf(rules.weights.value)))
    const by = new Map(totals.standards.map(one => [one.standardId, one.people]))
    const standards = (await store.standardsThen(tx, [...by.keys()]))
      .map(one => ({ ...one, people: by.get(one.id)! }))
      .sort((a, b) => b.people - a.people || a.id - b.id)
    await run.finishRecount(tx, id, claim, {
      rules: { ...rules.stored, standards } satisfies StoredRules,
      totals,
      needs: needs.sort((a, b) => (b.score ?? -1) - (a.score ?? -1)),
      at: clock.now(),
    })
  })
}

async function noStandard(tx: Tx, { instansiId, day }: store.Recount): Promise<OutsideSeries> {
  const name = { id: messages.id.standards, en: messages.en.standards }
  return new OutsideSeries(`${name.id}: none in force on ${day}`, {
    name,
    date: day,
    first: await store.firstStandardDay(tx, instansiId),
  })
}
