import { type LearningForm, learningForms } from '../../../regulation/index.ts'
import { dayNumber } from '../../jp/rules/day.ts'
import { typedDay } from '../../rules/day.ts'

export const classPatterns = ['klasikal', 'in_house', 'fasilitasi', 'blended', 'jarak_jauh', 'mandiri'] as const
export type ClassPattern = (typeof classPatterns)[number]
export const classStates = ['draft', 'open', 'running', 'closed', 'cancelled'] as const
export type ClassState = (typeof classStates)[number]
/** `open`: who asks is in while there is a seat. `approval`: the organiser decides. `nomination`: only who is nominated, and the organiser decides. */
export const admissions = ['open', 'approval', 'nomination'] as const
export type Admission = (typeof admissions)[number]

/** What may follow each state. What is learned alone never begins for all, so it closes while it is open. */
export const nextStates: Record<ClassState, readonly ClassState[]> = {
  draft: ['open', 'cancelled'],
  open: ['running', 'closed', 'cancelled'],
  running: ['closed', 'cancelled'],
  closed: [],
  cancelled: [],
}
export const mayBecome = (from: ClassState, to: ClassState) => nextStates[from].includes(to)

/** Learned in a place of one's own instansi or for it: the class says for whom. */
export const forSome: readonly ClassPattern[] = ['in_house', 'fasilitasi']

export type TypedClass = {
  name: string
  pattern: string
  form: string
  starts: string
  ends: string
  seatsMin: string
  seatsMax: string
  registrationUntil: string
  admission: string
  instansiFirst: boolean
  forInstansi: readonly number[]
  place: string
  meetingUrl: string
  meetingCapacity: string
  cost: string
  regionalShare: string
  regionalUntil: string
}
export type ClassFlaw =
  | 'name_missing'
  | 'name_long'
  | 'pattern'
  | 'form'
  | 'starts'
  | 'ends'
  | 'ends_before'
  | 'too_long'
  | 'dates_not_needed'
  | 'seats_min'
  | 'seats_max'
  | 'seats_order'
  | 'until'
  | 'until_late'
  | 'admission'
  | 'for_missing'
  | 'place_long'
  | 'meeting_url'
  | 'meeting_capacity'
  | 'meeting_small'
  | 'cost'
  | 'share'
  | 'share_without_seats'
  | 'share_until'
  | 'share_until_late'

/** Dates yyyy-mm-dd. `seatsMax` null: as many as come. `cost` whole rupiah; null: not known. `regionalShare` percent; null: none kept. */
export type ClassValues = {
  name: string
  pattern: ClassPattern
  form: LearningForm
  startsOn: string | null
  endsOn: string | null
  seatsMin: number | null
  seatsMax: number | null
  registrationUntil: string | null
  admission: Admission
  instansiFirst: boolean
  forInstansi: number[] | null
  place: string | null
  meetingUrl: string | null
  meetingCapacity: number | null
  cost: number | null
  regionalShare: number | null
  regionalUntil: string | null
}

/** A class lasts at most so many days: a leadership training runs five months. */
const longestClass = 400
const mostSeats = 100_000

/** Reads the form of a class. */
export function readClass(typed: TypedClass): { ok: true; values: ClassValues } | { ok: false; flaws: ClassFlaw[] } {
  const flaws: ClassFlaw[] = []
  const wrong = (isWrong: boolean, flaw: ClassFlaw) => void (isWrong && flaws.push(flaw))
  const pattern = classPatterns.find(one => one === typed.pattern)
  const form = learningForms.find(one => one === typed.form)
  const admission = admissions.find(one => one === typed.admission)
  wrong(typed.name === '', 'name_missing')
  wrong(typed.name.length > 120, 'name_long')
  if (!pattern) flaws.push('pattern')
  if (!form) flaws.push('form')
  if (!admission) flaws.push('admission')

  const alone = pattern === 'mandiri'
  const [startsOn, endsOn] = [dateOf(typed.starts), dateOf(typed.ends)]
  if (alone) wrong(typed.starts !== '' || typed.ends !== '', 'dates_not_needed')
  else {
    wrong(startsOn === null, 'starts')
    wrong(endsOn === null, 'ends')
    wrong(startsOn !== null && endsOn !== null && endsOn < startsOn, 'ends_before')
    wrong(startsOn !== null && endsOn !== null && dayNumber(endsOn) - dayNumber(startsOn) > longestClass, 'too_long')
  }

  const seatsMin = countOf(typed.seatsMin, mostSeats)
  const seatsMax = countOf(typed.seatsMax, mostSeats)
  wrong(seatsMin === undefined, 'seats_min')
  wrong(seatsMax === undefined, 'seats_max')
  wrong(Boolean(seatsMin && seatsMax && seatsMin > seatsMax), 'seats_order')

  const registrationUntil = typed.registrationUntil === '' ? null : dateOf(typed.registrationUntil)
  wrong(typed.registrationUntil !== '' && registrationUntil === null, 'until')
  wrong(registrationUntil !== null && endsOn !== null && registrationUntil > endsOn, 'until_late')

  wrong(pattern !== undefined && forSome.includes(pattern) && typed.forInstansi.length === 0, 'for_missing')
  wrong(typed.place.length > 300, 'place_long')
  wrong(typed.meetingUrl !== '' && !isWebAddress(typed.meetingUrl), 'meeting_url')
  const meetingCapacity = countOf(typed.meetingCapacity, mostSeats)
  wrong(meetingCapacity === undefined, 'meeting_capacity')
  wrong(Boolean(meetingCapacity && pattern === 'jarak_jauh' && seatsMax && seatsMax > meetingCapacity), 'meeting_small')
  const cost = countOf(typed.cost, 10_000_000_000, 0)
  wrong(cost === undefined, 'cost')

  const regionalShare = countOf(typed.regionalShare, 100)
  const regionalUntil = typed.regionalUntil === '' ? null : dateOf(typed.regionalUntil)
  wrong(regionalShare === undefined, 'share')
  wrong(Boolean(regionalShare) && seatsMax === null, 'share_without_seats')
  wrong(typed.regionalUntil !== '' && regionalUntil === null, 'share_until')
  wrong(regionalUntil !== null && startsOn !== null && regionalUntil > startsOn, 'share_until_late')

  if (flaws.length > 0 || !pattern || !form || !admission) return { ok: false, flaws }
  return {
    ok: true,
    values: {
      name: typed.name,
      pattern,
      form,
      startsOn: alone ? null : startsOn,
      endsOn: alone ? null : endsOn,
      seatsMin: seatsMin ?? null,
      seatsMax: seatsMax ?? null,
      registrationUntil,
      admission,
      instansiFirst: typed.instansiFirst,
      forInstansi: typed.forInstansi.length > 0 ? [...typed.forInstansi] : null,
      place: typed.place || null,
      meetingUrl: typed.meetingUrl || null,
      meetingCapacity: meetingCapacity ?? null,
      cost: cost ?? null,
      regionalShare: regionalShare ?? null,
      regionalUntil: regionalShare ? regionalUntil : null,
    },
  }
}

/** A day between 2000 and 2100; else null. */
const dateOf = (text: string): string | null => (/^(20\d\d|2100)-/.test(text) ? typedDay(text) : null)

/** A whole number as people type it (`1.250.000`, `Rp 500.000`); null: nothing was typed; undefined: it is none, or out of bounds. */
function countOf(text: string, most: number, least = 1): number | null | undefined {
  const digits = text.replace(/^rp\.?\s*/i, '').replace(/[.\s]/g, '')
  if (digits === '') return text.trim() === '' ? null : undefined
  const count = /^\d{1,12}$/.test(digits) ? Number(digits) : Number.NaN
  return count >= least && count <= most ? count : undefined
}

function isWebAddress(text: string): boolean {
  if (text.length > 500 || !URL.canParse(text)) return false
  const { protocol, username } = new URL(text)
  return protocol === 'https:' && username === ''
}

/** Why a class is not opened for enrolment. */
export type OpenFlaw = 'state' | 'version' | 'over' | 'registration_over'
/** `versionActive`: its version of the course is in force. */
export function openFlaws(
  one: { state: ClassState; endsOn: string | null; registrationUntil: string | null; versionActive: boolean },
  today: string,
): OpenFlaw[] {
  const flaws: OpenFlaw[] = []
  if (!mayBecome(one.state, 'open')) flaws.push('state')
  if (!one.versionActive) flaws.push('version')
  if (one.endsOn !== null && one.endsOn < today) flaws.push('over')
  else if (one.registrationUntil !== null && one.registrationUntil < today) flaws.push('registration_over')
  return flaws
}
