import { chosenInstansi, topUnits, unitName } from '../../people/index.ts'
import { narrowTo } from '../../platform/actor.ts'
import { inScope, type Tx } from '../../platform/db/index.ts'
import { actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { idAsked, sought } from '../../platform/http/form.ts'
import { notFound, Refusal } from '../../platform/http/refusal.ts'
import { formatNumber, type Language } from '../../platform/i18n/index.ts'
import type { JpmPurpose } from '../../regulation/index.ts'
import { readStandings } from '../access.ts'
import { messages } from '../messages.ts'
import { weighingOn } from '../policies.ts'
import { reportMessages } from './messages.ts'
import type { Weighing } from './store/standings.ts'

export const exportLimit = 100_000

/** The government and the unit that a list of standings is about, and by which rules people are weighed there. */
export async function placeOf(c: Ctx, services: Services) {
  const scope = readStandings(actorOf(c))
  const { chosen, within } = await chosenInstansi(c, services.db, scope)
  return {
    scope: narrowTo(scope, [chosen.id]),
    chosen,
    within,
    unitId: idAsked(c, 'unit'),
    q: sought(c),
    today: services.clock.today(chosen.timeZone),
  }
}
export type Place = Awaited<ReturnType<typeof placeOf>>

/** What stands around a list: the rules, the units to choose among, the name of the unit. @throws Refusal 404 where the unit is no unit of it */
export async function aroundList(tx: Tx, { chosen, unitId, today }: Place, purpose: JpmPurpose) {
  const rules = await weighingOn(tx, chosen.id, today)
  const units = await topUnits(tx, chosen.id)
  const top = units.find(unit => unit.id === unitId)?.name ?? null
  const unit = unitId === null || top ? top : await unitName(tx, chosen.id, unitId)
  if (unitId !== null && unit === null) throw notFound()
  const by: Weighing = { cap: rules.cap.value.cap, weights: rules.weights.value, purpose, day: today }
  // A unit within an office is chosen from elsewhere; here it can be seen and left.
  const choices = unitId === null || top ? units : [{ id: unitId, name: unit! }, ...units]
  return { rules, units: choices.map(({ id, name }) => ({ value: String(id), label: name })), unit, by }
}
export type Around = Awaited<ReturnType<typeof aroundList>>

export const inPlace = <T>(services: Services, place: Place, work: (tx: Tx) => Promise<T>) =>
  inScope(services.db, place.scope, work)

/** By which rules, for the foot of a list or a sheet. */
export function rulesWords({ rules }: Around, language: Language): string {
  const m = reportMessages[language]
  const { potensi, kompetensi } = rules.weights.value
  const basis = `${rules.weights.source}${rules.weights.verified ? '' : `; ${m.unverified}`}`
  return m.rules(messages[language].caps[rules.cap.value.cap].toLowerCase(), m.weights(potensi, kompetensi, basis))
}

export const tooManyRows = () =>
  new Refusal(413, {
    id: reportMessages.id.exportTooLarge(formatNumber(exportLimit, 'id')),
    en: reportMessages.en.exportTooLarge(formatNumber(exportLimit, 'en')),
  })
