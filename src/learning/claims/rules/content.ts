import { jpConversion, type LearningForm, learningForms, OutsideSeries } from '../../../regulation/index.ts'
import { dayNumber } from '../../jp/rules/day.ts'
import { typedDay } from '../../rules/day.ts'

/** What was typed, every field a text. */
export type Typed = {
  form: string
  name: string
  organiser: string
  startedOn: string
  endedOn: string
  jp: string
  sessions: string
  certificateNumber: string
  international: boolean
  note: string
}
/** What of it can be kept: a field that is blank or wrong is null. */
export type Content = {
  form: LearningForm | null
  name: string | null
  organiser: string | null
  startedOn: string | null
  endedOn: string | null
  jp: number | null
  sessions: number | null
  certificateNumber: string | null
  international: boolean
  note: string | null
}
export type FieldFlaw =
  | {
      field: keyof Typed
      flaw: 'missing' | 'long' | 'short' | 'no_day' | 'future' | 'before_start' | 'number' | 'too_early' | 'too_long'
    }
  | { field: 'file'; flaw: 'missing' }

/** The earliest day that learning can be claimed for: who is in service now learned nothing for it before. */
const earliest = '1970-01-01'
/** The longest activity: a certificate that spans more is about something else. */
const mostDays = 366 * 2
const mostJp = 2000
const mostSessions = 100
export const longest = { name: 300, organiser: 200, certificateNumber: 100, note: 500 } as const

/** How the hours of a form are told: by JP, by sessions, or by days alone. Null: no form, or no figure was found. */
export function toldBy(form: LearningForm | null, endedOn: string): 'jp' | 'sessions' | 'days' | null {
  if (form === null) return null
  try {
    const counting = jpConversion[form].at(endedOn).value.home
    if (counting === null) return 'jp'
    return counting.by === 'session' ? 'sessions' : counting.by === 'day' || counting.by === 'activity' ? 'days' : 'jp'
  } catch (error) {
    if (error instanceof OutsideSeries) return 'jp'
    throw error
  }
}

/** Reads what was typed: what can be kept, and everything that keeps it from being submitted. `today` yyyy-mm-dd. */
export function readContent(typed: Typed, hasFile: boolean, today: string): { content: Content; flaws: FieldFlaw[] } {
  const flaws: FieldFlaw[] = []
  const text = (field: keyof typeof longest, required: boolean, shortest = 1): string | null => {
    const value = typed[field].replace(/\s+/g, ' ').trim()
    if (value === '') {
      if (required) flaws.push({ field, flaw: 'missing' })
      return null
    }
    if (value.length > longest[field] || value.length < shortest) {
      flaws.push({ field, flaw: value.length < shortest ? 'short' : 'long' })
      return null
    }
    return value
  }
  const day = (field: 'startedOn' | 'endedOn'): string | null => {
    const value = typed[field].trim()
    if (value === '') return null
    const flaw = typedDay(value) === null ? 'no_day' : value > today ? 'future' : value < earliest ? 'too_early' : null
    if (flaw) flaws.push({ field, flaw })
    return flaw ? null : value
  }
  const whole = (field: 'jp' | 'sessions', most: number): number | null => {
    const value = typed[field].trim()
    if (value === '') return null
    const number = /^\d{1,4}$/.test(value) ? Number(value) : 0
    if (number >= 1 && number <= most) return number
    flaws.push({ field, flaw: 'number' })
    return null
  }
  const form = learningForms.find(one => one === typed.form) ?? null
  if (form === null) flaws.push({ field: 'form', flaw: 'missing' })
  const content: Content = {
    form,
    name: text('name', true, 5),
    organiser: text('organiser', true, 2),
    startedOn: day('startedOn'),
    endedOn: day('endedOn'),
    jp: whole('jp', mostJp),
    sessions: whole('sessions', mostSessions),
    certificateNumber: text('certificateNumber', false),
    international: typed.international,
    note: text('note', false),
  }
  const wrong = (field: keyof Typed) => flaws.some(one => one.field === field)
  if (content.endedOn === null && !wrong('endedOn')) flaws.push({ field: 'endedOn', flaw: 'missing' })
  if (content.startedOn !== null && content.endedOn !== null) {
    const days = dayNumber(content.endedOn) - dayNumber(content.startedOn) + 1
    if (days < 1) flaws.push({ field: 'endedOn', flaw: 'before_start' })
    else if (days > mostDays) flaws.push({ field: 'endedOn', flaw: 'too_long' })
  }
  const told = toldBy(form, content.endedOn ?? today)
  if (told === 'jp' && content.jp === null && !wrong('jp')) flaws.push({ field: 'jp', flaw: 'missing' })
  if (told === 'sessions' && content.sessions === null && !wrong('sessions')) flaws.push({ field: 'sessions', flaw: 'missing' })
  if (!hasFile) flaws.push({ field: 'file', flaw: 'missing' })
  return { content, flaws }
}
