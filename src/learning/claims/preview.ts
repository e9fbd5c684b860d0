import type { Tx } from '../../platform/db/index.ts'
import { choicesBy } from '../jp/choices.ts'
import { inYearOf } from '../jp/rules/employment.ts'
import { type Employment, recognise } from '../jp/rules/recognise.ts'
import { loadPeople } from '../jp/store/load.ts'
import type { Claim } from './store/claim.ts'

const itself = 2 ** 31 - 1 // no record has this number yet: of what ends on one day it comes last

/** The JP (tenths of one) that would be recognised of a claim beside what is recorded of the person already; null where none is known. */
export async function wouldBeRecognised(tx: Tx, claim: Claim, employment: Employment, today: string): Promise<number | null> {
  if (claim.form === null || claim.endedOn === null) return null
  const { form, international, startedOn, endedOn, jp, sessions } = claim
  const person = (await loadPeople(tx, claim.instansiId, [claim.pegawaiId]))[0]
  const choices = await choicesBy(tx, claim.instansiId, today)
  const own = { id: itself, form, international, startedOn, endedOn, jp, sessions }
  const inYear = inYearOf({ employment, periods: person?.periods ?? [] }, choices, today)
  return recognise([...(person?.claims ?? []), own], inYear).records.find(record => record.id === itself)?.recognised ?? null
}
