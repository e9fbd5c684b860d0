import { type Instansi, personLabels } from '../../people/index.ts'
import type { Ctx } from '../../platform/http/context.ts'
import { idAsked, sorting, sought } from '../../platform/http/form.ts'
import type { Language } from '../../platform/i18n/index.ts'
import { messages } from './messages.ts'
import { yearOf } from './rules/day.ts'
import type { Employment } from './rules/recognise.ts'
import { type PeopleOrder, type PeopleState, peopleStates } from './store/people.ts'

const firstYear = 2018 // of the conversion
const employments: readonly Employment[] = ['pns', 'cpns', 'pppk', 'pppk_paruh_waktu']

/** The year that an address asks for; what makes no sense is this year. */
export function askedYear(c: Ctx, today: string): number {
  const asked = c.req.query('tahun') ?? ''
  return /^\d{4}$/.test(asked) && Number(asked) >= firstYear && Number(asked) <= yearOf(today) ? Number(asked) : yearOf(today)
}

export function listValues(c: Ctx, today: string) {
  const query = (name: string) => c.req.query(name) ?? ''
  const year = askedYear(c, today)
  return {
    year,
    state: statesOf(year, today).find((one): one is PeopleState => one === query('keadaan')) ?? null,
    employment: employments.find(one => one === query('status')) ?? null,
    unitId: idAsked(c, 'unit'),
    q: sought(c),
  }
}

/** Only the year at hand has a forecast. */
const statesOf = (year: number, today: string) => peopleStates.filter(one => one !== 'prakiraan' || year === yearOf(today))

export const listOrder = (c: Ctx) => sorting<PeopleOrder>(c, { nama: 'asc', jp: 'asc', prakiraan: 'asc' })

export const yearsSince = (today: string) =>
  Array.from({ length: yearOf(today) - firstYear + 1 }, (_, index) => yearOf(today) - index).map(year => ({
    value: year,
    label: String(year),
  }))

export const stateChoices = (year: number, today: string, language: Language) =>
  statesOf(year, today).map(value => ({ value, label: messages[language].states[value] }))

export const employmentChoices = (language: Language) =>
  employments.map(value => ({ value, label: personLabels[language].employment[value] }))

export const instansiChoices = (within: readonly Instansi[]) => within.map(row => ({ value: row.regionCode, label: row.name }))
