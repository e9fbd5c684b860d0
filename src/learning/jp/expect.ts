import { timeZoneOf } from '../../people/index.ts'
import { asJob } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { choicesBy } from './choices.ts'
import { lastDayOf, yearOf } from './rules/day.ts'
import { inYearOf } from './rules/employment.ts'
import { forecast } from './rules/forecast.ts'
import { recognise } from './rules/recognise.ts'
import * as store from './store/expected.ts'
import { lockJp } from './store/keep.ts'

type Part = Pick<Services, 'db' | 'clock'>

const chunk = 250 // people a transaction

/** Makes true what the classes that people of an instansi are enrolled in would add to the year at hand; of all, or of these. */
export async function expectJp({ db, clock }: Part, instansiId: number, people: readonly number[] | null): Promise<void> {
  const today = clock.today(await asJob(db, tx => timeZoneOf(tx, instansiId)))
  const year = yearOf(today)
  const ids = await asJob(db, tx => store.peopleExpecting(tx, instansiId, people, today, lastDayOf(year)))
  for (let from = 0; from < ids.length; from += chunk)
    await asJob(db, async tx => {
      await lockJp(tx, instansiId)
      const set = ids.slice(from, from + chunk)
      const choices = await choicesBy(tx, instansiId, today)
      const wanted = (await store.loadExpecting(tx, set, today, lastDayOf(year))).map(person => {
        const inYear = inYearOf(person, choices, today)
        const now = recognise(person.claims, inYear).years.find(one => one.year === year)?.recognised ?? 0
        return {
          pegawaiId: person.pegawaiId,
          adds: forecast(person.claims, person.coming, inYear, year).recognised - now,
        }
      })
      await store.keepExpected(tx, instansiId, set, year, wanted, clock.now())
    })
}

/** Every instansi: once a day, since a class that is over without a result is expected no longer. */
export async function expectAll(services: Part): Promise<void> {
  for (const id of await asJob(services.db, store.instansiExpecting)) await expectJp(services, id, null)
}

/** Of everybody who is or was in these classes. */
export async function expectOfClasses(services: Part, classIds: readonly number[]): Promise<void> {
  for (const { instansiId, pegawaiIds } of await asJob(services.db, tx => store.peopleOfClasses(tx, classIds)))
    await expectJp(services, instansiId, pegawaiIds)
}
