import type { Ctx } from '../platform/http/context.ts'
import { idAsked, sorting, sought } from '../platform/http/form.ts'
import type { Language } from '../platform/i18n/index.ts'
import { performancePredicates } from '../regulation/index.ts'
import { performanceLabels } from './labels.ts'
import { messages } from './messages.ts'
import { firstYear, lastFinishedYear, type Period, periodCode, readPeriod } from './rules/period.ts'
import type { ListOrder, RatedState } from './store/list.ts'

/** `penilaian=` in the address; the predicates go by their own names. */
const stateNames: Record<Exclude<RatedState, (typeof performancePredicates)[number]>, string> = {
  belum: 'belum',
  hasil: 'hasil-di-bawah',
  perilaku: 'perilaku-di-bawah',
}
export const stateName = (state: RatedState): string => (state in stateNames ? stateNames[state as 'belum'] : state)
const states: readonly RatedState[] = [...performancePredicates, 'belum', 'hasil', 'perilaku']

/** What the address of the list asks for; what makes no sense falls back to all, and to the last year that is over. */
export function listValues(c: Ctx, today: string) {
  const query = (name: string) => c.req.query(name) ?? ''
  const asked = query('tahun')
  const thisYear = Number(today.slice(0, 4))
  const year =
    /^\d{4}$/.test(asked) && Number(asked) >= firstYear && Number(asked) <= thisYear ? Number(asked) : lastFinishedYear(today)
  const period: Period = readPeriod(query('periode'), year) ?? readPeriod('tahunan', year)!
  const state = states.find(one => stateName(one) === query('penilaian')) ?? null
  return {
    period,
    code: periodCode(period),
    state,
    unitId: idAsked(c, 'unit'),
    q: sought(c),
  }
}

export const listOrder = (c: Ctx) => sorting<ListOrder>(c, { nama: 'asc', predikat: 'asc', capaian: 'asc' })

/** What may be chosen for the rating. */
export const stateChoices = (language: Language) => {
  const m = messages[language]
  const words = { belum: m.notRatedYet, hasil: m.resultBelow, perilaku: m.behaviourBelow }
  return states.map(state => ({
    value: stateName(state),
    label: state in words ? words[state as 'belum'] : performanceLabels[language].predicate[state as 'baik'],
  }))
}

/** This year first, back to the first that the law knows. */
export const yearChoices = (today: string) => {
  const thisYear = Number(today.slice(0, 4))
  return Array.from({ length: Math.max(1, thisYear - firstYear + 1) }, (_, index) => thisYear - index).map(year => ({
    value: year,
    label: String(year),
  }))
}
