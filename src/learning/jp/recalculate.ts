import { peopleAsked, timeZoneOf } from '../../people/index.ts'
import { asJob, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { type ChoiceOfYear, choicesBy } from './choices.ts'
import { expectAll, expectJp, expectOfClasses } from './expect.ts'
import { jpPolicy } from './policy.ts'
import { inYearOf } from './rules/employment.ts'
import { recognise } from './rules/recognise.ts'
import { sameRecord, sameYear } from './rules/stored.ts'
import { type Changes, instansiWithRecords, keepChanges, lockJp, startsOfChunks } from './store/keep.ts'
import { loadPeople, type PeopleSet, type PersonRecords } from './store/load.ts'
import { warnOfJp } from './warn.ts'

type Part = Pick<Services, 'db' | 'clock'>

const chunk = 250 // people a transaction: short enough that nobody waits long for the embedded database's one connection

/** Adds what differs between what stands of a person and what the rule says today. */
function compare(changes: Changes, person: PersonRecords, choices: (year: number) => ChoiceOfYear, today: string): void {
  const { pegawaiId, stood } = person
  const { records, years } = recognise(person.claims, inYearOf(person, choices, today))
  const wanted = new Set<number>()
  for (const record of records) {
    wanted.add(record.id)
    const { policyId } = choices(record.year)
    const before = stood.get(record.id)
    if (!before || !sameRecord(before, record, policyId)) changes.records.push({ ...record, pegawaiId, policyId })
  }
  for (const year of years) {
    const { policyId } = choices(year.year)
    const before = person.years.get(year.year)
    if (!before || !sameYear(before, year, policyId)) changes.years.push({ ...year, pegawaiId, policyId })
  }
  for (const id of stood.keys()) if (!wanted.has(id)) changes.goneRecords.push([pegawaiId, id])
  for (const year of person.years.keys()) if (!years.some(one => one.year === year)) changes.goneYears.push([pegawaiId, year])
}

/** Makes what is recognised of these people true; answers how many rows were written. Running it again writes nothing. */
async function recogniseSet(tx: Tx, instansiId: number, set: PeopleSet, today: string, at: Date): Promise<number> {
  const choices = await choicesBy(tx, instansiId, today)
  const changes: Changes = { records: [], years: [], goneRecords: [], goneYears: [] }
  for (const person of await loadPeople(tx, instansiId, set)) compare(changes, person, choices, today)
  const written = Object.values(changes).reduce((sum, rows) => sum + rows.length, 0)
  if (written > 0) await keepChanges(tx, instansiId, changes, at)
  return written
}

/** Everybody of one instansi, or these people of it. */
export async function recogniseJp({ db, clock }: Part, instansiId: number, people: readonly number[] | null): Promise<number> {
  const inTurn = (set: (tx: Tx) => Promise<PeopleSet> | PeopleSet) =>
    asJob(db, async tx => {
      await lockJp(tx, instansiId)
      return recogniseSet(tx, instansiId, await set(tx), clock.today(await timeZoneOf(tx, instansiId)), clock.now())
    })
  if (people !== null && people.length <= chunk) return inTurn(() => people)
  const starts = await asJob(db, tx => startsOfChunks(tx, instansiId, chunk))
  let written = 0
  for (const [index, from] of starts.entries()) written += await inTurn(() => ({ from, to: starts[index + 1] ?? 2 ** 31 - 1 }))
  return written
}

/** Every instansi: when a database was just filled. */
export async function recogniseAll(services: Part): Promise<void> {
  for (const id of await asJob(services.db, instansiWithRecords)) await recogniseJp(services, id, null)
  await expectAll(services)
}

/** Hears what was learned, who changed or enrolled, and which local choice was made; warns every morning. */
export function jpJobs(services: Services): void {
  const follow = async (instansiId: number, people: readonly number[] | null) => {
    await recogniseJp(services, instansiId, people)
    await expectJp(services, instansiId, people)
  }
  services.jobs.on('learning.recognise', async jobs => {
    for (const [id, people] of peopleAsked(jobs)) await follow(id, people)
  })
  for (const fact of ['learning.recorded', 'people.changed'] as const) services.jobs.hear(fact, 'learning.recognise')
  services.jobs.on('learning.follow-policy', async all => {
    const jobs = all.filter(job => job.kind === jpPolicy.kind)
    if (jobs.some(job => job.instansiId === null)) return recogniseAll(services)
    for (const id of new Set(jobs.map(job => Number(job.instansiId)))) await follow(id, null)
  })
  services.jobs.hear('policies.changed', 'learning.follow-policy')
  services.jobs.on('learning.expect', jobs => expectOfClasses(services, [...new Set(jobs.map(job => Number(job.classId)))]))
  services.jobs.hear('learning.enrolled', 'learning.expect')
  services.jobs.on('learning.warn-jp', async () => {
    await expectAll(services)
    await warnOfJp(services)
  })
  services.jobs.every('15 6 * * *', 'learning.warn-jp')
}
